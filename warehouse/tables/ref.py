"""Schema ``ref``: the vocabularies in ``seeds/``; the CSV header equals the columns here."""

from typing import Final

from warehouse.columns import COUNTRY_CODE, ENTITY_KEY, LABEL, STANCE, UNIT, text_column
from warehouse.contract import Column, DType, Reference, Table
from warehouse.vocabularies import (
    FIGURE_KINDS,
    PASSAGE_KINDS,
    QUALIFIERS,
    REJECTION_REASONS,
)


def required(name: str, description: str) -> Column:
    """Return a text column that is never null."""
    return Column(name=name, dtype=DType.TEXT, description=description)


def number(name: str, description: str) -> Column:
    """Return an exact number without physical unit."""
    return Column(name=name, dtype=DType.DECIMAL, unit="1", description=description)


FIGURE_CATEGORIES: Final = Table(
    schema="ref",
    name="figure_categories",
    grain="one row per category",
    description="What a figure can be about.",
    columns=(
        required("category", "Name of the category."),
        required("meaning", "What belongs to it."),
    ),
    key=("category",),
)
NUMBER_WORDS: Final = Table(
    schema="ref",
    name="number_words",
    grain="one row per word",
    description="Words and suffixes that make up numbers.",
    columns=(
        required("number_word", "Word in lower case."),
        number("number_value", "What it stands for."),
        Column(
            name="role",
            dtype=DType.TEXT,
            vocabulary=("unit", "teen", "ten", "hundred", "scale", "suffix", "fraction", "article"),
            description="Place of the word in the grammar of numbers.",
        ),
    ),
    key=("number_word",),
)
VAGUE_WORDS: Final = Table(
    schema="ref",
    name="vague_words",
    grain="one row per vague expression",
    description="Published bounds of words such as 'dozens'.",
    columns=(
        required("vague_word", "Expression in lower case."),
        number("low", "Lower bound, inclusive."),
        number("high", "Upper bound, inclusive."),
        Column(
            name="is_factor",
            dtype=DType.BOOLEAN,
            description="True when the word stands before a magnitude word (several thousand).",
        ),
    ),
    key=("vague_word",),
)
QUALIFIER_WORDS: Final = Table(
    schema="ref",
    name="qualifier_words",
    grain="one row per expression",
    description="Words before or after a number that bound or approximate it.",
    columns=(
        required("qualifier_word", "Expression in lower case."),
        Column(
            name="qualifier",
            dtype=DType.TEXT,
            vocabulary=QUALIFIERS,
            description="What it does to the bounds.",
        ),
        Column(
            name="position",
            dtype=DType.TEXT,
            vocabulary=("before", "after"),
            description="On which side of the number it stands.",
        ),
    ),
    key=("qualifier_word", "position"),
)
CURRENCIES: Final = Table(
    schema="ref",
    name="currencies",
    grain="one row per surface form",
    description="Signs, codes and names of currencies (ISO 4217).",
    columns=(
        required("currency_word", "Sign, code or name; names in lower case."),
        UNIT,
        Column(
            name="position",
            dtype=DType.TEXT,
            vocabulary=("before", "after", "both"),
            description="On which side of the number it may stand.",
        ),
    ),
    key=("currency_word",),
)
UNITS: Final = Table(
    schema="ref",
    name="units",
    grain="one row per surface form",
    description="Unit words of measures, shares, durations, ages and multiples.",
    columns=(
        required("unit_word", "Word or symbol as written; words in lower case."),
        UNIT,
        Column(
            name="kind",
            dtype=DType.TEXT,
            vocabulary=FIGURE_KINDS,
            description="Kind of figure that the unit makes.",
        ),
        text_column("unit_si", "Unit that value_si is in; null when there is no conversion."),
        Column(
            name="si_factor",
            dtype=DType.DECIMAL,
            unit="unit_si per unit",
            description="Factor from the unit to unit_si.",
            nullable=True,
        ),
    ),
    key=("unit_word",),
)
ENTITIES_SEED: Final = Table(
    schema="ref",
    name="entities",
    grain="one row per known thing",
    description="States, groups, agencies, people, places and weapons that the project knows.",
    columns=(
        ENTITY_KEY,
        LABEL,
        required("name", "Fullest common name."),
        COUNTRY_CODE,
        Column(
            name="latitude",
            dtype=DType.FLOAT,
            unit="degrees",
            minimum=-90,
            maximum=90,
            description="Latitude (WGS 84), positive to the north.",
            nullable=True,
        ),
        Column(
            name="longitude",
            dtype=DType.FLOAT,
            unit="degrees",
            minimum=-180,
            maximum=180,
            description="Longitude (WGS 84), positive to the east.",
            nullable=True,
        ),
    ),
    key=("entity_key",),
)
ENTITY_ALIASES: Final = Table(
    schema="ref",
    name="entity_aliases",
    grain="one row per surface form",
    description="Forms under which known things occur in text.",
    columns=(
        required("alias", "Form as written, without leading article."),
        LABEL,
        ENTITY_KEY,
        Column(
            name="match_case",
            dtype=DType.TEXT,
            vocabulary=("exact", "any"),
            description="Whether another case may match too.",
        ),
    ),
    key=("alias", "entity_key"),
    references=(
        Reference(columns=("entity_key",), target="ref.entities", target_columns=("entity_key",)),
    ),
)
COUNTRIES: Final = Table(
    schema="ref",
    name="countries",
    grain="one row per country code",
    description="ISO 3166-1 alpha-2.",
    columns=(
        Column(
            name="country_code",
            dtype=DType.TEXT,
            pattern="[A-Z]{2}",
            description="ISO 3166-1 alpha-2 code.",
        ),
        required("country_name", "Short English name."),
    ),
    key=("country_code",),
)
CUES: Final = Table(
    schema="ref",
    name="cues",
    grain="one row per inflected form",
    description="Verbs and nouns that report speech.",
    columns=(
        required("cue", "Form as written, lower case."),
        required("lemma", "Dictionary form."),
        Column(
            name="part_of_speech",
            dtype=DType.TEXT,
            vocabulary=("verb", "noun", "preposition"),
            description="Word class of the cue.",
        ),
        STANCE,
        Column(
            name="is_prefix",
            dtype=DType.BOOLEAN,
            description="True when the speaker follows the cue (according to).",
        ),
    ),
    key=("cue",),
)
PASSAGE_PATTERNS: Final = Table(
    schema="ref",
    name="passage_patterns",
    grain="one row per pattern",
    description="Regular expressions over one line that name the kind of its passage.",
    columns=(
        required("pattern_name", "Name shown as the rule of the passage."),
        Column(
            name="kind",
            dtype=DType.TEXT,
            vocabulary=PASSAGE_KINDS,
            description="Kind of the passage.",
        ),
        Column(
            name="scope",
            dtype=DType.TEXT,
            vocabulary=("line", "label", "prefix", "list"),
            description="Whole line; label before it; match only; line and list below it.",
        ),
        required("line_pattern", "Regular expression, matched at the start of the line."),
    ),
    key=("pattern_name",),
)

REJECTION_PATTERNS: Final = Table(
    schema="ref",
    name="rejection_patterns",
    grain="one row per pattern",
    description="Regular expressions over running text that mark numbers which are no amounts.",
    columns=(
        required("pattern_name", "Name shown as the rule of the rejection."),
        Column(
            name="reason",
            dtype=DType.TEXT,
            vocabulary=REJECTION_REASONS,
            description="Reason that core.rejected_numbers gives.",
        ),
        required("text_pattern", "Regular expression without nested or unbounded repetition."),
    ),
    key=("pattern_name",),
)
CATEGORY_WORDS: Final = Table(
    schema="ref",
    name="category_words",
    grain="one row per word and role",
    description="Words that decide the category of a figure.",
    columns=(
        required("category_word", "Word in lower case."),
        Column(
            name="role",
            dtype=DType.TEXT,
            vocabulary=("head", "verb", "money"),
            description="Counted noun, governing word in the clause, or word beside money.",
        ),
        required("category", "Category, or 'person' when the governing word decides."),
    ),
    key=("category_word", "role"),
)
CHANGE_WORDS: Final = Table(
    schema="ref",
    name="change_words",
    grain="one row per word",
    description="Words that say a level goes up or down.",
    columns=(
        required("change_word", "Word in lower case."),
        Column(
            name="direction",
            dtype=DType.TEXT,
            vocabulary=("increase", "decrease"),
            description="Which way.",
        ),
    ),
    key=("change_word",),
)
WORD_LISTS: Final = Table(
    schema="ref",
    name="word_lists",
    grain="one row per list and word",
    description="Words that a rule names as a group: determiners, abbreviations, stop words ...",
    columns=(
        required("word_list", "Name of the list, as the rule asks for it."),
        required("word", "Word, in lower case unless its case matters."),
    ),
    key=("word_list", "word"),
)

MODEL_LABELS: Final = Table(
    schema="ref",
    name="model_labels",
    grain="one row per label of a trained pipeline",
    description="What the entity labels of spaCy pipelines mean here; others are dropped.",
    columns=(
        required("model_label", "Label as the pipeline writes it."),
        LABEL,
    ),
    key=("model_label",),
)

SEED_FILES: Final = {
    "figure_categories.csv": FIGURE_CATEGORIES,
    "model_labels.csv": MODEL_LABELS,
    "number_words.csv": NUMBER_WORDS,
    "vague_words.csv": VAGUE_WORDS,
    "qualifier_words.csv": QUALIFIER_WORDS,
    "currencies.csv": CURRENCIES,
    "units.csv": UNITS,
    "entities.csv": ENTITIES_SEED,
    "entity_aliases.csv": ENTITY_ALIASES,
    "countries.csv": COUNTRIES,
    "cues.csv": CUES,
    "passage_patterns.csv": PASSAGE_PATTERNS,
    "rejection_patterns.csv": REJECTION_PATTERNS,
    "category_words.csv": CATEGORY_WORDS,
    "change_words.csv": CHANGE_WORDS,
    "word_lists.csv": WORD_LISTS,
}
REF_TABLES: Final = tuple(SEED_FILES.values())

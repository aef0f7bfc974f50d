"""Schema ``ref``: the vocabularies in ``seeds/``; the CSV header equals the columns here."""

from typing import Final

from warehouse.tables.ref.calendar import HOLIDAYS
from warehouse.tables.ref.categories import CATEGORY_WORDS, FIGURE_CATEGORIES
from warehouse.tables.ref.entities import COUNTRIES, ENTITIES_SEED, ENTITY_ALIASES, MODEL_LABELS
from warehouse.tables.ref.numbers import NUMBER_WORDS, QUALIFIER_WORDS, VAGUE_WORDS
from warehouse.tables.ref.patterns import PASSAGE_PATTERNS, REJECTION_PATTERNS
from warehouse.tables.ref.units import CURRENCIES, UNITS
from warehouse.tables.ref.words import CHANGE_WORDS, CUES, WORD_LISTS

__all__ = [
    "CATEGORY_WORDS",
    "CHANGE_WORDS",
    "COUNTRIES",
    "CUES",
    "CURRENCIES",
    "ENTITIES_SEED",
    "ENTITY_ALIASES",
    "FIGURE_CATEGORIES",
    "HOLIDAYS",
    "MODEL_LABELS",
    "NUMBER_WORDS",
    "PASSAGE_PATTERNS",
    "QUALIFIER_WORDS",
    "REF_TABLES",
    "REJECTION_PATTERNS",
    "SEED_FILES",
    "UNITS",
    "VAGUE_WORDS",
    "WORD_LISTS",
]

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
    "holidays.csv": HOLIDAYS,
    "word_lists.csv": WORD_LISTS,
}
REF_TABLES: Final = tuple(SEED_FILES.values())

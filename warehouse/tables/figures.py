"""``core.figures``, the heart of the warehouse: one row per amount that a text states."""

from typing import Final

from warehouse.columns import (
    DOCUMENT_ID,
    END_CHAR,
    RULE,
    SENTENCE_INDEX,
    SHORT_HASH_PATTERN,
    SPEAKER_TYPE,
    STANCE,
    START_CHAR,
    TO_DOCUMENT,
    TO_SENTENCE,
    UNIT,
    entity_columns,
    entity_reference,
    own_span,
    party_columns,
    secondary_span,
    span_columns,
    text_column,
)
from warehouse.contract import Column, DType, Reference, Table
from warehouse.vocabularies import (
    CHANGES,
    DATE_PRECISIONS,
    FIGURE_KINDS,
    MODALITIES,
    QUALIFIERS,
    TEMPORAL_TYPES,
)

SECONDARY_SPANS: Final = {
    "qualifier": "Words that bound or approximate the number",
    "counted": "Noun phrase that is counted, priced, measured or shared, without determiner",
    "share": "For percent: what has the property",
    "per": "Denominator of a rate or price",
    "claimant": "Who the text says claims the figure; null is the article's own voice",
    "cue": "Verb or phrase that attributes the figure to the claimant",
    "via": "Who passes the claim on, in a chain of sources",
}


def amount(name: str, description: str) -> Column:
    """Return a nullable exact number in the unit of its row."""
    return Column(
        name=name,
        dtype=DType.DECIMAL,
        unit="the unit column",
        description=description,
        nullable=True,
    )


def word(name: str, vocabulary: tuple[str, ...], description: str) -> Column:
    """Return a column with a closed vocabulary."""
    return Column(name=name, dtype=DType.TEXT, vocabulary=vocabulary, description=description)


FIGURES: Final = Table(
    schema="core",
    name="figures",
    grain="one row per numeric expression that states an amount",
    description="Counts, money, shares, measures, durations, ages, multiples and rates.",
    columns=(
        Column(
            name="figure_id",
            dtype=DType.TEXT,
            pattern=SHORT_HASH_PATTERN,
            description="Hash of document, start and end.",
        ),
        DOCUMENT_ID,
        START_CHAR,
        END_CHAR,
        Column(
            name="figure_text",
            dtype=DType.TEXT,
            description="Number with currency sign, magnitude word, percent sign and unit word.",
        ),
        word("kind", FIGURE_KINDS, "What sort of amount it is."),
        amount("low", "Lower bound, inclusive; null when open."),
        amount("high", "Upper bound, inclusive; null when open."),
        amount("value", "The point, or the one stated bound; null for ranges and vague words."),
        word("qualifier", QUALIFIERS, "How the text bounds or approximates the number."),
        *span_columns("qualifier", SECONDARY_SPANS["qualifier"]),
        UNIT.as_nullable(),
        Column(
            name="value_si",
            dtype=DType.DECIMAL,
            unit="the unit_si column",
            description="value of a measure in SI units, of a duration in days.",
            nullable=True,
        ),
        text_column("unit_si", "Unit of value_si; null for months and longer."),
        *span_columns("counted", SECONDARY_SPANS["counted"]),
        text_column("counted_head", "Lemma of the head noun of counted_text."),
        text_column("counted_rule", "How the counted phrase was found."),
        *span_columns("share", SECONDARY_SPANS["share"]),
        *span_columns("per", SECONDARY_SPANS["per"]),
        Column(
            name="category",
            dtype=DType.TEXT,
            description="Category of ref.figure_categories: people_killed, money_aid ...",
        ),
        word("change", CHANGES, "Direction and kind of a change.").as_nullable(),
        word("temporal_type", TEMPORAL_TYPES, "stock, flow or cumulative.").as_nullable(),
        Column(
            name="household_unit",
            dtype=DType.BOOLEAN,
            description="True when households or families are counted.",
        ),
        word("modality", MODALITIES, "Whether the text asserts the amount.").as_nullable(),
        Column(
            name="total_figure_id",
            dtype=DType.TEXT,
            pattern=SHORT_HASH_PATTERN,
            description="The whole that this figure is a part of.",
            nullable=True,
        ),
        *party_columns("claimant", SECONDARY_SPANS["claimant"]),
        SPEAKER_TYPE.named("claimant_type", SPEAKER_TYPE.description),
        *span_columns("cue", SECONDARY_SPANS["cue"]),
        STANCE.as_nullable(),
        text_column(
            "claimant_rule",
            "Which words report the figure, and how their source led to the claimant; also set "
            "where somebody is said to claim it who is not named.",
        ),
        *party_columns("via", SECONDARY_SPANS["via"]),
        *entity_columns("place"),
        Column(
            name="as_of_start",
            dtype=DType.DATE,
            description="First day that the amount is true of, inclusive.",
            nullable=True,
        ),
        Column(
            name="as_of_end",
            dtype=DType.DATE,
            description="Last day that the amount is true of, inclusive.",
            nullable=True,
        ),
        word("as_of_precision", DATE_PRECISIONS, "Precision of the as-of date.").as_nullable(),
        text_column("as_of_rule", "How the as-of date was found."),
        SENTENCE_INDEX,
        RULE,
    ),
    key=("figure_id",),
    references=(
        TO_DOCUMENT,
        TO_SENTENCE,
        Reference(
            columns=("category",), target="ref.figure_categories", target_columns=("category",)
        ),
        Reference(
            columns=("total_figure_id",), target="core.figures", target_columns=("figure_id",)
        ),
        entity_reference("claimant"),
        entity_reference("via"),
        entity_reference("place"),
    ),
    spans=(own_span("figure_text"), *(secondary_span(prefix) for prefix in SECONDARY_SPANS)),
)

"""What became of the decisions of analysts: an overlay that the marts lay over what was read.

The tables that documents fill keep what was read. Beside each of those that can be corrected stands
a table of the same columns with the rows that decisions are about, as they read after them.
"""

from typing import Final

from warehouse.columns import DOCUMENT_ID, SHORT_HASH_PATTERN, TABLE_NAME, text_column
from warehouse.contract import Column, DType, Reference, Table
from warehouse.tables.ref.corrections import (
    ANCHOR_END_CHAR,
    ANCHOR_START_CHAR,
    CORRECTION_ID,
    NO_VALUE,
)
from warehouse.vocabularies import CORRECTION_STATUSES

SPAN: Final = ("document_id", "start_char", "end_char")
ANCHOR: Final = ("document_id", "anchor_start_char", "anchor_end_char")
EVIDENCE: Final = (*SPAN, "sentence_index", "rule")
"""Where a row was read and how: no decision changes it."""


def flag(name: str, description: str) -> Column:
    """Return a column that is true or false."""
    return Column(name=name, dtype=DType.BOOLEAN, description=description)


MARKS: Final = (
    flag("is_hidden", "True when a decision leaves the row out of the marts."),
    flag("is_corrected", "True when a decision gives it other values."),
    flag("is_accepted", "True when an analyst accepts it as it is shown."),
    Column(
        name="correction_ids",
        dtype=DType.TEXT,
        description="The decisions that are applied to it, sorted, by semicolons.",
    ),
)
CLAIMANT_ACCEPTED: Final = flag(
    "is_claimant_accepted", "True when an analyst accepts who claims the figure."
)


def corrected_table(table: Table, marks: tuple[Column, ...] = MARKS) -> Table:
    """Return the table of the corrected rows of another one.

    Args:
        table: Table of a document's rows with a span of its own, which comes first of its spans.
        marks: Columns that say which decisions a row follows.

    Returns:
        Its key (of a key that is the span, the anchor), its values without the evidence, the marks.
    """
    evidence = {*EVIDENCE, *table.key, table.spans[0].text}
    values = tuple(column for column in table.columns if column.name not in evidence)
    is_span = table.key == SPAN
    key = (
        (DOCUMENT_ID, ANCHOR_START_CHAR, ANCHOR_END_CHAR)
        if is_span
        else tuple(table.column(name) for name in table.key)
    )
    names = tuple(column.name for column in key)
    return Table(
        schema=table.schema,
        name=f"corrected_{table.name}",
        grain=f"one row per row of {table.qualified_name} that an applied decision is about",
        description=f"Rows of {table.qualified_name} as they read after the decisions of analysts.",
        columns=(*key, *values, *marks),
        key=names,
        references=(
            Reference(columns=names, target=table.qualified_name, target_columns=table.key),
            *_kept_references(table, {column.name for column in values}),
        ),
    )


def _kept_references(table: Table, names: set[str]) -> tuple[Reference, ...]:
    """Return the references of values, and of entities by their id alone."""
    kept = tuple(reference for reference in table.references if names.issuperset(reference.columns))
    entities = tuple(
        Reference(columns=(name,), target="core.entities", target_columns=("entity_id",))
        for name in table.column_names
        if name.endswith("_entity_id")
    )
    return kept + entities


CORRECTION_OUTCOMES: Final = Table(
    schema="core",
    name="correction_outcomes",
    grain="one row per decision and row that it is about; one with the key {} if it finds none",
    description="What became of each decision of ref.corrections in the documents of today.",
    columns=(
        CORRECTION_ID,
        Column(
            name="row_key",
            dtype=DType.TEXT,
            description="Key values of the row that it is about, as JSON object; '{}' for none.",
        ),
        Column(
            name="status",
            dtype=DType.TEXT,
            vocabulary=CORRECTION_STATUSES,
            description=(
                "applied; stale: its document, or what was accepted in it, is another one now; "
                "idle: nothing of the kind is there, or a later decision says otherwise; refused: "
                "the value breaks the contract or a rule."
            ),
        ),
        TABLE_NAME.as_nullable(),
        Column(
            name="row_id",
            dtype=DType.TEXT,
            pattern=SHORT_HASH_PATTERN,
            description="The figure_id, quote_id or entity_id of the row; null for dates.",
            nullable=True,
        ),
        text_column("old_value", f"What is read there without it, as text; {NO_VALUE} for null."),
        DOCUMENT_ID.named(
            "current_document_id", "The one document that stands at its path now, of a stale one."
        ).as_nullable(),
        text_column("detail", "Why it is not applied, or what to know of it; one sentence."),
    ),
    key=("correction_id", "row_key"),
    references=(
        Reference(
            columns=("correction_id",),
            target="ref.corrections",
            target_columns=("correction_id",),
        ),
    ),
)

"""What analysts decided about rows of the warehouse; applied anew in every run."""

from typing import Final

from warehouse.columns import DOCUMENT_ID, END_CHAR, LABEL, START_CHAR, text_column
from warehouse.contract import Column, DType, Table
from warehouse.tables.ref.columns import required
from warehouse.vocabularies import CORRECTION_ACTIONS, CORRECTION_SUBJECTS

NO_VALUE: Final = "(none)"
"""What stands for null in ``read_value`` and ``new_value``."""

CORRECTION_ID: Final = Column(
    name="correction_id",
    dtype=DType.TEXT,
    pattern="[a-z0-9]+(-[a-z0-9]+)*",
    description="Name of the decision, a slug.",
)
ANCHOR_START_CHAR: Final = START_CHAR.named(
    "anchor_start_char", "First character in the text of what it is about, inclusive."
)
ANCHOR_END_CHAR: Final = END_CHAR.named(
    "anchor_end_char", "Character after the last one of what it is about, exclusive."
)

CORRECTIONS: Final = Table(
    schema="ref",
    name="corrections",
    grain="one row per decision",
    description="Decisions of analysts about figures, claimants, dates, quotations and entities.",
    columns=(
        CORRECTION_ID,
        Column(
            name="subject",
            dtype=DType.TEXT,
            vocabulary=CORRECTION_SUBJECTS,
            description=(
                "What it is about: a thing by its name (entity), or what stands at one place of "
                "one document: a figure, who claims that figure (claimant), a date, a quotation."
            ),
        ),
        Column(
            name="action",
            dtype=DType.TEXT,
            vocabulary=CORRECTION_ACTIONS,
            description=(
                "accept: it is right as it is shown; correct: the column has the new value; hide: "
                "the marts leave it out. Of entities also merge: the thing of this name is the "
                "target; split: in the document it is a thing of its own; relabel: it has the "
                "target's label."
            ),
        ),
        LABEL.as_nullable(),
        required(
            "name",
            "Any name of the thing, as written in a text; of what is no entity the characters "
            "between the anchors, of long ones the first 200.",
        ),
        DOCUMENT_ID.named(
            "document_id",
            "The document of the anchors; of an entity the only one that it is about: a split "
            "needs one, a relabel may have one.",
        ).as_nullable(),
        text_column("path", "Path of the document, which finds what stands there instead of it."),
        ANCHOR_START_CHAR.as_nullable(),
        ANCHOR_END_CHAR.as_nullable(),
        text_column("column_name", "Column that is corrected, or that alone is accepted."),
        text_column("read_value", f"What was shown when it was decided; {NO_VALUE} for null."),
        text_column("new_value", f"Value of the column as text; {NO_VALUE} for null."),
        LABEL.named("target_label", "Label of the target; of merge and relabel.").as_nullable(),
        text_column("target_name", "Any name of the target of a merge; what tells a split apart."),
        required("reason", "Why, one sentence."),
        required("decided_by", "Who decided."),
        Column(name="decided_on", dtype=DType.DATE, description="Day of the decision."),
    ),
    key=("correction_id",),
)

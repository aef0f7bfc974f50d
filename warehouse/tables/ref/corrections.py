"""What analysts decided about entities; applied anew in every run."""

from typing import Final

from warehouse.columns import DOCUMENT_ID, LABEL, text_column
from warehouse.contract import Column, DType, Table
from warehouse.tables.ref.columns import required
from warehouse.vocabularies import CORRECTION_ACTIONS

CORRECTIONS: Final = Table(
    schema="ref",
    name="corrections",
    grain="one row per decision",
    description="Decisions of analysts: which names mean one thing, and which do not.",
    columns=(
        Column(
            name="correction_id",
            dtype=DType.TEXT,
            pattern="[a-z0-9]+(-[a-z0-9]+)*",
            description="Name of the decision, a slug.",
        ),
        Column(
            name="action",
            dtype=DType.TEXT,
            vocabulary=CORRECTION_ACTIONS,
            description=(
                "merge: the thing of this name is the target; split: in the document it is a thing "
                "of its own; relabel: it has the target's label; hide: the marts leave it out."
            ),
        ),
        LABEL,
        required("name", "Any name of the thing, as written in a text."),
        DOCUMENT_ID.named(
            "document_id",
            "The only document that it is about; a split needs one, a relabel may have one.",
        ).as_nullable(),
        LABEL.named("target_label", "Label of the target; of merge and relabel.").as_nullable(),
        text_column("target_name", "Any name of the target of a merge; what tells a split apart."),
        required("reason", "Why, one sentence."),
        required("decided_by", "Who decided."),
        Column(name="decided_on", dtype=DType.DATE, description="Day of the decision."),
    ),
    key=("correction_id",),
)

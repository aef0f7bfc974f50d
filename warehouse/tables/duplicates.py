"""Near-duplicates in schema ``core``: signatures of texts, and the groups that they show."""

from typing import Final

from warehouse.columns import DOCUMENT_ID, SHORT_HASH_PATTERN, TO_DOCUMENT, count_column
from warehouse.contract import Column, DType, Reference, Table


def share_column(name: str, what: str) -> Column:
    """Return a share, estimated from signatures."""
    return Column(
        name=name,
        dtype=DType.FLOAT,
        unit="share of 1",
        minimum=0,
        maximum=1,
        description=f"{what}, by sequences of five words; estimated, give or take 0.03.",
    )


SIGNATURES: Final = Table(
    schema="core",
    name="signatures",
    grain="one row per document that is long enough to be compared",
    description="MinHash signatures of the articles, by which near-duplicates are found.",
    columns=(
        DOCUMENT_ID,
        count_column("shingle_count", "Different sequences of five words.", "sequences"),
        Column(
            name="minhash",
            dtype=DType.TEXT,
            pattern="[A-Za-z0-9+/]+",
            description="255 values of 32 bits, little-endian, in base64.",
        ),
    ),
    key=("document_id",),
    references=(TO_DOCUMENT,),
)

NEAR_DUPLICATES: Final = Table(
    schema="core",
    name="near_duplicates",
    grain="one row per document that belongs to a group of near-duplicates",
    description="Wire copies, reprints and edited versions, each with the first one of its group.",
    columns=(
        DOCUMENT_ID,
        Column(
            name="near_duplicate_group_id",
            dtype=DType.TEXT,
            pattern=SHORT_HASH_PATTERN,
            description="Hash of the reference; the same for all documents of a group.",
        ),
        DOCUMENT_ID.named(
            "reference_document_id", "The document published first (else with the smallest id)."
        ),
        share_column("common_share", "Share of this document that the reference has, too"),
        share_column("reference_share", "Share of the reference that this document has, too"),
    ),
    key=("document_id",),
    references=(
        TO_DOCUMENT,
        Reference(
            columns=("reference_document_id",),
            target="raw.documents",
            target_columns=("document_id",),
        ),
    ),
)

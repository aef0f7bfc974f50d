"""``core.near_duplicates``: which documents share most of their words with an earlier one.

Documents are taken in the order of their publication. Each is compared with the first documents of
the groups so far and joins the most similar one, or begins a group of its own; so every member
resembles its reference itself, and no chain of small changes joins two different stories. The cost
grows with the number of documents; texts that share a large part without being copies (bulletins on
a template) are compared with one another besides.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import numpy as np
import polars as pl

from tasks.nlp.signatures import read_signature
from warehouse.identifiers import near_duplicate_group_id
from warehouse.tables.duplicates import NEAR_DUPLICATES

if TYPE_CHECKING:
    from datasketch import MinHash

BANDS: Final = (85, 3)
"""Bands and values of a band: of two texts with a similarity of 0.4, 996 in 1,000 are compared."""
MIN_SIMILARITY: Final = 0.25
"""Shared word sequences over all of both (Jaccard), estimated; below it nothing is compared."""
MIN_COMMON_SHARE: Final = 0.6
"""Share of the shorter text that the longer one has, too, from which it is a copy."""


@dataclass(frozen=True, slots=True)
class Compared:
    """Two texts: the share of each that the other one has, too, 0 to 1, and their similarity."""

    own_share: float
    reference_share: float
    similarity: float

    @property
    def is_copy(self) -> bool:
        """True when the shorter text is mostly part of the longer one."""
        common = max(self.own_share, self.reference_share)
        return self.similarity >= MIN_SIMILARITY and common >= MIN_COMMON_SHARE


@dataclass(frozen=True, slots=True)
class Signed:
    """A document with its signature and the number of its word sequences."""

    document_id: str
    shingle_count: int
    signature: "MinHash"


def group_near_duplicates(signatures: pl.DataFrame) -> pl.DataFrame:
    """Return the rows of core.near_duplicates.

    Args:
        signatures: document_id, shingle_count, minhash and published_on of all documents that are
            long enough, in any order.
    """
    from datasketch import MinHashLSH  # noqa: PLC0415 - imports scipy

    index = MinHashLSH(num_perm=BANDS[0] * BANDS[1], params=BANDS)
    references: dict[str, Signed] = {}
    members: dict[str, list[dict[str, Any]]] = {}
    ordered = signatures.sort("published_on", "document_id", nulls_last=True)
    for row in ordered.iter_rows(named=True):
        signed = Signed(row["document_id"], row["shingle_count"], read_signature(row["minhash"]))
        found = best_reference(signed, [references[key] for key in index.query(signed.signature)])
        if found is None:
            references[signed.document_id] = signed
            index.insert(signed.document_id, signed.signature)
            continue
        reference, compared = found
        members.setdefault(reference.document_id, []).append(
            member_row(signed, reference, compared)
        )
    whole = Compared(1.0, 1.0, 1.0)
    rows = [
        row
        for key, group in members.items()
        for row in (member_row(references[key], references[key], whole), *group)
    ]
    return pl.DataFrame(rows, schema=NEAR_DUPLICATES.polars_schema).sort(NEAR_DUPLICATES.key)


def best_reference(signed: Signed, candidates: list[Signed]) -> tuple[Signed, Compared] | None:
    """Return the reference that a document is most similar to, None when it is no copy.

    Of equally similar ones the one with the smallest document_id.
    """
    if not candidates:
        return None
    values = np.stack([reference.signature.hashvalues for reference in candidates])
    similarities = (values == signed.signature.hashvalues).mean(axis=1)
    compared = (
        (reference, compare(signed, reference, float(similarity)))
        for reference, similarity in zip(candidates, similarities, strict=True)
        if similarity >= MIN_SIMILARITY
    )
    copies = [pair for pair in compared if pair[1].is_copy]
    if not copies:
        return None
    return min(copies, key=lambda pair: (-pair[1].similarity, pair[0].document_id))


def compare(signed: Signed, reference: Signed, similarity: float) -> Compared:
    """Estimate from the similarity of their signatures how much two texts have in common."""
    sizes = signed.shingle_count + reference.shingle_count
    common = similarity * sizes / (1 + similarity)
    return Compared(
        min(1.0, common / signed.shingle_count),
        min(1.0, common / reference.shingle_count),
        similarity,
    )


def member_row(signed: Signed, reference: Signed, compared: Compared) -> dict[str, Any]:
    """Return the row of a document in the group of its reference."""
    return {
        "document_id": signed.document_id,
        "near_duplicate_group_id": near_duplicate_group_id(reference.document_id),
        "reference_document_id": reference.document_id,
        "common_share": round(compared.own_share, 3),
        "reference_share": round(compared.reference_share, 3),
    }

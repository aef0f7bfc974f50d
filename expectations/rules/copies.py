"""Rules on near-duplicates: each group has one reference, and the shares belong to the texts."""

from __future__ import annotations

from typing import Final

import polars as pl

from expectations.rules.lookup import compared_with, looked_up
from expectations.rules.rule import Context, Rule
from expectations.suites import WARNING
from warehouse.passage_kinds import FIGURE_KINDS
from warehouse.passage_words import SHINGLE_WORDS, words_of

SIGNATURES: Final = "core.signatures"
COPIES: Final = "core.near_duplicates"
MINHASH_CHARS: Final = 1360
"""Base64 of 255 values of 32 bits."""
HASH_VALUES: Final = 2**32
ROUNDING: Final = 0.0005
"""Shares have three decimal places."""
GROUP: Final = "near_duplicate_group_id"
_OWN: Final = pl.col("common_share")
_OTHER: Final = pl.col("reference_share")


def _count_differs(signatures: pl.DataFrame, context: Context) -> pl.Series:
    counts = _sequence_counts(signatures["document_id"].to_list(), context)
    rows = signatures.select("document_id", "shingle_count").iter_rows()
    broken = [_is_other_count(found, counts.get(name)) for name, found in rows]
    return pl.Series(broken, dtype=pl.Boolean)


def _is_other_count(found: int | None, counted: int | None) -> bool:
    if found is None or counted is None:
        return False
    # sequences are told apart by a hash of 32 bits
    alike = 1 + counted * counted // HASH_VALUES
    return not counted - alike <= found <= counted


def _sequence_counts(document_ids: list[str], context: Context) -> dict[str, int]:
    """Return how many different sequences of words the article of each document has."""
    passages = context.frames["raw.passages"].filter(pl.col("kind").is_in(sorted(FIGURE_KINDS)))
    ordered = passages.drop_nulls(("start_char", "end_char")).sort("document_id", "passage_index")
    words: dict[str, list[str]] = {name: [] for name in document_ids if name in context.texts}
    for name, start, end in ordered.select("document_id", "start_char", "end_char").iter_rows():
        if name in words:
            words[name] += words_of(context.texts[name][start:end])
    return {
        name: len(set(zip(*(own[skipped:] for skipped in range(SHINGLE_WORDS)), strict=False)))
        for name, own in words.items()
    }


def _shares_differ() -> pl.Expr:
    own, other = _OWN * pl.col("own_count"), _OTHER * pl.col("reference_count")
    slack = ROUNDING * (pl.col("own_count") + pl.col("reference_count")) + ROUNDING
    # a share is cut off at 1, then it may be more in truth
    too_much = (own - other > slack) & (_OTHER < 1)
    too_little = (other - own > slack) & (_OWN < 1)
    return too_much | too_little


def _two_counts(copies: pl.DataFrame, context: Context) -> pl.Series:
    signatures = context.frames[SIGNATURES]
    key = {"document_id": "document_id"}
    own = looked_up(copies, signatures, key, {"own_count": "shingle_count"})
    reference = {"reference_document_id": "document_id"}
    both = looked_up(own, signatures, reference, {"reference_count": "shingle_count"})
    return both.select(_shares_differ().alias("broken")).to_series()


def _comes_before_reference(copies: pl.DataFrame, context: Context) -> pl.Series:
    documents = context.frames["raw.documents"]
    day = {"document_id": "document_id"}
    own = looked_up(copies, documents, day, {"own_day": "published_on"})
    reference = {"reference_document_id": "document_id"}
    both = looked_up(own, documents, reference, {"first_day": "published_on"})
    is_undated = pl.col("first_day").is_null() & pl.col("own_day").is_not_null()
    is_same_day = pl.col("own_day").eq_missing(pl.col("first_day"))
    is_earlier = (pl.col("own_day") < pl.col("first_day")).fill_null(value=False)
    has_smaller_id = pl.col("document_id") < pl.col("reference_document_id")
    return both.select(is_undated | is_earlier | (is_same_day & has_smaller_id)).to_series()


def _reference_is_elsewhere(copies: pl.DataFrame, context: Context) -> pl.Series:
    judge = compared_with(
        COPIES,
        {"reference_document_id": "document_id"},
        {"found": GROUP},
        pl.col("found").is_null() | (pl.col("found") != pl.col(GROUP)),
    )
    return judge(copies, Context(frames={**context.frames, COPIES: copies}, run_on=context.run_on))


_IS_REFERENCE: Final = pl.col("document_id") == pl.col("reference_document_id")
COPY_RULES: Final = (
    Rule(
        name="minhash_is_whole",
        table=SIGNATURES,
        columns=("minhash",),
        reason="A signature has 255 values of 32 bits.",
        broken=pl.col("minhash").str.len_chars() != MINHASH_CHARS,
    ),
    Rule(
        name="shingle_count_agrees_with_text",
        table=SIGNATURES,
        columns=("shingle_count",),
        severity=WARNING,
        reason="shingle_count is the number of different sequences of five words of the article.",
        beside=("raw.documents", "raw.passages"),
        broken=_count_differs,
    ),
    Rule(
        name="reference_is_in_group",
        table=COPIES,
        columns=("reference_document_id", GROUP),
        severity=WARNING,
        reason="The reference of a copy is in its group.",
        broken=_reference_is_elsewhere,
    ),
    Rule(
        name="reference_is_whole",
        table=COPIES,
        columns=("common_share", "reference_share"),
        severity=WARNING,
        reason="The reference of a group has all of its own text.",
        broken=_IS_REFERENCE & ((_OWN != 1) | (_OTHER != 1)),
    ),
    Rule(
        name="shares_agree_with_lengths",
        table=COPIES,
        columns=("common_share", "reference_share"),
        severity=WARNING,
        reason="What two texts have in common is the same number of word sequences in both.",
        beside=(SIGNATURES,),
        broken=_two_counts,
    ),
    Rule(
        name="reference_came_first",
        table=COPIES,
        columns=("document_id", "reference_document_id"),
        severity=WARNING,
        reason="The reference was published before its copies, else it has the smallest id.",
        beside=("raw.documents",),
        broken=_comes_before_reference,
    ),
)

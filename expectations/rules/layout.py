"""Rules on how passages and sentences lie in a text: in order, without gaps, trimmed."""

from __future__ import annotations

from itertools import groupby, pairwise
from typing import TYPE_CHECKING, Any, Final

import polars as pl

from expectations.rules.lookup import compared_with
from expectations.rules.rule import Context, Rule
from expectations.suites import WARNING
from warehouse.passage_kinds import NAME_KINDS
from warehouse.passage_words import hash_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

PARTS: Final = {"raw.passages": "passage_index", "core.sentences": "sentence_index"}
"""Column that numbers the parts of a document, by table."""
PASSAGE_KEY: Final = {"document_id": "document_id", "passage_index": "passage_index"}
Place = tuple[int, str, int, int, int, int]
"""Position of a row, its document, start and end, and start and end of what it is a part of."""


def _number_differs(index: str) -> pl.Expr:
    place = pl.col("start_char").rank("ordinal").over("document_id")
    return pl.col(index) != place.cast(pl.Int64) - 1


def _has_space_at_ends(frame: pl.DataFrame, context: Context) -> pl.Series:
    rows = frame.select("document_id", "start_char", "end_char").iter_rows()
    found = [_part_of(context.texts, row) for row in rows]
    return pl.Series([part != part.strip() for part in found], dtype=pl.Boolean)


def _part_of(texts: dict[str, str], row: tuple[Any, ...]) -> str:
    document_id, start, end = row
    if None in row or start < 0:
        return ""
    return texts.get(document_id, "")[start:end]


def _borders_on_text(
    wholes: Callable[[pl.DataFrame, Context], pl.DataFrame], group: tuple[str, ...]
) -> Callable[[pl.DataFrame, Context], pl.Series]:
    """Return a judge that is true for a part between which and its neighbours text is left out."""

    def judge(frame: pl.DataFrame, context: Context) -> pl.Series:
        placed = wholes(frame, context).with_row_index("position").drop_nulls("whole_end")
        columns = ("position", "document_id", "start_char", "end_char", "whole_start", "whole_end")
        ordered = placed.sort(*group, "start_char").drop_nulls(columns)
        keys = ordered.select(group).rows()
        rows = zip(keys, ordered.select(columns).iter_rows(), strict=True)
        beside = {
            position
            for _, parts in groupby(rows, key=lambda row: row[0])
            for position in _beside_text([place for _, place in parts], context.texts)
        }
        return pl.Series([row in beside for row in range(frame.height)], dtype=pl.Boolean)

    return judge


def _beside_text(places: Iterable[Place], texts: dict[str, str]) -> Iterator[int]:
    """Yield the positions of the parts of one whole that text is left out before or behind."""
    places = list(places)
    text = texts.get(places[0][1], "")
    first, last = places[0], places[-1]
    if text[first[4] : first[2]].strip():
        yield first[0]
    for one, other in pairwise(places):
        if text[one[3] : other[2]].strip():
            yield from (one[0], other[0])
    if text[last[3] : last[5]].strip():
        yield last[0]


def _in_documents(passages: pl.DataFrame, context: Context) -> pl.DataFrame:
    lengths = {name: len(text) for name, text in context.texts.items()}
    ends = pl.col("document_id").replace_strict(lengths, default=None, return_dtype=pl.Int64)
    return passages.with_columns(whole_start=pl.lit(0, pl.Int64), whole_end=ends)


def _in_passages(sentences: pl.DataFrame, context: Context) -> pl.DataFrame:
    passages = context.frames["raw.passages"].unique(
        list(PASSAGE_KEY), keep="first", maintain_order=True
    )
    bounds = passages.select(
        *PASSAGE_KEY, whole_start=pl.col("start_char"), whole_end=pl.col("end_char")
    )
    return sentences.join(bounds, on=list(PASSAGE_KEY), how="left", maintain_order="left")


def _words_differ(passages: pl.DataFrame, context: Context) -> pl.Series:
    names = ("kind", "words_hash", "document_id", "start_char", "end_char")
    broken = [
        None not in place
        and words_hash
        != (hash_words(_part_of(context.texts, place)) if kind in NAME_KINDS else None)
        for kind, words_hash, *rest in passages.select(names).iter_rows()
        for place in (tuple(rest),)
    ]
    return pl.Series(broken, dtype=pl.Boolean)


def _part_rules(table: str, index: str) -> Iterator[Rule]:
    yield Rule(
        name="numbered_in_order",
        table=table,
        columns=(index, "start_char"),
        severity=WARNING,
        reason="The parts of a document are numbered from 0 in the order of the text.",
        broken=_number_differs(index),
    )
    yield Rule(
        name="no_space_at_ends",
        table=table,
        columns=("start_char", "end_char"),
        severity=WARNING,
        reason="A part of a text begins and ends with a character that is seen.",
        needs=("raw.documents",),
        broken=_has_space_at_ends,
    )


LAYOUT_RULES: Final = (
    *(rule for table, index in PARTS.items() for rule in _part_rules(table, index)),
    Rule(
        name="no_text_between_parts",
        table="raw.passages",
        columns=("start_char", "end_char"),
        severity=WARNING,
        reason="Nothing but white space stands before, between and behind the passages of a text.",
        needs=("raw.documents",),
        broken=_borders_on_text(_in_documents, ("document_id",)),
    ),
    Rule(
        name="no_text_between_parts",
        table="core.sentences",
        columns=("passage_index", "start_char", "end_char"),
        severity=WARNING,
        reason="Nothing but white space stands before, between and behind the sentences of a "
        "passage.",
        needs=("raw.documents", "raw.passages"),
        broken=_borders_on_text(_in_passages, tuple(PASSAGE_KEY)),
    ),
    Rule(
        name="words_hash_agrees_with_words",
        table="raw.passages",
        columns=("words_hash", "kind"),
        severity=WARNING,
        reason="words_hash is the hash of the words of a passage that is read for names, null for "
        "a short one and for page furniture.",
        needs=("raw.documents",),
        broken=_words_differ,
    ),
    Rule(
        name="sentence_in_read_passage",
        table="core.sentences",
        columns=("passage_index",),
        severity=WARNING,
        reason="Sentences are those of passages that are read.",
        needs=("raw.passages",),
        broken=compared_with(
            "raw.passages",
            PASSAGE_KEY,
            {"passage_kind": "kind"},
            ~pl.col("passage_kind").is_in(sorted(NAME_KINDS)),
        ),
    ),
)

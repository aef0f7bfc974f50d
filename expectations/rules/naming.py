"""Rules on rows that refer to things: a mention of the thing stands where the row says."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import polars as pl

from expectations.rules.lookup import compared_with, looked_up
from expectations.rules.rule import Context, Judge, Rule
from expectations.suites import WARNING
from warehouse.passage_kinds import FIGURE_KINDS
from warehouse.tables.statements import HOLDERS, PARTIES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

MENTIONS: Final = "core.entity_mentions"
THINGS: Final = "core.document_entities"
TAKING_PART: Final = {
    "core.roles": tuple(HOLDERS),
    "core.relations": tuple(name for name in PARTIES if name != "verb"),
}
"""Parties whose entity is named in their own span, by table."""
PLACES: Final = ("GPE", "LOC", "FAC")
SENTENCE_KEY: Final = {"document_id": "document_id", "sentence_index": "sentence_index"}
PASSAGE_KEY: Final = {"document_id": "document_id", "passage_index": "passage_index"}


def _is_named_elsewhere(parties: Iterable[str]) -> Judge:
    def judge(frame: pl.DataFrame, context: Context) -> pl.Series:
        broken = pl.repeat(value=False, n=frame.height, dtype=pl.Boolean, eager=True)
        for party in parties:
            start, end = pl.col(f"{party}_start_char"), pl.col(f"{party}_end_char")
            there = (pl.col("mention_start") < end) & (start < pl.col("mention_end"))
            broken |= ~_has_mention(frame, context, f"{party}_entity_index", there)
        return broken

    return judge


def _has_mention(frame: pl.DataFrame, context: Context, index: str, there: pl.Expr) -> pl.Series:
    """Return whether a mention of the thing of each row is where it must be; true without one."""
    rows = frame.with_row_index("position").filter(pl.col(index).is_not_null())
    mentions = context.frames[MENTIONS].select(
        "document_id",
        pl.col("entity_index").alias(index),
        mention_start="start_char",
        mention_end="end_char",
        mention_sentence="sentence_index",
    )
    found = rows.join(mentions, on=["document_id", index], how="inner").filter(there)
    lacking = rows.join(found.select("position").unique(), on="position", how="anti")["position"]
    missing = set(lacking)
    return pl.Series([row not in missing for row in range(frame.height)], dtype=pl.Boolean)


def _place_is_elsewhere(figures: pl.DataFrame, context: Context) -> pl.Series:
    there = pl.col("mention_sentence") == pl.col("sentence_index")
    return ~_has_mention(figures, context, "place_entity_index", there)


def _leaves_article(frame: pl.DataFrame, context: Context) -> pl.Series:
    sentences = context.frames["core.sentences"]
    placed = looked_up(frame, sentences, SENTENCE_KEY, {"passage_index": "passage_index"})
    kinds = looked_up(placed, context.frames["raw.passages"], PASSAGE_KEY, {"part": "kind"})
    return ~kinds["part"].is_in(sorted(FIGURE_KINDS))


def _naming_rules() -> Iterator[Rule]:
    for table, parties in TAKING_PART.items():
        yield Rule(
            name="party_named_in_its_span",
            table=table,
            columns=tuple(
                f"{party}_{name}"
                for party in parties
                for name in ("entity_index", "start_char", "end_char")
            ),
            severity=WARNING,
            reason="A thing that takes part is named in the words that say so.",
            beside=(MENTIONS,),
            broken=_is_named_elsewhere(parties),
        )
    for table in ("core.figures", "core.quotes"):
        yield Rule(
            name="stands_in_article",
            table=table,
            columns=("sentence_index",),
            severity=WARNING,
            reason="Figures and quotations are those of the article, not of what stands around it.",
            needs=("core.sentences", "raw.passages"),
            broken=_leaves_article,
        )


NAMING_RULES: Final = (
    *_naming_rules(),
    Rule(
        name="place_named_in_sentence",
        table="core.figures",
        columns=("place_entity_index", "sentence_index"),
        severity=WARNING,
        reason="The place of a figure is named in its sentence.",
        beside=(MENTIONS,),
        broken=_place_is_elsewhere,
    ),
    Rule(
        name="place_is_place",
        table="core.figures",
        columns=("place_entity_index",),
        severity=WARNING,
        reason="The place of a figure is labelled as one.",
        beside=(THINGS,),
        broken=compared_with(
            THINGS,
            {"document_id": "document_id", "place_entity_index": "entity_index"},
            {"place_label": "label"},
            ~pl.col("place_label").is_in(PLACES),
        ),
    ),
    Rule(
        name="pair_in_order",
        table="core.relations",
        columns=("kind", "subject_start_char", "object_start_char"),
        severity=WARNING,
        reason="Of a pair the name that comes first is the subject.",
        broken=(pl.col("kind") == "co_mention")
        & (pl.col("subject_start_char") >= pl.col("object_start_char")),
    ),
)

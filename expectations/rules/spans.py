"""Rules on offsets, derived from the span columns of each table; they guard every quotation."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import polars as pl

from expectations.rules.rule import Context, Judge, Rule
from warehouse.tables import ALL_TABLES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from warehouse.contract import SpanColumns, Table

EVIDENCE: Final = {
    **dict.fromkeys(
        ("core.entity_mentions", "core.roles", "core.figures", "core.dates", "core.quotes"), ("",)
    ),
    "core.relations": ("verb_", "subject_"),
}
"""Prefixes of the span that the evidence sentence is about, the first that is given, by table."""


def span_rules() -> tuple[Rule, ...]:
    """Return the rules on offsets of all tables that have any."""
    return tuple(rule for table in ALL_TABLES for rule in _rules_of(table))


def _rules_of(table: Table) -> Iterator[Rule]:
    if not table.spans and "start_char" not in table.column_names:
        return
    yield _order_rule(table)
    if not table.spans:
        yield _inside_text_rule(table)
        return
    yield _complete_rule(table)
    yield _text_rule(table)
    if table.qualified_name in EVIDENCE:
        yield _sentence_rule(table)


def _order_rule(table: Table) -> Rule:
    pairs = [(span.start_char, span.end_char) for span in table.spans]
    pairs = pairs or [("start_char", "end_char")]
    return Rule(
        name="end_char_follows_start_char",
        table=table.qualified_name,
        columns=tuple(name for pair in pairs for name in pair),
        reason="A span ends after it starts.",
        broken=pl.any_horizontal(pl.col(end) <= pl.col(start) for start, end in pairs),
    )


def _complete_rule(table: Table) -> Rule:
    return Rule(
        name="span_columns_complete",
        table=table.qualified_name,
        columns=tuple(span.text for span in table.spans),
        reason="Text, start and end of a span are all given or all null.",
        broken=pl.any_horizontal(_is_partial(span) for span in table.spans),
    )


def _is_partial(span: SpanColumns) -> pl.Expr:
    nulls = [pl.col(name).is_null() for name in (span.text, span.start_char, span.end_char)]
    return pl.any_horizontal(nulls) & ~pl.all_horizontal(nulls)


def _text_rule(table: Table) -> Rule:
    return Rule(
        name="span_text_matches_document",
        table=table.qualified_name,
        columns=tuple(span.text for span in table.spans),
        reason="The text between the offsets of a span is the text of the span.",
        needs=("raw.documents",),
        broken=_slicing_judge(table.spans),
    )


def _slicing_judge(spans: tuple[SpanColumns, ...]) -> Judge:
    def judge(frame: pl.DataFrame, context: Context) -> pl.Series:
        broken = pl.repeat(value=False, n=frame.height, dtype=pl.Boolean, eager=True)
        for span in spans:
            broken |= _differs_from_text(frame, span, context.texts)
        return broken

    return judge


def _differs_from_text(frame: pl.DataFrame, span: SpanColumns, texts: dict[str, str]) -> pl.Series:
    rows = frame.select("document_id", span.text, span.start_char, span.end_char).iter_rows()
    broken = [
        # a missing document is the matter of reference_exists, a missing cell of not_null
        None not in row
        and row[0] in texts
        and (row[2] < 0 or texts[row[0]][row[2] : row[3]] != row[1])
        for row in rows
    ]
    return pl.Series(span.text, broken, dtype=pl.Boolean)


def _inside_text_rule(table: Table) -> Rule:
    return Rule(
        name="span_inside_text",
        table=table.qualified_name,
        columns=("document_id", "end_char"),
        reason="A span ends within the text of its document.",
        needs=("raw.documents",),
        broken=_ends_beyond_text,
    )


def _ends_beyond_text(frame: pl.DataFrame, context: Context) -> pl.Series:
    texts = context.texts
    rows = frame.select("document_id", "end_char").iter_rows()
    broken = [None not in row and row[0] in texts and row[1] > len(texts[row[0]]) for row in rows]
    return pl.Series(broken, dtype=pl.Boolean)


def _sentence_rule(table: Table) -> Rule:
    starts, ends = (
        tuple(f"{prefix}{name}" for prefix in EVIDENCE[table.qualified_name])
        for name in ("start_char", "end_char")
    )
    return Rule(
        name="evidence_sentence_holds_span",
        table=table.qualified_name,
        columns=("sentence_index", *starts, *ends),
        reason="The evidence sentence and the span share characters.",
        needs=("core.sentences",),
        broken=_sentence_judge(pl.coalesce(starts), pl.coalesce(ends)),
    )


def _sentence_judge(start: pl.Expr, end: pl.Expr) -> Judge:
    key = ["document_id", "sentence_index"]

    def judge(frame: pl.DataFrame, context: Context) -> pl.Series:
        sentences = context.frames["core.sentences"].select(
            *key, sentence_start=pl.col("start_char"), sentence_end=pl.col("end_char")
        )
        joined = frame.select(*key, start=start, end=end).join(
            sentences.unique(key, keep="first", maintain_order=True),
            on=key,
            how="left",
            maintain_order="left",
        )
        shares = (pl.col("sentence_start") < pl.col("end")) & (
            pl.col("start") < pl.col("sentence_end")
        )
        return joined.select(~shares).to_series()

    return judge

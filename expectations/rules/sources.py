"""Rules on who says something: one name, one type and one entity, wherever it is said."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Final

import polars as pl

from expectations.rules.lookup import compared_with
from expectations.rules.parties import SAYING_TABLES
from expectations.rules.rule import Context, Rule
from expectations.suites import WARNING

if TYPE_CHECKING:
    from collections.abc import Iterator

THINGS: Final = "core.document_entities"
QUOTES: Final = "core.quotes"
LABELS_OF_TYPE: Final = {
    "person": ("PERSON",),
    "organisation": ("ORG", "FAC"),
    "place": ("GPE", "LOC", "FAC"),
}
"""Labels of the things that a source of a type may be; any other type may be any thing."""
UNNAMED: Final = "(?:^|:)(?:phrase|unresolved)$"
"""Rules of a source whose phrase is all that is known of it."""
TYPED_RULE: Final = {"claimant": "claimant_rule", "speaker": "speaker_rule"}
MARKS: Final = frozenset("\"'\u201c\u201d\u2018\u2019\u00ab\u00bb\u201e\u201a\u2039\u203a`\u00b4")
REACH: Final = 3
"""Characters beside a quotation among which its mark stands; the others are spaces."""


def _thing_of(party: str) -> dict[str, str]:
    return {"document_id": "document_id", f"{party}_entity_index": "entity_index"}


def _name_differs(source: str, party: str) -> pl.Expr:
    differs = pl.col(f"{party}_name") != pl.col("thing_name")
    return differs & (pl.col(f"{source}_type") != "document") if party == source else differs


def _type_differs(column: str) -> pl.Expr:
    fits = pl.lit(value=False)
    for name, labels in LABELS_OF_TYPE.items():
        fits |= (pl.col(column) == name) & pl.col("thing_label").is_in(labels)
    is_typed = pl.col(column).is_in(list(LABELS_OF_TYPE))
    return is_typed & pl.col("thing_label").is_not_null() & ~fits


def _spaced(column: str) -> pl.Expr:
    return pl.col(column).str.replace_all(r"\s+", " ")


def _source_rules(table: str, source: str, other: tuple[str, str]) -> Iterator[Rule]:
    for party in (source, "via"):
        yield Rule(
            name=f"{party}_named_as_thing",
            table=table,
            columns=(f"{party}_name", f"{party}_entity_index"),
            severity=WARNING,
            reason="Who is a thing of the document has its name, unless it is a text.",
            beside=(THINGS,),
            broken=compared_with(
                THINGS,
                _thing_of(party),
                {"thing_name": "entity_name"},
                _name_differs(source, party),
            ),
        )
    yield Rule(
        name="source_type_agrees_with_label",
        table=table,
        columns=(f"{source}_type", f"{source}_entity_index"),
        severity=WARNING,
        reason="A person is labelled as one, and so are bodies and places.",
        beside=(THINGS,),
        broken=compared_with(
            THINGS,
            _thing_of(source),
            {"thing_label": "label"},
            _type_differs(f"{source}_type"),
        ),
    )
    yield Rule(
        name="phrase_is_its_own_name",
        table=table,
        columns=(f"{source}_name", f"{source}_text", TYPED_RULE[source]),
        severity=WARNING,
        reason="A source of which nothing but its phrase is known is named by that.",
        broken=pl.col(TYPED_RULE[source]).str.contains(UNNAMED)
        & pl.col(f"{source}_entity_index").is_null()
        & (_spaced(f"{source}_name") != _spaced(f"{source}_text")),
    )
    yield _one_source_rule(table, source, other)


def _one_source_rule(table: str, source: str, other: tuple[str, str]) -> Rule:
    other_table, theirs = other
    span = ("start_char", "end_char")
    values = ("name", "type", "entity_index")
    return Rule(
        name="phrase_means_one_source",
        table=table,
        columns=tuple(f"{source}_{name}" for name in (*values, *span)),
        severity=WARNING,
        reason="One phrase of a text means one source, for figures and quotations alike.",
        beside=(other_table,),
        broken=compared_with(
            other_table,
            {"document_id": "document_id"} | {f"{source}_{n}": f"{theirs}_{n}" for n in span},
            {"other_text": f"{theirs}_text"} | {f"other_{n}": f"{theirs}_{n}" for n in values},
            pl.col("other_text").is_not_null()
            & pl.any_horizontal(
                ~pl.col(f"{source}_{n}").eq_missing(pl.col(f"other_{n}")) for n in values
            ),
        ),
    )


def _crosses(quotes: pl.DataFrame, _context: Context) -> pl.Series:
    places = quotes.select("document_id", "start_char", "end_char").with_row_index("position")
    ordered = places.drop_nulls().sort(
        "document_id", "start_char", "end_char", descending=[False, False, True]
    )
    crossing = {
        position
        for _, rows in groupby(ordered.iter_rows(), key=lambda row: row[1])
        for position in _crossing(rows)
    }
    return pl.Series([row in crossing for row in range(quotes.height)], dtype=pl.Boolean)


def _crossing(rows: Iterator[tuple[int, str, int, int]]) -> Iterator[int]:
    """Yield the positions of spans that begin in another one and end behind it."""
    around: list[int] = []
    for position, _, start, end in rows:
        while around and around[-1] <= start:
            around.pop()
        if around and end > around[-1]:
            yield position
        else:
            around.append(end)


def _marks_differ(quotes: pl.DataFrame, context: Context) -> pl.Series:
    rows = quotes.select("kind", "document_id", "start_char", "end_char").iter_rows()
    return pl.Series([_is_of_other_kind(row, context.texts) for row in rows], dtype=pl.Boolean)


def _is_of_other_kind(row: tuple[str, str, int, int], texts: dict[str, str]) -> bool:
    kind, document_id, start, end = row
    if None in row or document_id not in texts:
        return False
    text = texts[document_id]
    before = text[max(0, start - REACH) : max(0, start)].rstrip()
    behind = text[end : end + REACH].lstrip()
    is_opened, is_closed = before[-1:] in MARKS, behind[:1] in MARKS
    if kind == "direct":
        return not (is_opened or is_closed)
    return kind == "indirect" and is_opened and is_closed


_STANCE_MISSING: Final = pl.col("stance").is_null()
SOURCE_RULES: Final = (
    *_source_rules("core.figures", "claimant", (QUOTES, "speaker")),
    *_source_rules(QUOTES, "speaker", ("core.figures", "claimant")),
    Rule(
        name="speaker_has_rule",
        table=QUOTES,
        columns=("speaker_rule", "speaker_text"),
        severity=WARNING,
        reason="A speaker, and nobody else, says how it was found.",
        broken=pl.col("speaker_rule").is_null() != pl.col("speaker_text").is_null(),
    ),
    *(
        Rule(
            name="stance_has_source",
            table=table,
            columns=("stance", "cue_text", f"{source}_text"),
            severity=WARNING,
            reason="Where a cue or a source is, there is a stance, and nowhere else.",
            broken=(pl.col("cue_text").is_null() & pl.col(f"{source}_text").is_null())
            != _STANCE_MISSING,
        )
        for table, source in SAYING_TABLES.items()
    ),
    Rule(
        name="quotations_nest",
        table=QUOTES,
        columns=("start_char", "end_char"),
        severity=WARNING,
        reason="Of two quotations that share characters one lies in the other.",
        broken=_crosses,
    ),
    Rule(
        name="marks_agree_with_kind",
        table=QUOTES,
        columns=("kind", "start_char", "end_char"),
        severity=WARNING,
        reason="A direct quotation stands beside a quotation mark, an indirect one not between "
        "two.",
        needs=("raw.documents",),
        broken=_marks_differ,
    ),
)

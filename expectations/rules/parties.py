"""Rules on who says something, for claimants of figures and speakers of quotations alike."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import polars as pl

from expectations.rules.rule import Rule
from expectations.suites import WARNING

if TYPE_CHECKING:
    from collections.abc import Iterator

SAYING_TABLES: Final = {"core.figures": "claimant", "core.quotes": "speaker"}
"""First part of the names of the columns of who says it, by table."""
IMPERSONAL_RULE: Final = "(^|/)impersonal(/|$)"
"""Part of the rule of what is said by nobody: ``impersonal/clause``, ``around/impersonal/...``."""
_QUOTES: Final = "core.quotes"


def _names_nobody(column: str) -> pl.Expr:
    return pl.col(column).str.contains(IMPERSONAL_RULE).fill_null(value=False)


def _presence_differs(columns: tuple[str, str]) -> pl.Expr:
    return pl.col(columns[0]).is_null() != pl.col(columns[1]).is_null()


def _completeness_rules() -> Iterator[Rule]:
    """Yield for each table the rules that a source has a name and a type, and nobody has none."""
    for table, source in SAYING_TABLES.items():
        names = [(f"{party}_text", f"{party}_name") for party in (source, "via")]
        yield Rule(
            name="party_has_name",
            table=table,
            columns=tuple(column for pair in names for column in pair),
            reason="Who says something or passes it on has a text and a name, or neither.",
            broken=pl.any_horizontal(_presence_differs(pair) for pair in names),
        )
        kind = (f"{source}_text", f"{source}_type")
        yield Rule(
            name="source_has_type",
            table=table,
            columns=kind,
            reason="It is known what sort of source says something, and of nobody else.",
            broken=_presence_differs(kind),
        )


PARTY_RULES: Final = (
    *_completeness_rules(),
    Rule(
        name="own_voice_has_no_stance",
        table="core.figures",
        columns=("claimant_text", "stance", "claimant_rule"),
        severity=WARNING,
        reason="The article's own voice has no stance, unless somebody is said to claim it.",
        broken=pl.col("claimant_text").is_null()
        & pl.col("stance").is_not_null()
        & ~_names_nobody("claimant_rule"),
    ),
    Rule(
        name="reported_speech_has_speaker",
        table=_QUOTES,
        columns=("kind", "speaker_text", "rule"),
        severity=WARNING,
        reason="A mixed or indirect quotation has a speaker, unless nobody is said to say it.",
        broken=pl.col("kind").is_in(("mixed", "indirect"))
        & pl.col("speaker_text").is_null()
        & ~_names_nobody("rule"),
    ),
    Rule(
        name="speaker_outside_quotation",
        table=_QUOTES,
        columns=("speaker_start_char", "speaker_end_char", "start_char", "end_char"),
        severity=WARNING,
        reason="The phrase that says who speaks is no part of what is said.",
        broken=(pl.col("speaker_start_char") < pl.col("end_char"))
        & (pl.col("start_char") < pl.col("speaker_end_char")),
    ),
)

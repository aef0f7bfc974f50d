"""The report in a few lines of Markdown, for pages that cannot hold a file."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from tasks.quality_report.advice import advise, headline

if TYPE_CHECKING:
    from pathlib import Path

    from warehouse.quality import RunQuality

MARKS: Final = re.compile(r"([\\`*_{}\[\]()<>#+\-!|&~])")
SHOWN_RULES: Final = 20


def render_summary(quality: RunQuality, file: Path) -> str:
    """Return status, advice, failed rules and the place of the report as Markdown.

    Args:
        quality: What is known about the run.
        file: The report.
    """
    advice = "\n".join(f"- **{item.level}**: {plain(item.words)}" for item in advise(quality))
    rules = "\n".join(
        f"| {plain(row['table_name'])} | {plain(row['expectation'])} | {row['severity']} "
        f"| {row['unexpected_count']} |"
        for row in quality.failing_rules.head(SHOWN_RULES).iter_rows(named=True)
    )
    heads = "| table | rule | severity | rows |\n|---|---|---|---|\n"
    table = f"\n\n{heads}{rules}" if rules else ""
    return f"## {headline(quality)}\n\n{advice}{table}\n\nWhole report: {plain(str(file))}\n"


def plain(words: str) -> str:
    r"""Return text whose signs Markdown and HTML do not take for markup, on one line.

    >>> print(plain("<b> a_b"))
    \<b\> a\_b
    """
    return MARKS.sub(r"\\\1", " ".join(words.split()))

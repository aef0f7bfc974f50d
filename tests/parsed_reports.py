"""What hand-parsed sentences report, as texts that a test can compare.

The notation is that of ``tests.parsed``. Clauses that many sentences share stand here with a gap
for what hangs on the rest of the sentence: their label and head.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tasks.nlp.quotes.component import find_doc_reports
from tests.parsed import parsed, tree_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tasks.nlp.quotes.report import Report
    from tasks.nlp.spans import Span
    from tasks.nlp.syntax.tree import Word

ENVOY: Final = "The/DET/det>envoy envoy/NOUN/nsubj>{} "
NINE_DIED: Final = "nine/NUM/nummod>men men/NOUN/nsubj>died died=die/VERB:VBD/{} "
IT_WAS_SAFE: Final = "it/PRON/nsubj>safe was=be/AUX/cop>safe safe/ADJ/{} "
THAT_SAFE: Final = "that/SCONJ/mark>safe " + IT_WAS_SAFE


def reports_of(notation: str, names: dict[str, str] | None = None) -> list[Report]:
    """Return the reports of a hand-parsed text."""
    return list(find_doc_reports(parsed(notation, names))._.reports)


def said(notation: str, names: dict[str, str] | None = None) -> list[tuple[str | None, str, str]]:
    """Return who says what: source, cue, and the contents with a bar between them."""
    return [
        (report.source.span.text if report.source else None, report.cue.text, joined(report))
        for report in reports_of(notation, names)
    ]


def only(notation: str, names: dict[str, str] | None = None) -> Report:
    """Return the one report of a text."""
    [report] = reports_of(notation, names)
    return report


def joined(report: Report) -> str:
    """Return the contents of a report with a bar between them."""
    return texts(report.contents)


def texts(spans: Sequence[Span]) -> str:
    """Return the texts of spans with a bar between them."""
    return " | ".join(span.text for span in spans)


def word_of(notation: str, text: str) -> Word:
    """Return the first word of a hand-parsed text that is spelt so."""
    return next(word for word in tree_of(notation) if word.text == text)

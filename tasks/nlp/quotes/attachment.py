"""Which cue the words between quotation marks belong to: around them, or beside them."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from tasks.nlp.quotes.pairing import QuotedRange
from tasks.nlp.quotes.report import Report

REACH_CHARS: Final = 400
"""Characters between a quotation and the cue beside it at most."""
WORDS_BEHIND: Final = 4
"""Words between a quotation and the cue or speaker behind it at most."""
WORDS_BEFORE: Final = 25
"""Words between a cue and the quotation that it opens at most."""
SENTENCE_END: Final = re.compile(r"[.!?](?=[\s\"”’»)]|$)")
WORD: Final = re.compile(r"[^\W_]+")
LOOSE: Final = re.compile(r"[\W_]*")


@dataclass(frozen=True, slots=True)
class Attachment:
    """How a quoted range belongs to a report.

    Attributes:
        report: The report.
        whole: Characters of the whole content, more than the range where words without marks
            belong to it, too.
        rule: around, behind or before: where the cue's content or the cue stands.
    """

    report: Report
    whole: tuple[int, int]
    rule: str


class Cues:
    """The reports of a document, to be asked for by place."""

    def __init__(self, text: str, reports: Sequence[Report]) -> None:
        """Take the reports in order of their cues."""
        self.text = text
        self.reports = reports
        self.starts = [report.cue.start_char for report in reports]

    def near(self, start: int, end: int, reach: int) -> list[Report]:
        """Return the reports whose cue stands in some reach of a range."""
        first = bisect_left(self.starts, start - reach)
        return list(self.reports[first : bisect_right(self.starts, end + reach)])

    def attach(self, found: QuotedRange) -> Attachment | None:
        """Return the report that a quoted range belongs to, None where there is none."""
        start, end = found.start_char, found.end_char
        outside = [
            report
            for report in self.near(start, end, REACH_CHARS)
            if not start <= report.cue.start_char < end and not speaks(report, start, end)
        ]
        return (
            self.around(outside, start, end)
            or self.behind(outside, start, end)
            or self.before(outside, start, end)
        )

    def around(self, reports: Sequence[Report], start: int, end: int) -> Attachment | None:
        """Return the narrowest content that a range stands in or reaches into."""
        best: Attachment | None = None
        for report in reports:
            for content in report.contents:
                if not content.overlaps(start, end):
                    continue
                whole = min(start, content.start_char), max(end, content.end_char)
                if self.is_same(whole, start, end):
                    whole = start, end
                if best is None or width(whole) < width(best.whole):
                    best = Attachment(report, whole, "around")
        return best

    def is_same(self, whole: tuple[int, int], start: int, end: int) -> bool:
        """Tell whether a content has nothing but marks beside a quoted range."""
        left, right = self.text[whole[0] : start], self.text[end : whole[1]]
        return not WORD.search(left) and not WORD.search(right)

    def behind(self, reports: Sequence[Report], start: int, end: int) -> Attachment | None:
        """Return the report whose cue follows a quotation in its sentence."""
        for report in reports:
            first = first_of(report)
            if first < end or not may_take(report, start, end):
                continue
            gap = self.text[end:first]
            if len(WORD.findall(gap)) <= WORDS_BEHIND and not SENTENCE_END.search(gap):
                return Attachment(report, (start, end), "behind")
            return None
        return None

    def before(self, reports: Sequence[Report], start: int, end: int) -> Attachment | None:
        """Return the report whose cue opens a quotation."""
        for report in reversed(reports):
            if report.cue.end_char > start:
                continue
            gap = self.text[report.cue.end_char : start]
            if SENTENCE_END.search(gap):
                return None
            is_next = LOOSE.fullmatch(gap) is not None
            takes = may_take(report, start, end) or (is_next and report.takes_speech)
            if takes and (len(WORD.findall(gap)) <= WORDS_BEFORE or is_next):
                return Attachment(report, (start, end), "before")
        return None


def speaks(report: Report, start: int, end: int) -> bool:
    """Tell whether a range is a part of the phrase that says who speaks."""
    source = report.source
    return source is not None and source.span.start_char <= start and end <= source.span.end_char


def may_take(report: Report, start: int, end: int) -> bool:
    """Tell whether a cue takes words in marks beside it and has no other content."""
    if not report.takes_speech:
        return False
    return not report.contents or any(content.overlaps(start, end) for content in report.contents)


def first_of(report: Report) -> int:
    """Return where a reporting clause starts: at its cue or its source before it."""
    source = report.source
    return min(report.cue.start_char, source.span.start_char) if source else report.cue.start_char


def width(place: tuple[int, int]) -> int:
    """Return the number of characters of a range."""
    return place[1] - place[0]

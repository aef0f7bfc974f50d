"""Reported speech: the contents of reports that are more than words between marks."""

from collections.abc import Iterator
from typing import Final

from tasks.nlp.quotes.quoted import DIRECT_SHARE, MIN_NESTED_WORDS, Marked
from tasks.nlp.quotes.quoted_text import QuotedText
from tasks.nlp.quotes.report import Report
from tasks.nlp.quotes.speakers import FIRST_PERSON
from tasks.nlp.quotes.speech import word_count
from tasks.nlp.quotes.vocabulary import (
    ADDRESSEE,
    CLAUSE,
    INFINITIVE,
    NAMING,
    OBJECT,
    STATED,
    WEAK,
)
from tasks.nlp.quotes.voices import Voices
from tasks.nlp.spans import Quote, Span

MIXED_SHARE: Final = 0.2
"""Share of a content between marks from which it is mixed, and not indirect."""
DEEDS: Final = frozenset({OBJECT, INFINITIVE, ADDRESSEE, NAMING})
"""Frames of verbs that somebody may be said to have done."""


class Reported:
    """The contents of a document's reports."""

    def __init__(self, quoted: QuotedText, voices: Voices, marked: list[Marked]) -> None:
        """Take the text with its quoted ranges, who speaks, and the ranges with their reports."""
        self.quoted = quoted
        self.voices = voices
        self.ranges: dict[int, list[Marked]] = {}
        for one in marked:
            if one.number is not None:
                self.ranges.setdefault(one.number, []).append(one)

    def contents(self) -> Iterator[tuple[Quote, bool]]:
        """Yield what is said, and whether it is a quotation of the document by itself."""
        for number, report in enumerate(self.voices.reports):
            if self.is_nobodys(number, report) or self.is_own_view(number, report):
                continue
            if self.is_deed(number, report):
                continue
            for content in report.contents:
                whole = self.quoted.widened(content)
                share = self.quoted.share(*whole)
                if share < DIRECT_SHARE and not self.is_covered(number, content):
                    kind = "mixed" if share >= MIXED_SHARE else "indirect"
                    quote = self.voices.quote(number, whole, kind, report.rule)
                    yield quote, self.is_row(number, report, quote)

    def is_row(self, number: int, report: Report, quote: Quote) -> bool:
        """Tell whether a content is a quotation of the document.

        Of what somebody is called or praised for only the quoted words are; and in somebody's words
        between marks only what another one is said to have said.
        """
        if word_count(quote.span.text) < MIN_NESTED_WORDS:
            return False
        frame = frame_of(report)
        if quote.kind == "mixed" and frame in {NAMING, OBJECT}:
            return False
        if self.quoted.around(report.cue) is None:
            return True
        is_known = quote.speaker is not None and quote.speaker.kind != "pronoun"
        is_speech = frame == CLAUSE and report.takes_speech
        return is_known and is_speech and self.voices.via(number) is not None

    def is_own_view(self, number: int, report: Report) -> bool:
        """Tell ``I think`` in somebody's words: they are the words of the same speaker."""
        source = report.source
        if source is None or not source.is_pronoun or self.voices.outer[number] is None:
            return False
        return source.head.text.lower() in FIRST_PERSON

    def is_nobodys(self, number: int, report: Report) -> bool:
        """Tell whether nobody surely speaks: ``it regretted``, or a deed told between marks."""
        speaker = self.voices.speakers[number]
        if frame_of(report) not in WEAK:
            return False
        is_unknown = speaker is not None and speaker.kind == "pronoun"
        return is_unknown or self.quoted.around(report.cue) is not None

    def is_deed(self, number: int, report: Report) -> bool:
        """Tell what others want or praise in somebody's words: ``said they wanted 40``."""
        is_inside = self.voices.outer[number] is not None and report.source is not None
        is_text = report.source is not None and report.source.is_document
        is_mere = report.stance == STATED and not report.takes_speech
        return is_inside and frame_of(report) in DEEDS and is_mere and not is_text

    def is_covered(self, number: int, content: Span) -> bool:
        """Tell whether a content is a part of the words between marks that are its report's."""
        for one in self.ranges.get(number, ()):
            if one.found.is_inner:
                if content.overlaps(one.found.start_char, one.found.end_char):
                    return True
            elif one.found.holds(content.start_char, content.end_char):
                return True
        return False


def frame_of(report: Report) -> str:
    """Return the last part of a report's rule: the frame of its content."""
    return report.rule.rpartition("/")[2]

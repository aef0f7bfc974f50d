"""The date that an amount is true of, by the dates around it.

In order: a date of the figure's own clause, for what is said in the present tense the day of
publication, else the only date of its sentence, else the only recent one of the sentence before it
in the same passage. Where none of them answers nothing is known, and the day of the run never
matters.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from tasks.nlp.spans import DateMention, Figure, Sentence, Span

TIMELESS: Final = frozenset({"duration", "age"})
"""Kinds of figures that are true of no date of their own."""
CLAUSE_END: Final = re.compile(r"[;:(),]|\b(?:from|against|than|and|but|while|whereas)\b")
"""What stands between two clauses, or between a level and the one it is compared with."""
NEARBY: Final = frozenset({"day", "week", "month", "interval"})
"""Precisions of dates that go on into the next sentence; a year may be that of a birth."""
LONGEST_AGO: Final = timedelta(days=366)
"""Before the publication; what is older is history."""


@dataclass(frozen=True, slots=True)
class AsOf:
    """First and last day, inclusive, with the precision of the date and the rule that chose it."""

    start_on: date
    end_on: date
    precision: str
    rule: str


class DatesAround:
    """The dates of a document by sentence.

    Args:
        text: Text of the document.
        sentences: Its sentences, in order.
        dates: Its dates, in order; those without a value say nothing.
        published_on: Day of publication as stated, or None.
    """

    def __init__(
        self,
        text: str,
        sentences: Sequence[Sentence],
        dates: Sequence[DateMention],
        published_on: date | None,
    ) -> None:
        """Take over a document."""
        self._text = text
        self._sentences = sentences
        self._dates = [found for found in dates if found.start_on is not None]
        self._starts = [found.span.start_char for found in self._dates]
        self._published_on = published_on

    def as_of(self, figure: Figure, sentence: int) -> AsOf | None:
        """Return the date that a figure of a sentence is true of, or None."""
        if figure.kind in TIMELESS or not self._sentences:
            return None
        here = [
            found
            for found in self._in_sentence(sentence)
            if not found.span.overlaps(figure.span.start_char, figure.span.end_char)
        ]
        own = [found for found in here if self._is_same_clause(found.span, figure.span)]
        if own:
            return as_of_date(min(own, key=lambda found: gap(found.span, figure.span)), "clause")
        if figure.is_present and self._published_on is not None:
            return AsOf(self._published_on, self._published_on, "day", "present_at_publication")
        if here:
            return only_date(here, "sentence")
        before = self._before(sentence)
        return only_date(before, "sentence_before") if before else None

    def _in_sentence(self, sentence: int) -> list[DateMention]:
        """Return the dates of a sentence."""
        place = self._sentences[sentence]
        first = bisect_left(self._starts, place.start_char)
        return self._dates[first : bisect_left(self._starts, place.end_char)]

    def _before(self, sentence: int) -> list[DateMention]:
        """Return the dates of the sentence before, in the same passage."""
        if not sentence:
            return []
        before, here = self._sentences[sentence - 1], self._sentences[sentence]
        if before.passage_index != here.passage_index:
            return []
        return [found for found in self._in_sentence(sentence - 1) if self._is_recent(found)]

    def _is_recent(self, found: DateMention) -> bool:
        """Tell whether a date may be that of what the next sentence tells."""
        if found.precision not in NEARBY:
            return False
        if self._published_on is None or found.end_on is None:
            return True
        return self._published_on - found.end_on <= LONGEST_AGO

    def _is_same_clause(self, one: Span, two: Span) -> bool:
        """Tell whether no clause ends between two stretches of the text."""
        first, last = sorted((one, two), key=lambda span: span.start_char)
        between = self._text[first.end_char : last.start_char]
        # "On Friday, 34 people were killed": the comma belongs to the date.
        between = between.removeprefix(",") if first == one else between
        return CLAUSE_END.search(between) is None


def gap(one: Span, two: Span) -> int:
    """Return the number of characters between two spans."""
    return max(one.start_char - two.end_char, two.start_char - one.end_char)


def only_date(dates: Sequence[DateMention], rule: str) -> AsOf | None:
    """Return the one value that some dates have, or None where they have several."""
    values = {(found.start_on, found.end_on) for found in dates}
    return as_of_date(dates[0], rule) if len(values) == 1 else None


def as_of_date(found: DateMention, rule: str) -> AsOf | None:
    """Return a date as the date of a figure."""
    if found.start_on is None or found.end_on is None:
        return None
    return AsOf(found.start_on, found.end_on, found.precision, rule)

"""The quoted ranges of a document, to be asked what of a content stands between marks."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from tasks.nlp.quotes.pairing import QuotedRange
from tasks.nlp.spans import Span


class QuotedText:
    """A text with its quoted ranges, which do not overlap and stand in order."""

    def __init__(self, text: str, ranges: Sequence[QuotedRange]) -> None:
        """Take the ranges that stand in no other one."""
        self.text = text
        self.ranges = ranges
        self._ends = [found.end_char for found in ranges]

    def behind(self, start: int) -> int:
        """Return the position of the first range that ends behind a character."""
        return bisect_right(self._ends, start)

    def touching(self, start: int, end: int) -> Iterator[QuotedRange]:
        """Yield the ranges that share a character with a stretch."""
        for place in range(self.behind(start), len(self.ranges)):
            if self.ranges[place].start_char >= end:
                return
            yield self.ranges[place]

    def around(self, span: Span) -> int | None:
        """Return the position of the range that a span lies in, None outside of marks."""
        place = self.behind(span.start_char)
        if place < len(self.ranges) and self.ranges[place].holds(span.start_char, span.end_char):
            return place
        return None

    def share(self, start: int, end: int) -> float:
        """Return the share of a stretch's letters that stand between marks in it, 0 to 1."""
        quoted = 0
        for found in self.touching(start, end):
            if found.start_char >= start or end >= found.end_char:
                first, last = max(found.start_char, start), min(found.end_char, end)
                quoted += letters(self.text[first:last])
        return quoted / max(1, letters(self.text[start:end]))

    def widened(self, content: Span) -> tuple[int, int]:
        """Return a content up to the ends of the quoted ranges that it begins or ends in."""
        start, end = content.start_char, content.end_char
        for found in self.touching(start, end):
            if not found.holds(start, end):
                start, end = min(start, found.start_char), max(end, found.end_char)
        return start, end


def letters(text: str) -> int:
    """Return the number of letters and digits of a text."""
    return sum(character.isalnum() for character in text)

"""Decides between the names that several sources find at one place.

The longer span wins, because it is the fuller name: "United Nations Security Council" over "United
Nations". Of two equal spans the one of the earlier source wins: the grammar of arms knows which
words belong to a type, the gazetteer holds only forms that mean one thing, the model guesses. On
the gold for tuning that order is better than any other, for persons too.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Final, Self

from spacy.tokens import Span
from spacy.util import filter_spans

ARMAMENT: Final = "armament"
GAZETTEER: Final = "gazetteer"
MODEL: Final = "model"
ORDER: Final = (ARMAMENT, GAZETTEER, MODEL)
"""Sources of names; ``ent.id_`` begins with the source, a colon may follow."""


@dataclass(frozen=True, slots=True)
class LostName:
    """A candidate that is no mention, offsets from the Doc's first character, and why."""

    start_char: int
    end_char: int
    text: str
    label: str
    rule: str
    reason: str

    def moved(self, distance: int) -> Self:
        """Return the candidate shifted to the right by ``distance`` characters."""
        return replace(
            self, start_char=self.start_char + distance, end_char=self.end_char + distance
        )


def source_of(span: Span) -> str:
    """Return the source of a candidate."""
    return span.id_.partition(":")[0]


def merged(candidates: Iterable[Span]) -> tuple[list[Span], list[LostName]]:
    """Return the mentions, in order and without overlaps, and the candidates that lost.

    One with the same bounds and label as a mention has not lost.

    Args:
        candidates: Names of all sources, ``id_`` set to their rule.
    """
    ranked = sorted(candidates, key=lambda span: (ORDER.index(source_of(span)), span.start))
    kept = filter_spans(ranked)
    agreed = {(span.start, span.end, span.label_) for span in kept}
    winners = {place: span for span in kept for place in range(span.start, span.end)}
    lost = {
        lost_name(span, winners)
        for span in ranked
        if (span.start, span.end, span.label_) not in agreed
    }
    return kept, sorted(lost, key=lambda name: (name.start_char, name.end_char, name.rule))


def lost_name(span: Span, winners: Mapping[int, Span]) -> LostName:
    """Return a candidate that lost, with the first mention that has one of its words."""
    words = range(span.start, span.end)
    winner = next(winners[place] for place in words if place in winners)
    is_longer = winner.end - winner.start > span.end - span.start
    why = "is longer" if is_longer else f"comes first ({source_of(winner)})"
    return left_out(span, f"{winner.text!r} {why}")


def left_out(span: Span, reason: str) -> LostName:
    """Return a candidate that is no mention, with the reason."""
    return LostName(span.start_char, span.end_char, span.text, span.label_, span.id_, reason)

"""Pairs marked figures with found ones: each with the one that it overlaps most."""

from collections.abc import Sequence
from typing import Final, TypeAlias

from evaluation.figures.gold import GoldFigure, Range
from tasks.nlp.spans import Figure, Span

Pair: TypeAlias = tuple[GoldFigure, Figure]
NONE: Final = (0, 0)


def paired(gold: Sequence[GoldFigure], found: Sequence[Figure]) -> list[Pair]:
    """Return pairs that share a character, the longest overlaps first; no figure is in two."""
    overlaps = sorted(
        (
            (-shared(marked.span, range_of(figure.span)), one, other)
            for one, marked in enumerate(gold)
            for other, figure in enumerate(found)
            if shared(marked.span, range_of(figure.span))
        )
    )
    taken: tuple[set[int], set[int]] = (set(), set())
    pairs = []
    for _, one, other in overlaps:
        if one not in taken[0] and other not in taken[1]:
            taken[0].add(one)
            taken[1].add(other)
            pairs.append((gold[one], found[other]))
    return pairs


def shared(one: Range, other: Range) -> int:
    """Return how many characters two ranges share.

    >>> shared((0, 5), (3, 9)), shared((0, 5), (5, 9))
    (2, 0)
    """
    return max(0, min(one[1], other[1]) - max(one[0], other[0]))


def range_of(span: Span | None) -> Range:
    """Return the offsets of a span, an empty range for none."""
    return (span.start_char, span.end_char) if span else NONE

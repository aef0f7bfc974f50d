"""The overlap score counts the largest matching."""

from __future__ import annotations

from functools import cache

from hypothesis import given
from hypothesis import strategies as st

from evaluation.scores.names import overlapping

SPANS = st.tuples(st.integers(0, 14), st.integers(1, 6)).map(lambda pair: (pair[0], sum(pair)))


def apart(spans: set[tuple[int, int]]) -> set[tuple[int, int]]:
    """Return those spans, from the left, that overlap none before them."""
    kept: list[tuple[int, int]] = []
    for span in sorted(spans):
        if not kept or span[0] >= kept[-1][1]:
            kept.append(span)
    return set(kept)


def largest_matching(
    gold: tuple[tuple[int, int], ...], predicted: tuple[tuple[int, int], ...]
) -> int:
    """Return the size of the largest matching by trying all."""

    @cache
    def best(index: int, used: frozenset[int]) -> int:
        if index == len(predicted):
            return 0
        start, end = predicted[index]
        choices = [
            1 + best(index + 1, used | {place})
            for place, span in enumerate(gold)
            if place not in used and start < span[1] and span[0] < end
        ]
        return max([best(index + 1, used), *choices])

    return best(0, frozenset())


@given(gold=st.sets(SPANS, max_size=6), predicted=st.sets(SPANS, max_size=6).map(apart))
def test_overlap_hits_are_as_many_as_possible(
    gold: set[tuple[int, int]], predicted: set[tuple[int, int]]
) -> None:
    """For gold names that may be nested, and predictions that never overlap."""
    expected = largest_matching(tuple(sorted(gold)), tuple(sorted(predicted)))

    assert overlapping(gold, predicted) == expected

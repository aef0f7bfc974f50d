"""Parts of a long text: all of it, in order, cut at passages."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from dashboard.document.query import PART_CHARS, Passage, part_bounds


def passages_ending(ends: list[int]) -> list[Passage]:
    """Return passages with these ends."""
    starts = [0, *ends]
    return [
        Passage(start_char=start, end_char=end, kind="body")
        for start, end in zip(starts, ends, strict=False)
    ]


@given(st.lists(st.integers(1, 200_000), unique=True, max_size=20).map(sorted))
def test_parts_are_the_whole_text_and_bounded(ends: list[int]) -> None:
    """Parts follow one another from 0 to the end, and none is longer than it may be."""
    length = max(ends, default=0) + 7

    parts = part_bounds(passages_ending(ends), length)

    assert (parts[0][0], parts[-1][1]) == (0, length)
    assert all(left[1] == right[0] for left, right in pairwise(parts))
    assert all(0 < end - start <= PART_CHARS for start, end in parts)


def test_part_ends_where_the_last_passage_that_fits_does() -> None:
    """A text is cut between passages, not in one."""
    assert part_bounds(passages_ending([100, 15_000, 24_000]), 30_000) == [
        (0, 15_000),
        (15_000, 30_000),
    ]


def test_short_text_is_one_part() -> None:
    """An empty text has one part, too."""
    assert part_bounds([], 0) == [(0, 0)]

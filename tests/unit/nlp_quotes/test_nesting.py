"""The narrowest range around a place."""

from __future__ import annotations

import pytest

from tasks.nlp.quotes.nesting import innermost

WIDE, NARROW = (0, 20, -1), (4, 9, -2)


@pytest.mark.parametrize(
    ("place", "owner"),
    [
        pytest.param(6, -2, id="inside_both"),
        pytest.param(4, -2, id="first_character"),
        pytest.param(9, -1, id="behind_the_last_character"),
        pytest.param(3, -1, id="before_the_narrow_one"),
        pytest.param(19, -1, id="last_character"),
        pytest.param(20, None, id="behind_all"),
    ],
)
def test_narrowest_range_is_found(place: int, owner: int | None) -> None:
    """Ranges begin with their first character and end before their last offset."""
    assert innermost([place], [WIDE, NARROW]) == [owner]
    assert innermost([place], [NARROW, WIDE]) == [owner]


def test_without_ranges_nobody_owns_a_place() -> None:
    """Each place has an answer."""
    assert innermost([3, 5], []) == [None, None]


def test_place_never_stands_in_its_own_range() -> None:
    """Number 0 owns the narrow range: for its place the wide one counts, for number 1 the own."""
    assert innermost([6, 6], [(4, 9, 0), (0, 20, 1)]) == [1, 0]


def test_answers_have_the_order_of_the_places() -> None:
    """Places may come in any order."""
    assert innermost([19, 6, 30, 3], [WIDE, NARROW]) == [-1, -2, None, -1]


def test_range_behind_a_closed_one_counts() -> None:
    """A range that has ended is forgotten, and one that begins later is not."""
    assert innermost([2, 6, 8], [(0, 3, -1), (5, 9, -2), (7, 9, -3)]) == [-1, -2, -3]


def test_ranges_that_overlap_are_told_by_their_width() -> None:
    """The narrower one counts, though it begins earlier and ends earlier."""
    assert innermost([6], [(5, 30, -1), (0, 10, -2)]) == [-2]


def test_of_equal_ranges_the_first_owner_counts() -> None:
    """The answer does not depend on the order of the ranges."""
    assert innermost([6, 6, 6], [(0, 9, 2), (0, 9, 1)]) == [1, 2, 1]

"""Which of many ranges is the narrowest around a place."""

from collections.abc import Iterable, Sequence


def innermost(places: Sequence[int], ranges: Iterable[tuple[int, int, int]]) -> list[int | None]:
    """Return for each place the owner of the narrowest range around it, None without one.

    Args:
        places: Characters; the place of number n is owned by n, and never stands in its own range.
        ranges: Start (inclusive), end (exclusive) and owner of each range.
    """
    order = sorted(range(len(places)), key=lambda number: places[number])
    pending = sorted(ranges, key=lambda one: (one[0], -one[1]))
    found: list[int | None] = [None] * len(places)
    opened: list[tuple[int, int, int]] = []
    following = 0
    for number in order:
        place = places[number]
        while following < len(pending) and pending[following][0] <= place:
            opened.append(pending[following])
            following += 1
        opened = [one for one in opened if one[1] > place]
        around = [one for one in opened if one[2] != number]
        if around:
            found[number] = min(around, key=lambda one: (one[1] - one[0], one[2]))[2]
    return found

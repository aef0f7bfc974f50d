"""Which words of a Doc stand in the stretches that are read."""

from collections.abc import Iterator


def inside(places: list[int], starts: list[int], stretches: list[tuple[int, int]]) -> Iterator[int]:
    """Yield the positions of words that start in a stretch."""
    number = 0
    for place in places:
        while number < len(stretches) and stretches[number][1] <= starts[place]:
            number += 1
        if number < len(stretches) and stretches[number][0] <= starts[place]:
            yield place

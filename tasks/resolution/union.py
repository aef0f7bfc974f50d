"""Sets that are joined step by step (union-find); the smallest member stands for its set."""

from collections import defaultdict
from collections.abc import Iterable


class DisjointSets:
    """Numbers from 0 on, each in one set."""

    def __init__(self, size: int) -> None:
        """Begin with every number in a set of its own."""
        self.parents = list(range(size))

    def root(self, item: int) -> int:
        """Return the smallest member of an item's set."""
        while self.parents[item] != item:
            self.parents[item] = self.parents[self.parents[item]]
            item = self.parents[item]
        return item

    def join(self, one: int, other: int) -> None:
        """Make one set of two."""
        first, last = sorted((self.root(one), self.root(other)))
        self.parents[last] = first

    def sets(self, items: Iterable[int]) -> list[list[int]]:
        """Return the sets of some items, each in the order of the items."""
        found: dict[int, list[int]] = defaultdict(list)
        for item in items:
            found[self.root(item)].append(item)
        return list(found.values())

"""Scores of names and of the things that they mean.

B-cubed (Bagga and Baldwin, 1998): for each name the share of right ones among the names of its
thing, in ours and in the gold; ``all`` counts a name that one side lacks as wrong, ``matched``
leaves it out.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from evaluation.entities.gold import GoldCollection
from evaluation.entities.ours import Place

Pair = tuple[str | None, str | None]


@dataclass(slots=True)
class ClusterScores:
    """Sums over collections; the scores of many are those of all their names together."""

    right: int = 0
    found: int = 0
    stated: int = 0
    pairs: list[Pair] = field(default_factory=list)

    def add(self, collection: GoldCollection, ours: Mapping[Place, str]) -> None:
        """Count one collection; things of two collections are never the same."""
        gold = {
            (document.key, name.start_char, name.end_char): f"{collection.key}/{name.thing}"
            for document in collection.documents
            for name in document.names
        }
        self.right += len(gold.keys() & ours.keys())
        self.found += len(ours)
        self.stated += len(gold)
        for place in sorted(gold.keys() | ours.keys()):
            entity = f"{collection.key}/{ours[place]}" if place in ours else None
            self.pairs.append((gold.get(place), entity))

    @property
    def mention_f1(self) -> float:
        """F1 of names with exact bounds, whatever their label."""
        total = self.found + self.stated
        return 2 * self.right / total if total else 1.0

    def b_cubed_f1(self, *, is_matched: bool) -> float:
        """Return the B-cubed F1.

        Args:
            is_matched: Whether only names count that both sides have.
        """
        pairs = [pair for pair in self.pairs if None not in pair] if is_matched else self.pairs
        precision, recall = b_cubed(pairs)
        return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def b_cubed(pairs: Sequence[Pair]) -> tuple[float, float]:
    """Return precision and recall over pairs of (thing of the gold, entity of ours).

    >>> b_cubed([("a", "1"), ("a", "1"), ("b", "1")])
    (0.5555555555555555, 1.0)
    """
    gold = Counter(one for one, _ in pairs)
    ours = Counter(other for _, other in pairs)
    both = Counter(pairs)
    precision = (
        0.0 if one is None else both[one, other] / ours[other]
        for one, other in pairs
        if other is not None
    )
    recall = (
        0.0 if other is None else both[one, other] / gold[one]
        for one, other in pairs
        if one is not None
    )
    return mean(precision), mean(recall)


def mean(values: Iterable[float]) -> float:
    """Return the mean; of nothing 1."""
    numbers = list(values)
    return sum(numbers) / len(numbers) if numbers else 1.0

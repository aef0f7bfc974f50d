"""Hits, predictions and gold items, and the shares that follow from them."""

from __future__ import annotations

from dataclasses import dataclass

DECIMALS = 2


@dataclass(frozen=True, slots=True)
class Counts:
    """What was found right, what was predicted, and what there is to find."""

    hits: int = 0
    predicted: int = 0
    gold: int = 0

    def __add__(self, other: Counts) -> Counts:
        """Return the counts over both."""
        return Counts(
            self.hits + other.hits, self.predicted + other.predicted, self.gold + other.gold
        )

    def report(self) -> dict[str, float | int | None]:
        """Return counts and shares; shares in points (0 to 100), None where nothing is counted.

        >>> Counts(1, 2, 1).report()["f1"], Counts().report()["f1"]
        (66.67, None)
        """
        return {
            "f1": points(2 * self.hits, self.predicted + self.gold),
            "precision": points(self.hits, self.predicted),
            "recall": points(self.hits, self.gold),
            "hits": self.hits,
            "predicted": self.predicted,
            "gold": self.gold,
        }


def points(part: int, whole: int) -> float | None:
    """Return a share in points."""
    return round(100 * part / whole, DECIMALS) if whole else None

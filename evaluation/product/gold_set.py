"""What a gold set of the extraction declares: its texts by part, and how they are scored."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from operator import attrgetter
from pathlib import Path
from typing import Any, Final, Literal, NamedTuple, TypeAlias

from spacy.language import Language

from evaluation.scores.counts import Counts, points

Part: TypeAlias = Literal["dev", "test"]
PARTS: Final[tuple[Part, ...]] = ("dev", "test")
GOLD: Final = Path(__file__).parents[2] / "tests/golden"
"""Own gold that is not installed: without a clone its sets are absent."""


class Measured(NamedTuple):
    """A metric of one part of a set; ``points`` is None where nothing was asked."""

    set_name: str
    metric: str
    gold_count: int
    points: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldSet:
    """Texts with gold that are read once, for one set of metrics or several.

    Attributes:
        names: The sets that its metrics belong to.
        read: Returns the texts of a part, in a fixed order; nothing where the gold is not there.
        measure: Yields all metrics over some texts; it takes each text once.
        size: Returns the length of a text in characters, which tells how long it takes.
    """

    names: tuple[str, ...]
    read: Callable[[Part], Iterable[Any]]
    measure: Callable[[Language, Iterable[Any]], Iterator[Measured]]
    size: Callable[[Any], int] = lambda item: len(attrgetter("text")(item))


def of_part(items: Iterable[Any], part: Part) -> list[Any]:
    """Return the items whose ``split`` is a part."""
    return [item for item in items if item.split == part]


def f1(set_name: str, metric: str, counts: Counts) -> Measured:
    """Return F1 of what was found, about all there is to find."""
    return Measured(set_name, metric, counts.gold, counts.report()["f1"])


def share(set_name: str, metric: str, counts: Counts) -> Measured:
    """Return the share of right answers, about all questions."""
    return Measured(set_name, metric, counts.gold, points(counts.hits, counts.gold))

"""Scores the extraction on the gold that is there: one flat list of scores."""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final, NamedTuple, TypeAlias, TypeVar

from spacy.language import Language

from evaluation.product.gold_set import PARTS, GoldSet, Part
from evaluation.product.inventory import GOLD_SETS
from expectations.floors import Metric, Score

Item = TypeVar("Item")
Progress: TypeAlias = Callable[[], object]
"""Called after each text."""
CHARACTERS_PER_SECOND: Final = 12_000
"""About what one core of a laptop reads; it only tells a user how long to wait."""


class Wanted(NamedTuple):
    """A part of a gold set that is to be scored."""

    set_name: str
    part: str


@dataclass(frozen=True, slots=True)
class Portion:
    """The texts of one part of a gold set; ``items`` is empty where the gold is not there."""

    gold_set: GoldSet
    part: Part
    items: Sequence[Any]


def read_portions(wanted: Collection[Wanted] | None = None) -> list[Portion]:
    """Return the portions that hold what is wanted, all of them by default, in a fixed order."""
    return [
        Portion(gold_set, part, list(gold_set.read(part)))
        for gold_set in GOLD_SETS
        for part in PARTS
        if wanted is None or any(Wanted(name, part) in wanted for name in gold_set.names)
    ]


def absent_parts(portions: Sequence[Portion]) -> list[Wanted]:
    """Return the parts whose gold is not there."""
    return [
        Wanted(name, portion.part)
        for portion in portions
        if not portion.items
        for name in portion.gold_set.names
    ]


def text_count(portions: Sequence[Portion]) -> int:
    """Return how often scoring reports progress."""
    return sum(len(portion.items) for portion in portions)


def expected_seconds(portions: Sequence[Portion]) -> int:
    """Return about how long scoring takes on one core."""
    size = sum(portion.gold_set.size(item) for portion in portions for item in portion.items)
    return -(-size // CHARACTERS_PER_SECOND)


def score_portions(
    nlp: Language, portions: Sequence[Portion], progress: Progress = lambda: None
) -> Iterator[Score]:
    """Yield the scores of all portions that are there.

    Args:
        nlp: Pipeline of ``load_pipeline``.
        portions: What ``read_portions`` gives.
        progress: Called after each text.
    """
    for portion in portions:
        if portion.items:
            yield from score_portion(nlp, portion, progress)


def score_portion(nlp: Language, portion: Portion, progress: Progress) -> Iterator[Score]:
    """Yield the scores of one portion; a metric that nothing was asked for is left out."""
    items = reported(portion.items, progress)
    for measured in portion.gold_set.measure(nlp, items):
        if measured.gold_count and measured.points is not None:
            metric = Metric(measured.set_name, portion.part, measured.metric)
            yield Score(metric, measured.gold_count, measured.points)


def reported(items: Sequence[Item], progress: Progress) -> Iterator[Item]:
    """Yield items; each is reported when the next one is asked for."""
    for item in items:
        yield item
        progress()

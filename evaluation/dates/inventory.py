"""The sets: where they lie, and whether spans count to the letter."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from evaluation.dates.exclusions import without_excluded
from evaluation.dates.gold import read_gold
from evaluation.dates.ours import Reader
from evaluation.dates.recognizers import NAME as RECOGNIZERS
from evaluation.dates.recognizers import read_recognizers
from evaluation.dates.scoring import SetScore, score_set
from evaluation.dates.statements import DateInput
from evaluation.dates.wikiwars import NAME as WIKIWARS
from evaluation.dates.wikiwars import read_wikiwars
from evaluation.exclusions import Exclusions

GOLD: Final = Path(__file__).parents[2] / "tests/golden/dates"
PUBLIC: Final[dict[str, Callable[[Path], Iterable[DateInput]]]] = {
    WIKIWARS: read_wikiwars,
    RECOGNIZERS: read_recognizers,
}
SPLITS: Final = ("dev", "test")


@dataclass(frozen=True, slots=True)
class DateSet:
    """A set.

    Attributes:
        name: What the table calls it.
        inputs: Its texts.
        exact: Whether its spans leave out what ours leave out, so that every character counts.
        may_be_listed: Whether errors in it may be looked at; never those of a test set.
    """

    name: str
    inputs: list[DateInput]
    exact: bool
    may_be_listed: bool = True


def date_sets(corpora: Path | None, exclusions: Exclusions, gold: Path = GOLD) -> Iterator[DateSet]:
    """Yield the public sets that a folder holds, whole and without exclusions, then our own gold.

    Args:
        corpora: Holds the folder ``benchmarks``, None for our own gold alone.
        exclusions: As ``read_exclusions`` gives them.
        gold: Our own marked texts.
    """
    for name, read in PUBLIC.items():
        if corpora and (corpora / "benchmarks" / name).is_dir():
            inputs = list(read(corpora / "benchmarks"))
            reasons = exclusions.get(name, {})
            if reasons:
                yield DateSet(f"{name}, all", inputs, exact=False, may_be_listed=False)
            yield DateSet(name, without_excluded(name, inputs, reasons), exact=False)
    blocks = list(read_gold(gold))
    for split in SPLITS if blocks else ():
        part = [block for block in blocks if block.split == split]
        yield DateSet(f"own gold, {split}", part, exact=True, may_be_listed=split == SPLITS[0])


def score_sets(sets: Iterable[DateSet], read: Reader) -> list[SetScore]:
    """Return the scores of all sets."""
    return [score_set(one.name, one.inputs, read, exact=one.exact) for one in sets]

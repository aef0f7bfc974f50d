"""Dates: place, days and precision, as TempEval-3 counts them."""

from collections.abc import Iterable, Iterator
from typing import Final

from spacy.language import Language

from evaluation.dates.gold import read_gold
from evaluation.dates.ours import reader_of
from evaluation.dates.scoring import score_set
from evaluation.dates.statements import DateInput
from evaluation.product.gold_set import GOLD, GoldSet, Measured, Part, f1, of_part

NAME: Final = "dates"
METRICS: Final = {
    "relaxed": "overlap_f1",
    "strict": "span_f1",
    "value": "value_f1",
    "precision": "precision_column_f1",
}
"""Metrics of ``evaluation.dates`` and what they are called here."""


def read(part: Part) -> list[DateInput]:
    """Return the blocks of a part."""
    return of_part(read_gold(GOLD / NAME), part)


def measure(nlp: Language, blocks: Iterable[DateInput]) -> Iterator[Measured]:
    """Yield F1 of each metric."""
    counts = score_set(NAME, blocks, reader_of(nlp), exact=True).counts
    for metric, name in METRICS.items():
        yield f1(NAME, name, counts[metric])


DATES: Final = GoldSet(names=(NAME,), read=read, measure=measure)

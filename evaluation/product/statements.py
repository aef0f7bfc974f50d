"""Quotations, and who claims a figure: two sets of one gold, whose texts are read once."""

from collections.abc import Iterable, Iterator
from typing import Final

from spacy.language import Language

from evaluation.product.gold_set import GOLD, GoldSet, Measured, Part, f1, of_part, share
from evaluation.quotes.claims import count_claims
from evaluation.quotes.gold import GoldPassage, read_gold
from evaluation.quotes.report import claims_in, extraction_of
from evaluation.quotes.scoring import CHECKS, LOOSE, STRICT, count_quotes
from evaluation.scores.counts import Counts
from tasks.nlp.document import Extraction

QUOTES, CLAIMANTS = "quotes", "claimants"
ANSWERED: Final = ("claimant", "named", "stance")
CLASSES: Final = ("own", "via")


def read(part: Part) -> list[GoldPassage]:
    """Return the passages of a part."""
    return of_part(read_gold(GOLD / QUOTES), part)


def measure(nlp: Language, passages: Iterable[GoldPassage]) -> Iterator[Measured]:
    """Yield the metrics of the quotations and of the claimants in some passages."""
    extracted = [(passage, extraction_of(nlp, passage)) for passage in passages]
    yield from measure_quotes(extracted)
    yield from measure_claims(extracted)


def measure_quotes(extracted: Iterable[tuple[GoldPassage, Extraction]]) -> Iterator[Measured]:
    """Yield F1 of quotations, nearly whole and in part, and what is right of those found."""
    counts, checked = count_quotes((passage, found.quotes) for passage, found in extracted)
    yield f1(QUOTES, "quote_f1", counts[STRICT])
    yield f1(QUOTES, "overlap_f1", counts[LOOSE])
    for name in CHECKS:
        yield share(QUOTES, f"{name}_accuracy", checked[name])


def measure_claims(extracted: Iterable[tuple[GoldPassage, Extraction]]) -> Iterator[Measured]:
    """Yield what is right of the claimants of the figures that were found."""
    tallies = count_claims((passage, claims_in(found)) for passage, found in extracted)
    found = tallies["figures"]
    yield share(CLAIMANTS, "figure_recall", Counts(found.hits, found.hits, found.gold))
    for name in ANSWERED:
        yield share(CLAIMANTS, f"{name}_accuracy", tallies[name])
    for name in CLASSES:
        yield f1(CLAIMANTS, f"{name}_f1", tallies[name])


STATEMENTS: Final = GoldSet(names=(QUOTES, CLAIMANTS), read=read, measure=measure)

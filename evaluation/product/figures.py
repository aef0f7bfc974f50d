"""Figures: place, value, unit, bounds, what is counted, and what they mean."""

from collections.abc import Iterable, Iterator
from typing import Final

from spacy.language import Language

from evaluation.figures.gold import GoldStory, read_stories
from evaluation.figures.scores import score
from evaluation.product.gold_set import GOLD, GoldSet, Measured, Part, of_part
from tasks.nlp.document import DocumentInput, extract_document
from tasks.nlp.spans import Figure

NAME: Final = "figures"


def read(part: Part) -> list[GoldStory]:
    """Return the stories of a part."""
    return of_part(read_stories(GOLD / NAME), part)


def measure(nlp: Language, stories: Iterable[GoldStory]) -> Iterator[Measured]:
    """Yield F1 of each check: of all figures, or of those found that say something of a column."""

    def find(text: str) -> list[Figure]:
        return extract_document(nlp, DocumentInput("gold", text)).figures

    for metric, report in score(stories, find).items():
        yield Measured(NAME, f"{metric}_f1", report["gold"], report["f1"])


FIGURES: Final = GoldSet(names=(NAME,), read=read, measure=measure)

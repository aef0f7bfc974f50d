"""Places: country and point of the names that the pipeline finds where the gold has a place."""

from collections.abc import Iterable, Iterator
from typing import Final

from spacy.language import Language

from evaluation.places.gold import GoldDocument, read_documents
from evaluation.places.ours import resolve_found
from evaluation.places.scoring import judge, score_of
from evaluation.product.gold_set import GOLD, GoldSet, Measured, Part, of_part, share
from evaluation.scores.counts import Counts

NAME: Final = "places"


def read(part: Part) -> list[GoldDocument]:
    """Return the documents of a part."""
    return of_part(read_documents(GOLD / NAME), part)


def measure(nlp: Language, documents: Iterable[GoldDocument]) -> Iterator[Measured]:
    """Yield the shares of right countries and of right points; what is not found is wrong."""
    judged = [
        one for document in documents for one in judge(document, resolve_found(nlp, document))
    ]
    score = score_of(judged)
    yield share(NAME, "country_accuracy", Counts(score.right_countries, score.marks, score.marks))
    yield share(NAME, "point_accuracy", Counts(score.right_places, score.points, score.points))


PLACES: Final = GoldSet(names=(NAME,), read=read, measure=measure)

"""Entities over documents: which names of a collection mean one thing."""

from collections.abc import Iterable, Iterator
from typing import Final

from spacy.language import Language

from evaluation.entities.gold import GoldCollection, read_collections
from evaluation.entities.ours import our_names
from evaluation.entities.scoring import ClusterScores
from evaluation.product.gold_set import GOLD, GoldSet, Measured, Part, of_part
from evaluation.scores.counts import DECIMALS

NAME: Final = "entities"


def read(part: Part) -> list[GoldCollection]:
    """Return the collections of a part."""
    return of_part(read_collections(GOLD / "clusters"), part)


def measure(nlp: Language, collections: Iterable[GoldCollection]) -> Iterator[Measured]:
    """Yield F1 of names, and B-cubed F1 over all of them and over those that both sides have."""
    scores = ClusterScores()
    for collection in collections:
        scores.add(collection, our_names(nlp, collection))
    values = {
        "mention_f1": (scores.stated, scores.mention_f1),
        "b_cubed_f1": (scores.stated, scores.b_cubed_f1(is_matched=False)),
        "b_cubed_matched_f1": (scores.right, scores.b_cubed_f1(is_matched=True)),
    }
    for metric, (count, value) in values.items():
        yield Measured(NAME, metric, count, round(100 * value, DECIMALS))


def size(collection: GoldCollection) -> int:
    """Return the length of all documents of a collection."""
    return sum(len(document.text) for document in collection.documents)


ENTITIES: Final = GoldSet(names=(NAME,), read=read, measure=measure, size=size)

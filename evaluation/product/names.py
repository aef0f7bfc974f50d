"""Names as ``tallybook extract`` gives them: of our stories, and of weapons and vehicles apart."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import Final

from spacy.language import Language

from evaluation.corpora.annotated import AnnotatedText
from evaluation.corpora.armaments import read_armaments
from evaluation.corpora.inventory import own_gold
from evaluation.entities.report import found_names
from evaluation.product.gold_set import GOLD, GoldSet, Measured, Part
from evaluation.scores.classes import OWN, classes_of
from evaluation.scores.names import add_scores, report_names, score_names


def measure(set_name: str, nlp: Language, texts: Iterable[AnnotatedText]) -> Iterator[Measured]:
    """Yield F1 of names over all labels, by exact span and by overlap."""
    classes = classes_of(OWN)
    report = report_names(
        add_scores(score_names(text, found_names(nlp, text), classes) for text in texts)
    )
    for kind in ("exact", "overlap"):
        yield Measured(set_name, f"{kind}_f1", report[kind]["gold"], report[kind]["f1"])


def gold_set(name: str, read: Callable[[Part], Iterable[AnnotatedText]]) -> GoldSet:
    """Return a set of names."""
    return GoldSet(names=(name,), read=read, measure=partial(measure, name))


NAMES: Final = gold_set("names", partial(own_gold, Path()))
ARMAMENTS: Final = gold_set("armaments", partial(read_armaments, GOLD / "armaments"))

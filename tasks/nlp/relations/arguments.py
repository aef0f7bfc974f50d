"""Subject and object of one event, before they become spans."""

from collections.abc import Sequence
from dataclasses import dataclass

from tasks.nlp.relations.event_words import EventWord
from tasks.nlp.relations.object_classes import AGENTS, classes_of
from tasks.nlp.syntax.tree import Word


@dataclass(frozen=True, slots=True)
class Arguments:
    """A sense of a word and who takes part, None where it is not said.

    ``fixed`` is a noun that says the same event: the sanctions of ``impose sanctions``.
    """

    word: EventWord
    subject: Word | None
    object: Word | None
    rule: str
    fixed: Word | None = None


@dataclass(frozen=True, slots=True)
class Target:
    """What a sense does with the nouns that may be its target."""

    noun: Word | None
    is_possible: bool


def fitting(word: EventWord, nouns: Sequence[Word]) -> Target:
    """Return the first noun that a sense can have as its target.

    The sense is not possible where the best noun is of a kind that it excludes (``seize the
    chance``), and where a target that it needs is missing.
    """
    if nouns and is_excluded(word, nouns[0]):
        return Target(None, is_possible=False)
    fits = [noun for noun in nouns if not word.needs or classes_of(noun) & word.needs]
    if fits:
        return Target(fits[0], is_possible=True)
    return Target(None, is_possible=not word.must_have_target)


def is_mere_feeling(doer: Word | None) -> bool:
    """Tell whether what acts is a feeling or a sight: ``panic seized the crowd``."""
    return doer is not None and "feeling" in classes_of(doer)


def is_agent(doer: Word | None) -> bool:
    """Tell whether what acts is somebody, so that the event is told without its target."""
    return doer is not None and bool(classes_of(doer) & AGENTS)


def is_excluded(word: EventWord, noun: Word) -> bool:
    """Tell whether a sense cannot have a noun as its target; what it needs goes before."""
    classes = classes_of(noun)
    return bool(classes & word.excludes) and not classes & word.needs

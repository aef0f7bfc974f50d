"""Events that a noun says: ``the arrest of two men by police``, ``Russia's attack on Kharkiv``."""

from collections.abc import Iterator
from typing import Final

from tasks.nlp.relations.arguments import Arguments, fitting
from tasks.nlp.relations.clauses import agent_of, doer_of
from tasks.nlp.relations.event_words import COMPOUND, POSSESSOR, EventWord, event_words
from tasks.nlp.relations.object_classes import AGENTS, classes_of
from tasks.nlp.relations.verbs import behind
from tasks.nlp.syntax.arcs import children
from tasks.nlp.syntax.tree import Word

CARRY_OUT: Final = frozenset({"carry", "launch", "conduct", "stage", "mount", "make", "commit"})
"""Verbs that say no more than that the event of their object happens."""


def noun_arguments(noun: Word) -> Arguments | None:
    """Return the first sense of a noun that fits and has a subject or an object."""
    for word in event_words("noun").get(noun.lemma_.lower(), ()):
        target = fitting(word, list(targets_of(noun, word)))
        doer = doer_of_noun(noun, target.noun)
        if target.is_possible and (doer or target.noun):
            return Arguments(word, doer, target.noun, f"noun/{word.expression}")
    return None


def targets_of(noun: Word, word: EventWord) -> Iterator[Word]:
    """Yield the nouns that may be the target, best first."""
    for target in word.targets:
        if target == POSSESSOR:
            yield from [] if any(behind("of", [noun])) else children(noun, "nmod:poss")
        elif target == COMPOUND:
            yield from children(noun, "compound")
        else:
            yield from behind(target, [noun])


def doer_of_noun(noun: Word, target: Word | None) -> Word | None:
    """Return who acts: behind ``by``, before ``'s``, or the subject of ``carry out``."""
    agent = agent_of(noun) or (agent_of(target) if target and target.i > noun.i else None)
    if agent is not None:
        return agent
    owners = [owner for owner in children(noun, "nmod:poss") if owner is not target]
    if owners:
        return owners[0]
    verb = noun.head
    is_carried_out = verb.lemma_.lower() in CARRY_OUT and noun.dep_ in {"obj", "nsubj:pass"}
    if is_carried_out:
        return doer_of(verb)
    return doer_before(noun) if target is not None else None


def doer_before(noun: Word) -> Word | None:
    """Return the nation or body that is named before a noun: ``Russian strikes on``."""
    named = [child for child in children(noun, "amod") if child.ent_type_ in {"NORP", "GPE"}]
    named += [child for child in children(noun, "compound") if classes_of(child) & AGENTS]
    return named[0] if named else None

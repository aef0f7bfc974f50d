"""Events that a verb says."""

from collections.abc import Iterator
from typing import Final

from tasks.nlp.relations.arguments import Arguments, fitting, is_agent, is_mere_feeling
from tasks.nlp.relations.clauses import agent_of, doer_of, is_passive, objects_of, subject_of
from tasks.nlp.relations.event_words import OBJECT, POSSESSOR, SUBJECT, EventWord, event_words
from tasks.nlp.syntax.arcs import antecedent, case_of, children
from tasks.nlp.syntax.tree import Word

TIMES: Final = frozenset({"DATE", "TIME"})


def verb_arguments(verb: Word) -> Arguments | None:
    """Return the first sense of a verb that fits, with its subject and object."""
    for word in event_words("verb").get(verb.lemma_.lower(), ()):
        found = read_sense(verb, word)
        if found is not None:
            return found
    return None


def read_sense(verb: Word, word: EventWord) -> Arguments | None:
    """Return subject and object of a verb in one sense, None where it has another."""
    if not has_particle(verb, word.particle) or is_barred(verb, word.barred):
        return None
    fixed = fixed_object(verb, word)
    if word.fixed_object and fixed is None:
        return None
    target = fitting(word, list(targets_of(verb, word, fixed)))
    if not target.is_possible:
        return None
    inverse = word.targets == (SUBJECT,)
    doer = source_of(verb) if inverse else doer_of(verb) or agent_below(verb, target.noun)
    if is_mere_feeling(doer) or (target.noun is None and not is_agent(doer)):
        return None
    voice = "passive" if is_passive(verb) else "active"
    return Arguments(word, doer, target.noun, f"verb/{voice}/{word.expression}", fixed)


def has_particle(verb: Word, particle: tuple[str, ...]) -> bool:
    """Tell whether ``over``, ``dead`` or ``into custody`` stands with a verb, if it has to."""
    return not particle or any(
        child.lower_ == particle[-1] and (len(particle) == 1 or case_of(child) == particle[0])
        for child in verb.children
    )


def is_barred(verb: Word, barred: frozenset[str]) -> bool:
    """Tell whether a word stands right with a verb that changes its meaning: ``seize upon``."""
    return bool(barred) and any(
        child.lower_ in barred or case_of(child) in barred for child in verb.rights
    )


def agent_below(verb: Word, target: Word | None) -> Word | None:
    """Return the agent of a passive verb that the parser has tied to the target."""
    if target is None or not is_passive(verb) or target.i < verb.i:
        return None
    return agent_of(target)


def fixed_object(verb: Word, word: EventWord) -> Word | None:
    """Return the object that an expression is made with: the fire of ``open fire``."""
    for noun in [*children(verb, "obj"), *objects_of(verb)]:
        if noun.lemma_.lower() == word.fixed_object:
            return noun
    return None


def targets_of(verb: Word, word: EventWord, fixed: Word | None) -> Iterator[Word]:
    """Yield the nouns that may be the target, best first."""
    for target in word.targets:
        if target == OBJECT:
            yield from (noun for noun in objects_of(verb) if noun is not fixed)
        elif target == SUBJECT:
            subject = subject_of(verb)
            yield from [subject] if subject else []
        elif target == POSSESSOR:
            yield from children(fixed, "nmod:poss") if fixed else []
        else:
            yield from behind(target, [verb, *([fixed] if fixed else [])])


def behind(preposition: str, heads: list[Word]) -> Iterator[Word]:
    """Yield the nouns behind a preposition that hang on some words, times left out."""
    for head in heads:
        for child in children(head, "obl", "nmod"):
            if child.i > head.i and case_of(child) == preposition and child.ent_type_ not in TIMES:
                yield antecedent(child)


def source_of(verb: Word) -> Word | None:
    """Return who attacks those that come under attack."""
    return agent_of(verb) or next(behind("from", [verb]), None)

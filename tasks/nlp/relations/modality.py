"""In which mood an event is stated; the words that decide are those of figures."""

from collections.abc import Iterator
from typing import Final

from tasks.nlp.figures.grammar.modality import (
    MAY,
    NEGATIONS,
    ORDER,
    OUTER,
    clause_moods,
    continues,
    determined,
    governed,
    is_only,
)
from tasks.nlp.syntax.arcs import ancestors, children
from tasks.nlp.syntax.tree import Word

NOBODY: Final = frozenset({"nobody", "none", "neither"})
FAILURES: Final = frozenset({"fail", "refuse", "decline"})
LAST_WORDS: Final = 3
"""Words at the end of a sentence among which a question mark stands: ``?"``."""
MAIN: Final = frozenset({"ROOT", "conj", "parataxis"})


def find_modality(verb: Word, parties: tuple[Word | None, Word | None]) -> str:
    """Return the mood of an event; what nothing qualifies is asserted.

    Args:
        verb: Verb or noun of the event.
        parties: Its subject and object.
    """
    moods = set(moods_of(verb, [party for party in parties if party is not None]))
    return next((mood for mood in ORDER if mood in moods), "asserted")


def moods_of(verb: Word, parties: list[Word]) -> Iterator[str]:
    """Yield the moods that the words at and above an event give it."""
    if is_negated(verb) or any(is_nobody(party) for party in parties):
        yield "denied"
    if is_question(verb):
        yield "asked"
    below = verb
    yield from determined(verb)
    for word in (verb, *ancestors(verb)):
        if word is not verb:
            yield from governed(word, below, word)
        yield from event_moods(word, below)
        if is_description(word) or (word.dep_ in OUTER and not continues(word)):
            return
        below = word


def is_description(word: Word) -> bool:
    """Tell whether a participle describes a noun: ``rifles sold to them may be faulty``."""
    return word.dep_ == "acl" and word.tag_ in {"VBN", "VBG"} and not children(word, "mark")


def event_moods(word: Word, below: Word) -> Iterator[str]:
    """Yield the moods of a clause; what may happen is supposed, not forecast."""
    helpers = {child.lower_ for child in children(word, "aux")}
    if is_failure(word, below):
        yield "denied"
    if opens_with_had(word):
        yield "hypothetical"
    for mood in clause_moods(word, below):
        yield "hypothetical" if mood == "forecast" and helpers & MAY else mood


def is_failure(word: Word, below: Word) -> bool:
    """Tell whether what a verb completes did not happen: ``failed to storm``."""
    return below.dep_ == "xcomp" and below is not word and word.lemma_.lower() in FAILURES


def opens_with_had(verb: Word) -> bool:
    """Tell ``had they seized it, ...`` from a statement."""
    subjects = [child.i for child in verb.lefts if child.dep_.startswith("nsubj")]
    return verb.dep_ == "advcl" and any(
        opener.lower_ in {"had", "were"} and subjects and opener.i < subjects[0]
        for opener in children(verb, "aux", "mark")
    )


def is_negated(verb: Word) -> bool:
    """Tell ``did not arrest`` and ``without arresting``."""
    negations = [child for child in verb.children if child.lower_ in NEGATIONS]
    is_without = any(mark.lower_ == "without" for mark in children(verb, "mark", "case"))
    return is_without or any(not is_only(negation) for negation in negations)


def is_nobody(party: Word) -> bool:
    """Tell whether nobody takes part: ``no one was killed``."""
    parts = [party, *party.lefts]
    return any(part.lower_ in NOBODY for part in parts) or "denied" in determined(party)


def is_question(verb: Word) -> bool:
    """Tell whether an event stands in the main clause of a question."""
    ending = verb.doc[max(verb.i, verb.sent.end - LAST_WORDS) : verb.sent.end]
    return verb.dep_ in MAIN and any(word.text == "?" for word in ending)

"""Decides whether a noun phrase means a military item: what it says itself, or words of war."""

from typing import Final

from tasks.nlp.entities.armaments.designations import PROVING
from tasks.nlp.entities.armaments.lexicon import lexicon
from tasks.nlp.entities.armaments.phrases import Phrase
from tasks.nlp.entities.armaments.reading import NOUN_REACH, Reading

MEASURED: Final = frozenset({"munition", "system"})


def is_item(reading: Reading, phrase: Phrase) -> bool:
    """Tell whether a phrase means a weapon or a military vehicle."""
    if phrase.noun.is_verb and is_verb(reading, phrase):
        return False
    if has_designation(phrase):
        return True
    if is_part_of_name(reading, phrase):
        return False
    if phrase.noun.role == "noun":
        return True
    if phrase.noun.role == "cued":
        return (
            phrase.is_typed
            or phrase.is_measured
            or reading.has_evidence(phrase.start, phrase.end, NOUN_REACH)
        )
    return phrase.noun.role == "typed" and is_proved(phrase)


def is_part_of_name(reading: Reading, phrase: Phrase) -> bool:
    """Tell a capitalised noun inside a sentence: Chemical Weapons Convention."""
    word = phrase.end - 1
    return reading.is_capitalised_inside(word) and not reading.in_title(word)


def has_designation(phrase: Phrase) -> bool:
    """Tell whether a designation proves the phrase."""
    return phrase.designation is not None and phrase.designation.certainty in PROVING


def is_proved(phrase: Phrase) -> bool:
    """Tell whether the words of type fit to a noun that alone says too little."""
    if phrase.is_measured and phrase.noun.groups & MEASURED:
        return True
    if phrase.is_class and "sea" in phrase.noun.groups:
        return True
    return bool(phrase.groups & phrase.noun.groups)


def is_verb(reading: Reading, phrase: Phrase) -> bool:
    """Tell a bare noun that is a verb here: to bomb, shells the airport."""
    token = reading.doc[reading.tokens[phrase.end - 1]]
    if token.pos_ == "VERB":
        return True
    before = reading.lowers[phrase.start - 1] if phrase.start else ""
    behind = reading.lowers[phrase.end] if phrase.end < len(reading.lowers) else ""
    determiners = lexicon().words["determiner"]
    is_plural = reading.lowers[phrase.end - 1].endswith("s")
    if before in lexicon().words["before_verb"] and not is_plural:
        return True
    if phrase.end - phrase.start > 1:
        return False
    if phrase.noun.role == "cued" and not is_plural:
        return determiners.isdisjoint(reading.lowers[max(0, phrase.start - 3) : phrase.start])
    return behind in determiners and before not in determiners


def other_senses(reading: Reading) -> frozenset[int]:
    """Return the words of phrases that are no items: think tank."""
    known = lexicon().other_senses
    found: set[int] = set()
    for start, first in enumerate(reading.lowers):
        for words in known.get(first, ()):
            if tuple(reading.lowers[start : start + len(words)]) == words:
                found.update(range(start, start + len(words)))
                break
    return frozenset(found)

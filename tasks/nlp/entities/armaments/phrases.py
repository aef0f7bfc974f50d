"""Noun phrases of items: what stands before the noun and belongs to the mention."""

import re
from dataclasses import dataclass, field
from typing import Final

from tasks.nlp.entities.armaments.designations import PROVING, Designation
from tasks.nlp.entities.armaments.lexicon import Noun, Words, lexicon
from tasks.nlp.entities.armaments.reading import SENTENCE_OPENERS, Reading

LONGEST_TYPE: Final = 4
LONGEST_PHRASE: Final = 12
CLASS_WORDS: Final = 3
CALIBRE: Final = re.compile(r"\.\d{2,3}|\d{1,4}(?:\.\d{1,2})?mm")
LIKE: Final = frozenset({"style", "type", "platform", "series", "pattern"})
INSIDE: Final = frozenset({"WEAPON", "VEHICLE", "PRODUCT"})


@dataclass(slots=True)
class Phrase:
    """A noun phrase that grows to the left: words ``start`` to ``end`` (exclusive)."""

    start: int
    end: int
    noun: Noun
    label: str
    groups: set[str] = field(default_factory=set)
    designation: Designation | None = None
    is_measured: bool = False
    is_typed: bool = False
    is_class: bool = False


class PhraseReader:
    """Grows phrases over one text."""

    def __init__(self, reading: Reading, designations: list[Designation]) -> None:
        """Index the designations by the word behind them and by the words inside."""
        self.reading = reading
        self.inside = {
            word: found for found in designations for word in range(found.start + 1, found.end)
        }
        self.by_end = {found.end: found for found in designations}

    def grow(self, start: int, end: int, noun: Noun) -> Phrase:
        """Return the phrase whose noun is the words ``start`` to ``end`` (exclusive)."""
        phrase = Phrase(start, end, noun, noun.label)
        covering = self.inside.get(start)
        if covering is not None and covering.end <= end:
            phrase.start, phrase.designation = covering.start, covering
        whole = phrase.start
        while phrase.end - phrase.start < LONGEST_PHRASE and self.step(phrase):
            if phrase.start not in self.reading.hyphened:
                whole = phrase.start
        phrase.start = whole
        return phrase

    def step(self, phrase: Phrase) -> bool:
        """Take in what stands directly before a phrase; return whether anything did."""
        return (
            self.take_designation(phrase)
            or self.take_measure(phrase)
            or self.take_type(phrase)
            or self.take_class(phrase)
            or self.take_name(phrase)
        )

    def take_designation(self, phrase: Phrase) -> bool:
        """Take in a designation, also behind "-style"."""
        before = phrase.start
        if before - 1 in self.reading.hyphened and self.reading.lowers[before - 1] in LIKE:
            before -= 1
        found = self.by_end.get(before)
        if found is None or found.certainty == "never":
            return False
        phrase.designation = phrase.designation or found
        phrase.start = found.start
        if "system" in phrase.noun.groups and found.certainty in PROVING:
            phrase.label = found.label
        return True

    def take_measure(self, phrase: Phrase) -> bool:
        """Take in a calibre, a weight: 122mm, .50-calibre, five-inch."""
        lowers, before = self.reading.lowers, phrase.start
        if before >= 1 and CALIBRE.fullmatch(lowers[before - 1]):
            phrase.start, phrase.is_measured = before - 1, True
            return True
        if before < 2 or lowers[before - 1].rstrip(".") not in lexicon().words["measure"]:  # noqa: PLR2004 - a number and its unit
            return False
        number = lowers[before - 2]
        if not (number[-1].isdecimal() or before - 1 in self.reading.hyphened):
            return False
        phrase.start, phrase.is_measured = before - 2, True
        return True

    def take_type(self, phrase: Phrase) -> bool:
        """Take in words that tell the type, the longest first."""
        before = phrase.start
        for length in range(min(LONGEST_TYPE, before), 0, -1):
            word = lexicon().types.get(tuple(self.reading.lowers[before - length : before]))
            if word is not None and fits(phrase, word) and not self.is_owner(before - length):
                phrase.start = before - length
                phrase.groups |= word.groups
                phrase.label = word.label or phrase.label
                phrase.is_typed = phrase.is_typed or word.role == "type"
                return True
        return False

    def is_owner(self, word: int) -> bool:
        """Tell a capitalised service that owns an item: Army helicopters."""
        if not self.reading.texts[word].istitle():
            return False
        return self.reading.lowers[word] in lexicon().words["not_type_name"]

    def take_class(self, phrase: Phrase) -> bool:
        """Take in the class of a ship: Kilo-class."""
        lowers, before = self.reading.lowers, phrase.start
        if before < 2 or lowers[before - 1] != "class" or before - 1 not in self.reading.hyphened:  # noqa: PLR2004 - a name and "class"
            return False
        start = before - 2
        while before - 1 - start < CLASS_WORDS and self.is_type_name(start - 1):
            start -= 1
        phrase.start, phrase.is_class = start, True
        return True

    def take_name(self, phrase: Phrase) -> bool:
        """Take in a capitalised word that is the name of the type: Ashtar rockets."""
        if phrase.start < 1:
            return False
        is_running_text = self.reading.texts[phrase.end - 1].islower()
        if not (is_running_text and self.is_type_name(phrase.start - 1)):
            return self.is_known_type(phrase)
        phrase.start -= 1
        return True

    def is_known_type(self, phrase: Phrase) -> bool:
        """Take in a name, not a number or quality, that another finder marked as an item."""
        token = self.reading.doc[self.reading.tokens[phrase.start - 1]]
        if token.ent_type_ not in INSIDE or not any(map(str.isupper, token.text)):
            return False
        phrase.start -= 1
        return True

    def is_type_name(self, word: int) -> bool:
        """Tell a capitalised word inside a sentence that no finder knows as something else."""
        if word < 1:
            return False
        text, before = self.reading.texts[word], self.reading.texts[word - 1]
        if not text[0].isupper() or not text.isalnum() or before[-1] in SENTENCE_OPENERS:
            return False
        if before.isspace() or self.reading.lowers[word] in lexicon().words["not_type_name"]:
            return False
        return self.reading.doc[self.reading.tokens[word]].ent_type_ in {"", *INSIDE}


def fits(phrase: Phrase, word: Noun) -> bool:
    """Tell whether a word of type may stand before what the phrase has; no quality may."""
    return bool(word.label) or not (phrase.designation or phrase.is_measured)


def find_head(reading: Reading, word: int) -> tuple[Words, Noun] | None:
    """Return the longest noun phrase that ends with a word and begins no compound's middle."""
    lowers = reading.lowers
    for words, noun in lexicon().heads.get(lowers[word], ()):
        start = word + 1 - len(words)
        if len(words) == 1:
            return words, noun
        if start not in reading.hyphened and tuple(lowers[start : word + 1]) == words:
            return words, noun
    return None

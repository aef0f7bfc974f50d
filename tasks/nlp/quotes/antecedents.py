"""Whom a pronoun or a phrase with ``the`` points back to; nobody where it is not sure."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from tasks.nlp.spans import Speaker

REACH_SENTENCES: Final = 4
"""Sentences before a pronoun in which its person is looked for."""
GENDERS: Final = {"he": "male", "she": "female"}
PERSONAL: Final = frozenset({"person", "role", "anonymous"})
BODIES: Final = frozenset({"organisation", "place", "document", "group"})


@dataclass(frozen=True, slots=True)
class Antecedent:
    """Somebody of whom the text speaks.

    Attributes:
        start_char: Where.
        sentence: Position of the sentence.
        speaker: Who it is.
        gender: male or female, None where nothing tells.
        is_plural: Whether it is several.
        is_acting: Whether it is a subject or a speaker there.
    """

    start_char: int
    sentence: int
    speaker: Speaker
    gender: str | None
    is_plural: bool
    is_acting: bool

    @property
    def key(self) -> tuple[int | None, str]:
        """What tells two of them apart."""
        index = self.speaker.entity_index
        return index, "" if index is not None else self.speaker.name


@dataclass(slots=True)
class Memory:
    """What the text has spoken of so far, in the order of the text.

    Attributes:
        named: Who is named or acts, in order.
        spoken: Who has spoken, in order.
        documents: By the noun of a report the person who wrote the last one.
        hidden: Start and end of stretches whose people are not looked at.
    """

    named: Sequence[Antecedent]
    spoken: list[Antecedent] = field(default_factory=list)
    documents: dict[str, Speaker] = field(default_factory=dict)
    hidden: Sequence[tuple[int, int]] = ()

    def before(self, start_char: int, sentence: int) -> list[Antecedent]:
        """Return what stands before a place, the nearest first, not too far back."""
        found: list[Antecedent] = []
        for ones in (self.named, self.spoken):
            for place in range(bisect_left(ones, start_char, key=start_of) - 1, -1, -1):
                if sentence - ones[place].sentence > REACH_SENTENCES:
                    break
                if not self.is_hidden(ones[place]):
                    found.append(ones[place])
        return sorted(found, key=lambda one: -one.start_char)

    def outside(self, hidden: Sequence[tuple[int, int]]) -> "Memory":
        """Return the memory without those of whom some stretches speak."""
        return Memory(self.named, self.spoken, self.documents, hidden)

    def is_hidden(self, one: Antecedent) -> bool:
        """Tell whether somebody is spoken of in a stretch that is not looked at."""
        return any(start <= one.start_char < end for start, end in self.hidden)

    def last_speaker(self, start_char: int, sentence: int) -> Antecedent | None:
        """Return who has spoken last before a place."""
        place = bisect_left(self.spoken, start_char, key=start_of) - 1
        while place >= 0 and self.is_hidden(self.spoken[place]):
            place -= 1
        if place < 0 or sentence - self.spoken[place].sentence > REACH_SENTENCES:
            return None
        return self.spoken[place]


def resolve_person(
    memory: Memory, pronoun: str, start_char: int, sentence: int, *, goes_on: bool
) -> Speaker | None:
    """Return whom ``he`` or ``she`` means, None where it is not sure.

    Args:
        memory: What the text has spoken of.
        pronoun: The pronoun in lower case.
        start_char: Where it stands.
        sentence: In which sentence.
        goes_on: Whether its verb says that somebody goes on: ``He added``.
    """
    gender = GENDERS[pronoun]
    last = memory.last_speaker(start_char, sentence)
    if goes_on and last is not None and fits(last, gender):
        return last.speaker
    people = [one for one in memory.before(start_char, sentence) if fits(one, gender)]
    acting = nearest([one for one in people if one.is_acting], gender)
    return acting or nearest(people, gender)


def fits(one: Antecedent, gender: str) -> bool:
    """Tell whether somebody can be a he or she."""
    return one.speaker.kind in PERSONAL and not one.is_plural and one.gender in {None, gender}


def nearest(people: Sequence[Antecedent], gender: str) -> Speaker | None:
    """Return the only one of the nearest sentence, or the only one whose gender is known."""
    for sentence in dict.fromkeys(one.sentence for one in people):
        group = [one for one in people if one.sentence == sentence]
        known = [one for one in group if one.gender == gender]
        for some in (known, group):
            if len({one.key for one in some}) == 1:
                return some[0].speaker
        return None
    return None


def resolve_several(memory: Memory, start_char: int, sentence: int) -> Speaker | None:
    """Return whom ``they`` means: the last speakers, if they are several or a body."""
    for one in memory.before(start_char, sentence):
        if one.is_acting and (one.is_plural or one.speaker.kind in BODIES):
            return one.speaker
    return None


def resolve_body(memory: Memory, start_char: int, sentence: int) -> Speaker | None:
    """Return what ``it`` means: the last body or text that spoke."""
    last = memory.last_speaker(start_char, sentence)
    return last.speaker if last is not None and last.speaker.kind in BODIES else None


def start_of(one: Antecedent) -> int:
    """Return where somebody is spoken of."""
    return one.start_char

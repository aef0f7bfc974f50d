"""What a network says of words, and the names that this spells."""

from dataclasses import dataclass

from training.labels import OUTSIDE


@dataclass(frozen=True, slots=True)
class WordTag:
    """What a network says of one word.

    Attributes:
        start: Offset of the word's first character.
        end: Offset after its last character.
        tag: The likeliest name tag.
        certainty: Its probability, in (0, 1].
    """

    start: int
    end: int
    tag: str
    certainty: float


@dataclass(frozen=True, slots=True)
class FoundName:
    """A name that a network found: ``[start, end)``, its label, its least certain word."""

    start: int
    end: int
    label: str
    certainty: float


def names_of(tags: list[WordTag]) -> list[FoundName]:
    """Return the names that tags spell; a tag that continues nothing begins a name."""
    names: list[FoundName] = []
    previous = OUTSIDE
    for word in tags:
        mark, _, label = word.tag.partition("-")
        if word.tag == OUTSIDE:
            pass
        elif mark == "I" and previous.partition("-")[2] == label:
            last = names[-1]
            certainty = min(last.certainty, word.certainty)
            names[-1] = FoundName(last.start, word.end, label, certainty)
        else:
            names.append(FoundName(word.start, word.end, label, word.certainty))
        previous = word.tag
    return names

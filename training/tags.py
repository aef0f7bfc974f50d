"""What a network says of words."""

from dataclasses import dataclass


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

"""Puts the text of a corpus together, keeping the offsets of its parts."""

from collections.abc import Iterable
from typing import Final

CLOSING: Final = ". , ; : ! ? ) ] } % 's 'S 'm 'd 're 've 'll n't ' ’ ’s ”"  # noqa: RUF001 - as printed
OPENING: Final = "( [ { $ £ € # “"
NO_SPACE_BEFORE: Final = frozenset(CLOSING.split())
NO_SPACE_AFTER: Final = frozenset(OPENING.split())
QUOTE: Final = '"'
"""Opens and closes in turn."""


class TextBuilder:
    """A text that grows at its end."""

    def __init__(self) -> None:
        """Start with nothing."""
        self.parts: list[str] = []
        self.length = 0

    def add(self, part: str) -> tuple[int, int]:
        """Append a part and return its ``[start, end)``."""
        start = self.length
        self.parts.append(part)
        self.length += len(part)
        return start, self.length

    def text(self) -> str:
        """Return all that was added."""
        return "".join(self.parts)


def add_tokens(builder: TextBuilder, tokens: Iterable[str]) -> list[tuple[int, int]]:
    """Append the tokens of a sentence as English prints them, and return their offsets.

    For corpora that do not tell which tokens a space lies between (Penn Treebank style).

    >>> builder = TextBuilder()
    >>> _ = add_tokens(builder, ["He", "did", "n't", "pay", "$", "5", "(", "or", "6", ")", "."])
    >>> builder.text()
    "He didn't pay $5 (or 6)."
    """
    offsets = []
    glued = True
    inside_quotes = False
    for printed in tokens:
        is_quote = printed == QUOTE
        closes = is_quote and inside_quotes
        if not (glued or closes or printed in NO_SPACE_BEFORE):
            builder.add(" ")
        offsets.append(builder.add(printed))
        inside_quotes = inside_quotes != is_quote
        glued = (is_quote and not closes) or printed in NO_SPACE_AFTER
    return offsets

"""Whether the clause of a date speaks of what is to come."""

import re
from typing import Final

AHEAD: Final = re.compile(
    r"\b(?:will|shall|won't|won’t|(?:is|are|was|were)\ (?:due|set|scheduled|expected|likely|going)"
    r"|(?:is|are)\ to|plans?\ to|intends?\ to|aims?\ to|hopes?\ to|expects?\ to|scheduled\ for"
    r"|upcoming|due\ (?:on|by)|deadline)\b"
)
CLAUSE: Final = re.compile(r"[;.!?]|,\ (?:said|who|which|while|but|and)\b")
COMMA: Final = re.compile(r"[,;.!?]")
REACH: Final = 120


def is_future(text: str, start_char: int, first_char: int, last_char: int) -> bool:
    """Tell whether the words around a date look ahead.

    Args:
        text: Text of the document.
        start_char: Start of the date.
        first_char: Start of its sentence, inclusive.
        last_char: End of its sentence, exclusive.
    """
    before = text[max(first_char, start_char - REACH) : start_char]
    behind = text[start_char : min(last_char, start_char + REACH)]
    clause_before = CLAUSE.split(before)[-1]
    clause_behind = COMMA.split(behind)[0]
    return AHEAD.search(clause_before) is not None or AHEAD.search(clause_behind) is not None

"""Whether the clause of a date speaks of what is to come."""

import re
from typing import Final

AHEAD: Final = re.compile(
    r"\b(?:will|shall|won't|won’t|(?:is|are|was|were) (?:due|set|scheduled|expected|likely|going)"
    r"|(?:is|are) to|must|ha(?:s|ve) (?:to|until)|plans? to|intends? to|aims? to|hopes? to"
    r"|expects? to|scheduled for"
    r"|takes? place|begins|starts|opens|closes|resumes|expires|faces|upcoming|due (?:on|by)"
    r"|deadline)\b"
)
OPENING: Final = re.compile(
    r"(?<![ap]\.m)[,;.!?](?=\s|$)|\b(?:that|when|because|who|which|while|said|told)\b"
)
"""What the clause of a date begins behind; ``and`` goes on with the same subject."""
CLOSING: Final = re.compile(OPENING.pattern + r"|\b(?:after|before|as|and|but)\b")
ABOUT_TO: Final = re.compile(
    r"\b(?:begin|start|open|resume|meet)(?: on| this)? $|\b(?:is|are) on $"
    r"|\b(?:planned|scheduled|set|due|slated|booked|expected|election|vote|talks|strike|hearing"
    r"|funerals?|protests?|rally|march) for (?:the )?$"
    r"|\b(?:adjourned|postponed|delayed|put off|remanded) (?:until|to) $"
)
SINCE: Final = re.compile(r"\bsince (?:last )?$")
REPORTED: Final = re.compile(
    r"\b(?:said|told|announced|reported|warned|added|wrote|declared|confirmed|stated)\b[^,.;]{0,25}$"
)
REACH: Final = 120


def is_future(text: str, start_char: int, end_char: int, place: tuple[int, int]) -> bool:
    """Tell whether the words around a date look ahead.

    Its clause alone counts, and a date behind a verb of saying is that of the saying.

    Args:
        text: Text of the document.
        start_char: Start of the date.
        end_char: End of the date.
        place: Start of its sentence, inclusive, and end, exclusive.
    """
    before = text[max(place[0], start_char - REACH) : start_char]
    if REPORTED.search(before) or SINCE.search(before):
        return False
    behind = text[end_char : min(place[1], end_char + REACH)]
    is_fronted = len(before.split()) <= 1
    behind = behind.lstrip(", ") if is_fronted else behind
    own = OPENING.split(before)[-1]
    if ABOUT_TO.search(own) and not behind.startswith(("'s", "’s")):
        return True
    return any(AHEAD.search(part) is not None for part in (own, CLOSING.split(behind)[0]))

"""Clock times beside a date: ``at 5 p.m. on Monday``, ``7 June 2017, 09:00 GMT``."""

import re
from typing import Final

ZONE: Final = r"(?: (?:GMT|UTC|CET|CEST|EST|EDT|PST|MSK|EET|BST|local time))?"
HALF: Final = r"(?: ?(?:a\.m\.|p\.m\.|am\b|pm\b|AM\b|PM\b))"
TIME: Final = (
    rf"(?:(?:[01]?\d|2[0-3]):[0-5]\d(?:{HALF}| hours\b| hrs\b)?"
    rf"|(?:0?[1-9]|1[0-2])(?:\.[0-5]\d)?{HALF}"
    r"|(?:[01]\d|2[0-3])[0-5]\d(?= (?:GMT|UTC|hours|hrs|local)\b)(?: hours| hrs)?"
    r"|(?:noon|midnight)\b)"
)
JOINT: Final = r"(?:at|around|about|by|from|since|until|(?:shortly|just) (?:before|after))"
BEFORE: Final = re.compile(rf"(?<![\d.,:$€£])({TIME}{ZONE}),?(?: on| of| this)?(?: the)? $")
BEHIND: Final = re.compile(rf",? (?:{JOINT} )?({TIME}{ZONE})(?![\d%])")
REACH: Final = 40


def time_beside(
    text: str, start_char: int, end_char: int, first_char: int, last_char: int
) -> str | None:
    """Return the clock time right before or behind a date, as written, or None.

    Args:
        text: Text of the document.
        start_char: Start of the date.
        end_char: End of the date.
        first_char: Start of its sentence, inclusive.
        last_char: End of its sentence, exclusive.

    >>> time_beside("It fell at 5 p.m. on Monday.", 21, 27, 0, 28)
    '5 p.m.'
    """
    before = BEFORE.search(text[max(first_char, start_char - REACH) : start_char])
    if before is not None:
        return before.group(1)
    behind = BEHIND.match(text, end_char, min(last_char, end_char + REACH))
    return behind.group(1) if behind else None

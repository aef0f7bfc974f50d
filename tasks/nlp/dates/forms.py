"""Pieces of regular expressions that forms of dates share; each has a bounded length."""

from typing import Final

MONTH: Final = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?"
    "|january|february|april|june|july|august|september|october|november|december"
    r"|(?:JAN(?:UARY)?|FEB(?:RUARY)?|MAR(?:CH)?|APR(?:IL)?|MAY|JUNE?|JULY?|AUG(?:UST)?"
    r"|SEP(?:T(?:EMBER)?)?|OCT(?:OBER)?|NOV(?:EMBER)?|DEC(?:EMBER)?)\b\.?)"
)
CAPS_MONTH: Final = r"(?:JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)"
YEAR: Final = r"(?:1[0-9]\d{2}|20\d{2})"
BARE_YEAR: Final = r"(?:1[6-9]\d{2}|20\d{2})"
"""A year alone; from 1000 to 1599 four digits are more often a count."""
WEEK_NUMBER: Final = r"(?:[1-4]\d|5[0-3]|0?[1-9])"
DAY: Final = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?"
WEEKDAY: Final = r"(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)"
SHORT_WEEKDAY: Final = r"(?:Mon|Tues?|Wed|Thu(?:rs)?|Fri|Sat|Sun)\b\.?"
SEASON: Final = r"(?:[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter)"
DASH: Final = r"\s?[-–—]\s?"
TO: Final = r"(?:\s?[-–—]\s?| to | through | until | and )"
ORDINAL: Final = r"(?:[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth)"
PART: Final = (
    r"(?:(?:[Vv]ery )?(?:[Ee]arly|[Mm]id|[Ll]ate)(?: in |[ -])"
    r"|(?:[Bb]eginning|[Ss]tart|[Mm]iddle|[Ee]nd|[Cc]lose) of (?:the )?)"
)
"""Early, middle or late in what follows."""
TIME_OF_DAY: Final = r"(?: (?:morning|afternoon|evening|night|lunchtime|noon|dawn))"


PART_OF_DAY: Final = "(?:(?:[Ee]arly|[Ll]ate) )"
"""In front of a day it belongs to the expression; the value stays that day."""


def behind(*words: str) -> str:
    """Return a pattern that holds right behind one of some words and a space.

    >>> import re
    >>> re.search(behind("in", "by") + "May", "It came by May").group()
    'May'
    """
    return "(?:" + "|".join(rf"(?<=\b{either_case(word)} )" for word in words) + ")"


def either_case(word: str) -> str:
    """Return a pattern of a word that may open a sentence."""
    return f"[{word[0].upper()}{word[0]}]{word[1:]}"


def alternatives(forms: dict[str, str]) -> str:
    """Return one pattern of many, each in a group of its name; the first that fits wins."""
    return "|".join(f"(?P<{name}>{pattern})" for name, pattern in forms.items())

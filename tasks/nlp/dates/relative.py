"""Forms of dates that only another date gives a value: ``last week``, ``two years ago``."""

import re
from dataclasses import dataclass
from typing import Final

from tasks.nlp.dates.forms import (
    MONTH,
    ORDINAL,
    PART,
    PART_OF_DAY,
    SEASON,
    TIME_OF_DAY,
    WEEK_NUMBER,
    WEEKDAY,
    alternatives,
    behind,
)

NUMBERS: Final = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
NUMBER_WORDS: Final = {
    **{word: number for number, word in enumerate((*NUMBERS, "eleven", "twelve"), start=1)},
    "a": 1,
    "an": 1,
    "a couple of": 2,
    "fifteen": 15,
    "twenty": 20,
    "thirty": 30,
    "fifty": 50,
}
VAGUE: Final = "(?:[Ss]everal|[Ss]ome|[Mm]any|[Aa] few)"
NUMBER: Final = (
    r"(?:\d{1,3}|[Aa] couple of|[Aa]n?|[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even"
    "|[Ee]ight|[Nn]ine|[Tt]en|[Ee]leven|[Tt]welve|[Ff]ifteen|[Tt]wenty|[Tt]hirty|[Ff]ifty)"
)
UNIT: Final = "(?:day|week|weekend|month|quarter|year|decade|centur(?=y|ies))"
SPAN_UNIT: Final = "(?:week|weekend|month|quarter|semester|year|decade)"
MODE: Final = "(?i:last|past|previous|next|coming|following|this|current|same|that)"
NOT_A_VERB: Final = r"(?<!\bmay )(?<!\bwill )(?<!\bcould )(?<!\bmust )(?<!\bwould )(?<!\bcan )"
"""Behind these ``last`` is a verb: ``may last three weeks``."""
NOT_OWNED: Final = r"(?<!\bits )(?<!\bhis )(?<!\btheir )(?<!\bwhose )"
TO_DAY: Final = rf"(?: to | through | ?[-–] ?){WEEKDAY}"
"""Behind a weekday it makes a set: ``Monday to Friday``."""
NOT_A_DAY: Final = "".join(
    f"(?<!{word} )"
    for word in [
        *("Black", "Bloody", "Super", "Good", "Palm", "Easter", "Ash", "Man"),
        *("every", "Every", "each", "Each", "Sheffield", "Ruby"),
    ]
)
"""Before a weekday they make it a name, or each one of its kind."""
PAPERS: Final = "(?:Times|Express|Mirror|Telegraph|Mail|Herald|Agreement)"
CLAUSE_BEHIND: Final = "(?: (?:the|his|her|their|its|they|he|she|it|being))"
END_OF_PHRASE: Final = r"(?=[,.;:)]| (?:and|to|but|when|while|after|before|the)\b|$)"
END_OF_CLAUSE: Final = r"(?=[.;:)]|, (?!the )| (?:and|but|when|while|in|at|on)\b|$)"
SEASON_OPENERS: Final = (
    *("in", "in the", "by", "by the", "since", "since the", "until", "until the", "over the"),
    *("during the", "throughout the"),
)
WHICH: Final = rf"(?:(?:{ORDINAL}|last|final) (?:half|quarter)|Q[1-4]|H[12]) of (?:the )?"
FORMS: Final = {
    "set": (
        rf"\b(?:[Ee]very|[Ee]ach) (?:(?:other|second|third|fourth|{NUMBER}) )?"
        rf"(?P<set_name>{WEEKDAY}|day|morning|afternoon|evening|night|week|weekend|month|quarter"
        rf"|year|decade|{SEASON}|{MONTH}(?! \d| Day\b))s?\b"
        rf"(?P<set_more>(?:,? and |, ){WEEKDAY})*{TIME_OF_DAY}?"
        rf"(?! of\b|-| {PAPERS})"
    ),
    "day_word": (
        rf"\b(?:[Dd]ay (?:before yesterday|after tomorrow)"
        rf"|(?:[Yy]esterday|[Tt]omorrow){TIME_OF_DAY}?"
        r"|(?<!USA )[Tt]oday(?! Show)|[Tt]onight|[Ll]ast night"
        r"|[Tt]his (?:morning|afternoon|evening))\b"
        "(?!['’]s (?:world|standards))"
    ),
    "ago": (
        rf"\b(?:(?P<ago_vague>{VAGUE})|(?P<ago_number>{NUMBER})) (?P<ago_unit>{UNIT})(?:s|y|ies)?"
        rf" (?P<ago_way>ago|earlier|later|before(?!{CLAUSE_BEHIND})|from now)\b"
    ),
    "many": (
        rf"\b{NOT_A_VERB}(?<!to )(?:[Ll]ast|[Pp]ast|[Pp]revious|[Nn]ext|[Cc]oming|[Ff]ollowing"
        "|[Rr]ecent)"
        " (?:(?P<many_vague>[Ff]ew|[Ss]everal|[Cc]ouple of)"
        rf"|(?P<many_number>(?!an?\b){NUMBER})) (?P<many_unit>day|week|month|year|decade)s\b"
        r"(?! of\b)"
        r"|\b(?P<many_near>[Rr]ecent|[Cc]oming) (?P<near_unit>day|week|month|year|decade)s\b"
    ),
    "of_unit": (
        rf"\b{NOT_A_VERB}{NOT_OWNED}(?:(?:[Ee]arlier|[Ll]ater|[Ll]ate|[Ee]arly) )?"
        rf"(?P<of_mode>{MODE}) (?P<of_name>{SPAN_UNIT}|{SEASON}|{WEEKDAY}|{MONTH})\b"
        rf"{TIME_OF_DAY}?(?!-| of\b| mile)"
    ),
    "part_of": (
        rf"\b(?:{PART}|(?P<part_which>{WHICH}))"
        "(?P<part_mode>(?i:last|this|next|previous|current|following|same) )?"
        r"(?P<part_unit>year|month|week|decade)\b(?!-)"
    ),
    "month_of": (
        rf"\b(?P<month_name>{MONTH})(?: of)? "
        r"(?P<month_mode>(?i:that|the same|this|last|next|the following|the previous)) year\b"
    ),
    "week_number": (
        rf"{behind('in', 'of', 'for', 'during', 'since', 'until', 'by', 'from', 'and')}"
        rf"[Ww]eek (?P<week_number_is>{WEEK_NUMBER})\b(?! of\b|[.,]\d)"
    ),
    "which_quarter": (
        rf"\b(?:{ORDINAL}[ -]quarter|Q[1-4]|H[12])\b(?! (?:final|of (?:\d|the (?!year))))"
    ),
    "weekday": (
        rf"(?<!\w){NOT_A_DAY}{PART_OF_DAY}?(?P<weekday_name>{WEEKDAY}){TIME_OF_DAY}?\b"
        rf"(?! {PAPERS}|s\b|{TO_DAY})"
    ),
    "weekend": (
        rf"{behind('over the', 'during the', 'into the', 'at the', 'on the', 'for the')}"
        r"weekend\b(?! of\b)"
    ),
    "season": (
        rf"{behind(*SEASON_OPENERS)}"
        r"(?P<season_name>spring|summer|autumn|winter|(?<!during the )(?<=the )fall)\b(?! of\b| \d)"
    ),
    "day_only": (
        rf"{behind('on the', 'by the', 'since the', 'until the')}"
        rf"(?:[12]?\d(?:st|nd|rd|th)|3[01](?:st|th))\b{END_OF_PHRASE}"
    ),
    "day_beside": rf"\b(?P<beside_unit>[Dd]ay|[Ww]eek|[Mm]onth|[Yy]ear) before{END_OF_CLAUSE}",
    "that_day": (
        r"\b(?:[Ff]ollowing|[Nn]ext|[Ss]ame|[Pp]revious|[Tt]hat) (?:day|morning|night|evening)\b"
    ),
}
"""Patterns by the name of the form."""
RELATIVE: Final = re.compile(alternatives(FORMS))
BACK: Final = frozenset({"ago", "earlier", "before"})


@dataclass(frozen=True, slots=True)
class Relative:
    """What a relative expression says.

    Attributes:
        mode: ``deictic`` counts from the publication date, ``anaphoric`` from the date before it in
            the text, ``either`` from that date where there is one, ``undated`` from it where there
            is no publication date; ``set`` names each of a kind and no day.
        unit: What is counted or named: day, week, weekend, month, quarter, half, season, year,
            decade, weekday, month_name, season_name, day_of_month.
        count: How many units further on, negative back; None where nothing says how many.
        number: Weekday (0 is Monday), month, first month of a season, quarter, half or day that is
            named.
        is_span: Whether the expression means all of the units: ``past five years``.
        is_nearest: Whether the nearest named one is meant, as tense has it: ``on Sunday``.
    """

    mode: str
    unit: str
    count: int | None = 0
    number: int | None = None
    is_span: bool = False
    is_nearest: bool = False


def number_of(text: str) -> int:
    """Return the number that digits or words name.

    >>> number_of("twelve"), number_of("14"), number_of("a couple of")
    (12, 14, 2)
    """
    return int(text) if text.isdigit() else NUMBER_WORDS[text.lower()]

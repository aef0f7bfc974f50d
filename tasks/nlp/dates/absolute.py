"""Forms of dates that name their day, month or year; some leave the year to the document."""

import re
from typing import Final

from tasks.nlp.dates.forms import (
    BARE_YEAR,
    CAPS_MONTH,
    DASH,
    DAY,
    MONTH,
    ORDINAL,
    PART,
    SEASON,
    SHORT_WEEKDAY,
    TO,
    WEEK_NUMBER,
    WEEKDAY,
    YEAR,
    alternatives,
    behind,
)

ON: Final = rf"(?:(?:{WEEKDAY}|{SHORT_WEEKDAY}),? (?:the )?)?"
END_OF_DAY: Final = r"(?![\d,]*\d|\.\d| (?:million|percent))"
END_OF_YEAR: Final = r"(?![\d%/]|[.,]\d|-\d)"
NAMED_DECADE: Final = (
    "(?:[Tt]wenties|[Tt]hirties|[Ff]orties|[Ff]ifties|[Ss]ixties|[Ss]eventies|[Ee]ighties"
    "|[Nn]ineties)"
)
MONTH_OPENERS: Final = ("in", "by", "of", "since", "until", "from", "into", "during", "both")
FORMS: Final = {
    "iso": rf"(?<![\d-]){YEAR}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?![\d-])",
    "slashed": rf"(?<![\d/.-])\d{{1,2}}(?P<stroke>[/.-])\d{{1,2}}(?P=stroke){YEAR}(?![\d/-])",
    "no_day": r"(?<![\d/.-])00?(?P<dash>[/.-])00?(?P=dash)(?:\d{4}|\d\d)(?![\d/]|[.-]\d)",
    "year_first": (
        rf"(?<![\d/.-]){YEAR}(?P<bar>[/.])(?:0?[1-9]|1[0-2])(?P=bar)(?:0?[1-9]|[12]\d|3[01])"
        r"(?![\d/.-])"
    ),
    "days_to_days": (
        rf"\b{MONTH} {DAY}{TO}{MONTH} {DAY}(?:,? {YEAR})?(?!\d)"
        rf"|(?<![\d.,]){DAY} {MONTH}{TO}{DAY} {MONTH}(?:,? {YEAR})?(?!\d)"
    ),
    "days_of_month": (
        rf"(?<![\d.,]){DAY}{TO}{DAY} {MONTH}(?:,? {YEAR})?(?!\d)"
        rf"|\b{MONTH} {DAY}{TO}{DAY}{END_OF_DAY}(?! {MONTH})(?:,? {YEAR})?(?!\d)"
    ),
    "month_day_year": rf"\b{ON}{MONTH} {DAY},? {YEAR}\b",
    "day_month_year": rf"(?<![\d.,]){ON}{DAY}(?: of)? {MONTH},? {YEAR}\b",
    "telegraphic": rf"(?<![\d.,]){DAY} {CAPS_MONTH} \d{{2}}\b",
    "months": rf"\b{MONTH}(?: {YEAR})?{TO}{MONTH}(?:,? (?:of )?{YEAR})?\b(?! \d{{1,2}}\b)",
    "season_year": rf"\b{PART}?{SEASON}(?: of|,)? {YEAR}(?:[-–/]\d{{2}})?(?!\d)",
    "week_year": (
        rf"\b[Ww]eek {WEEK_NUMBER}(?:,? of)? {YEAR}\b(?! [a-z])"
        rf"|\b{YEAR}-W{WEEK_NUMBER}\b(?!-\d)"
    ),
    "quarter_year": (
        rf"\b(?:[Qq][1-4] (?:of )?{YEAR}|{YEAR} [Qq][1-4]|{ORDINAL}[ -]quarter (?:of )?{YEAR}"
        rf"|[1-4]Q ?{YEAR})\b"
    ),
    "half_year": rf"\b(?:H[12] (?:of )?{YEAR}|(?:first|second) half of {YEAR})\b",
    "fiscal_year": (
        rf"\b(?:(?:[Ff]iscal|[Ff]inancial|FISCAL)(?: [Yy]ear)? {YEAR}(?:[-–/]\d{{2,4}})?"
        rf"|FY ?(?:{YEAR}|\d{{2}})(?:[-–/]\d{{2,4}})?)(?!\d)"
    ),
    "month_year": rf"\b{PART}?{MONTH},? (?:of )?{YEAR}\b",
    "month_day": rf"\b{ON}{MONTH} {DAY}{END_OF_DAY}",
    "day_month": rf"(?<![\d.,]){ON}{DAY}(?: of)? {MONTH}(?!\w)",
    "decade": rf"\b{PART}?(?:1[0-9]|20)\d0['’]?s\b",
    "short_decade": rf"{PART}?(?<![\d\w])['’]\d0['’]?s\b",
    "named_decade": (
        rf"\b{PART}?[Nn]ineteen[- ]{NAMED_DECADE}\b"
        rf"|{behind('in the', 'of the', 'since the', 'during the', 'until the', 'by the')}"
        rf"{PART}?{NAMED_DECADE}\b"
    ),
    "years": (
        rf"(?<![\d.,/$€£-]){BARE_YEAR}(?:{DASH}(?:{BARE_YEAR}|\d{{2}})|/\d{{2}})"
        r"(?![\d%/-]|\.\d)"
    ),
    "years_between": (
        rf"{behind('from', 'between')}{BARE_YEAR} (?:to|and|until|through|till) "
        rf"{BARE_YEAR}{END_OF_YEAR}"
    ),
    "part_month": rf"\b{PART}{MONTH}(?![\w.]*\w)",
    "month": (
        rf"{behind(*MONTH_OPENERS)}(?:March|May)\b"
        r"|\b(?:January|February|April|June|July|August|September|October|November|December)\b"
    ),
    "part_year": rf"\b{PART}{BARE_YEAR}{END_OF_YEAR}",
    "year": rf"(?<![\w.,/$€£¥+-]){BARE_YEAR}{END_OF_YEAR}",
    "short_year": rf"{behind('in', 'of', 'since')}['’]\d{{2}}\b",
}
"""Patterns by the name of the form, the longer before those that they hold."""
EXPRESSIONS: Final = re.compile(alternatives(FORMS))
BARS: Final = frozenset({"stroke", "bar", "dash"})
"""Groups inside of a form."""

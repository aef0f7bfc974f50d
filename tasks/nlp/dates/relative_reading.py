"""Reads matches of relative forms into what they mean."""

import re
from collections.abc import Callable
from typing import Final

from tasks.nlp.dates.calendar import MONTHS, SEASONS, WEEKDAYS
from tasks.nlp.dates.relative import BACK, Relative, number_of

Reader = Callable[[re.Match[str]], Relative]
PRECISIONS: Final = {
    "day": "day",
    "weekday": "day",
    "day_of_month": "day",
    "week": "week",
    "weekend": "interval",
    "month": "month",
    "month_name": "month",
    "month_of_year": "month",
    "quarter": "quarter",
    "half": "half",
    "season": "season",
    "season_name": "season",
    "year": "year",
    "decade": "decade",
    "semester": "half",
}
"""Granularity of an expression by the unit that it counts or names."""
MODES: Final = {
    "last": ("deictic", -1),
    "past": ("deictic", -1),
    "next": ("deictic", 1),
    "coming": ("deictic", 1),
    "this": ("deictic", 0),
    "current": ("deictic", 0),
    "previous": ("either", -1),
    "following": ("either", 1),
    "same": ("either", 0),
    "that": ("either", 0),
}
"""Where an expression counts from, and how far."""
ORDINALS: Final = ("first", "second", "third", "fourth")
YEARS: Final = {"decade": 10, "centur": 100}
"""Longer units, of which ``ago`` means a year."""
OVER: Final = "over the "
LAST_WORDS: Final = frozenset({"last", "final"})


def read_set(match: re.Match[str]) -> Relative:
    """Read ``every Monday``, ``each year``, ``every two weeks``: a granularity without a value."""
    name = match["set_name"].lower().rstrip(".")
    if name in MONTHS:
        return Relative("set", "month", None)
    if name in SEASONS:
        return Relative("set", "season", None)
    return Relative("set", name if name in PRECISIONS else "day", None)


def read_day_word(match: re.Match[str]) -> Relative:
    """Read ``yesterday`` and ``the day after tomorrow``."""
    text = match.group().lower()
    distance = {"day before": -2, "day after": 2, "yesterday": -1, "tomorrow": 1, "last night": -1}
    count = next((days for words, days in distance.items() if text.startswith(words)), 0)
    return Relative("deictic", "day", count)


def read_ago(match: re.Match[str]) -> Relative:
    """Read ``two years ago``, ``several days later``."""
    way = match["ago_way"]
    mode = "deictic" if way in {"ago", "from now"} else "anaphoric"
    years = YEARS.get(match["ago_unit"])
    unit = "year" if years else match["ago_unit"]
    if match["ago_vague"]:
        return Relative(mode, unit, None)
    count = number_of(match["ago_number"]) * (years or 1)
    return Relative(mode, unit, -count if way in BACK else count)


def read_many(match: re.Match[str]) -> Relative:
    """Read ``past five years``, ``next few weeks``."""
    if match["many_near"]:
        return Relative("deictic", match["near_unit"], None)
    word = match.group().split()[0].lower()
    mode = "either" if word in {"previous", "following"} else "deictic"
    if match["many_vague"] and "couple" not in match["many_vague"].lower():
        return Relative(mode, match["many_unit"], None, is_span=True)
    count = 2 if match["many_vague"] else number_of(match["many_number"])
    is_back = word in {"last", "past", "previous", "recent"}
    return Relative(mode, match["many_unit"], -count if is_back else count, is_span=True)


def read_of_unit(match: re.Match[str]) -> Relative:
    """Read ``last week``, ``next Monday``, ``this summer``, ``past year``."""
    word, name = match["of_mode"].lower(), match["of_name"].lower().rstrip(".")
    mode, count = MODES[word]
    if name in WEEKDAYS:
        return Relative(mode, "weekday", count, WEEKDAYS.index(name))
    if name in MONTHS:
        return Relative(mode, "month_name", count, MONTHS[name])
    if name in SEASONS:
        return Relative(mode, "season_name", count, SEASONS[name])
    if name != "weekend" and (word in {"past", "coming"} or runs_up_to_now(match)):
        return Relative("deictic", name, count, is_span=True)
    return Relative(mode, "half" if name == "semester" else name, count)


def runs_up_to_now(match: re.Match[str]) -> bool:
    """Tell ``over the previous year``, which ends now, from ``in the previous year``."""
    before = match.string[max(0, match.start() - len(OVER)) : match.start()].lower()
    return before == OVER and match["of_mode"].lower() in {"last", "previous"}


def read_part_of(match: re.Match[str]) -> Relative:
    """Read ``end of the year``, ``second half of last year``, ``start of this month``."""
    named = match["part_mode"]
    mode, count = MODES[named.lower().strip()] if named else ("undated", 0)
    which = match["part_which"]
    if which is None or match["part_unit"] != "year":
        return Relative(mode, match["part_unit"], count)
    return quarter_or_half(which, mode, count)


def quarter_or_half(text: str, mode: str, count: int) -> Relative:
    """Return the quarter or half of a year that an ordinal or a code names."""
    unit = "half" if "half" in text.lower() or text.startswith("H") else "quarter"
    word = text.lower().split()[0].partition("-")[0]
    if word in LAST_WORDS:
        return Relative(mode, unit, count, 2 if unit == "half" else 4)
    number = ORDINALS.index(word) + 1 if word in ORDINALS else int(text[1])
    return Relative(mode, unit, count, number)


def read_which_quarter(match: re.Match[str]) -> Relative:
    """Read ``second quarter`` and ``Q3``, of the year of publication."""
    return quarter_or_half(match.group(), "undated", 0)


def read_week_number(match: re.Match[str]) -> Relative:
    """Read ``in week 31``, of the year of publication."""
    return Relative("undated", "week", 0, int(match["week_number_is"]))


def read_weekday(match: re.Match[str]) -> Relative:
    """Read ``Sunday night``."""
    day = WEEKDAYS.index(match["weekday_name"].lower())
    return Relative("deictic", "weekday", 0, day, is_nearest=True)


def read_weekend(_match: re.Match[str]) -> Relative:
    """Read ``over the weekend``: the one that is, or is nearest as tense has it."""
    return Relative("deictic", "weekend", 0, is_nearest=True)


def read_day_beside(match: re.Match[str]) -> Relative:
    """Read ``the day before`` at the end of a clause."""
    return Relative("either", match["beside_unit"].lower(), -1)


def read_season(match: re.Match[str]) -> Relative:
    """Read ``in summer``."""
    return Relative("undated", "season_name", 0, SEASONS[match["season_name"].lower()])


def read_month_of(match: re.Match[str]) -> Relative:
    """Read ``October of that year``."""
    mode, count = MODES[match["month_mode"].lower().removeprefix("the ")]
    number = MONTHS[match["month_name"].lower().rstrip(".")]
    return Relative(mode, "month_of_year", count, number)


def read_day_only(match: re.Match[str]) -> Relative:
    """Read ``on the 15th``, of the month before it in the text."""
    return Relative("either", "day_of_month", 0, int(match.group()[:-2]))


def read_that_day(match: re.Match[str]) -> Relative:
    """Read ``the next day``, ``that night``."""
    return Relative("anaphoric", "day", MODES[match.group().lower().split()[0]][1])


READERS: Final[dict[str, Reader]] = {
    "set": read_set,
    "day_word": read_day_word,
    "ago": read_ago,
    "many": read_many,
    "of_unit": read_of_unit,
    "part_of": read_part_of,
    "month_of": read_month_of,
    "week_number": read_week_number,
    "which_quarter": read_which_quarter,
    "weekday": read_weekday,
    "weekend": read_weekend,
    "season": read_season,
    "day_only": read_day_only,
    "day_beside": read_day_beside,
    "that_day": read_that_day,
}


def precision_of(relative: Relative) -> str:
    """Return the granularity of an expression."""
    return "interval" if relative.is_span else PRECISIONS[relative.unit]

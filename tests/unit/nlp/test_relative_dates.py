"""Dates that count from another date: that of publication, or the one before them."""

from __future__ import annotations

from datetime import date

import pytest

from tasks.nlp.dates.expressions import find_expressions
from tasks.nlp.dates.resolution import resolve_dates

PUBLISHED = date(2015, 12, 10)
"""A Thursday."""
DEICTIC = {
    "day word": ("He left yesterday.", "yesterday", "2015-12-09"),
    "two days": ("He left the day before yesterday.", "day before yesterday", "2015-12-08"),
    "time of day": ("They met tomorrow night.", "tomorrow night", "2015-12-11"),
    "weekday behind": ("They met on Sunday.", "Sunday", "2015-12-06"),
    "weekday ahead": ("They will meet on Sunday.", "Sunday", "2015-12-13"),
    "weekday today": ("They met on Thursday.", "Thursday", "2015-12-10"),
    "fronted weekday ahead": ("On Sunday, they will meet.", "Sunday", "2015-12-13"),
    "scheduled weekday": ("The vote is on Sunday.", "Sunday", "2015-12-13"),
    "start of something": ("Hearings start on Sunday.", "Sunday", "2015-12-13"),
    "behind another clause": (
        "Shares rose on Sunday after the bank said it will pay.",
        "Sunday",
        "2015-12-06",
    ),
    "day of the saying": ("They said on Sunday they will meet.", "Sunday", "2015-12-06"),
    "past weekend": ("It fell this past weekend.", "past weekend", "2015-12-05/2015-12-06"),
    "quarter of the year before": (
        "Revenue fell in the fourth quarter.",
        "fourth quarter",
        "2015-10/2015-12",
    ),
    "last weekday": ("They met last Thursday.", "last Thursday", "2015-12-03"),
    "next weekday": ("They meet next Thursday.", "next Thursday", "2015-12-17"),
    "last week": ("It fell last week.", "last week", "2015-11-30/2015-12-06"),
    "last weekend": ("It fell last weekend.", "last weekend", "2015-12-05/2015-12-06"),
    "this weekend": ("It opens this weekend.", "this weekend", "2015-12-12/2015-12-13"),
    "earlier this month": ("It fell earlier this month.", "earlier this month", "2015-12"),
    "later this month": ("It opens later this month.", "later this month", "2015-12"),
    "late on a day": ("They met late Tuesday.", "late Tuesday", "2015-12-08"),
    "this afternoon": ("They meet this afternoon.", "this afternoon", "2015-12-10"),
    "over the weekend": ("It fell over the weekend.", "weekend", "2015-12-05/2015-12-06"),
    "weekend to come": ("It will reopen at the weekend.", "weekend", "2015-12-12/2015-12-13"),
    "hour with stops": ("It will open at 8:46 a.m. Saturday.", "Saturday", "2015-12-12"),
    "planned for": ("Talks are planned for Tuesday.", "Tuesday", "2015-12-15"),
    "coming days": ("It opens in the coming days.", "coming days", None),
    "recent weeks": ("It fell in recent weeks.", "recent weeks", None),
    "set": ("They meet every Monday.", "every Monday", None),
    "set of two": ("They meet every Monday and Thursday.", "every Monday and Thursday", None),
    "set of years": ("It falls each year.", "each year", None),
    "set of weeks": ("They meet every two weeks.", "every two weeks", None),
    "numbered week": ("It fell in week 31.", "week 31", "2015-07-27/2015-08-02"),
    "since a day": ("He is on trial since Monday.", "Monday", "2015-12-07"),
    "of a day that is over": ("Talks for Monday's peace failed.", "Monday", "2015-12-07"),
    "must by": ("He must decide by Saturday.", "Saturday", "2015-12-12"),
    "adjourned until": ("It was adjourned until Saturday.", "Saturday", "2015-12-12"),
    "last month": ("It fell last month.", "last month", "2015-11"),
    "next year": ("It opens next year.", "next year", "2016"),
    "last quarter": ("It fell last quarter.", "last quarter", "2015-07/2015-09"),
    "named quarter": ("Output fell in the third quarter.", "third quarter", "2015-07/2015-09"),
    "half of last year": (
        "It fell in the first half of last year.",
        "first half of last year",
        "2014-01/2014-06",
    ),
    "last summer": ("It fell last summer.", "last summer", "2015-06/2015-08"),
    "month of last year": ("It fell in March last year.", "March last year", "2014-03"),
    "end of the year": ("It ends at the end of the year.", "end of the year", "2015"),
    "last May": ("It fell last May.", "last May", "2015-05"),
    "this May": ("It fell this May.", "this May", "2015-05"),
    "last December": ("It fell last December.", "last December", "2014-12"),
    "days ago": ("It fell three days ago.", "three days ago", "2015-12-07"),
    "years ago": ("It fell two years ago.", "two years ago", "2013"),
    "a decade ago": ("It fell a decade ago.", "a decade ago", "2005"),
    "past years": ("It fell over the past five years.", "past five years", "2010-12/2015-12"),
    "next months": ("It opens in the next two months.", "next two months", "2015-12/2016-02"),
    "past days": ("It fell in the past 3 days.", "past 3 days", "2015-12-07/2015-12-10"),
    "over the previous year": (
        "It fell over the previous year.",
        "previous year",
        "2014-12/2015-12",
    ),
    "last decade": ("It fell in the last decade.", "last decade", "2000/2009"),
    "vague": ("It fell several days ago.", "several days ago", None),
    "vague span": ("It fell over the past few years.", "past few years", None),
}
ANAPHORIC = {
    "years later": ("In 2011 it began; it ended two years later.", "two years later", "2013"),
    "following month": ("On 3 May 2011 it began. The following month it ended.", "2011-06"),
    "next day": ("On 3 May 2011 it began. It ended the next day.", "next day", "2011-05-04"),
    "day of the month": ("On 3 May 2011 it began; on the 15th, it ended.", "15th", "2011-05-15"),
    "month of that year": (
        "In 2011 it began; in October of that year it ended.",
        "October of that year",
        "2011-10",
    ),
    "previous year": ("In 2011 it fell less than in the previous year.", "previous year", "2010"),
}
NOTHING = {
    "plural": "They meet on Mondays.",
    "name of a day": "On Black Friday shops open early.",
    "duration": "It lasted five years.",
    "newspaper": "The Sunday Times reported it.",
    "week of a thing": "In week 3 of the trial he spoke.",
    "each thing": "Every second man left each village.",
    "first name": "Governor August Lindqvane left.",
    "time of day": "They left at 1830.",
    "model": "It is the Model 1914 rifle.",
    "pattern of a weapon": "It is of the M1911 pattern.",
    "quarter of a thing": "A quarter of the town burned.",
}
FORMS = {
    "early month": ("in early May 2013", "early May 2013", "2013-05-01/2013-05-10"),
    "middle of a month": ("in mid-August 2013", "mid-August 2013", "2013-08-11/2013-08-20"),
    "end of a month": ("at the end of June 2013", "end of June 2013", "2013-06-21/2013-06-30"),
    "late year": ("in late 2014", "late 2014", "2014"),
    "months": ("from May to July 2013", "May to July 2013", "2013-05/2013-07"),
    "months over the year": (
        "from November 2013 to January 2014",
        "November 2013 to January 2014",
        "2013-11/2014-01",
    ),
    "days over the month": (
        "from May 30 to June 2, 2013",
        "May 30 to June 2, 2013",
        "2013-05-30/2013-06-02",
    ),
    "years": ("from 2010 to 2014", "2010 to 2014", "2010/2014"),
    "short decade": ("in the '90s", "'90s", "1990/1999"),
    "named decade": ("in the early nineties", "early nineties", "1990/1999"),
    "fiscal years": ("in fiscal 2017-18", "fiscal 2017-18", "2017/2018"),
    "decade in words": ("in the nineteen-thirties", "nineteen-thirties", "1930/1939"),
    "fiscal year": ("in fiscal 2015", "fiscal 2015", "2015"),
    "short fiscal year": ("in FY16", "FY16", "2016"),
    "short year": ("in '98", "'98", "1998"),
    "week of a year": ("in week 31 of 2018", "week 31 of 2018", "2018-07-30/2018-08-05"),
    "ISO week": ("in 2021-W07", "2021-W07", "2021-02-15/2021-02-21"),
    "no such week": ("in week 53 of 2021", "week 53 of 2021", None),
    "quarter in lower case": ("in 2017 q1", "2017 q1", "2017-01/2017-03"),
    "weekday and day": ("on Friday, May 5, 2017", "Friday, May 5, 2017", "2017-05-05"),
    "year first": ("on 2013/03/14", "2013/03/14", "2013-03-14"),
}


def read(text: str, published_on: date | None) -> list[tuple[str, str | None]]:
    """Return surface and value of the dates of a sentence."""
    found = resolve_dates(find_expressions(text, 0, len(text)), published_on)
    return [(mention.span.text, mention.value) for mention in found]


@pytest.mark.parametrize(("text", "surface", "value"), DEICTIC.values(), ids=DEICTIC)
def test_date_counts_from_the_publication(text: str, surface: str, value: str | None) -> None:
    """The day of publication is today."""
    assert read(text, PUBLISHED) == [(surface, value)]


@pytest.mark.parametrize(("text", "surface", "value"), DEICTIC.values(), ids=DEICTIC)
def test_without_publication_nothing_is_guessed(text: str, surface: str, value: str | None) -> None:
    """The expression is found, its value is not known."""
    del value
    assert read(text, None) == [(surface, None)]


@pytest.mark.parametrize("case", ANAPHORIC.values(), ids=ANAPHORIC)
@pytest.mark.parametrize("published_on", [None, PUBLISHED], ids=["undated", "dated"])
def test_date_counts_from_the_date_before_it(
    case: tuple[str, ...], published_on: date | None
) -> None:
    """Stories count from their own dates."""
    text, value = case[0], case[-1]

    assert read(text, published_on)[-1][1] == value


@pytest.mark.parametrize("text", NOTHING.values(), ids=NOTHING)
def test_text_without_a_date_has_none(text: str) -> None:
    """Sets, names and durations are no dates."""
    assert read(text, PUBLISHED) == []


@pytest.mark.parametrize(("text", "surface", "value"), FORMS.values(), ids=FORMS)
def test_form_has_its_value(text: str, surface: str, value: str) -> None:
    """Parts of months, spans, decades and short years need no publication date."""
    assert read(text, None) == [(surface, value)]


@pytest.mark.parametrize("moment", [date(1, 1, 1), date(9999, 12, 31)])
def test_end_of_the_calendar_gives_no_value(moment: date) -> None:
    """A date that no calendar holds is null, not an error."""
    texts = (
        "a century ago, next year, last year, three decades later, next week, last week",
        "It will open on New Year's Day, on Good Friday, on 3 January.",
        "It will end by spring.",
        "Revenue fell in the fourth quarter.",
    )

    for text in texts:
        found = read(text, moment)
        assert found
        assert all(value is None or not value.startswith("0000") for _, value in found)

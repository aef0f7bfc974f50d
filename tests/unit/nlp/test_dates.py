"""Dates: forms, values, and the year that partial dates take."""

from __future__ import annotations

from datetime import date

import pytest

from tasks.nlp.dates.expressions import find_expressions
from tasks.nlp.dates.resolution import resolve_dates

FORMS = {
    "iso": ("on 2022-06-09", "2022-06-09", "2022-06-09"),
    "day_month_year": ("on 9 June 2022", "9 June 2022", "2022-06-09"),
    "ordinal_day": ("on the 9th of June 2022", "9th of June 2022", "2022-06-09"),
    "month_day_year": ("on June 9, 2022", "June 9, 2022", "2022-06-09"),
    "abbreviated": ("on Sept. 9, 2024", "Sept. 9, 2024", "2024-09-09"),
    "capitals": ("on 9 JUNE 2022", "9 JUNE 2022", "2022-06-09"),
    "telegraphic": ("on 3 NOV 89", "3 NOV 89", "1989-11-03"),
    "slashed_day_first": ("on 25/12/2021", "25/12/2021", "2021-12-25"),
    "slashed_month_first": ("on 4/25/2021", "4/25/2021", "2021-04-25"),
    "slashed_unclear": ("on 11-09-2024", "11-09-2024", None),
    "days": ("on 12-14 June 2023", "12-14 June 2023", "2023-06-12/2023-06-14"),
    "days_in_words": ("from 12 to 14 June 2023", "12 to 14 June 2023", "2023-06-12/2023-06-14"),
    "month": ("in March 2024", "March 2024", "2024-03"),
    "year": ("in 2015", "2015", "2015"),
    "years": ("in 2017-2018", "2017-2018", "2017/2018"),
    "short_years": ("in 2012-13", "2012-13", "2012/2013"),
    "decade": ("in the 1990s", "1990s", "1990/1999"),
    "season": ("in spring of 2014", "spring of 2014", "2014-03/2014-05"),
    "quarter": ("in Q3 2021", "Q3 2021", "2021-07/2021-09"),
    "half": ("in the first half of 2021", "first half of 2021", "2021-01/2021-06"),
    "no day at all": ("It is dated 00/00/0000.", "00/00/0000", None),
    "lower case": ("it fell on 22 april 2019.", "22 april 2019", "2019-04-22"),
    "impossible_day": ("on 31 February 2021", "31 February 2021", None),
}


@pytest.mark.parametrize(("text", "surface", "value"), FORMS.values(), ids=FORMS)
def test_date_has_its_value(text: str, surface: str, value: str | None) -> None:
    """Each form gives its ISO value; a day that no calendar has, or two readings, give none."""
    found = resolve_dates(find_expressions(text, 0, len(text)), None)

    assert [(d.span.text, d.value) for d in found] == [(surface, value)]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Mrs May left", id="name"),
        pytest.param("it may fall", id="verb"),
        pytest.param("they freed 2015 prisoners", id="count"),
        pytest.param("between 100 and 1000 grams", id="count_like_an_early_year"),
        pytest.param("100 - 1000 litres", id="range_like_an_early_year"),
        pytest.param("over 1900 rifles", id="qualified_count"),
        pytest.param("item 2882015 there", id="identifier"),
        pytest.param("it costs $2015 now", id="money"),
        pytest.param("2015 percent", id="percent"),
        pytest.param("the recorder of Flight 1989 is lost", id="flight"),
        pytest.param("Invoice No. 2013 was paid twice", id="invoice"),
        pytest.param("frames of the 2000 series", id="series"),
        pytest.param("the room number was 379480", id="six_digits"),
    ],
)
def test_no_date_is_found(text: str) -> None:
    """Names, verbs and counts are no dates."""
    assert list(find_expressions(text, 0, len(text))) == []


@pytest.mark.parametrize(
    ("text", "published", "values"),
    [
        pytest.param("on 3 May", date(2020, 6, 1), ["2020-05-03"], id="publication_year"),
        pytest.param("in 2011 and on 3 May", None, ["2011", "2011-05-03"], id="date_before"),
        pytest.param("on 3 May and in 2011", None, [None, "2011"], id="never_a_date_after"),
        pytest.param("on 3 May", None, [None], id="nothing_known"),
        pytest.param("on February 29", date(2021, 1, 1), [None], id="no_such_day_that_year"),
        pytest.param("in 2011, then in May", date(2020, 1, 1), ["2011", "2020-05"], id="wins"),
        pytest.param("on 28 December", date(2020, 1, 5), ["2019-12-28"], id="year_before"),
        pytest.param("it will end on 28 December", date(2020, 1, 5), ["2020-12-28"], id="ahead"),
        pytest.param("it will end in January", date(2020, 12, 20), ["2021-01"], id="year_after"),
        pytest.param("in January", date(2020, 12, 20), ["2020-01"], id="long_ago"),
        pytest.param("on 3 February", date(2020, 1, 5), ["2020-02-03"], id="soon"),
    ],
)
def test_partial_date_takes_its_year(
    text: str, published: date | None, values: list[str | None]
) -> None:
    """A partial date takes the publication year, else that of a date before it, else none."""
    found = resolve_dates(find_expressions(text, 0, len(text)), published)

    assert [d.value for d in found] == values

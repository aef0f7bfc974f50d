"""Values of TIMEX2 and Recognizers-Text become days in our conventions."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from evaluation.dates.calendar import days_of, days_or_null
from evaluation.dates.recognizers import meanings
from evaluation.dates.timex import read_timex

if TYPE_CHECKING:
    from evaluation.dates.statements import DateStatement


def mapped(
    value: str | None, mod: str | None = None, text: str = "May", label: str = "DATE"
) -> DateStatement:
    """Return what an annotation states."""
    return read_timex((0, len(text)), text, label, value, mod)


@pytest.mark.parametrize(
    ("value", "mod", "ours"),
    [
        ("1939-09-01", None, "1939-09-01"),
        ("1939-W35", None, "1939-08-28/1939-09-03"),
        ("1939-SU", None, "1939-06/1939-08"),
        ("1939-WI", None, "1939-12/1940-02"),
        ("1939-WI", None, "1938-12/1939-02"),
        ("1939-H2", None, "1939-07/1939-12"),
        ("1939-Q3", None, "1939-07/1939-09"),
        ("194", None, "1940/1949"),
        ("1939-10-05T11:00", None, "1939-10-05"),
        ("1939-10", "START", "1939-10-01/1939-10-10"),
        ("1939-02", "MID", "1939-02-11/1939-02-20"),
        ("1940-02", "END", "1940-02-21/1940-02-29"),
        ("1941", "START", "1941-01/1941-04"),
        ("1941", "END", "1941"),
        ("1941-05", "APPROX", "1941-05"),
        ("XXXX-WI", None, "-"),
        ("XXXX-XX-XX", None, "-"),
        ("1939-05-XX", None, "-"),
        ("1939-05-XX", None, "1939-05-21/1939-05-31"),
    ],
)
def test_timex_values_are_accepted(value: str, mod: str | None, ours: str) -> None:
    """Each form has days, or may be null."""
    assert mapped(value, mod).accepts(days_or_null(ours))


@pytest.mark.parametrize(
    ("value", "mod", "ours"),
    [
        ("1939-09-01", None, "1939-09"),
        ("1939-10", "START", "1939-10"),
        ("1941", "START", "1941-09/1941-12"),
        ("1941", "MID", "1941-01/1941-04"),
        ("1939-05-XX", None, "1939-06"),
        ("1939", None, "-"),
    ],
)
def test_other_days_are_not_accepted(value: str, mod: str | None, ours: str) -> None:
    """A value is right or wrong, not nearly right."""
    assert not mapped(value, mod).accepts(days_or_null(ours))


@pytest.mark.parametrize(
    ("value", "text", "label", "kind"),
    [
        ("P3M", "three months", "DURATION", "duration"),
        ("XXXX-XX-XX", "daily", "SET", "set"),
        ("P1Y", "the past year", "DATE", "duration"),
        ("PRESENT_REF", "now", "DATE", "reference"),
        ("BC0480-08", "August", "DATE", "before our era"),
        (None, "this period", "DATE", "no value"),
        ("1918-11-11T11:00", "11 a.m.", "TIME", "time of day"),
        ("1939-09-17", "the same time", "DATE", "no calendar word"),
        ("1775-04-19TMO", "the morning of April 19", "TIME", "date"),
    ],
)
def test_what_is_no_date_stands_apart(value: str | None, text: str, label: str, kind: str) -> None:
    """Each kind says why."""
    assert mapped(value, None, text, label).kind == kind


def test_unknown_forms_are_refused() -> None:
    """A new form is no null."""
    with pytest.raises(ValueError, match="'1939-ZZ'"):
        mapped("1939-ZZ")


@pytest.mark.parametrize(
    ("value", "ours"),
    [
        ({"timex": "XXXX-WXX-5", "value": "2016-11-04"}, ["2016-11-04"]),
        ({"timex": "2016", "start": "2017-01-01", "Mod": "after"}, ["2016"]),
        ({"timex": "XXXX-08", "start": "2016-08-01", "Mod": "since"}, ["2016-08"]),
        ({"timex": "XXXX-12", "end": "2016-01-01", "Mod": "before-end"}, ["2015-12-21/2015-12-31"]),
        ({"timex": "2016-SU", "value": "not resolved"}, ["2016-06/2016-08"]),
        ({"timex": "WI", "value": "not resolved"}, ["-"]),
        ({"timex": "2019-02-30", "value": "not resolved"}, ["-"]),
        (
            {"timex": "(2014-01-01,2018-01-01,P4Y)", "start": "2014-01-01", "end": "2018-01-01"},
            ["2014/2018", "2014/2017", "2014-01/2018-01"],
        ),
        (
            {"timex": "(2018-03-24,2018-03-29,P5D)", "start": "2018-03-24", "end": "2018-03-29"},
            ["2018-03-24/2018-03-28", "2018-03-24/2018-03-29"],
        ),
    ],
)
def test_recognizers_values_have_our_days(value: dict[str, str], ours: list[str]) -> None:
    """An open range means the date that bounds it; the last day may be left out."""
    found = list(meanings(value))

    assert all(days_or_null(one) in found for one in ours)


def test_intervals_must_not_end_before_they_start() -> None:
    """Neither may months that no year has be read."""
    for value in ("2016/2015", "2016-13", "May"):
        with pytest.raises(ValueError, match=r"."):
            days_of(value)

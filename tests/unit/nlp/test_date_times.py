"""Clock times beside a date stay outside of it and are kept."""

from __future__ import annotations

import pytest

from tasks.nlp.dates.expressions import find_expressions

CASES = {
    "before": ("It fell at 5 p.m. on Monday.", "Monday", "5 p.m."),
    "behind": ("It fell on Monday at 5:30 a.m. and again.", "Monday", "5:30 a.m."),
    "zone": ("It fell on 7 June 2017, 09:00 GMT.", "7 June 2017", "09:00 GMT"),
    "four digits": ("It fell at 0830 GMT on 7 June 2017.", "7 June 2017", "0830 GMT"),
    "noon": ("It fell yesterday at noon.", "yesterday", "noon"),
    "shortly after": ("It fell on Friday shortly after midnight.", "Friday", "midnight"),
    "none": ("It fell on Friday, 5 men died.", "Friday", None),
    "amount": ("It fell on Friday by 5.30 percent.", "Friday", None),
    "another sentence": ("It fell on Friday. At 5 p.m. it rained.", "Friday", None),
}


@pytest.mark.parametrize(("text", "surface", "time_text"), CASES.values(), ids=CASES)
def test_time_beside_a_day(text: str, surface: str, time_text: str | None) -> None:
    """The value of a date stops at the day."""
    end = text.index(".", text.index(surface)) + 1 if "another" in surface else len(text)
    found = [date for date in find_expressions(text, 0, end) if date.span.text == surface]

    assert [date.time_text for date in found] == [time_text]

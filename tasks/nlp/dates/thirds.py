"""Early, middle and late in a month: its days 1 to 10, 11 to 20, and 21 to the end."""

import re
from dataclasses import replace
from datetime import timedelta
from typing import Final

from tasks.nlp.dates.calendar import Period

EARLY: Final = re.compile(r"(?:very\ )?early\b|beginning|start", re.IGNORECASE)
MIDDLE: Final = re.compile(r"mid|middle", re.IGNORECASE)
LATE: Final = re.compile(r"(?:very\ )?late\b|end|close", re.IGNORECASE)
LAST_EARLY: Final = 10
LAST_MIDDLE: Final = 20


def narrowed(text: str, period: Period | None) -> Period | None:
    """Return the part of a month that the first words of an expression name.

    Years and longer periods stay whole: nothing says where ``early`` ends in them.

    >>> narrowed("late May 2020", Period.of_month(2020, 5)).value
    '2020-05-21/2020-05-31'
    """
    if period is None or period.precision != "month":
        return period
    first, last = period.start_on, period.end_on
    if EARLY.match(text):
        last = first.replace(day=LAST_EARLY)
    elif MIDDLE.match(text):
        first, last = first.replace(day=LAST_EARLY + 1), first.replace(day=LAST_MIDDLE)
    elif LATE.match(text):
        first = first.replace(day=LAST_MIDDLE) + timedelta(days=1)
    else:
        return period
    value = f"{first.isoformat()}/{last.isoformat()}"
    return replace(period, value=value, precision="interval", start_on=first, end_on=last)

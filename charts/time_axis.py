"""The axis of time that all charts of runs share: UTC, with labels as exact as the span asks."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from datetime import datetime

    import altair as alt
    import polars as pl

MOST_LABELS: Final = 4
CLOCK: Final = "%d %b %H:%M"
FORMATS: Final = (
    (timedelta(days=2), CLOCK),
    (timedelta(days=300), "%d %b"),
    (timedelta.max, "%b %Y"),
)
"""Longest span that a format is for, and the format."""


def time_axis(moments: pl.Series) -> alt.X:
    """Return the horizontal channel of a chart over runs, from their ``started_at``.

    Args:
        moments: The moments that the chart shows, naive UTC.
    """
    import altair as alt  # noqa: PLC0415 - takes a second to import

    pattern = label_format(moments)
    places = [_date_time(moment) for moment in label_places(moments, pattern)]
    marks: dict[str, Any] = {"values": places} if pattern == CLOCK else {"tickCount": 5}
    return alt.X(
        "started_at",
        type="temporal",
        title=None,
        scale=alt.Scale(type="utc"),
        axis=alt.Axis(format=pattern, grid=False, labelFlush=True, **marks),
    )


def label_format(moments: pl.Series) -> str:
    """Return the format of the labels of an axis over some moments.

    Args:
        moments: Moments, at least none.
    """
    ordered: list[datetime] = moments.drop_nulls().sort().to_list()
    span = ordered[-1] - ordered[0] if ordered else timedelta()
    return next(pattern for longest, pattern in FORMATS if span <= longest)


def label_places(moments: pl.Series, pattern: str) -> list[datetime]:
    """Return where the labels of an axis of hours stand: at some runs, never one text twice.

    Args:
        moments: Moments, naive UTC.
        pattern: Format of the labels.

    Returns:
        At most ``MOST_LABELS`` moments, ascending.
    """
    told = {moment.strftime(pattern): moment for moment in moments.drop_nulls().sort()}
    places = sorted(told.values())
    return places[:: -(-len(places) // MOST_LABELS)] if places else []


def _date_time(moment: datetime) -> alt.DateTime:
    import altair as alt  # noqa: PLC0415 - takes a second to import

    return alt.DateTime(
        year=moment.year,
        month=moment.month,
        date=moment.day,
        hours=moment.hour,
        minutes=moment.minute,
        seconds=moment.second,
        utc=True,
    )

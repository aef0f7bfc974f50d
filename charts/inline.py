"""How rows get into a chart: bounded, as plain JSON values, texts made harmless to the layout."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

import polars as pl

if TYPE_CHECKING:
    import altair as alt

LONGEST_TEXT: Final = 300
"""Characters of a text in a tooltip."""
LONGEST_LABEL: Final = 60
"""Characters of a text beside a mark."""
UNSEEN: Final = r"[\p{Cc}\u{200E}\u{200F}\u{202A}-\u{202E}\u{2066}-\u{2069}]+"
"""Control characters, and those that turn the direction of what stands after them."""
MOMENT: Final = "%Y-%m-%d %H:%M"


def inline_data(rows: pl.DataFrame) -> alt.InlineData:
    """Return rows as data of a chart.

    Args:
        rows: Columns of numbers, booleans, texts, days or moments. Decimals become floats; numbers
            that are not finite null; days and moments ISO 8601 texts (moments in UTC); texts are
            cut off after ``LONGEST_TEXT`` characters.
    """
    import altair as alt  # noqa: PLC0415 - takes a second to import

    plain = rows.select(_plain(name, dtype) for name, dtype in rows.schema.items())
    return alt.InlineData(values=plain.to_dicts())


def inline_json(rows: pl.DataFrame) -> alt.InlineData:
    """Return many rows as data of a chart: the same as one JSON text, which Altair never copies.

    Args:
        rows: As in ``inline_data``.
    """
    import altair as alt  # noqa: PLC0415 - takes a second to import

    plain = rows.select(_plain(name, dtype) for name, dtype in rows.schema.items())
    return alt.InlineData(
        values=json.dumps(plain.to_dicts()), format=alt.JsonDataFormat(type="json")
    )


def shortened(column: str, length: int = LONGEST_LABEL) -> pl.Expr:
    """Return a text column cut off after ``length`` characters, with an ellipsis where it was.

    What cannot be seen (line breaks, other control characters, marks of direction) becomes a blank.
    """
    text = pl.col(column).str.slice(0, length + 1).str.replace_all(UNSEEN, " ")
    is_long = text.str.len_chars() > length
    return pl.when(is_long).then(text.str.slice(0, length - 1) + "…").otherwise(text).alias(column)


def moment_text(column: str) -> pl.Expr:
    """Return moments in UTC as a reader wants to see them, to the minute."""
    return pl.col(column).dt.strftime(MOMENT) + " UTC"


def _plain(name: str, dtype: pl.DataType) -> pl.Expr:
    column = pl.col(name)
    if dtype == pl.String:
        return shortened(name, LONGEST_TEXT)
    if dtype == pl.Date:
        return column.dt.strftime("%Y-%m-%d")
    if dtype == pl.Datetime:
        return column.dt.strftime("%Y-%m-%dT%H:%M:%SZ")
    if dtype.is_decimal() or dtype.is_float():
        number = column.cast(pl.Float64)
        return pl.when(number.is_finite()).then(number).alias(name)
    return column

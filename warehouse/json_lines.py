"""Rendering of frames as JSON Lines with exact numbers."""

from __future__ import annotations

import json
from json.encoder import encode_basestring

import polars as pl


def render_json_lines(frame: pl.DataFrame) -> str:
    r"""Return one JSON object per row; decimals are exact JSON numbers, dates ISO 8601 text.

    Args:
        frame: Columns of text, numbers, booleans, dates and timestamps.

    Raises:
        TypeError: If a column is of another type.
        ValueError: If a number is infinite or no number.

    >>> from decimal import Decimal
    >>> render_json_lines(pl.DataFrame({"low": [Decimal("33.330")], "is_open": [None]}))
    '{"low": 33.33, "is_open": null}\n'
    """
    cells: list[pl.Expr | pl.Series] = []
    for index, (name, column) in enumerate(zip(frame.columns, frame, strict=True)):
        opening = "{" if index == 0 else ", "
        cells += [pl.lit(f"{opening}{json.dumps(name)}: "), _json_cells(column)]
    # A frame without rows has no lines, but literals alone would make one.
    lines = frame.select(pl.concat_str([*cells, pl.lit("}\n")]).alias("line"))["line"]
    return "".join(lines.head(frame.height))


def plain_decimal(column: pl.Expr) -> pl.Expr:
    """Return decimals as text without trailing zeros, e.g. ``33.33``.

    >>> from decimal import Decimal
    >>> frame = pl.DataFrame({"low": [Decimal("33.330"), Decimal("5000.000")]})
    >>> frame.select(plain_decimal(pl.col("low"))).to_series().to_list()
    ['33.33', '5000']
    """
    text = column.cast(pl.String)
    trimmed = text.str.strip_chars_end("0").str.strip_chars_end(".")
    return pl.when(text.str.contains(".", literal=True)).then(trimmed).otherwise(text)


def _json_cells(column: pl.Series) -> pl.Series:
    dtype = column.dtype
    if dtype == pl.String:
        cells = column.map_elements(encode_basestring, return_dtype=pl.String)
    elif isinstance(dtype, pl.Decimal):
        cells = pl.select(plain_decimal(pl.lit(column))).to_series()
    elif dtype.is_integer() or dtype in (pl.Boolean, pl.Null):
        cells = column.cast(pl.String)
    elif dtype.is_float():
        cells = column.map_elements(_json_float, return_dtype=pl.String)
    elif dtype in (pl.Date, pl.Datetime):
        cells = column.dt.to_string("iso:strict").map_elements(
            encode_basestring, return_dtype=pl.String
        )
    else:
        msg = f"column {column.name}: JSON has no {dtype}"
        raise TypeError(msg)
    return cells.fill_null("null")


def _json_float(number: float) -> str:
    return json.dumps(number, allow_nan=False)

"""A row as ``ops.rejected_rows`` keeps it: whole, as one JSON object, and back to the typed row.

Nothing is lost on the way: decimals are texts with all their digits, days and moments ISO 8601,
numbers that JSON has not (``nan``, ``inf``) their names.
"""

from __future__ import annotations

import json
import math
from datetime import date, datetime
from decimal import Context, Decimal, InvalidOperation
from typing import TYPE_CHECKING, Any, Final

from warehouse.contract import DECIMAL_PRECISION, DECIMAL_SCALE, DType

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    import polars as pl

    from warehouse.contract import Column, Table

EXACT: Final = Context(prec=DECIMAL_PRECISION)
STEP: Final = Decimal(1).scaleb(-DECIMAL_SCALE)


def plain_decimal(value: Decimal) -> str:
    """Return all digits of a decimal without exponent and without trailing zeros.

    >>> plain_decimal(Decimal("12345678901234567890123456789.500000000"))
    '12345678901234567890123456789.5'
    """
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def render_json(value: object) -> str:
    """Return compact JSON; decimals become exact strings, days and times ISO 8601 strings.

    >>> render_json({"low": Decimal("5000.000000000"), "on": date(2015, 11, 3)})
    '{"low":"5000","on":"2015-11-03"}'
    """
    try:
        return _ENCODER.encode(value)
    except ValueError:  # it holds a number that JSON has not
        return _ENCODER.encode(_plain(value))


def _encode_value(value: object) -> object:
    """Return what JSON has for a value that its encoder does not know."""
    plain = _plain(value)
    if plain is value:
        msg = f"{value!r} is no value of a row"
        raise TypeError(msg)
    return plain


_ENCODER: Final = json.JSONEncoder(
    ensure_ascii=False, separators=(",", ":"), allow_nan=False, default=_encode_value
)
"""Many times as fast as ``_plain`` for a whole row, which matters where all rows are refused."""


def _plain(value: object) -> object:
    if isinstance(value, dict):
        return {name: _plain(item) for name, item in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    if isinstance(value, Decimal):
        return plain_decimal(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and not math.isfinite(value):
        return str(value)
    return value


def parse_row(table: Table, row_json: str) -> dict[str, Any]:
    """Return the row that a JSON object of ``render_json`` stands for.

    Args:
        table: Table of the row.
        row_json: The JSON object.

    Returns:
        Values by column name, of the types of the contract; null in any column.

    Raises:
        ValueError: If it is no row of the table as it is declared now.
    """
    values = json.loads(row_json)
    if not isinstance(values, dict) or set(values) != set(table.column_names):
        msg = f"{table.qualified_name}: the row has other columns than the table has now"
        raise ValueError(msg)
    return {column.name: _parse_value(column, values[column.name]) for column in table.columns}


def rows_frame(table: Table, rows: Iterable[dict[str, Any]]) -> pl.DataFrame:
    """Return rows of ``parse_row`` as a frame that has the structure of the table.

    Args:
        table: Table of the rows.
        rows: Values by column name; the order of the frame is theirs.
    """
    import polars as pl  # noqa: PLC0415 - keeps commands that only print decimals fast

    return pl.DataFrame(list(rows), schema=table.polars_schema, orient="row")


def _parse_value(column: Column, value: object) -> object:
    if value is None:
        return None
    is_readable, parse = _PARSERS[column.dtype]
    if not isinstance(value, is_readable) or isinstance(value, bool) != (parse is bool):
        msg = f"column {column.name}: {value!r} is no {column.dtype}"
        raise ValueError(msg)
    return parse(value)


def _decimal(text: str) -> Decimal:
    try:
        return Decimal(text).quantize(STEP, context=EXACT)
    except InvalidOperation as error:
        msg = f"{text!r} is no decimal of {DECIMAL_PRECISION} digits"
        raise ValueError(msg) from error


_PARSERS: Final[dict[DType, tuple[tuple[type, ...], Callable[[Any], object]]]] = {
    DType.TEXT: ((str,), str),
    DType.INTEGER: ((int,), int),
    DType.DECIMAL: ((str,), _decimal),
    DType.FLOAT: ((int, float, str), float),
    DType.BOOLEAN: ((bool,), bool),
    DType.DATE: ((str,), date.fromisoformat),
    DType.TIMESTAMP: ((str,), datetime.fromisoformat),
}
"""JSON types that a value may have, and how it is read."""

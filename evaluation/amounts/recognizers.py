"""Reads the specifications of Recognizers-Text: numbers, ranges, money, measures, ages."""

import json
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any, Final

from evaluation.amounts.statements import AmountInput, Statement, point
from evaluation.amounts.unit_names import named_unit

MODELS: Final = (
    "NumberModel",
    "PercentModel",
    "NumberRangeModel",
    "CurrencyModel",
    "DimensionModel",
    "AgeModel",
    "TemperatureModel",
)
SOURCES: Final = {"CurrencyModel": "recognizers_money"}
"""Where the names of units are looked up: a pound is money in one model and a mass in others."""
UNIT_SOURCE: Final = "recognizers"


def read_recognizers(folder: Path, model: str) -> Iterator[AmountInput]:
    """Yield the inputs of a model; results without a value ("the %") are no amounts."""
    with (folder / "recognizers_text" / f"{model}.jsonl").open(encoding="utf-8") as file:
        for line in file:
            record = json.loads(line, parse_float=Decimal)
            stated = (statement(span, model) for span in record["spans"])
            yield AmountInput(
                set_name=f"recognizers_text/{model}",
                key=record["id"],
                text=record["text"],
                expected=tuple(found for found in stated if found is not None),
            )


def statement(span: dict[str, Any], model: str) -> Statement | None:
    """Return the amount of a result, or None when it states no value."""
    spans = ((span["start"], span["end"]),)
    resolution = span["resolution"]
    if model == "NumberRangeModel":
        low, high = bounds(resolution["value"])
        return Statement(low, high, (), "", spans, low if low == high else None)
    value = number(str(resolution["value"]))
    if value is None:
        return None
    if model == "PercentModel":
        return point(value, ("percent",), "percent", spans)
    if "unit" not in resolution:
        return point(value, (), "", spans)
    named = named_unit(SOURCES.get(model, UNIT_SOURCE), resolution["unit"])
    return point(value * named.factor, named.units, "", spans)


def number(text: str) -> Decimal | None:
    """Return a value, with or without a percent sign.

    >>> number("-5%"), number("1E-07"), number("null")
    (Decimal('-5'), Decimal('1E-7'), None)
    """
    try:
        return Decimal(text.removesuffix("%"))
    except InvalidOperation:
        return None


def bounds(text: str) -> tuple[Decimal | None, Decimal | None]:
    """Return the bounds of an interval; whether they are inclusive is no part of our figures.

    >>> bounds("(2,8]"), bounds("[500,)")
    ((Decimal('2'), Decimal('8')), (Decimal('500'), None))
    """
    low, high = text.strip("[]()").split(",")
    return number(low), number(high)

"""Reads the corpus of duckling: short texts, each with the constructor that it resolves to."""

import json
import re
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Final

from evaluation.amounts.statements import AmountInput, Statement, point
from evaluation.amounts.unit_names import named_unit

DIMENSIONS: Final = ("Numeral", "Quantity", "Distance", "Volume", "Duration")
NUMERAL: Final = re.compile(r"\(NumeralValue \(?(-?[\d.e]+)\)?\)")
DURATION: Final = re.compile(r"\(DurationData (\d+) (\w+)\)")
MEASURE: Final = re.compile(r"\((simple|under|above|between) (\w+) \(?([\d.]+)(?:, ?([\d.]+)\))?")


def read_duckling(folder: Path, dimension: str) -> Iterator[AmountInput]:
    """Yield the inputs of a dimension; the whole text is the span of its one amount."""
    with (folder / "duckling" / f"{dimension}.jsonl").open(encoding="utf-8") as file:
        for line in file:
            record = json.loads(line)
            expected = statement(record["expected"], len(record["text"]))
            yield AmountInput(f"duckling/{dimension}", record["id"], record["text"], (expected,))


def statement(constructor: str, length: int) -> Statement:
    """Return the amount that a constructor builds.

    Raises:
        ValueError: If it is none of the constructors that the five dimensions use.

    >>> statement("(between Metre (3, 5))", 4).high
    Decimal('5')
    """
    spans = ((0, length),)
    if numeral := NUMERAL.fullmatch(constructor):
        return point(Decimal(numeral[1]), (), "", spans)
    if duration := DURATION.fullmatch(constructor):
        named = named_unit("duckling_duration", duration[2])
        return point(Decimal(duration[1]) * named.factor, named.units, "duration", spans)
    measure = MEASURE.match(constructor)
    if measure is None:
        msg = f"{constructor!r} is no known constructor; add it to the reader"
        raise ValueError(msg)
    form, unit, first, second = measure.groups()
    named = named_unit("duckling", unit)
    value = Decimal(first) * named.factor
    if form == "simple":
        return point(value, named.units, "", spans)
    low = None if form == "under" else value
    high = {"under": value, "above": None}.get(form, Decimal(second or 0) * named.factor)
    return Statement(low, high, named.units, "", spans)

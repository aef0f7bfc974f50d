"""Reads the tests of quantulum3: sentences with values, units and half-widths of ranges."""

import json
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any, Final

from evaluation.amounts.statements import AmountInput, Statement, point
from evaluation.amounts.unit_names import named_unit

SET: Final = "quantulum3"
FILES: Final = ("quantities.jsonl", "quantities.ambiguity.jsonl")
DOZEN: Final = "dozen"


def read_quantulum(folder: Path) -> Iterator[AmountInput]:
    """Yield the inputs of both files."""
    for name in FILES:
        with (folder / SET / name).open(encoding="utf-8") as file:
            for line in file:
                record = json.loads(line, parse_float=Decimal)
                expected = tuple(statement(span) for span in record["spans"])
                yield AmountInput(SET, record["id"], record["text"], expected)


def statement(span: dict[str, Any]) -> Statement:
    """Return the amount of a quantity; a value with a half-width is a range."""
    named = named_unit(SET, span["unit"])
    value = Decimal(span["value"]) * named.factor
    spans = ((span["start"], span["end"]),)
    if span["uncertainty"] is None:
        return point(value, named.units, "", spans)
    half = Decimal(span["uncertainty"]) * named.factor
    return Statement(value - half, value + half, named.units, "", spans)

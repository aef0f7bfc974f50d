"""What quantulum3 and Recognizers-Text read, as statements; both are optional to have."""

import importlib
import warnings
from collections.abc import Callable, Iterable
from decimal import Decimal
from typing import Any, Final

from evaluation.amounts.quantulum import SET
from evaluation.amounts.recognizers import UNIT_SOURCE, number
from evaluation.amounts.statements import Statement, point
from evaluation.amounts.unit_names import NamedUnit, kinds, named_unit

Reader = Callable[[str], list[Statement]]
RECOGNIZERS: Final = {
    "currency": "recognizers_number_with_unit",
    "dimension": "recognizers_number_with_unit",
    "age": "recognizers_number_with_unit",
    "temperature": "recognizers_number_with_unit",
    "percentage": "recognizers_number",
    "number": "recognizers_number",
}
"""Models of Recognizers-Text and their packages; what comes first keeps its characters.

Its Python edition has no model of ranges.
"""


def available_rivals() -> dict[str, Reader]:
    """Return the systems that are installed, by the name of the table."""
    candidates = {SET: quantulum_reader, "recognizers-text": recognizers_reader}
    found: dict[str, Reader] = {}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for name, build in candidates.items():
            try:
                found[name] = build()
            except ImportError:
                continue
    return found


def quantulum_reader() -> Reader:
    """Return what reads with quantulum3.

    Raises:
        ImportError: If it is not installed.
    """
    parser = importlib.import_module("quantulum3.parser")

    def read(text: str) -> list[Statement]:
        try:
            return [quantity(found) for found in parser.parse(text)]
        except (ArithmeticError, LookupError, TypeError, ValueError):
            return []  # its parser raises on some inputs of the sets

    return read


def quantity(found: Any) -> Statement:  # noqa: ANN401 - a class of an optional package
    """Return a quantity of quantulum3."""
    named = named_unit(SET, found.unit.name)
    value = Decimal(str(found.value)) * named.factor
    if not found.uncertainty:
        return point(value, named.units, kind_of(named), (found.span,))
    half = Decimal(str(found.uncertainty)) * named.factor
    return Statement(value - half, value + half, named.units, kind_of(named), (found.span,))


def recognizers_reader() -> Reader:
    """Return what reads with all models of Recognizers-Text.

    Raises:
        ImportError: If it is not installed.
    """
    functions = [
        (model, getattr(importlib.import_module(package), f"recognize_{model}"))
        for model, package in RECOGNIZERS.items()
    ]

    def read(text: str) -> list[Statement]:
        found: list[Statement] = []
        for model, recognize in functions:
            results = (resolved(result, model) for result in recognize(text, "en-us"))
            found.extend(without_taken(found, (one for one in results if one is not None)))
        return found

    return read


def without_taken(taken: list[Statement], found: Iterable[Statement]) -> list[Statement]:
    """Return the statements whose characters no earlier one has."""
    spans = [span for statement in taken for span in statement.spans]
    return [
        statement
        for statement in found
        if not any(s < end and start < e for s, e in statement.spans for start, end in spans)
    ]


def resolved(result: Any, model: str) -> Statement | None:  # noqa: ANN401 - an optional package
    """Return a result of Recognizers-Text, None when it states no value."""
    spans = ((result.start, result.end + 1),)
    resolution = result.resolution or {}
    value = number(str(resolution.get("value")))
    if value is None:
        return None
    if model == "percentage":
        return point(value, ("percent",), "percent", spans)
    if model == "number":
        return point(value, (None,), "count", spans)
    source = "recognizers_money" if model == "currency" else UNIT_SOURCE
    named = named_unit(source, str(resolution.get("unit")))
    kind = "age" if model == "age" else kind_of(named)
    return point(value * named.factor, named.units, kind, spans)


def kind_of(named: NamedUnit) -> str:
    """Return the kind of figure that a unit makes; empty, which counts nowhere, if unknown."""
    return kinds().get(named.units[0], "")

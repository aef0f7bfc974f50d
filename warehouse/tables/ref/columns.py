"""Columns as most seeds have them: a text that is never null, a plain number."""

from warehouse.contract import Column, DType


def required(name: str, description: str) -> Column:
    """Return a text column that is never null."""
    return Column(name=name, dtype=DType.TEXT, description=description)


def number(name: str, description: str) -> Column:
    """Return an exact number without physical unit."""
    return Column(name=name, dtype=DType.DECIMAL, unit="1", description=description)

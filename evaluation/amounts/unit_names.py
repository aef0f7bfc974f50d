"""What the units of other projects are called here (``unit_names.csv``)."""

import csv
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from importlib import resources

from tasks.nlp.figures.vocabulary import conversions, unit_words


@dataclass(frozen=True, slots=True)
class NamedUnit:
    """What a name of another project stands for.

    Attributes:
        units: Our codes that it may be; ``None`` for no unit.
        factor: How many of ours one of theirs is.
    """

    units: tuple[str | None, ...]
    factor: Decimal = Decimal(1)


@cache
def unit_names() -> dict[tuple[str, str], NamedUnit]:
    """Return what each name of each source means."""
    with resources.files(__package__).joinpath("unit_names.csv").open(encoding="utf-8") as file:
        return {
            (row["source"], row["name"]): NamedUnit(
                tuple(unit or None for unit in row["units"].split(";")),
                Decimal(row["factor"] or 1),
            )
            for row in csv.DictReader(file)
        }


def named_unit(source: str, name: str) -> NamedUnit:
    """Return what a name means; a name that is not in the table stays as it is, and fits nothing.

    >>> named_unit("duckling", "Metre").units
    ('meter',)
    >>> named_unit("duckling", "Parsec").units
    ('Parsec',)
    """
    return unit_names().get((source, name), NamedUnit((name,)))


@cache
def kinds() -> dict[str | None, str]:
    """Return the kind of figure that each unit of ours makes."""
    found: dict[str | None, str] = {word.unit: word.kind for word in unit_words().values()}
    return found | {None: "count"}


def in_si(value: Decimal, unit: str | None) -> tuple[Decimal, str] | None:
    """Return a value in SI, None where the unit has no conversion."""
    word = conversions().get(unit or "")
    if word is None or word.si_factor is None or word.unit_si is None:
        return None
    return value * word.si_factor, word.unit_si

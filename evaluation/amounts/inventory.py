"""The sets: how each is read, and which kinds of amounts it annotates wherever they occur."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Final

from evaluation.amounts.duckling import DIMENSIONS, read_duckling
from evaluation.amounts.quantulum import SET, read_quantulum
from evaluation.amounts.recognizers import MODELS, read_recognizers
from evaluation.amounts.statements import AmountInput, Statement
from tasks.sources.encoding import decode_text
from warehouse.errors import UsageError

SCALES_OF_HEAT: Final = frozenset({"degree_Celsius", "degree_Fahrenheit", "kelvin"})
DEGREES: Final = SCALES_OF_HEAT | {"degree"}
"""A bare degree may be of heat or of an angle: it is no error in the set of the other."""
Counts = Callable[[Statement], bool]


@dataclass(frozen=True, slots=True)
class AmountSet:
    """A set.

    Attributes:
        name: What ``exclusions.csv`` and the table call it.
        read: Reads its inputs below the folder ``benchmarks``.
        counts: Tells whether an amount that is read but not expected is an error there.
    """

    name: str
    read: Callable[[Path], list[AmountInput]]
    counts: Counts


def every(_: Statement) -> bool:
    """Count every amount."""
    return True


def is_interval(found: Statement) -> bool:
    """Count what has two bounds, or one."""
    return found.low is None or found.high is None or found.low != found.high


def is_dimension(found: Statement) -> bool:
    """Count measures that are no temperatures."""
    return found.kind == "measure" and not DEGREES & set(found.units)


def is_temperature(found: Statement) -> bool:
    """Count degrees of a scale."""
    return bool(SCALES_OF_HEAT & set(found.units))


def is_kind(kind: str, found: Statement) -> bool:
    """Count one kind."""
    return found.kind == kind


COUNTED: Final[dict[str, Counts]] = {
    "NumberModel": every,
    "PercentModel": partial(is_kind, "percent"),
    "NumberRangeModel": is_interval,
    "CurrencyModel": partial(is_kind, "money"),
    "DimensionModel": is_dimension,
    "AgeModel": partial(is_kind, "age"),
    "TemperatureModel": is_temperature,
}


def amount_sets() -> list[AmountSet]:
    """Return all sets, in the order of the table."""
    return [
        *(
            AmountSet(f"recognizers_text/{model}", reader(model), COUNTED[model])
            for model in MODELS
        ),
        AmountSet(SET, lambda folder: list(read_quantulum(folder)), every),
        *(AmountSet(f"duckling/{name}", duckling(name), every) for name in DIMENSIONS),
    ]


def reader(model: str) -> Callable[[Path], list[AmountInput]]:
    """Return what reads a model of Recognizers-Text."""
    return lambda folder: list(read_recognizers(folder, model))


def duckling(dimension: str) -> Callable[[Path], list[AmountInput]]:
    """Return what reads a dimension of duckling."""
    return lambda folder: list(read_duckling(folder, dimension))


def benchmarks_folder(corpora: Path) -> Path:
    """Return the folder of the sets.

    Raises:
        UsageError: If it is not there.
    """
    folder = corpora / "benchmarks"
    if not (folder / "recognizers_text").is_dir():
        msg = (
            f"{corpora} holds no folder benchmarks with the sets; "
            "give the folder that holds it with --corpora"
        )
        raise UsageError(msg)
    return folder


def articles_in(corpora: Path) -> list[str]:
    """Return the texts of the folder ``corpus``, in order of their names; none without it."""
    files = sorted((corpora / "corpus").glob("*.txt"))
    return [decode_text(file.read_bytes()).text for file in files]

"""What a number measures: currencies and the unit words of all else."""

from typing import Final

from warehouse.columns import UNIT, text_column
from warehouse.contract import Column, DType, Table
from warehouse.tables.ref.columns import required
from warehouse.vocabularies import FIGURE_KINDS

CURRENCIES: Final = Table(
    schema="ref",
    name="currencies",
    grain="one row per surface form",
    description="Signs, codes and names of currencies (ISO 4217).",
    columns=(
        required("currency_word", "Sign, code or name; names in lower case."),
        UNIT,
        Column(
            name="position",
            dtype=DType.TEXT,
            vocabulary=("before", "after", "both"),
            description="On which side of the number it may stand.",
        ),
    ),
    key=("currency_word",),
)
UNITS: Final = Table(
    schema="ref",
    name="units",
    grain="one row per surface form",
    description="Unit words of measures, shares, durations, ages and multiples.",
    columns=(
        required("unit_word", "Word or symbol as written; words in lower case."),
        UNIT,
        Column(
            name="kind",
            dtype=DType.TEXT,
            vocabulary=FIGURE_KINDS,
            description="Kind of figure that the unit makes.",
        ),
        text_column("unit_si", "Unit that value_si is in; null when there is no conversion."),
        Column(
            name="si_factor",
            dtype=DType.DECIMAL,
            unit="unit_si per unit",
            description="Factor from the unit to unit_si.",
            nullable=True,
        ),
    ),
    key=("unit_word",),
)

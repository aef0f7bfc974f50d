"""Named days of the year."""

from typing import Final

from warehouse.contract import Column, DType, Table
from warehouse.tables.ref.columns import required

HOLIDAYS: Final = Table(
    schema="ref",
    name="holidays",
    grain="one row per name",
    description="Days of the year that have a name wherever English is read.",
    columns=(
        required("holiday", "Name as written, without a leading article."),
        Column(
            name="day_rule",
            dtype=DType.TEXT,
            pattern=r"\d{2}-\d{2}|(?:easter|orthodox)[+-]\d{1,2}|[A-Z]{2}=.+|[1-5]:[0-6]:\d{2}",
            description=(
                "Month and day (12-25), days from Western or Orthodox Easter Sunday (easter-2), "
                "which weekday of which month (4:3:11 is the fourth Thursday of November, 0 is "
                "Monday), or country and name in the library of holidays (TR=Eid al-Fitr)."
            ),
        ),
        Column(
            name="needs_context",
            dtype=DType.BOOLEAN,
            description="True when the name is a date only behind a preposition or before a year.",
        ),
    ),
    key=("holiday",),
)

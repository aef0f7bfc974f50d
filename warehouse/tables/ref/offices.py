"""Who held which office when: what a role in a text may refer to."""

from typing import Final

from warehouse.columns import ENTITY_KEY
from warehouse.contract import Column, DType, Reference, Table
from warehouse.tables.ref.columns import required

FIRST_YEAR: Final = 1900
LAST_YEAR: Final = 2100


def year_column(name: str, description: str) -> Column:
    """Return a calendar year that is never null."""
    return Column(
        name=name,
        dtype=DType.INTEGER,
        unit="years",
        minimum=FIRST_YEAR,
        maximum=LAST_YEAR,
        description=description,
    )


OFFICES: Final = Table(
    schema="ref",
    name="offices",
    grain="one row per term of a person in an office",
    description="Heads and ministers of states, heads of organisations and armed groups.",
    columns=(
        Column(
            name="office_key",
            dtype=DType.TEXT,
            pattern="[a-z0-9]+(-[a-z0-9]+)*",
            description="Person, role, body and first year of the term, joined by hyphens.",
        ),
        ENTITY_KEY.named("entity_key", "Key of the person."),
        required("role", "Role as English news says it, lower case: president, prime minister."),
        ENTITY_KEY.named("body_key", "Key of the state, organisation or group."),
        year_column("from_year", "Calendar year in which the term began."),
        year_column(
            "until_year", "Calendar year in which it ended; null when it runs or is not known."
        ).as_nullable(),
    ),
    key=("office_key",),
    references=(
        Reference(columns=("entity_key",), target="ref.entities", target_columns=("entity_key",)),
        Reference(columns=("body_key",), target="ref.entities", target_columns=("entity_key",)),
    ),
)

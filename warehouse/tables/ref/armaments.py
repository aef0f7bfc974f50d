"""Words and designations of military items: weapons, vehicles, aircraft, ships."""

from typing import Final

from warehouse.contract import Column, DType, Table
from warehouse.tables.ref.columns import required

LABEL: Final = Column(
    name="label",
    dtype=DType.TEXT,
    nullable=True,
    vocabulary=("WEAPON", "VEHICLE"),
    description="What the item is; null for words that say nothing about it.",
)
ARMAMENT_NOUNS: Final = Table(
    schema="ref",
    name="armament_nouns",
    grain="one row per phrase and role",
    description="Nouns of military items, the words that tell their type, and false friends.",
    columns=(
        required("phrase", "Words in lower case with single spaces; hyphens count as spaces."),
        Column(
            name="role",
            dtype=DType.TEXT,
            vocabulary=(
                "noun",
                "cued",
                "typed",
                "named",
                "type",
                "light",
                "measure",
                "vessel",
                "ship_prefix",
                "other_sense",
                "evidence",
                "other_thing",
                "determiner",
                "before_verb",
                "not_type_name",
                "not_ship_name",
            ),
            description=(
                "noun: an item by itself; cued: beside words of war; typed: behind a word that"
                " tells the type; named: behind a designation; type, light: words before a noun,"
                " light ones prove nothing; measure: unit of a calibre; vessel: a name may follow;"
                " ship_prefix: before the name of a ship; other_sense: no item; evidence: words of"
                " war; determiner, before_verb: tell a noun from a verb; other_thing: beside a code"
                " that is no item (A-10 road); not_type_name,"
                " not_ship_name: capitalised words that name no type, no ship."
            ),
        ),
        LABEL,
        Column(
            name="groups",
            dtype=DType.TEXT,
            nullable=True,
            pattern=r"(munition|system|device|substance|land|air|sea)( (munition|system|device"
            r"|substance|land|air|sea))*",
            description="Of a noun: what it is; of a word of type: the nouns that it proves.",
        ),
        Column(
            name="is_verb",
            dtype=DType.BOOLEAN,
            description="True for nouns that are verbs as well (to bomb).",
        ),
    ),
    key=("phrase", "role"),
)
DESIGNATIONS: Final = Table(
    schema="ref",
    name="designations",
    grain="one row per family of designations, or name",
    description="How types of military items are named: AK-47, Leopard 2, Kornet.",
    columns=(
        required("designation", "Letters before the number, or the whole name, as written."),
        Column(
            name="numbers",
            dtype=DType.TEXT,
            pattern=r"any|none|\d+(-\d+)?( \d+(-\d+)?)*",
            description="Numbers and ranges of the family; none for a name.",
        ),
        Column(
            name="joint",
            dtype=DType.TEXT,
            vocabulary=("glued", "hyphen", "space"),
            description="What stands between letters and number; a name has hyphen.",
        ),
        LABEL,
        Column(
            name="certainty",
            dtype=DType.TEXT,
            vocabulary=("alone", "around", "noun", "joined", "never"),
            description=(
                "alone: marks an item by itself; around: beside words of war; noun: before a noun;"
                " joined: as part of a longer mention only; never: things that look alike."
            ),
        ),
    ),
    key=("designation", "numbers", "joint"),
)

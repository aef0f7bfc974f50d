"""The gold sets that the extraction is scored on."""

from typing import Final

from evaluation.product.dates import DATES
from evaluation.product.figures import FIGURES
from evaluation.product.gold_set import GoldSet
from evaluation.product.links import RELATIONS, ROLES
from evaluation.product.names import ARMAMENTS, NAMES
from evaluation.product.passages import PASSAGES
from evaluation.product.places import PLACES
from evaluation.product.statements import STATEMENTS
from evaluation.product.things import ENTITIES

GOLD_SETS: Final[tuple[GoldSet, ...]] = (
    PASSAGES,
    FIGURES,
    DATES,
    STATEMENTS,
    NAMES,
    ARMAMENTS,
    ENTITIES,
    PLACES,
    ROLES,
    RELATIONS,
)
SET_NAMES: Final = tuple(name for gold_set in GOLD_SETS for name in gold_set.names)

"""Schema ``ref``: the vocabularies in ``seeds/``; the CSV header equals the columns here."""

from typing import Final

from warehouse.tables.ref.armaments import ARMAMENT_NOUNS, DESIGNATIONS
from warehouse.tables.ref.calendar import HOLIDAYS
from warehouse.tables.ref.categories import CATEGORY_WORDS, FIGURE_CATEGORIES
from warehouse.tables.ref.corrections import CORRECTIONS
from warehouse.tables.ref.entities import COUNTRIES, ENTITIES_SEED, ENTITY_ALIASES, MODEL_LABELS
from warehouse.tables.ref.events import EVENT_OBJECTS, EVENT_WORDS
from warehouse.tables.ref.numbers import NUMBER_WORDS, QUALIFIER_WORDS, VAGUE_WORDS
from warehouse.tables.ref.offices import OFFICES
from warehouse.tables.ref.patterns import PASSAGE_PATTERNS, REJECTION_PATTERNS
from warehouse.tables.ref.places import COUNTRY_BOXES, PLACE_WORDS, PLACES, REGIONS
from warehouse.tables.ref.quality import GATE_FILES, QUALITY_LIMITS, SCORE_FLOORS
from warehouse.tables.ref.roles import GIVEN_NAMES, ROLE_NOUNS, ROLE_WORDS
from warehouse.tables.ref.units import CURRENCIES, UNITS
from warehouse.tables.ref.words import CHANGE_WORDS, CUES, WORD_LISTS

__all__ = [
    "ARMAMENT_NOUNS",
    "CATEGORY_WORDS",
    "CHANGE_WORDS",
    "CORRECTIONS",
    "COUNTRIES",
    "COUNTRY_BOXES",
    "CUES",
    "CURRENCIES",
    "DESIGNATIONS",
    "ENTITIES_SEED",
    "ENTITY_ALIASES",
    "EVENT_OBJECTS",
    "EVENT_WORDS",
    "FIGURE_CATEGORIES",
    "GATE_FILES",
    "GIVEN_NAMES",
    "HOLIDAYS",
    "MODEL_LABELS",
    "NUMBER_WORDS",
    "OFFICES",
    "PASSAGE_PATTERNS",
    "PLACES",
    "PLACE_WORDS",
    "QUALIFIER_WORDS",
    "QUALITY_LIMITS",
    "REF_TABLES",
    "REGIONS",
    "REJECTION_PATTERNS",
    "ROLE_NOUNS",
    "ROLE_WORDS",
    "SCORE_FLOORS",
    "SEED_FILES",
    "UNITS",
    "VAGUE_WORDS",
    "WORD_LISTS",
]

SEED_FILES: Final = {
    "figure_categories.csv": FIGURE_CATEGORIES,
    "model_labels.csv": MODEL_LABELS,
    "number_words.csv": NUMBER_WORDS,
    "vague_words.csv": VAGUE_WORDS,
    "qualifier_words.csv": QUALIFIER_WORDS,
    "currencies.csv": CURRENCIES,
    "units.csv": UNITS,
    "entities.csv": ENTITIES_SEED,
    "entity_aliases.csv": ENTITY_ALIASES,
    "countries.csv": COUNTRIES,
    "country_boxes.csv": COUNTRY_BOXES,
    "offices.csv": OFFICES,
    "corrections.csv": CORRECTIONS,
    "cues.csv": CUES,
    "passage_patterns.csv": PASSAGE_PATTERNS,
    "rejection_patterns.csv": REJECTION_PATTERNS,
    "category_words.csv": CATEGORY_WORDS,
    "change_words.csv": CHANGE_WORDS,
    "holidays.csv": HOLIDAYS,
    "event_words.csv": EVENT_WORDS,
    "event_objects.csv": EVENT_OBJECTS,
    "places.csv": PLACES,
    "regions.csv": REGIONS,
    "place_words.csv": PLACE_WORDS,
    "armament_nouns.csv": ARMAMENT_NOUNS,
    "designations.csv": DESIGNATIONS,
    "word_lists.csv": WORD_LISTS,
    "role_nouns.csv": ROLE_NOUNS,
    "given_names.csv": GIVEN_NAMES,
    "role_words.csv": ROLE_WORDS,
}
REF_TABLES: Final = (*SEED_FILES.values(), *GATE_FILES.values())

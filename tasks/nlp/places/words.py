"""The words of ``seeds/place_words.csv`` that tell what sort of place a name means."""

from collections import defaultdict
from functools import cache
from typing import Final

from tasks.nlp.places.names import fold_name
from warehouse.seeds import read_seed_rows
from warehouse.tables.ref import PLACE_WORDS

CLASSES_OF_GROUP: Final = {
    "area_word": frozenset({"area", "region"}),
    "second_area_word": frozenset({"area", "city"}),
    "city_word": frozenset({"city"}),
    "water_word": frozenset({"water"}),
    "land_word": frozenset({"land", "region"}),
    "site_word": frozenset({"site"}),
}
"""Feature classes that a word beside a name allows."""


@cache
def place_words(group: str) -> frozenset[str]:
    """Return the words of a group.

    Raises:
        KeyError: If the seeds have no such group.
    """
    groups: defaultdict[str, set[str]] = defaultdict(set)
    for row in read_seed_rows(PLACE_WORDS):
        groups[str(row["word_group"])].add(str(row["word"]))
    return frozenset(dict(groups)[group])


@cache
def groups_of_word() -> dict[str, str]:
    """Return the group of each folded word that tells a feature class; areas go before cities."""
    return {
        fold_name(word): group
        for group in reversed(CLASSES_OF_GROUP)
        for word in sorted(place_words(group))
    }


@cache
def most_words() -> int:
    """Return of how many words the longest word of a type is made."""
    return max(len(word.split()) for word in groups_of_word())

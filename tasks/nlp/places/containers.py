"""The country or area beside a name: "Moscow, Idaho", "the Lebanese city of Tripoli"."""

import re
from collections.abc import Iterable
from functools import cache
from typing import Final

from tasks.nlp.places.candidates import Candidate
from tasks.nlp.places.geography import distance_km
from tasks.nlp.places.names import fold_name
from tasks.nlp.places.table import Place, place_table
from tasks.nlp.places.words import place_words

ABBREVIATION: Final = re.compile(
    r",\s+((?:[NSW]\. ?)?[A-Z][A-Za-z]{0,4}\.(?:[A-Z]\.)?|[A-Z]{2}(?![A-Za-z]))"
)
ARTICLES: Final = (["a"], ["an"], ["the"])
IN_OR_OF: Final = frozenset(("in", "of"))
LONGEST_APPOSITION: Final = 9
LONGEST_GAP: Final = 60
POSSESSIVE: Final = re.compile(r"['’]s?\s")
TOKEN: Final = re.compile(r"\w[\w'’-]*|[^\w\s]")
WITHIN_CITY_KM: Final = 40.0
WITHIN_SECOND_AREA_KM: Final = 100.0
PROPER: Final = 4.0
"""What a pair gains when its inner place lies in one country, or its outer one is an area."""


def leads_outward(gap: str) -> bool:
    """Tell whether the text between two names says that the first lies in the second.

    >>> [leads_outward(gap) for gap in (", ", " in northern ", ", a city in ", " and ", ", and ")]
    [True, True, True, False, False]
    """
    tokens = tokens_of(gap)
    if tokens in ([","], ["("]):
        return True
    if is_apposition(tokens):
        return True
    if not tokens or not set(tokens) <= {",", "(", *link_words()}:
        return False
    return "in" in tokens or tokens[-1] == "of" or (tokens[0] == "," and is_compass(tokens[1:]))


def is_apposition(tokens: list[str]) -> bool:
    """Tell whether words say what the place in front is, and in what: ", a mining town in"."""
    if len(tokens) > LONGEST_APPOSITION or tokens[:1] != [","] or tokens[1:2] not in ARTICLES:
        return False
    last = next((at for at in range(len(tokens) - 1, 0, -1) if tokens[at] in IN_OR_OF), 0)
    return tokens[last - 1] in type_words() and set(tokens[last + 1 :]) <= link_words()


def leads_inward(gap: str, *, from_nationality: bool) -> bool:
    """Tell whether the text between two names says that the second lies in the first.

    >>> leads_inward("'s second city, ", from_nationality=False)
    True
    >>> [leads_inward(gap, from_nationality=True) for gap in (" city of ", " in ")]
    [True, False]
    """
    possessive = POSSESSIVE.match(gap)
    tokens = tokens_of(gap[possessive.end() :] if possessive else gap)
    if not set(tokens) <= {",", *link_words()} - {"in", "on"}:
        return False
    return bool(possessive) or from_nationality or (tokens[-1:] == ["of"] and len(tokens) > 1)


def tokens_of(gap: str) -> list[str]:
    """Return the words and signs of the text between two names; of a long one a stop."""
    return [token.lower() for token in TOKEN.findall(gap)] if len(gap) <= LONGEST_GAP else ["."]


def is_compass(tokens: Iterable[str]) -> bool:
    """Tell whether all words are points of the compass."""
    return set(tokens) <= place_words("compass_word")


def is_national_apposition(gap: str, behind: str) -> bool:
    """Tell whether a nationality says where a place lies: "Tripoli, the Libyan capital".

    Args:
        gap: Text between the place and the nationality.
        behind: Text behind the nationality.
    """
    tokens, following = tokens_of(gap), tokens_of(behind[:LONGEST_GAP])
    if tokens[:1] != [","] or tokens[1:2] not in ARTICLES or not set(tokens[1:]) <= link_words():
        return False
    first = next((word for word in following if word not in place_words("compass_word")), "")
    return first in type_words()


@cache
def type_words() -> frozenset[str]:
    """Return the words for cities and areas."""
    return frozenset(
        word
        for group in ("city_word", "area_word", "second_area_word")
        for word in place_words(group)
    )


@cache
def link_words() -> frozenset[str]:
    """Return the words that may stand between a place and what it lies in."""
    groups = ("between_word", "compass_word", "city_word", "area_word", "second_area_word")
    return frozenset(word for group in groups for word in place_words(group))


def abbreviated_areas(text: str, end_char: int) -> list[Place]:
    """Return the areas whose abbreviation follows a name: "Birmingham, Ala."."""
    found = ABBREVIATION.match(text, end_char)
    if not found:
        return []
    named = place_table().named(fold_name(found.group(1)))
    return [one.place for one in named if one.place.feature_class == "area"]


def lies_in(place: Place, container: Place) -> bool:
    """Tell whether a place lies in another; of a city its quarters do."""
    if place == container or not set(place.country_codes) & set(container.country_codes):
        return False
    kind = container.feature_class
    if kind == "area" and container.admin_area is None:
        return place.admin_area == container.name
    if kind == "area":
        return is_within(place, container, WITHIN_SECOND_AREA_KM)
    if kind == "city":
        return place.admin_area != place.name and is_within(place, container, WITHIN_CITY_KM)
    return place.feature_class != "country" and kind != "site"


def is_within(place: Place, container: Place, reach: float) -> bool:
    """Tell whether a city or site is within so many kilometres of the middle of another place."""
    if place.point is None or container.point is None:
        return False
    is_small = place.feature_class in {"city", "site"}
    return is_small and distance_km(place.point, container.point) <= reach


def best_pair(
    inner: Iterable[Candidate], outer: Iterable[Candidate]
) -> tuple[Candidate, Candidate] | None:
    """Return the likeliest pair of which the first lies in the second, if there is one."""
    containers = list(outer)
    pairs = [
        (one, other) for one in inner for other in containers if lies_in(one.place, other.place)
    ]
    if not pairs:
        return None
    return max(pairs, key=rank_of_pair)


def rank_of_pair(pair: tuple[Candidate, Candidate]) -> tuple[float, str]:
    """Return what pairs are compared by; areas go before regions that lie across countries."""
    inner, outer = pair
    gain = PROPER * ((len(inner.place.country_codes) == 1) + (outer.place.feature_class == "area"))
    return inner.prior + outer.prior + gain, inner.place.place_key

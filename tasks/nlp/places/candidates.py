"""Which places a mention may mean, going by its own words alone."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

from tasks.nlp.places.names import fold_name, plain_spelling
from tasks.nlp.places.table import Named, Place, log_population, place_table
from tasks.nlp.places.words import CLASSES_OF_GROUP, groups_of_word, most_words, place_words

FURTHER_NAME: Final = -2.0
KNOWN: Final = 1.0
"""What a place gains that ``seeds/entities.csv`` knows."""
SEED: Final = 0.8
"""What the area or region gains that the seeds take the mention for; cities and countries are
known well enough already."""
PRIORS: Final = {"country": 8.5, "region": 6.8, "water": 6.8, "land": 6.5, "site": 6.0}
AREA_DISCOUNT: Final = 1.0
"""An area is less meant than a city of as many people."""
SPELT_ALIKE: Final = -0.5
"""What a place loses whose name differs in an article or in transliteration."""
LONGEST_NAME: Final = 12
"""Names of more words are none of places."""
LABEL_PRIORS: Final = {
    ("LOC", "city"): -1.0,
    ("LOC", "country"): -0.5,
    ("GPE", "water"): -1.5,
    ("GPE", "land"): -0.5,
    ("GPE", "site"): -1.5,
    ("FAC", "site"): 1.5,
    ("FAC", "city"): -0.5,
}


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place that a mention may mean; ``prior`` is a logarithm to base ten."""

    place: Place
    prior: float


@dataclass(slots=True)
class Reading:
    """The candidates of one mention.

    ``key`` is the folded name that they share. ``part`` is true for "northern Mali", ``facility``
    for an airport or the like that is named after the place, and ``group`` the group of the word
    that is part of the mention and tells what sort of place it is.
    """

    key: str
    candidates: list[Candidate] = field(default_factory=list)
    part: bool = False
    facility: bool = False
    group: str | None = None


@lru_cache(maxsize=20_000)
def read_name(text: str, label: str, entity_key: str | None) -> Reading:
    """Return what a mention may mean; callers share the result and leave it as it is.

    Args:
        text: The mention.
        label: GPE, LOC or FAC.
        entity_key: Key of the known thing that the seeds take it for, or none.
    """
    words = fold_name(text).split()
    words = words[1:] if words[:1] == ["the"] and words[1:] else words
    if not words or len(words) > LONGEST_NAME:
        return Reading("")
    known = place_table().of_entity(entity_key) if entity_key else None
    for reading in readings(words):
        reading.candidates = candidates_of(reading, label, known)
        if reading.candidates:
            return reading
    return Reading(" ".join(words))


def candidates_of(reading: Reading, label: str, known: Place | None) -> list[Candidate]:
    """Return the places of a reading, with the one that the seeds take it for."""
    found = rated(place_table().named(reading.key), label)
    if not found and not reading.part:
        found = rated(spelt_alike(reading.key), label, SPELT_ALIKE)
    found = of_group(found, reading.group)
    if known and not reading.group and all(one.place != known for one in found):
        found.append(Candidate(known, prior_of(known, label)))
    gain = 0.0 if known and known.feature_class in {"city", "country"} else SEED
    return [Candidate(one.place, one.prior + gain * (one.place == known)) for one in found]


def spelt_alike(key: str) -> list[Named]:
    """Return the places whose names differ in Arabic articles, else in transliteration."""
    table = place_table()
    return table.named_without_articles(key) or table.named(plain_spelling(key))


def readings(words: list[str]) -> Iterator[Reading]:
    """Yield the ways to read a name, the most literal first."""
    yield Reading(" ".join(words))
    for size in range(min(most_words(), len(words) - 1), 0, -1):
        head, tail = " ".join(words[:size]), " ".join(words[-size:])
        for beside, rest in ((tail, words[:-size]), (head, words[size:])):
            group = groups_of_word().get(beside)
            name = " ".join(rest[1:] if rest[:1] == ["of"] and rest[1:] else rest)
            if group == "site_word":
                yield Reading(name, facility=True)
            elif group is not None:
                yield Reading(name, group=group)
    if words[0] in place_words("compass_word") and words[1:]:
        for reading in readings(words[1:]):
            reading.part = True
            yield reading


def of_group(found: list[Candidate], group: str | None) -> list[Candidate]:
    """Return the candidates that a word for a sort of place allows."""
    if group is None:
        return found
    allowed = CLASSES_OF_GROUP[group]
    return [one for one in found if one.place.feature_class in allowed]


def rated(found: Iterable[Named], label: str, discount: float = 0.0) -> list[Candidate]:
    """Return places as candidates, each once.

    A further name counts less, but that of a known thing only when another one is called so.
    """
    named = list(found)
    is_owned = any(one.is_own_name and one.place.entity_key for one in named)
    best: dict[str, Candidate] = {}
    for one in named:
        prior = prior_of(one.place, label) + discount
        if not one.is_own_name and (is_owned or one.place.entity_key is None):
            prior += FURTHER_NAME
        key = one.place.place_key
        if key not in best or best[key].prior < prior:
            best[key] = Candidate(one.place, prior)
    return list(best.values())


def prior_of(place: Place, label: str) -> float:
    """Return how likely texts mean a place before anything is known of them."""
    kind = place.feature_class
    prior = PRIORS.get(kind) or log_population(place) - (AREA_DISCOUNT if kind == "area" else 0)
    known = KNOWN if place.entity_key else 0.0
    return prior + known + LABEL_PRIORS.get((label, kind), 0.0)

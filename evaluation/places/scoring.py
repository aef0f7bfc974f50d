"""Compares the places that were found with those of the gold."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from evaluation.places.gold import GoldDocument, GoldPlace
from tasks.nlp.places.geography import distance_km
from tasks.nlp.places.mentions import ResolvedPlace

NEAR_KM: Final = 60.0
NEAR_KM_OF_WIDE: Final = 250.0
POINTS: Final = frozenset(("city", "site"))
"""Feature classes that a point stands for; the others are wide."""

Found = dict[tuple[int, int], ResolvedPlace]
"""Places by the span of their mention."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """A marked place and what was found; ``is_place`` is null where the gold has no point."""

    document: GoldDocument
    gold: GoldPlace
    found: ResolvedPlace | None
    is_country: bool
    is_place: bool | None


@dataclass(frozen=True, slots=True)
class PlaceScore:
    """Shares of the marks of one set whose country and whose place is right."""

    marks: int
    right_countries: int
    points: int
    right_places: int

    @property
    def country_share(self) -> float:
        """Share of the marks whose country is right."""
        return self.right_countries / self.marks if self.marks else 0.0

    @property
    def place_share(self) -> float:
        """Share of the marks with a point whose place is right."""
        return self.right_places / self.points if self.points else 0.0


def judge(document: GoldDocument, found: Found) -> list[Verdict]:
    """Return the verdict on each place of a document; one that was not found is wrong."""
    return [
        verdict(document, place, found.get((place.start_char, place.end_char)))
        for place in document.places
    ]


def verdict(document: GoldDocument, gold: GoldPlace, found: ResolvedPlace | None) -> Verdict:
    """Return whether country and place of a mention are right."""
    if found is None:
        return Verdict(
            document, gold, None, is_country=False, is_place=False if gold.point else None
        )
    codes = found.place.country_codes
    same = gold.country_code is None if len(codes) != 1 else codes[0] == gold.country_code
    is_place = None if gold.point is None else is_near(gold, found)
    return Verdict(document, gold, found, is_country=same, is_place=is_place)


def is_near(gold: GoldPlace, found: ResolvedPlace) -> bool:
    """Tell whether a place is within 60 km of a city or site, within 250 km of anything wider."""
    if gold.point is None or found.place.point is None:
        return False
    reach = NEAR_KM if gold.feature_class in POINTS else NEAR_KM_OF_WIDE
    return distance_km(gold.point, found.place.point) <= reach


def score_of(verdicts: Sequence[Verdict]) -> PlaceScore:
    """Return the shares over verdicts."""
    with_point = [one for one in verdicts if one.is_place is not None]
    return PlaceScore(
        len(verdicts),
        sum(one.is_country for one in verdicts),
        len(with_point),
        sum(bool(one.is_place) for one in with_point),
    )

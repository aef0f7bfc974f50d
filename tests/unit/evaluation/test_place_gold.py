"""The gold of places is read as it is marked, and scored by country and distance."""

import pytest

from evaluation.places.gold import GoldDocument, GoldPlace, read_document
from evaluation.places.scoring import judge, score_of
from tasks.nlp.places.mentions import ResolvedPlace
from tasks.nlp.places.table import Place

MARKED = (
    "A raid in [Tripoli|LB city 34.44 35.85], in [Lebanon|LB country], by the [Sahel|- region]."
)


def document() -> GoldDocument:
    """Return a small document."""
    return read_document("== made-up-1 2021-05-03", [MARKED, "It ended in [Halba|LB city]."])


def found_at(latitude: float, country: str) -> ResolvedPlace:
    """Return a city at that latitude."""
    place = Place("p", "P", "city", country, (country,), None, latitude, 35.85, 0, None)
    return ResolvedPlace(place, "exact", "population")


def test_marks_are_cut_and_placed() -> None:
    """Offsets count in the text without marks, over all of its lines."""
    text = document().text

    assert [text[one.start_char : one.end_char] for one in document().places] == [
        "Tripoli",
        "Lebanon",
        "Sahel",
        "Halba",
    ]
    assert document().places[0].point == (34.44, 35.85)
    assert document().places[2].country_code is None


@pytest.mark.parametrize(
    "mark", ["LB", "LB town", "LB city north east", "LB city 34.4"], ids=lambda mark: mark
)
def test_bad_mark_is_refused(mark: str) -> None:
    """A mark without kind, of an unknown kind, or with half a point names its document."""
    with pytest.raises(ValueError, match="made-up-2"):
        read_document("== made-up-2 -", [f"In [Tripoli|{mark}]."])


@pytest.mark.parametrize(
    ("found", "country", "place"),
    [
        pytest.param(found_at(34.4, "LB"), True, True, id="right"),
        pytest.param(found_at(36.0, "LB"), True, False, id="far"),
        pytest.param(found_at(34.4, "SY"), False, True, id="country"),
        pytest.param(None, False, False, id="missing"),
    ],
)
def test_place_is_right_by_country_and_by_distance(
    found: ResolvedPlace | None, *, country: bool, place: bool
) -> None:
    """A missing answer is wrong; a city must be within 60 km."""
    gold = GoldPlace(0, 7, "LB", "city", (34.44, 35.85))
    judged = judge(GoldDocument("d", "Tripoli", (gold,)), {(0, 7): found} if found else {})

    assert (judged[0].is_country, judged[0].is_place) == (country, place)


def test_marks_without_point_are_scored_for_their_country_only() -> None:
    """Shares count only what the gold states."""
    score = score_of(judge(document(), {}))

    assert (score.marks, score.points) == (4, 1)
    assert (score.country_share, score.place_share) == (0.0, 0.0)

"""Names of places are resolved by their containers, their type words and their document."""

from __future__ import annotations

import re
from typing import Final

import pytest

from tasks.nlp.places.mentions import PlaceMention, ResolvedPlace
from tasks.nlp.places.resolution import resolve_places

MARK: Final = re.compile(r"\[([^\]|]+)(?:\|(\w+)(?: ([\w-]+))?)?\]")


def resolved(marked: str) -> list[ResolvedPlace | None]:
    """Return the places of ``[name]`` or ``[name|LABEL key]``; a line is a sentence."""
    text, mentions, sentences, position = "", list[PlaceMention](), list[tuple[int, int]](), 0
    for mark in MARK.finditer(marked):
        text += marked[position : mark.start()]
        mention = PlaceMention(
            len(text), len(text) + len(mark[1]), mark[1], mark[2] or "GPE", mark[3]
        )
        mentions.append(mention)
        text, position = text + mark[1], mark.end()
    text += marked[position:]
    for line in text.split("\n"):
        start = sentences[-1][1] + 1 if sentences else 0
        sentences.append((start, start + len(line)))
    return resolve_places(text, sentences, mentions)


def first(marked: str) -> ResolvedPlace:
    """Return the place of the first mention.

    Raises:
        AssertionError: If it has none.
    """
    found = resolved(marked)[0]
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("marked", "country", "area"),
    [
        pytest.param("Held in [Moscow], [Idaho].", "US", "Idaho", id="comma"),
        pytest.param("Held in [Birmingham], Ala., on Monday.", "US", "Alabama", id="abbreviation"),
        pytest.param(
            "Shelling of [Tripoli] in northern [Lebanon].", "LB", "North Lebanon", id="in"
        ),
        pytest.param("[Granada], a town in western [Nicaragua].", "NI", "Granada", id="apposition"),
        pytest.param("[Tripoli], the [Libyan|NORP libya] capital.", "LY", "Tripoli", id="national"),
        pytest.param("[Athens], [Georgia]", "US", "Georgia", id="ambiguous_container"),
        pytest.param("[Batumi], [Georgia]", "GE", "Adjara", id="container_is_a_country"),
    ],
)
def test_container_behind_the_name_decides(marked: str, country: str, area: str) -> None:
    """What stands behind the name is what it lies in."""
    found = first(marked)

    assert (found.place.country_code, found.place.admin_area, found.rule) == (
        country,
        area,
        "container",
    )


@pytest.mark.parametrize(
    ("marked", "country"),
    [
        pytest.param("the [Lebanese|NORP lebanon] city of [Tripoli]", "LB", id="nationality"),
        pytest.param("[Lebanon]'s second city, [Tripoli],", "LB", id="possessive"),
        pytest.param("the [Argentine|NORP argentina] city of [Córdoba]", "AR", id="accent"),
    ],
)
def test_container_in_front_of_the_name_decides(marked: str, country: str) -> None:
    """A nationality or a possessive in front says what the name lies in."""
    found = resolved(marked)[-1]

    assert found is not None
    assert (found.place.country_code, found.rule) == (country, "container")


@pytest.mark.parametrize(
    ("marked", "kinds"),
    [
        pytest.param("fighting in [Aleppo] province", ["area"], id="behind"),
        pytest.param("fighting in [Aleppo province]", ["area"], id="inside"),
        pytest.param("the province of [Aleppo]", ["area"], id="in_front"),
        pytest.param("[Idlib] and [Hama] provinces", ["area", "area"], id="plural"),
        pytest.param("fighting in [Aleppo]", ["city"], id="none"),
        pytest.param("boats on the [Niger River|LOC]", ["water"], id="river"),
        pytest.param("herders in [Niger] state were killed", ["area"], id="state"),
        pytest.param("said [Niger] state television", ["country"], id="state_television"),
        pytest.param("[Salem], the capital of [Oregon]", ["city", "area"], id="capital_of"),
    ],
)
def test_type_word_decides_between_city_and_area(marked: str, kinds: list[str]) -> None:
    """A type word beside or in the name tells what is meant."""
    assert [one and one.place.feature_class for one in resolved(marked)] == kinds


@pytest.mark.parametrize(
    ("marked", "country"),
    [
        pytest.param("[Georgia] held a vote.\n[Tbilisi] was calm.", "GE", id="usual"),
        pytest.param(
            "[Georgia] held a vote.\n[Atlanta], [Alabama] and [Macon] too.", "US", id="us"
        ),
        pytest.param(
            "[U.S.|GPE united-states] envoys went to [Georgia].", "US", id="the_state_itself"
        ),
        pytest.param("[Tripoli] was calm.\nThe army of [Lebanon] said so.", "LB", id="other_line"),
        pytest.param("[Hyderabad] flooded, as did [Karachi] and [Sukkur].", "PK", id="cities"),
        pytest.param("[Victoria] and [Melbourne] shut schools.", "AU", id="state_of_australia"),
    ],
)
def test_document_decides_what_stands_alone(marked: str, country: str) -> None:
    """Other names of the document speak for a place, if they are strong enough."""
    assert first(marked).place.country_code == country


def test_foreign_country_alone_moves_no_country() -> None:
    """Envoys of the United States in Georgia make no state of Georgia."""
    found = resolved("[U.S.|GPE united-states] envoys of the [U.S.] arrived in [Georgia].")[-1]

    assert found is not None
    assert found.place.name == "Georgia"
    assert found.place.feature_class == "country"


def test_one_sense_per_document() -> None:
    """A name that its container decided means the same again."""
    found = resolved("[Moscow], [Idaho], mourned.\nPolice in [Moscow] said so.")

    assert found[2] is not None
    assert (found[2].place.admin_area, found[2].rule) == ("Idaho", "one_sense")


def test_country_stays_a_country_beside_a_town_of_its_name() -> None:
    """Lebanon in Pennsylvania does not bind Lebanon."""
    found = resolved("[Lebanon], [Pa.], and the port of [Beirut].\nHe fled to [Lebanon].")

    assert [one and one.place.country_code for one in found] == ["US", "US", "LB", "LB"]


@pytest.mark.parametrize(
    ("marked", "code"),
    [
        pytest.param("in [Mosul]", "exact", id="city"),
        pytest.param("near [Mosul]", "near", id="near"),
        pytest.param("on the outskirts of [Mosul]", "near", id="outskirts"),
        pytest.param("at [Mosul airport|FAC]", "near", id="facility"),
        pytest.param("[Mosul] district", "second_area", id="district"),
        pytest.param("[Anbar] province", "area", id="area"),
        pytest.param("in [Mali]", "country", id="country"),
        pytest.param("in northern [Mali]", "region", id="part_outside"),
        pytest.param("in [northern Mali]", "region", id="part_inside"),
        pytest.param("across the [Sahel|LOC]", "region", id="region"),
        pytest.param("in the [Black Sea|LOC]", "water", id="water"),
    ],
)
def test_precision_code(marked: str, code: str) -> None:
    """The precision follows the place and the words beside it."""
    assert first(marked).precision_code == code


@pytest.mark.parametrize(
    "marked",
    [
        pytest.param("[Jordan|PERSON] scored.", id="person"),
        pytest.param("[Paris|ORG] won.", id="organisation"),
        pytest.param("[Qwertzhausen] burned.", id="unknown"),
        pytest.param("[The] [...] fell", id="no_name"),
        pytest.param(f"[{'Long ' * 40}] fell", id="too_long"),
    ],
)
def test_no_place_is_guessed(marked: str) -> None:
    """People, bodies and unknown names have no place."""
    assert set(resolved(marked)) == {None}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Kharkiv", "Kharkov"),
        ("Kyiv", "Kiev"),
        ("Deir ez-Zor", "Deir al-Zour"),
        ("Raqqa", "Ar-Raqqah"),
        ("Sana'a", "Sanaa"),
        ("Yangon", "Rangoon"),
        ("Mumbai", "Bombay"),
        ("Al-Bab", "al-Bab"),
    ],
)
def test_spellings_mean_one_place(one: str, other: str) -> None:
    """Transliterations and old names lead to the same place."""
    assert first(f"in [{one}]").place == first(f"in [{other}]").place


def test_results_do_not_depend_on_what_was_read_before() -> None:
    """A document is resolved by itself."""
    marked = "[Tripoli] was calm.\n[Lebanon] said so."
    before = resolved(marked)
    resolved("[Tripoli], [Libya]")

    assert resolved(marked) == before


def test_long_document_takes_no_quadratic_time() -> None:
    """Ten thousand mentions of ambiguous names are resolved in one go."""
    found = resolved("[Tripoli], [San Jose], [Victoria], [Santiago] and [Georgia] again.\n" * 2_000)

    assert len(found) == 10_000
    assert None not in found

"""Mentions of weapons and military vehicles: designations, nouns, ships, false friends."""

from __future__ import annotations

import pytest
from spacy.tokens import Span

from tasks.nlp.entities.armaments.finding import find_armaments
from tasks.nlp.pipeline import RULES, load_model


def found(text: str) -> list[tuple[str, str]]:
    """Return text and label of each mention, by rules alone."""
    doc = load_model(RULES)(text)
    return [(armament.span.text, armament.span.label_) for armament in find_armaments(doc)]


def texts(text: str) -> list[str]:
    """Return the text of each mention."""
    return [mention for mention, _ in found(text)]


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        pytest.param("A Kh-59MK2 hit the silo.", ["Kh-59MK2"], id="unseen_variant"),
        pytest.param("Two T-80BVM tanks burned.", ["T-80BVM tanks"], id="noun_behind"),
        pytest.param("They lost an M1A2 Abrams.", ["M1A2 Abrams"], id="code_and_name"),
        pytest.param("Nine Leopard 2A6 tanks came.", ["Leopard 2A6 tanks"], id="space"),
        pytest.param("It was a 9K38 Igla.", ["9K38 Igla"], id="digit_first"),
        pytest.param("The Sukhoi Su-34 fell.", ["Sukhoi Su-34"], id="maker"),
        pytest.param("He had AR-15-style rifles.", ["AR-15-style rifles"], id="style"),
        pytest.param("They sold 30 Type 56-1 rifles.", ["Type 56-1 rifles"], id="type_number"),
        pytest.param("An Iskander-M stood there.", ["Iskander-M"], id="letter_variant"),
        pytest.param("The new XJ-900 missiles flew.", ["XJ-900 missiles"], id="unknown_code"),
        pytest.param("ONE T-72B3 AND A MI-24 BURNED", ["T-72B3", "MI-24"], id="capitals"),
        pytest.param("he hid two ak-47s at home", ["ak-47s"], id="lower_case"),
    ],
)
def test_designation_takes_variant_and_noun(text: str, mentions: list[str]) -> None:
    """A designation is whole: maker, variant, name and the noun of the type."""
    assert texts(text) == mentions


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        pytest.param("It fired 122mm rockets.", ["122mm rockets"], id="calibre"),
        pytest.param("He sold .38 revolvers.", [".38 revolvers"], id="inch_calibre"),
        pytest.param("Six 155 mm howitzer shells", ["155 mm howitzer shells"], id="shells"),
        pytest.param("Unmarked anti-tank mines lay there.", ["anti-tank mines"], id="purpose"),
        pytest.param(
            "two Soviet-era D-30 howitzers", ["D-30 howitzers"], id="without_age_and_nation"
        ),
        pytest.param("a self-made suicide vest", ["suicide vest"], id="vest"),
        pytest.param("THEY FIRED SIX 122MM ROCKETS", ["122MM ROCKETS"], id="capitals"),
        pytest.param("another drone strike", ["drone"], id="act_stays_outside"),
    ],
)
def test_noun_takes_its_type(text: str, mentions: list[str]) -> None:
    """Calibre and purpose belong to the mention; number, nation, age and act do not."""
    assert texts(text) == mentions


@pytest.mark.parametrize(
    ("text", "mention"),
    [
        ("The frigate Vesterlund sailed.", "frigate Vesterlund"),
        ("It met HMS Corrigan at sea.", "HMS Corrigan"),
        ("It met the destroyer USS Halloway.", "destroyer USS Halloway"),
        ("It met a Kestrel-class submarine.", "Kestrel-class submarine"),
    ],
)
def test_ship_takes_its_name(text: str, mention: str) -> None:
    """The name of a ship, its prefix, its class and the noun are one mention."""
    assert found(text) == [(mention, "VEHICLE")]


@pytest.mark.parametrize(
    "text",
    [
        "Take the A-10 road to the M1 motorway.",
        "The G-20 and the G7 spoke of COVID-19 and Il-6.",
        "An F-150 pickup blocked Flight MH17 and an Airbus A320.",
        "The AK party met the PM about the K-12 school.",
        "MS-13 gang members read Article S-1.",
        "A think tank, a fish tank, a water tank, a tank of fuel.",
        "The gold mine and the victory were mine.",
        "The deal was a bombshell, and a battery of tests followed.",
        "A shell company sold silver bullets.",
        "They brought weapons, ammunition, explosives and two vehicles.",
        "Ministers may torpedo the talks.",
        "A fishing boat met a cruise ship and a light aircraft.",
    ],
)
def test_look_alikes_are_no_armaments(text: str) -> None:
    """Roads, forms, tanks of water, figures of speech and general words are not marked."""
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        pytest.param("Soldiers parked the tank.", [("tank", "VEHICLE")], id="tank_of_soldiers"),
        pytest.param("Children drew the tank.", [], id="tank_of_nobody"),
        pytest.param("Troops took the M1.", [("M1", "VEHICLE")], id="code_of_troops"),
        pytest.param("Cars took the M1.", [], id="code_of_cars"),
        pytest.param("He bought a PM pistol.", [("PM pistol", "WEAPON")], id="noun_proves"),
    ],
)
def test_doubtful_words_need_words_of_war(text: str, mentions: list[tuple[str, str]]) -> None:
    """What is an item only sometimes needs a word of war near it or a noun behind it."""
    assert found(text) == mentions


def test_self_propelled_howitzer_is_a_vehicle() -> None:
    """The label follows the type: on tracks a howitzer is a vehicle, a missile system is none."""
    assert found("self-propelled howitzers and S-400 systems") == [
        ("self-propelled howitzers", "VEHICLE"),
        ("S-400 systems", "WEAPON"),
    ]


def test_known_entities_bound_and_join_names() -> None:
    """A nation stays outside of a mention, a known item before the noun belongs to it."""
    doc = load_model(RULES)("They saw Houthi drones and Brightspear missiles.")
    doc.ents = [Span(doc, 2, 3, label="NORP"), Span(doc, 5, 6, label="WEAPON")]

    spans = [armament.span.text for armament in find_armaments(doc)]

    assert spans == ["drones", "Brightspear missiles"]


def test_rule_names_the_family() -> None:
    """The rule says which family of designations, or that a noun was found."""
    doc = load_model(RULES)("An RPG-32 and a rifle.")

    rules = [armament.rule for armament in find_armaments(doc)]

    assert rules == ["armament:designation/RPG", "armament:noun"]


@pytest.mark.parametrize(
    "text", ["", " ", "-", "--", "M", "mm", "9", "class", "-tank", "USS", "a" * 5000, "T-7" * 2000]
)
def test_odd_texts_do_no_harm(text: str) -> None:
    """Text without words, or without any sense, has no mention and raises nothing."""
    assert all(mention for mention in texts(text))

"""The known things: one meaning per form, apostrophes both ways, offices that add up."""

import re
from collections import Counter
from typing import Final

import pytest

from warehouse.seeds import read_seed_rows
from warehouse.tables.ref import COUNTRIES, ENTITIES_SEED, ENTITY_ALIASES, OFFICES

ENTITIES: Final = {str(row["entity_key"]): row for row in read_seed_rows(ENTITIES_SEED)}
ALIASES: Final = {str(row["alias"]): row for row in read_seed_rows(ENTITY_ALIASES)}
TITLES: Final = re.compile(r"(President|Prime Minister|King|Queen|Emperor|General|Mr\.?) ")


def test_alias_refers_to_one_thing() -> None:
    """The table allows a form for two things, the project does not."""
    forms = Counter(str(row["alias"]) for row in read_seed_rows(ENTITY_ALIASES))

    assert [form for form, times in forms.items() if times > 1] == []


def test_forms_of_any_case_do_not_meet() -> None:
    """Two forms that match in any case never differ by case alone between two things."""
    keys: dict[str, set[str]] = {}
    for form, row in ALIASES.items():
        if row["match_case"] == "any":
            keys.setdefault(form.lower(), set()).add(str(row["entity_key"]))

    assert [form for form, found in keys.items() if len(found) > 1] == []


def test_apostrophes_stand_both_ways() -> None:
    """A form with a straight apostrophe has a twin with the curly one, of the same thing."""
    lonely = [
        form
        for form, row in ALIASES.items()
        if "'" in form
        and ALIASES.get(form.replace("'", "\u2019"), {}).get("entity_key") != row["entity_key"]
    ]

    assert lonely == []


def test_forms_are_trimmed_and_without_article() -> None:
    """No outer or double spaces and no leading article; the article belongs to The Hague alone."""
    bad = [
        form
        for form in ALIASES
        if form != " ".join(form.split()) or (form.startswith("The ") and form != "The Hague")
    ]

    assert [form for form in bad if ALIASES[form]["label"] != "WORK_OF_ART"] == []


def test_people_are_named_without_title() -> None:
    """Titles stay outside of names; popes and patriarchs are known by theirs."""
    people = [form for form, row in ALIASES.items() if row["label"] == "PERSON"]

    assert [form for form in people if TITLES.match(form)] == []


def test_country_codes_are_known() -> None:
    """Codes of things are codes of countries."""
    codes = {row["country_code"] for row in read_seed_rows(COUNTRIES)} | {None}

    assert {row["country_code"] for row in ENTITIES.values()} <= codes


def test_wikidata_item_is_of_one_thing() -> None:
    """Two things never share an item."""
    items = Counter(row["wikidata_id"] for row in ENTITIES.values() if row["wikidata_id"])

    assert [item for item, times in items.items() if times > 1] == []


@pytest.mark.parametrize(
    ("key", "item"), [("france", "Q142"), ("united-nations", "Q1065"), ("kabul", "Q5838")]
)
def test_wikidata_item_is_the_right_one(key: str, item: str) -> None:
    """A state, an organisation and a city lead to their items."""
    assert ENTITIES[key]["wikidata_id"] == item


def test_offices_are_held_by_people_in_bodies() -> None:
    """The holder is a person, the body a state, place or organisation."""
    rows = read_seed_rows(OFFICES)
    holders = {ENTITIES[str(row["entity_key"])]["label"] for row in rows}
    bodies = {ENTITIES[str(row["body_key"])]["label"] for row in rows}

    assert holders == {"PERSON"}
    assert bodies <= {"GPE", "ORG"}


def test_offices_end_after_they_begin_and_name_their_parts() -> None:
    """Years are in order and the key is person, role, body and first year."""
    for row in read_seed_rows(OFFICES):
        role = str(row["role"]).replace(" ", "-").lower()
        parts = (row["entity_key"], role, row["body_key"], row["from_year"])

        assert row["office_key"] == "-".join(str(part) for part in parts)
        assert row["until_year"] is None or int(str(row["until_year"])) >= int(
            str(row["from_year"])
        )


def test_office_tells_who_held_it() -> None:
    """The rows answer who was president of France in 2010."""
    found = {
        str(row["entity_key"])
        for row in read_seed_rows(OFFICES)
        if (row["role"], row["body_key"]) == ("president", "france")
        and int(str(row["from_year"])) <= 2010 < int(str(row["until_year"] or 9999))
    }

    assert found == {"nicolas-sarkozy"}

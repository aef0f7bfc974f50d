"""Entities: who is found, where they lie, and what each list about one holds."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import polars as pl
import pytest

from dashboard import evidence
from dashboard.entities import card, details, parts, query
from dashboard.entities.filters import EntityFilter
from dashboard.entities.labels import LABEL_WORDS
from tests.dashboard_rows import (
    add,
    add_document,
    add_entity,
    add_figure,
    changing_warehouse,
    read_from,
)
from warehouse.vocabularies import ENTITY_LABELS

if TYPE_CHECKING:
    from collections.abc import Iterator

    import duckdb

TEXT = "Ali, minister of  Iraq, and ISIS met in Mosul.\nISIS attacked Mosul."


@pytest.fixture
def connection(monkeypatch: pytest.MonkeyPatch) -> Iterator[duckdb.DuckDBPyConnection]:
    """Give a warehouse with four entities, one of them hidden, which the view reads."""
    with changing_warehouse() as warehouse:
        add_things(warehouse)
        read_from(warehouse, monkeypatch, query, details, evidence)
        yield warehouse


def add_things(warehouse: duckdb.DuckDBPyConnection) -> None:
    """Add a document that names a person, an organisation and two places."""
    warehouse.execute("delete from ref.countries")
    warehouse.execute("insert into ref.countries values ('IQ', 'Iraq')")
    add_document(warehouse, "d1", TEXT)
    place = {"label": "GPE", "country_code": "IQ", "latitude": 36.3, "longitude": 43.1}
    add_entity(warehouse, "isis", entity_name="Islamic State", mention_count=2)
    add_entity(warehouse, "mosul", entity_name="Mosul", mention_count=3, **place)
    add_entity(warehouse, "hidden", is_hidden=True, mention_count=9, **place)
    add_entity(warehouse, "ali", label="PERSON", country_code="IQ")
    for name, entity_id in (("ISIS", "isis"), ("Mosul", "mosul"), ("Ali", "ali"), ("X", "hidden")):
        add(
            warehouse,
            "core.entity_mentions",
            document_id="d1",
            start_char=max(TEXT.find(name), 0),
            end_char=max(TEXT.find(name), 0) + len(name),
            mention_text=name,
            entity_id=entity_id,
            sentence_index=0,
        )
    statement = {"document_id": "d1", "sentence_index": 0}
    for kind, one, other in (
        ("co_mention", "mosul", "isis"),
        ("co_mention", "ali", "isis"),
        ("co_mention", "hidden", "isis"),
        ("event", "isis", "mosul"),
    ):
        add(
            warehouse,
            "core.relations",
            relation_id=f"{kind}{one}",
            kind=kind,
            subject_entity_id=one,
            subject_text="ISIS",
            object_entity_id=other,
            verb_text="attacked",
            verb_start_char=52,
            verb_end_char=60,
            **statement,
        )
    for person in ("ali", "hidden"):
        add(
            warehouse,
            "core.roles",
            person_entity_id=person,
            role_text="Minister",
            organisation_text="government",
            organisation_entity_id="isis",
            **statement,
        )
    add_figure(warehouse, "f1", claimant_entity_id="isis", claimant_text="ISIS")
    add_figure(warehouse, "f2", place_entity_id="isis", start_char=4)
    add_figure(warehouse, "f3", claimant_entity_id="isis", place_entity_id="isis", start_char=9)


@pytest.mark.usefixtures("connection")
@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        (EntityFilter(), ["mosul", "isis", "ali"]),
        (EntityFilter(words="islamic"), ["isis"]),
        (EntityFilter(words="ISIS"), ["isis"]),
        (EntityFilter(words="x"), []),
        (EntityFilter(words="%"), []),
        (EntityFilter(words="' or true --"), []),
        (EntityFilter(labels=("ORG", "PERSON")), ["isis", "ali"]),
        (EntityFilter(countries=("IQ",)), ["mosul", "ali"]),
        (EntityFilter(countries=("IQ",), labels=("GPE",), words="o"), ["mosul"]),
    ],
)
def test_filter_finds_entities(wanted: EntityFilter, expected: list[str]) -> None:
    """By name, by what a text calls them, by kind and country; hidden ones never."""
    assert query.read_page(wanted, 1)["entity_id"].to_list() == expected
    assert query.count_entities(wanted) == len(expected)


@pytest.mark.usefixtures("connection")
def test_list_shows_other_names_and_countries() -> None:
    """What a text calls an entity stands beside its name, unless it is the same."""
    rows = query.read_page(EntityFilter(), 1).select("entity_id", "aliases", "country_name")

    assert rows.rows() == [("mosul", None, "Iraq"), ("isis", "ISIS", None), ("ali", None, "Iraq")]


@pytest.mark.usefixtures("connection")
@pytest.mark.parametrize(
    ("wanted", "expected"),
    [(EntityFilter(), ["mosul"]), (EntityFilter(labels=("ORG",)), [])],
)
def test_map_shows_the_places_that_match(wanted: EntityFilter, expected: list[str]) -> None:
    """Only places with a point, none that is hidden."""
    places, count = query.read_places(wanted)

    assert (places["entity_id"].to_list(), count) == (expected, len(expected))


def test_map_tells_how_many_places_it_leaves_out(
    connection: duckdb.DuckDBPyConnection, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A map of bounded size does not hide that it is one."""
    monkeypatch.setattr(query, "MOST_PLACES", 1)
    add_entity(connection, "kirkuk", label="GPE", latitude=35.5, longitude=44.4)

    places, count = query.read_places(EntityFilter())

    assert (places["entity_id"].to_list(), count) == (["mosul"], 2)


@pytest.mark.usefixtures("connection")
def test_countries_are_those_of_what_is_shown() -> None:
    """A country without an entity is no choice."""
    assert query.country_codes() == {"Iraq": "IQ"}


def test_every_label_has_a_word_of_its_own() -> None:
    """A label of the contract that the view does not know would show as a code."""
    assert set(LABEL_WORDS) == set(ENTITY_LABELS)
    assert len(set(LABEL_WORDS.values())) == len(ENTITY_LABELS)


def test_old_id_leads_to_the_entity_of_today(connection: duckdb.DuckDBPyConnection) -> None:
    """A link that was shared before two entities were merged still opens."""
    change = {"run_id": "r1", "old_entity_id": "daesh", "new_entity_id": "isis"}
    add(connection, "ops.entity_changes", change="merged", mention_count=1, **change)

    found = details.find_entity("daesh")

    assert found is not None
    assert found["entity_id"] == "isis"


@pytest.mark.usefixtures("connection")
@pytest.mark.parametrize("entity_id", ["hidden", "unknown", "' or true --", ""])
def test_hidden_or_unknown_entity_is_not_shown(entity_id: str) -> None:
    """An address can be anything."""
    assert details.find_entity(entity_id) is None


@pytest.mark.usefixtures("connection")
@pytest.mark.parametrize(
    ("shown", "entity_id", "column", "expected"),
    [
        (parts.MENTIONS, "isis", "link", ["document?id=d1&at=28-32"]),
        (parts.MENTIONS, "isis", "sentence_text", [" ".join(TEXT.split())]),
        (parts.MENTIONS, "isis", "title", ["d1/a.txt"]),
        (parts.FIGURES, "isis", "link", [f"document?figure=f{number}" for number in (1, 2, 3)]),
        (
            parts.FIGURES,
            "isis",
            "part",
            ["claimed by it", "its place", "claimed by it, its place"],
        ),
        (parts.EVENTS, "mosul", "link", ["document?id=d1&at=52-60"]),
        (parts.EVENTS, "isis", "object", ["Mosul"]),
        (parts.ROLES, "ali", "role_text", ["minister"]),
        (parts.HOLDERS, "isis", "link", ["entities?entity=ali"]),
        (parts.HOLDERS, "ali", "link", []),
        (parts.COMPANIONS, "isis", "link", ["entities?entity=mosul", "entities?entity=ali"]),
        (parts.COMPANIONS, "ali", "entity_name", ["Islamic State"]),
        (parts.COMPANIONS, "ali", "label", ["organisation"]),
        (parts.NAMES, "isis", "mention_text", ["ISIS"]),
        (parts.NAMES, "hidden", "mention_text", []),
    ],
)
def test_list_about_an_entity(
    shown: parts.Shown, entity_id: str, column: str, expected: list[str]
) -> None:
    """Each row leads to its characters or its entity; hidden entities are in none."""
    rows = shown.rows(entity_id, 1)

    assert sorted(rows[column].to_list()) == sorted(expected)
    assert shown.part.count(entity_id) == len(expected)


def test_pages_of_a_list_hold_each_row_once(connection: duckdb.DuckDBPyConnection) -> None:
    """What does not fit on the first page is on the second."""
    for number in range(details.ROWS_PER_PAGE + 1):
        add_figure(connection, f"m{number:02}", claimant_entity_id="ali", start_char=number)

    pages = [details.FIGURES.page("ali", page) for page in (1, 2)]

    assert [page.height for page in pages] == [details.ROWS_PER_PAGE, 1]
    assert pl.concat(pages)["figure_id"].n_unique() == details.ROWS_PER_PAGE + 1


@pytest.mark.usefixtures("connection")
def test_figures_of_an_entity_are_counted_by_its_part_in_them() -> None:
    """One that claims a figure about itself counts in both."""
    assert details.count_figures("isis") == (2, 2)
    assert details.count_figures("unknown") == (0, 0)


@pytest.mark.usefixtures("connection")
def test_facts_of_an_entity_are_in_words() -> None:
    """What is not known is left out, and its own name is no other name."""
    isis, mosul = (details.find_entity(name) or {} for name in ("isis", "mosul"))

    facts = card.facts_of(isis)

    assert facts["Also called"] == "ISIS"
    assert facts["Kind"] == "organisation"
    assert facts["Named"] == "2 times in 1 document"
    assert (facts["Where"], facts["Point"]) == (None, None)
    assert card.facts_of(mosul)["Also called"] is None
    assert card.facts_of(mosul)["Where"] == "Iraq"
    assert card.facts_of(mosul)["Point"] == "36.30, 43.10"


def test_long_sentence_is_cut(connection: duckdb.DuckDBPyConnection) -> None:
    """A sentence of a million letters does not reach the browser."""
    add_document(connection, "d2", "Z" * 1_000_000)
    rows = pl.DataFrame({"document_id": ["d2", "d9"], "sentence_index": [0, 0]})

    found = evidence.with_sentences(rows)["sentence_text"].to_list()

    assert found == ["Z" * evidence.LONGEST, None]


def test_title_that_a_document_has_is_kept(connection: duckdb.DuckDBPyConnection) -> None:
    """Only what has no title is called by its first file."""
    add_document(connection, "d2", "x")
    rows = pl.DataFrame({"document_id": ["d1", "d2"], "title": ["A title", None]})

    assert evidence.with_titles(rows)["title"].to_list() == ["A title", "d2/a.txt"]


def test_newest_statement_stands_first(connection: duckdb.DuckDBPyConnection) -> None:
    """Lists begin with what was published last; what has no day stands at the end."""
    add_document(connection, "d2", "x")
    connection.execute(
        "update raw.documents set published_on = ? where document_id = 'd2'", [date(2020, 1, 1)]
    )
    add_figure(connection, "f9", document_id="d2", claimant_entity_id="isis")

    assert details.FIGURES.page("isis", 1)["figure_id"][0] == "f9"

"""Rows of core.entities after resolution: counts, names, seeds, places."""

from __future__ import annotations

import polars as pl
import pytest

from tasks.resolution.entities import resolve_entities
from tests.document_things import counts_of, entity_of, frame_of, resolved, same_things, thing
from warehouse.identifiers import entity_id
from warehouse.tables.entities import DOCUMENT_ENTITIES, ENTITIES


def test_frames_obey_the_contract() -> None:
    """Columns and types are those of the tables, for no rows too."""
    for things in ([], [thing("a", "PERSON", "Ada Korr")]):
        found = resolved(things)
        assert dict(found.entities.schema) == dict(ENTITIES.polars_schema)
        assert dict(found.document_entities.schema) == dict(DOCUMENT_ENTITIES.polars_schema)


def test_mentions_and_documents_are_counted() -> None:
    """Mentions add up over documents; a document counts once."""
    frame = frame_of([thing(document, "PERSON", "Ada Korr", around="ML") for document in "ab"])

    row = resolve_entities(frame, counts_of(frame, mentions=3)).entities.to_dicts()[0]

    assert (row["mention_count"], row["document_count"]) == (6, 2)


def test_two_things_of_one_document_that_are_one_entity_count_one_document() -> None:
    """A document that names a thing under two keys names one entity."""
    things = [
        thing("a", "ORG", "Interior Ministry", around="ML"),
        thing("a", "ORG", "Ministry of the Interior", around="ML"),
    ]

    row = entity_of(things)
    assert (row["mention_count"], row["document_count"]) == (2, 1)


def test_thing_without_mentions_is_no_entity() -> None:
    """Only what mentions lead to has a row; its own rows keep an id all the same."""
    frame = frame_of([thing("a", "PERSON", "Ada Korr"), thing("b", "PERSON", "Jo Vosk")])
    counts = counts_of(frame).filter(pl.col("document_id") == "a")

    found = resolve_entities(frame, counts)

    assert found.entities["entity_name"].to_list() == ["Ada Korr"]
    assert found.document_entities["entity_id"].null_count() == 0


def test_unknown_thing_has_name_key_and_id() -> None:
    """The id is the hash of label and key; nothing is known of where it is."""
    row = entity_of([thing("a", "PERSON", "Ada Korr")])

    assert row["entity_id"] == entity_id("PERSON", "ada-korr")
    assert (row["label"], row["entity_name"], row["canonical_key"]) == (
        "PERSON",
        "Ada Korr",
        "ada-korr",
    )
    assert (row["is_seeded"], row["is_hidden"], row["wikidata_id"]) == (False, False, None)
    assert (row["country_code"], row["latitude"], row["longitude"]) == (None, None, None)


def test_seeded_thing_has_what_the_seeds_say() -> None:
    """Name, Wikidata and point come from the seeds, whatever the document writes."""
    row = entity_of([thing("a", "GPE", "RUSSIA", seed="russia")])

    assert (row["entity_name"], row["canonical_key"], row["is_seeded"]) == (
        "Russia",
        "russia",
        True,
    )
    assert (row["wikidata_id"], row["country_code"]) == ("Q159", "RU")
    assert (row["latitude"], row["longitude"]) == (61.52, 105.32)


def test_state_body_of_the_seeds_is_seeded() -> None:
    """A common name that means the seeds' body is that body, with all that they say."""
    things = [
        thing("a", "ORG", "Interior Ministry", around="ML"),
        thing("b", "ORG", "Malian Interior Ministry", seed="ministry-of-the-interior-mali"),
    ]

    row = entity_of(things)
    assert row["canonical_key"] == "ministry-of-the-interior-mali"
    assert (row["is_seeded"], row["country_code"]) == (True, "ML")
    assert resolved(things).document_entities["resolution_rule"].to_list() == [
        "state_body",
        "seed",
    ]


def test_state_body_is_seeded_where_no_document_gives_its_full_name() -> None:
    """What stands in the seeds is seeded, however its documents name it."""
    row = entity_of([thing("a", "ORG", "Interior Ministry", around="ML")])

    assert (row["entity_name"], row["is_seeded"]) == ("Ministry of the Interior (Mali)", True)


def test_known_place_keeps_key_and_point() -> None:
    """What the table of places says of a place is that of the entity."""
    row = entity_of([thing("a", "GPE", "Halden", place="h-1", country_code="NO", at=(59.1, 11.4))])

    assert (row["canonical_key"], row["place_key"], row["country_code"]) == ("h-1", "h-1", "NO")
    assert (row["latitude"], row["longitude"], row["feature_class"]) == (59.1, 11.4, "city")


def test_places_of_one_name_stay_two() -> None:
    """Two keys of the table are two places."""
    things = [
        thing("a", "GPE", "Halden", place="h-1", country_code="NO"),
        thing("b", "GPE", "Halden", place="h-2", country_code="CH"),
        thing("c", "GPE", "Halden", place="h-1", country_code="NO"),
    ]

    assert same_things(things) == [["a", "c"], ["b"]]


def test_known_place_of_two_labels_is_one_entity() -> None:
    """A known place that models file as two kinds of place has the more frequent label."""
    things = [
        thing("a", "GPE", "Halden", place="h-1", country_code="NO"),
        thing("b", "LOC", "Halden", place="h-1", country_code="NO"),
        thing("c", "LOC", "Halden", place="h-1", country_code="NO"),
    ]

    assert entity_of(things)["label"] == "LOC"


def test_name_of_several_words_under_two_labels_is_one_entity() -> None:
    """What models file under several labels over documents has one of them."""
    things = [
        thing("a", "ORG", "Varek Tide", around="ML"),
        thing("b", "EVENT", "Varek Tide", around="ML"),
        thing("c", "ORG", "Varek Tide", around="ML"),
    ]

    assert same_things(things) == [["a", "b", "c"]]
    assert entity_of(things)["label"] == "ORG"


@pytest.mark.parametrize("labels", [("ORG", "EVENT"), ("ORG", "PERSON")])
def test_one_word_under_two_labels_is_two_entities(labels: tuple[str, str]) -> None:
    """A single word may well name two things."""
    things = [thing(str(i), label, "Varek", around="ML") for i, label in enumerate(labels)]

    assert len(same_things(things)) == 2


@pytest.mark.parametrize(
    ("name", "rule"), [("Andrej Timofeev", "same_name"), ("Timofeev", "other_form")]
)
def test_rule_tells_own_name_from_another_form(name: str, rule: str) -> None:
    """A surname alone came to the entity by another rule than its full name."""
    things = [
        thing("a", "PERSON", name, around="ML"),
        thing("b", "PERSON", "Andrej Timofeev", around="ML"),
    ]

    assert resolved(things).document_entities["resolution_rule"].to_list() == [rule, "same_name"]


def test_ids_that_the_rows_had_before_do_not_matter() -> None:
    """Resolution starts from what documents say, never from what it said last time."""
    frame = frame_of([thing(document, "PERSON", "Ada Korr", around="ML") for document in "ab"])
    other = frame.with_columns(
        pl.lit("0" * 16).alias("entity_id"), pl.lit("other").alias("resolution_rule")
    )

    one, two = (resolve_entities(rows, counts_of(rows)) for rows in (frame, other))
    assert one.document_entities.equals(two.document_entities)
    assert one.entities.equals(two.entities)

"""Entities depend only on the set of mentions, never on their order."""

from __future__ import annotations

import polars as pl
from polars.testing import assert_frame_equal

from tasks.nlp.identifiers import entity_id
from tasks.resolution.entities import build_entities
from warehouse.tables.core import ENTITIES, ENTITY_MENTIONS


def mentions(*rows: tuple[str, str, str, str]) -> pl.DataFrame:
    """Return mentions of (document, text, label, key), one after the other in their document."""
    schema = ENTITY_MENTIONS.polars_schema
    full = [
        {
            "document_id": document * 64,
            "start_char": index * 10,
            "end_char": index * 10 + len(text),
            "mention_text": text,
            "label": label,
            "entity_id": entity_id(label, key),
            "sentence_index": 0,
            "rule": "model",
        }
        for index, (document, text, label, key) in enumerate(rows)
    ]
    return pl.DataFrame({name: [row[name] for row in full] for name in schema}, schema=schema)


ROWS = (
    ("a", "Ali Hasan", "PERSON", "ali-hasan"),
    ("a", "ALI HASAN", "PERSON", "ali-hasan"),
    ("b", "Ali Hasan", "PERSON", "ali-hasan"),
    ("b", "Zed Corp", "ORG", "zed-corp"),
)


def test_entities_count_mentions_and_documents() -> None:
    """An entity has one row with its most frequent name and its counts."""
    found = build_entities(mentions(*ROWS)).filter(pl.col("label") == "PERSON").row(0, named=True)

    assert found["entity_name"] == "Ali Hasan"
    assert (found["mention_count"], found["document_count"], found["is_seeded"]) == (3, 2, False)


def test_order_of_mentions_does_not_matter() -> None:
    """The same mentions in another order give the same entities."""
    assert_frame_equal(build_entities(mentions(*ROWS)), build_entities(mentions(*ROWS).reverse()))


def test_tie_of_names_goes_to_the_first_by_alphabet() -> None:
    """Two names as frequent give the first by alphabet, whatever comes first."""
    rows = (("a", "Beta", "ORG", "x"), ("a", "Alpha", "ORG", "x"))

    assert build_entities(mentions(*rows))["entity_name"].to_list() == ["Alpha"]


def test_no_mentions_give_an_empty_frame_of_the_contract() -> None:
    """Without mentions there are no entities, in the schema of the contract."""
    found = build_entities(mentions())

    assert found.schema == ENTITIES.polars_schema
    assert found.height == 0

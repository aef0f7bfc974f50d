"""Rows of ``core.document_entities`` by hand, and what resolution makes of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import polars as pl

from tasks.nlp.linking.groups import written_tokens
from tasks.nlp.spans import Mention, Span
from tasks.resolution.corrections import Correction
from tasks.resolution.entities import Resolution, resolve_entities
from tasks.resolution.nodes import Evidence, Node
from warehouse.identifiers import entity_id
from warehouse.tables.entities import DOCUMENT_ENTITIES

if TYPE_CHECKING:
    from collections.abc import Sequence

Row = dict[str, Any]


def thing(
    document: str,
    label: str,
    name: str,
    *,
    context: str = "",
    around: str = "",
    other_names: str = "",
    seed: str = "",
    place: str = "",
    country_code: str | None = None,
    at: tuple[float, float] | None = None,
) -> Row:
    """Return a thing that a document names; its index is set by ``frame_of``.

    Args:
        document: Id of the document.
        label: Label of the thing.
        name: Its fullest name there; the local key is made of it.
        context: Words of the context, by semicolons.
        around: Countries of the document, by semicolons.
        other_names: Normalised names, by semicolons.
        seed: Key of the seeds, when it is one of theirs.
        place: Key of the place, when a table knows it.
        country_code: Country that it lies in.
        at: Latitude and longitude.
    """
    mention = Mention(Span(0, len(name), name), label, None, "test")
    key = seed or place or "-".join(written_tokens(mention))
    latitude, longitude = at or (None, None)
    return {
        "document_id": document,
        "label": label,
        "entity_name": name,
        "local_key": key,
        "is_seeded": bool(seed),
        "other_names": other_names or None,
        "context": context or None,
        "document_countries": around or None,
        "place_key": place or None,
        "country_code": country_code,
        "admin_area": None,
        "feature_class": "city" if place else None,
        "latitude": latitude,
        "longitude": longitude,
        "place_rule": None,
        "entity_id": entity_id(label, key),
        "resolution_rule": "document",
    }


def frame_of(things: Sequence[Row]) -> pl.DataFrame:
    """Return things as rows of core.document_entities, numbered within their documents."""
    counts: dict[str, int] = {}
    rows = []
    for row in things:
        index = counts.get(row["document_id"], 0)
        counts[row["document_id"]] = index + 1
        rows.append({"entity_index": index, **row})
    schema = DOCUMENT_ENTITIES.polars_schema
    return pl.DataFrame({name: [row[name] for row in rows] for name in schema}, schema=schema)


def counts_of(frame: pl.DataFrame, *, mentions: int = 1) -> pl.DataFrame:
    """Return as many mentions for each thing of each document."""
    counted = pl.lit(mentions, pl.Int64).alias("mention_count")
    return frame.select("document_id", "entity_index", counted)


def resolved(things: Sequence[Row], corrections: Sequence[Correction] = ()) -> Resolution:
    """Return what resolution makes of things that have one mention each."""
    frame = frame_of(things)
    return resolve_entities(frame, counts_of(frame), corrections)


def same_things(things: Sequence[Row], corrections: Sequence[Correction] = ()) -> list[list[str]]:
    """Return the documents of each entity over all documents, sorted.

    With one thing in each document this says which of them are one.
    """
    frame = resolved(things, corrections).document_entities
    groups = frame.group_by("entity_id").agg("document_id")["document_id"]
    return sorted(sorted(group) for group in groups.to_list())


def entity_of(things: Sequence[Row], corrections: Sequence[Correction] = ()) -> Row:
    """Return the only row of core.entities that resolution makes of things."""
    [row] = resolved(things, corrections).entities.to_dicts()
    return row


def correction(
    action: str,
    name: str,
    *,
    label: str = "PERSON",
    target: str | None = None,
    target_label: str | None = None,
    document: str | None = None,
) -> Correction:
    """Return a decision of an analyst."""
    return Correction(
        correction_id=f"{action}-{name}",
        action=action,
        label=label,
        name=name,
        document_id=document,
        target_label=target_label,
        target_name=target,
    )


def evidence(*words: str, around: str = "", beside: str = "") -> Evidence:
    """Return evidence of ``org:``, ``country:`` and ``role:`` words.

    Args:
        words: Words as a context holds them.
        around: Countries of the document, with a space between them.
        beside: Names of the other things of the document, with a space between them.
    """
    said: dict[str, set[str]] = {"org": set(), "country": set(), "role": set()}
    for word in words:
        kind, _, value = word.partition(":")
        said[kind].add(value)
    return Evidence(
        bodies=frozenset(said["org"]),
        countries=frozenset(said["country"]),
        roles=frozenset(said["role"]),
        around=frozenset(around.split()),
        beside=frozenset(beside.split()),
    )


def node(document: str, name: str, said: Evidence | None = None, label: str = "PERSON") -> Node:
    """Return a node of a document; position 0, no other names."""
    return Node(
        position=0,
        document_id=document,
        label=label,
        name=name,
        tokens=tuple(thing(document, label, name)["local_key"].split("-")),
        other_names=(),
        evidence=said or Evidence(),
    )


def documents_of(things: Sequence[Sequence[Node]]) -> list[list[str]]:
    """Return the documents of each thing, sorted."""
    return sorted(sorted(one.document_id for one in nodes) for nodes in things)

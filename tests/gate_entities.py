"""The sample frames about things: an agency, its reporter, a city, a role, an event and a pair."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.gate_rows import entity, make_frame, sha256, span
from warehouse.identifiers import entity_id, relation_id, role_id

if TYPE_CHECKING:
    import polars as pl

    from tests.gate_rows import Frames

PLACE = {
    "place_key": "geonames-2996944",
    "country_code": "FR",
    "admin_area": "Auvergne-Rhône-Alpes",
    "feature_class": "city",
    "latitude": 45.76,
    "longitude": 4.84,
}
OFFICE_ID = entity_id("ORG", "agence-france-presse")
WRITER_ID = entity_id("PERSON", "nils-ohm")
CITY_ID = entity_id("GPE", "lyon")


def entity_frames(seed: str) -> Frames:
    """Return the frames about things of the document of a seed."""
    own = {"document_id": sha256(seed)}
    around = {"document_countries": "FR", "resolution_rule": "document"}
    role = {
        **own,
        **span("reporter", name="role_text"),
        **span("Nils Ohm", "person_"),
        **entity(1, WRITER_ID, "person_"),
        **span("AFP", "organisation_"),
        **entity(0, OFFICE_ID, "organisation_"),
        "is_former": False,
        "sentence_index": 0,
        "rule": "before_name",
    }
    event = {
        **own,
        "kind": "event",
        "event": "supply",
        **span("Aid", "subject_"),
        **span("came", "verb_"),
        **dict.fromkeys(("object_start_char", "object_end_char")),
        "modality": "asserted",
        "sentence_index": 1,
        "rule": "verb/active/supply",
    }
    pair = {
        **own,
        "kind": "co_mention",
        "event": None,
        **span("AFP", "subject_"),
        **entity(0, OFFICE_ID, "subject_"),
        **span("Nils Ohm", "object_"),
        **entity(1, WRITER_ID, "object_"),
        "sentence_index": 0,
        "rule": "same_sentence",
    }
    return {
        "core.document_entities": make_frame(
            "core.document_entities",
            [
                {
                    **own,
                    **entity(0, OFFICE_ID),
                    "label": "ORG",
                    **around,
                    "entity_name": "Agence France-Presse",
                    "local_key": "agence-france-presse",
                    "is_seeded": True,
                    "other_names": "afp",
                },
                {
                    **own,
                    **entity(1, WRITER_ID),
                    "label": "PERSON",
                    **around,
                    "entity_name": "Nils Ohm",
                    "local_key": "nils-ohm",
                    "is_seeded": False,
                    "context": "org:agence-france-presse;role:reporter",
                },
                {
                    **own,
                    **entity(2, CITY_ID),
                    **around,
                    "label": "GPE",
                    "entity_name": "Lyon",
                    "local_key": "lyon",
                    "is_seeded": True,
                    **PLACE,
                    "place_rule": "only_place",
                },
            ],
        ),
        "core.entity_mentions": make_frame(
            "core.entity_mentions",
            [
                {
                    **own,
                    **entity(0, OFFICE_ID),
                    **span("AFP", name="mention_text"),
                    "label": "ORG",
                    "rule": "gazetteer",
                    "sentence_index": 0,
                    "link_rule": "seed",
                },
                {
                    **own,
                    **entity(1, WRITER_ID),
                    **span("Nils Ohm", name="mention_text"),
                    "label": "PERSON",
                    "rule": "model",
                    "sentence_index": 0,
                    "link_rule": "same_name",
                },
                {
                    **own,
                    **entity(2, CITY_ID),
                    **span("Lyon", name="mention_text"),
                    "label": "GPE",
                    "precision_code": "exact",
                    "rule": "gazetteer",
                    "sentence_index": 0,
                    "link_rule": "place",
                },
            ],
        ),
        "core.roles": make_frame("core.roles", [{**role, "role_id": role_id(role)}]),
        "core.relations": make_frame(
            "core.relations",
            [{**one, "relation_id": relation_id(one)} for one in (event, pair)],
        ),
    }


def entities_frame() -> pl.DataFrame:
    """Return the rows of core.entities of one document."""
    counted = {"is_hidden": False, "mention_count": 1, "document_count": 1}
    office = {
        "entity_id": OFFICE_ID,
        "label": "ORG",
        "entity_name": "Agence France-Presse",
        "canonical_key": "agence-france-presse",
        "is_seeded": True,
        "wikidata_id": "Q40464",
        **counted,
    }
    writer = {
        "entity_id": WRITER_ID,
        "label": "PERSON",
        "entity_name": "Nils Ohm",
        "canonical_key": "nils-ohm",
        "is_seeded": False,
        **counted,
    }
    city = {
        "entity_id": CITY_ID,
        "label": "GPE",
        "entity_name": "Lyon",
        "canonical_key": "lyon",
        "is_seeded": True,
        **PLACE,
        **counted,
    }
    return make_frame("core.entities", [office, writer, city])

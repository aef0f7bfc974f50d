"""The sample frames about things: an agency, its reporter, his role, an event and a pair."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.gate_rows import entity, make_frame, sha256, short_hash, span

if TYPE_CHECKING:
    import polars as pl

    from tests.gate_rows import Frames

PLACE = {"country_code": "FR", "latitude": 48.85, "longitude": 2.35}
OFFICE_ID, WRITER_ID = short_hash("ORG afp"), short_hash("PERSON nils-ohm")


def entity_frames(seed: str) -> Frames:
    """Return the frames about things of the document of a seed."""
    own, rule = {"document_id": sha256(seed)}, {"rule": "test"}
    return {
        "core.document_entities": make_frame(
            "core.document_entities",
            [
                {
                    **own,
                    **entity(0, OFFICE_ID),
                    "label": "ORG",
                    "entity_name": "Agence France-Presse",
                    "local_key": "afp",
                    "is_seeded": True,
                    **PLACE,
                    "resolution_rule": "seed",
                },
                {
                    **own,
                    **entity(1, WRITER_ID),
                    "label": "PERSON",
                    "entity_name": "Nils Ohm",
                    "local_key": "nils-ohm",
                    "is_seeded": False,
                    "resolution_rule": "same_name",
                },
            ],
        ),
        "core.entity_mentions": make_frame(
            "core.entity_mentions",
            [
                {
                    **own,
                    **rule,
                    **entity(0, OFFICE_ID),
                    **span("AFP", name="mention_text"),
                    "label": "ORG",
                    "sentence_index": 0,
                    "link_rule": "seed",
                },
                {
                    **own,
                    **rule,
                    **entity(1, WRITER_ID),
                    **span("Nils Ohm", name="mention_text"),
                    "label": "PERSON",
                    "sentence_index": 0,
                    "link_rule": "same_name",
                },
            ],
        ),
        "core.roles": make_frame(
            "core.roles",
            [
                {
                    **own,
                    **rule,
                    "role_id": short_hash(seed + "reporter"),
                    **span("reporter", name="role_text"),
                    **span("Nils Ohm", "person_"),
                    **entity(1, WRITER_ID, "person_"),
                    **span("AFP", "organisation_"),
                    **entity(0, OFFICE_ID, "organisation_"),
                    "is_former": False,
                    "sentence_index": 0,
                }
            ],
        ),
        "core.relations": make_frame(
            "core.relations",
            [
                {
                    **own,
                    **rule,
                    "relation_id": short_hash(seed + "aid"),
                    "kind": "event",
                    "event": "supply",
                    **span("Aid", "subject_"),
                    **span("came", "verb_"),
                    "modality": "asserted",
                    "sentence_index": 1,
                },
                {
                    **own,
                    **rule,
                    "relation_id": short_hash(seed + "pair"),
                    "kind": "co_mention",
                    **span("AFP", "subject_"),
                    **entity(0, OFFICE_ID, "subject_"),
                    **span("Nils Ohm", "object_"),
                    **entity(1, WRITER_ID, "object_"),
                    "sentence_index": 0,
                },
            ],
        ),
    }


def entities_frame() -> pl.DataFrame:
    """Return the rows of core.entities of one document."""
    counted = {"is_hidden": False, "mention_count": 1, "document_count": 1}
    office = {
        "entity_id": OFFICE_ID,
        "label": "ORG",
        "entity_name": "Agence France-Presse",
        "canonical_key": "afp",
        "is_seeded": True,
        **PLACE,
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
    return make_frame("core.entities", [office, writer])

"""For each domain rule on entities, roles and relations, what it accepts and what it rejects."""

from __future__ import annotations

from tests.rule_cases import Case

PLACE = {"place_key": "gn-1", "feature_class": "city"}
PAIR = 1
CITY = 2
THING_CASES = [
    *(
        case
        for table in ("core.entities", "core.document_entities")
        for case in (
            Case(
                table=table,
                row=CITY,
                rule="coordinates_complete",
                accepts={"latitude": None, "longitude": None},
                rejects={"latitude": None},
            ),
            Case(
                table=table,
                rule="coordinates_finite",
                accepts={"latitude": None},
                rejects={"latitude": float("nan")},
            ),
            Case(
                table=table,
                rule="place_columns_complete",
                accepts=PLACE,
                rejects={"place_key": "gn-1"},
            ),
            Case(
                table=table,
                rule="place_columns_complete",
                accepts={"latitude": None, "longitude": None},
                rejects={"feature_class": "city"},
            ),
        )
    ),
    Case(
        table="core.document_entities",
        rule="place_has_rule",
        accepts=PLACE | {"place_rule": "container"},
        rejects=PLACE,
    ),
    Case(
        table="core.entities",
        rule="document_count_within_mention_count",
        accepts={"document_count": 3, "mention_count": 3},
        rejects={"document_count": 4, "mention_count": 3},
    ),
    *(
        Case(
            table="core.entity_mentions",
            rule="precision_belongs_to_place",
            accepts={"label": label, "precision_code": "near"},
            rejects={"label": other, "precision_code": "near"},
        )
        for label, other in (("GPE", "NORP"), ("LOC", "PERSON"), ("FAC", "ORG"))
    ),
    *(
        Case(
            table=table,
            rule="entity_columns_complete",
            accepts={f"{party}_entity_index": None, f"{party}_entity_id": None},
            rejects={f"{party}_entity_index": 1, f"{party}_entity_id": None},
        )
        for table, party in (
            ("core.roles", "organisation"),
            ("core.relations", "object"),
            ("core.figures", "place"),
            ("core.quotes", "speaker"),
        )
    ),
    Case(
        rule="entity_columns_complete",
        accepts={"claimant_entity_index": 1},
        rejects={"claimant_entity_index": None},
    ),
    Case(
        table="core.roles",
        rule="role_has_person",
        accepts={"person_entity_index": None},
        rejects={"person_text": None},
    ),
    Case(
        table="core.roles",
        rule="party_entity_has_text",
        accepts={"organisation_text": None, "organisation_entity_index": None},
        rejects={"organisation_text": None},
    ),
    Case(
        table="core.relations",
        row=PAIR,
        rule="party_entity_has_text",
        accepts={"object_entity_index": None},
        rejects={"object_text": None},
    ),
    *(
        Case(
            table="core.relations",
            rule="event_columns_complete",
            accepts={"subject_text": None},
            rejects={name: None},
        )
        for name in ("event", "verb_text", "modality")
    ),
    Case(
        table="core.relations",
        rule="event_has_party",
        accepts={"subject_text": None, "object_text": "came"},
        rejects={"subject_text": None},
    ),
    *(
        Case(
            table="core.relations",
            row=PAIR,
            rule="co_mention_is_no_event",
            accepts={"kind": "event", **event},
            rejects=event,
        )
        for event in ({"event": "kill"}, {"verb_text": "came"}, {"modality": "asserted"})
    ),
    *(
        Case(
            table="core.relations",
            row=PAIR,
            rule="co_mention_has_two_things",
            accepts={"kind": "event", **lacking},
            rejects=lacking,
        )
        for lacking in (
            {"subject_text": None},
            {"object_text": None},
            {"subject_entity_index": None},
            {"object_entity_index": 0},
        )
    ),
]

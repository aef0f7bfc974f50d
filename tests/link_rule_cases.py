"""For each domain rule on links, things and places, what it accepts and rejects."""

from __future__ import annotations

from tests.gate_rows import TEXT
from tests.rule_cases import Case

MENTIONS, THINGS, ENTITIES = "core.entity_mentions", "core.document_entities", "core.entities"
OFFICE, WRITER, CITY = 0, 1, 2
NOWHERE = dict.fromkeys(
    ("place_key", "country_code", "admin_area", "feature_class", "latitude", "longitude")
)

MENTION_CASES = [
    *(
        Case(table=MENTIONS, row=WRITER, rule="label_agrees_with_thing", **case)
        for case in (
            {"accepts": {"entity_index": CITY}, "rejects": {"label": "ORG"}},
            {
                "accepts": {"label": "FAC"},
                "rejects": {"label": "NORP"},
                "beside": {THINGS: (WRITER, {"label": "GPE"})},
            },
        )
    ),
    *(
        Case(
            table=MENTIONS,
            row=CITY,
            rule="precision_agrees_with_place",
            accepts={"precision_code": good},
            rejects={"precision_code": bad},
            beside={THINGS: (CITY, {"feature_class": place})},
        )
        for place, good, bad in (
            ("country", "region", "exact"),
            ("area", "second_area", "country"),
            ("city", "near", "region"),
            ("site", "exact", "area"),
            ("region", "region", "water"),
            ("land", "region", "exact"),
            ("water", "water", "near"),
            (None, None, "exact"),
        )
    ),
    *(
        Case(
            table=MENTIONS,
            row=CITY,
            rule="precision_agrees_with_place",
            accepts={"precision_code": None} | unread,
            rejects={"precision_code": None},
        )
        for unread in ({"link_rule": "same_name_other_label"}, {"label": "NORP"})
    ),
    *(
        Case(
            table=MENTIONS,
            row=row,
            rule="link_agrees_with_thing",
            accepts={"link_rule": good},
            rejects={"link_rule": bad},
        )
        for row, good, bad in (
            (OFFICE, "seed", "place"),
            (WRITER, "surname", "seed"),
            (WRITER, "short_form", "place"),
        )
    ),
    Case(
        table=MENTIONS,
        rule="armament_is_arms",
        accepts={"rule": "armament:noun", "label": "VEHICLE"},
        rejects={"rule": "armament:noun"},
    ),
    Case(
        table=MENTIONS,
        rule="gazetteer_knows_form",
        accepts={"mention_text": "Agence  France-Presse"},
        rejects={"mention_text": "AFPP"},
    ),
    Case(
        table=MENTIONS,
        row=WRITER,
        rule="gazetteer_knows_form",
        accepts={"rule": "short_form"},
        rejects={"rule": "gazetteer"},
    ),
    Case(
        table=MENTIONS,
        row=CITY,
        rule="mentions_do_not_overlap",
        accepts={"start_char": TEXT.index("Ohm") + 3},
        rejects={"start_char": TEXT.index("Ohm") + 2},
    ),
]
THING_LINK_CASES = [
    Case(
        table=THINGS,
        row=CITY,
        rule="numbered_by_first_mention",
        accepts={"label": "FAC"},
        rejects={"entity_index": 3},
    ),
    *(
        Case(
            table=THINGS,
            row=WRITER,
            rule="thing_is_called_so",
            accepts=changes | {"is_seeded": True},
            rejects=changes,
        )
        for changes in ({"entity_name": "Nils Oh"}, {"label": "ORG"})
    ),
    Case(
        table=THINGS,
        row=WRITER,
        rule="thing_is_called_so",
        accepts={"entity_name": "nils ohm"},
        rejects={"entity_name": "Lyon"},
        beside={MENTIONS: (WRITER, {"mention_text": "Nils\n\u00adOhm"})},
    ),
    Case(
        table=THINGS,
        row=CITY,
        rule="place_rule_agrees",
        accepts={"place_rule": "seed"},
        rejects={"place_rule": "seed", "is_seeded": False},
    ),
    *(
        Case(
            table=THINGS,
            row=row,
            rule="resolution_rule_agrees",
            accepts={"resolution_rule": good},
            rejects={"resolution_rule": bad},
        )
        for row, good, bad in (
            (OFFICE, "seed", "same_name"),
            (CITY, "place", "other_form"),
            (WRITER, "same_name", "seed"),
            (WRITER, "correction", "place"),
        )
    ),
]
KNOWN_CASES = [
    *(
        case
        for table, key in ((ENTITIES, "canonical_key"), (THINGS, "local_key"))
        for case in (
            Case(
                table=table,
                rule="name_agrees_with_key",
                accepts={"is_seeded": False, "entity_name": "Agence France-Presse"},
                rejects={"entity_name": "Agence France-Press"},
            ),
            Case(
                table=table,
                row=WRITER,
                rule="name_agrees_with_key",
                accepts={"entity_name": "Nils  \u00d6hm's", key: "nils-ohm|org-afp"},
                rejects={"entity_name": "Nils"},
            ),
            Case(
                table=table,
                row=WRITER,
                rule="name_agrees_with_key",
                accepts={"entity_name": "U.N. Arms N.V.", key: "un-arms"},
                rejects={"is_seeded": True},
            ),
            Case(
                table=table,
                row=CITY,
                rule="name_agrees_with_key",
                accepts={"is_seeded": False, key: "geonames-2996944"},
                rejects={
                    "is_seeded": False,
                    key: "geonames-2996944",
                    "entity_name": "Geonames-2996944",
                },
            ),
            Case(
                table=table,
                row=WRITER,
                rule="name_agrees_with_key",
                accepts={"entity_name": "The Writer"},
                rejects={"entity_name": "A Writer"},
                beside={"ref.corrections": (0, {"new_value": "The Writer"})},
            ),
            *(
                Case(
                    table=table,
                    row=CITY,
                    rule="place_agrees_with_seeds",
                    accepts={"entity_name": "Lyons"},
                    rejects={column: value},
                )
                for column, value in (
                    ("place_key", "geonames-0"),
                    ("country_code", "IT"),
                    ("admin_area", None),
                    ("feature_class", "site"),
                    ("latitude", 45.75),
                    ("longitude", None),
                )
            ),
            Case(
                table=table,
                row=CITY,
                rule="place_agrees_with_seeds",
                accepts={"place_key": None},
                rejects={"place_key": None, "latitude": 45.75},
            ),
            Case(
                table=table,
                row=CITY,
                rule="place_agrees_with_seeds",
                accepts={
                    **NOWHERE,
                    "place_key": "central-asia",
                    "feature_class": "region",
                    "latitude": 44.0,
                    "longitude": 65.0,
                },
                rejects={"place_key": "central-asia"},
            ),
            Case(
                table=table,
                row=CITY,
                rule="coordinates_inside_country",
                accepts={"country_code": None, "latitude": 0.0},
                rejects={"latitude": 0.0},
            ),
            Case(
                table=table,
                row=CITY,
                rule="coordinates_inside_country",
                accepts={"feature_class": "region", "longitude": 12.0},
                rejects={"longitude": 12.0},
            ),
            Case(
                table=table,
                row=CITY,
                rule="coordinates_inside_country",
                accepts={"country_code": "FJ", "latitude": -17.0, "longitude": -179.0},
                rejects={"country_code": "FJ", "latitude": -17.0, "longitude": 0.0},
            ),
        )
    ),
    Case(
        table=THINGS,
        row=WRITER,
        rule="place_agrees_with_seeds",
        accepts={"label": "GPE"},
        rejects={"country_code": "FR"},
    ),
    Case(
        table=THINGS,
        rule="label_agrees_with_seed",
        accepts={"label": "GPE", "is_seeded": False},
        rejects={"label": "GPE"},
    ),
    Case(
        table=ENTITIES,
        rule="wikidata_id_agrees_with_seed",
        accepts={"wikidata_id": None, "is_seeded": False},
        rejects={"wikidata_id": None},
    ),
    Case(
        table=ENTITIES,
        row=WRITER,
        rule="wikidata_id_agrees_with_seed",
        accepts={"is_seeded": True},
        rejects={"wikidata_id": "Q1"},
    ),
    *(
        Case(
            table=THINGS,
            row=WRITER,
            rule=f"{column}_sorted",
            accepts={column: f"{first};{second}"},
            rejects={column: f"{second};{first}"},
        )
        for column, first, second in (
            ("other_names", "a-b", "a-c"),
            ("context", "org:afp", "role:reporter"),
        )
    ),
    Case(
        table=THINGS,
        rule="other_names_sorted",
        accepts={"other_names": None},
        rejects={"other_names": "afp;afp"},
    ),
    Case(
        table=THINGS,
        row=WRITER,
        rule="context_has_kinds",
        accepts={"context": "country:FR"},
        rejects={"context": "org:afp;reporter"},
    ),
    Case(
        table=THINGS,
        rule="document_countries_known",
        accepts={"document_countries": "FR;IT"},
        rejects={"document_countries": "FR;XQ"},
    ),
    Case(
        table=THINGS,
        rule="document_countries_agree",
        accepts={},
        rejects={"document_countries": None},
    ),
]
LINK_CASES = [
    *MENTION_CASES,
    *THING_LINK_CASES,
    *KNOWN_CASES,
]

"""For each domain rule on things, places, copies and files, what it accepts and rejects."""

from __future__ import annotations

from datetime import date

from tests.gate_frames import STATED, WHOLE_SIGNATURE
from tests.gate_rows import TEXT, sha256
from tests.rule_cases import Case

MENTIONS, THINGS, ENTITIES = "core.entity_mentions", "core.document_entities", "core.entities"
FILES, COPIES, SIGNATURES = "raw.document_files", "core.near_duplicates", "core.signatures"
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
COPY_CASES = [
    Case(
        table=SIGNATURES,
        rule="minhash_is_whole",
        accepts={"minhash": WHOLE_SIGNATURE.replace("A", "z")},
        rejects={"minhash": WHOLE_SIGNATURE[1:]},
    ),
    Case(
        table=SIGNATURES,
        rule="shingle_count_agrees_with_text",
        accepts={"shingle_count": 30},
        rejects={"shingle_count": 32},
    ),
    Case(
        table=SIGNATURES,
        rule="shingle_count_agrees_with_text",
        accepts={"document_id": sha256("b")},
        rejects={"shingle_count": 29},
    ),
    Case(
        table=COPIES,
        rule="reference_is_in_group",
        accepts={"common_share": 0.5},
        rejects={"reference_document_id": sha256("b")},
    ),
    Case(
        table=COPIES,
        rule="reference_is_whole",
        accepts={"reference_document_id": sha256("b"), "common_share": 0.9},
        rejects={"common_share": 0.9},
    ),
    Case(
        table=COPIES,
        rule="shares_agree_with_lengths",
        accepts={"common_share": 0.8, "reference_share": 0.801},
        rejects={"common_share": 0.8, "reference_share": 0.803},
    ),
    Case(
        table=COPIES,
        rule="shares_agree_with_lengths",
        accepts={"reference_document_id": sha256("b"), "reference_share": 0.8},
        rejects={"reference_share": 0.8},
    ),
    Case(
        table=COPIES,
        rule="reference_came_first",
        accepts={"document_id": max(sha256("a"), sha256("b"))}
        | {"reference_document_id": min(sha256("a"), sha256("b"))},
        rejects={"document_id": min(sha256("a"), sha256("b"))}
        | {"reference_document_id": max(sha256("a"), sha256("b"))},
        seeds=("a", "b"),
    ),
    *(
        Case(
            table=COPIES,
            rule="reference_came_first",
            accepts={"document_id": sha256("b"), "reference_document_id": sha256("a")},
            rejects={"document_id": sha256("a"), "reference_document_id": sha256("b")},
            seeds=("a", "b"),
            beside={"raw.documents": (1, {"published_on": later})},
        )
        for later in (date(2015, 11, 4), None)
    ),
]
TOTAL_CASES = [
    Case(
        table=ENTITIES,
        rule="mention_count_agrees",
        accepts={"document_count": 9},
        rejects={"mention_count": 2},
    ),
    Case(
        table=ENTITIES,
        rule="document_count_agrees",
        accepts={"mention_count": 9},
        rejects={"document_count": 2},
    ),
    Case(
        table=ENTITIES,
        row=WRITER,
        rule="named_as_in_documents",
        accepts={"entity_name": "Lyon", "is_seeded": True},
        rejects={"entity_name": "Lyon"},
    ),
    Case(
        table=ENTITIES,
        row=WRITER,
        rule="named_as_in_documents",
        accepts={"entity_name": "The Writer"},
        rejects={"entity_name": "A Writer"},
        beside={"ref.corrections": (0, {"new_value": "The Writer"})},
    ),
    Case(
        table=ENTITIES,
        rule="hidden_by_correction",
        accepts={"is_hidden": False},
        rejects={"is_hidden": True},
        beside={"ref.corrections": (0, {"action": "hide", "name": "AFP"})},
    ),
    Case(
        table=ENTITIES,
        row=WRITER,
        rule="hidden_by_correction",
        accepts={"is_hidden": False},
        rejects={"is_hidden": True},
        beside={
            ENTITIES: (OFFICE, {"is_hidden": True}),
            "ref.corrections": (0, {"subject": "entity", "action": "hide", "name": "A.F.P."}),
        },
    ),
    *(
        Case(
            table=FILES,
            rule="source_is_absolute",
            accepts={"source": good},
            rejects={"source": bad},
        )
        for good, bad in (("/news", "news"), ("C:\\news", "C:news"), ("\\\\host\\news", ""))
    ),
    *(
        Case(
            table=FILES,
            rule="document_is_its_bytes",
            accepts=changes,
            rejects={"file_sha256": sha256("file")},
        )
        for changes in (
            {"file_sha256": sha256("file"), "path": "trench.txt.gz"},
            {"file_sha256": sha256("file"), "stated_metadata": '{"encoding":"cp1252"}'},
            {"file_sha256": sha256("file"), "path": "", "source": "/news/trench.html"},
        )
    ),
    Case(
        table=FILES,
        row=1,
        rule="file_has_one_hash",
        accepts={"path": "2015/other.txt", "file_sha256": sha256("file")},
        rejects={"file_sha256": sha256("file")},
        seeds=("a", "a"),
    ),
    Case(
        table=FILES,
        rule="stated_metadata_is_object",
        accepts={"stated_metadata": None},
        rejects={"stated_metadata": STATED[:-1]},
    ),
    Case(
        table=FILES,
        rule="stated_of_one_document",
        accepts={"document_id": sha256("b"), "stated_metadata": None},
        rejects={"stated_metadata": None},
    ),
]
LINK_CASES = [
    *MENTION_CASES,
    *THING_LINK_CASES,
    *KNOWN_CASES,
    *COPY_CASES,
    *TOTAL_CASES,
]

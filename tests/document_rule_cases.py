"""For each domain rule on identifiers, layout and metadata, what it accepts and what it rejects."""

from __future__ import annotations

from datetime import date

from tests.gate_rows import TEXT, ends, id_of, sha256
from tests.rule_cases import Case
from warehouse.identifiers import entity_id, short_hash

DOCUMENTS = "raw.documents"
FIRST_END = TEXT.index("\n")
PAIR = 1
SECOND = 1
NOTHING_STATED = {"stated_metadata": None, "url": None}

IDENTIFIER_CASES = [
    *(
        Case(
            table=table,
            rule="identifier_agrees_with_row",
            accepts={column: None},
            rejects={column: short_hash("another")},
        )
        for table, column in (
            ("core.entities", "entity_id"),
            ("core.near_duplicates", "near_duplicate_group_id"),
            ("core.figures", "figure_id"),
            ("core.quotes", "quote_id"),
            ("core.roles", "role_id"),
            ("core.relations", "relation_id"),
        )
    ),
    *(
        Case(
            table=table,
            row=row,
            rule="identifier_agrees_with_row",
            accepts={},
            rejects=changes,
        )
        for table, row, changes in (
            ("core.entities", 0, {"label": "PERSON"}),
            ("core.near_duplicates", 0, {"reference_document_id": sha256("b")}),
            ("core.figures", 0, {"start_char": 3}),
            ("core.quotes", 0, {"document_id": sha256("b")}),
            ("core.roles", 0, {"person_start_char": 3}),
            ("core.relations", 0, {"event": "kill"}),
            ("core.relations", PAIR, {"object_end_char": 3}),
        )
    ),
    Case(
        table="core.document_entities",
        rule="identifier_agrees_with_row",
        accepts={"entity_id": entity_id("ORG", "afp"), "local_key": "afp"},
        rejects={"entity_id": entity_id("ORG", "afp")},
    ),
    Case(
        table="core.document_entities",
        rule="identifier_agrees_with_row",
        accepts={"entity_id": id_of("AFP"), "resolution_rule": "other_form"},
        rejects={"entity_id": id_of("AFP")},
    ),
]
LAYOUT_CASES = [
    *(
        case
        for table, index in (
            ("raw.passages", "passage_index"),
            ("core.sentences", "sentence_index"),
        )
        for case in (
            Case(
                table=table,
                row=SECOND,
                rule="numbered_in_order",
                accepts={"start_char": FIRST_END},
                rejects={index: 2},
            ),
            Case(
                table=table,
                rule="no_space_at_ends",
                accepts=ends(0, FIRST_END - 1),
                rejects=ends(0, FIRST_END + 1),
            ),
            Case(
                table=table,
                row=SECOND,
                rule="no_text_between_parts",
                accepts=ends(FIRST_END, len(TEXT)),
                rejects=ends(FIRST_END + 1, len(TEXT) - 1),
            ),
            Case(
                table=table,
                rule="no_text_between_parts",
                accepts=ends(0, FIRST_END + 1),
                rejects=ends(1, FIRST_END),
            ),
        )
    ),
    Case(
        table="raw.passages",
        rule="words_hash_agrees_with_words",
        accepts={"kind": "feed", "words_hash": None},
        rejects={"words_hash": None},
    ),
    Case(
        table="raw.passages",
        rule="words_hash_agrees_with_words",
        accepts=ends(0, 9) | {"words_hash": None},
        rejects={"words_hash": short_hash("another")},
    ),
    Case(
        table="core.sentences",
        row=SECOND,
        rule="sentence_in_read_passage",
        accepts={"passage_index": 7},
        rejects={},
        beside={"raw.passages": (SECOND, {"kind": "chrome"})},
    ),
]
METADATA_CASES = [
    Case(
        table=DOCUMENTS,
        rule="stated_metadata_is_object",
        accepts={"stated_metadata": None},
        rejects={"stated_metadata": '["title"]'},
    ),
    Case(
        table=DOCUMENTS,
        rule="title_is_stated_or_in_text",
        accepts={"stated_metadata": None, "title": None},
        rejects={"title": None},
    ),
    Case(
        table=DOCUMENTS,
        rule="title_is_stated_or_in_text",
        accepts={"stated_metadata": None, "title": TEXT[:FIRST_END]},
        rejects={"stated_metadata": None, "title": TEXT[: FIRST_END - 1]},
        beside={"raw.passages": (0, {"kind": "title"})},
    ),
    Case(
        table=DOCUMENTS,
        rule="url_is_stated",
        accepts=NOTHING_STATED,
        rejects={"stated_metadata": None},
    ),
    Case(
        table=DOCUMENTS,
        rule="language_is_stated",
        accepts={"language_code": "de", "stated_metadata": None},
        rejects={"language_code": "de"},
    ),
    Case(
        table=DOCUMENTS,
        rule="publisher_is_stated",
        accepts={"publisher_name": None, "stated_metadata": None},
        rejects={"publisher_name": None},
    ),
    Case(
        table=DOCUMENTS,
        rule="publisher_stands_in_text",
        accepts={"publisher_name": "AFP", "stated_metadata": None},
        rejects={"publisher_name": "AF", "stated_metadata": None},
    ),
    Case(
        table=DOCUMENTS,
        rule="authors_are_stated_or_in_text",
        accepts={"author_names": "Nils Ohm; AFP", "stated_metadata": None},
        rejects={"author_names": "Nils Oh", "stated_metadata": None},
    ),
    Case(
        table=DOCUMENTS,
        rule="authors_are_stated_or_in_text",
        accepts={"author_names": None, "stated_metadata": None},
        rejects={"author_names": "AFP"},
    ),
    Case(
        table=DOCUMENTS,
        rule="published_as_stated",
        accepts={
            "stated_metadata": '{"origin":"record","published":"2015-11"}',
            "published_on": date(2015, 11, 1),
            "published_precision": "month",
            "published_rule": "record",
        },
        rejects={"stated_metadata": '{"origin":"record","published":"2015-11"}'},
    ),
    Case(
        table=DOCUMENTS,
        rule="published_as_stated",
        accepts={"published_rule": "file_name"},
        rejects={"published_rule": "sidecar"},
    ),
    Case(
        table=DOCUMENTS,
        rule="published_stands_in_text",
        accepts={"published_on": date(2015, 11, 4), "published_rule": "file_name"},
        rejects={"published_on": date(2015, 11, 4)},
    ),
    *(
        Case(
            table=DOCUMENTS,
            rule="published_on_is_first_day",
            accepts={"published_on": first, "published_precision": precision},
            rejects={"published_on": second, "published_precision": precision},
        )
        for precision, first, second in (
            ("year", date(2015, 1, 1), date(2015, 2, 1)),
            ("month", date(2015, 2, 1), date(2015, 2, 2)),
        )
    ),
    *(
        Case(
            table=DOCUMENTS,
            rule="bytes_hold_the_text",
            accepts={"encoding": encoding, "byte_count": fewest},
            rejects={"encoding": encoding, "byte_count": fewest - 1},
        )
        for encoding, fewest in (
            ("utf-8", len(TEXT)),
            ("utf-8-sig", len(TEXT)),
            ("utf-16", 2 * len(TEXT)),
        )
    ),
    Case(
        table=DOCUMENTS,
        rule="bytes_hold_the_text",
        accepts={"encoding": "cp1252"},
        rejects={"encoding": "cp125"},
    ),
    Case(
        table=DOCUMENTS,
        rule="one_fingerprint",
        accepts={},
        rejects={"extraction_fingerprint": short_hash("another")},
        seeds=("a", "b", "c"),
    ),
]
DOCUMENT_CASES = [*IDENTIFIER_CASES, *LAYOUT_CASES, *METADATA_CASES]

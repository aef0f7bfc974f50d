"""For each domain rule, changes of the sample frames that it accepts and that it rejects.

Cases of figures are in ``tests/figure_rule_cases.py`` and ``tests/wording_rule_cases.py``, those of
documents in ``tests/document_rule_cases.py``, of entities, roles and relations in
``tests/thing_rule_cases.py`` and ``tests/link_rule_cases.py``, of who says what in
``tests/party_rule_cases.py``, of seeds and ledger in ``tests/seed_rule_cases.py``
and ``tests/ledger_rule_cases.py``; dates and copies have modules of their own.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from tests.gate_rows import TEXT, Row

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, kw_only=True)
class Case:
    """Changes of one row of the sample frames that a rule accepts, and others that it rejects.

    ``beside`` holds changes of one row of other tables that both see: position and values by table.
    ``seeds`` names the documents of the frames.
    """

    rule: str
    accepts: Row
    rejects: Row
    table: str = "core.figures"
    row: int = 0
    beside: Mapping[str, tuple[int, Row]] = field(default_factory=dict)
    seeds: tuple[str, ...] = ("a",)


SPAN_CASES = [
    *(
        Case(
            table=table,
            rule="end_char_follows_start_char",
            accepts={"start_char": 3, "end_char": 4},
            rejects={"start_char": 4, "end_char": 4},
        )
        for table in (
            "raw.passages",
            "core.sentences",
            "core.entity_mentions",
            "core.roles",
            "core.figures",
            "core.dates",
            "core.quotes",
            "core.rejected_numbers",
        )
    ),
    Case(
        table="core.relations",
        rule="end_char_follows_start_char",
        accepts={"verb_start_char": None, "verb_end_char": None},
        rejects={"verb_start_char": 9, "verb_end_char": 8},
    ),
    Case(
        rule="end_char_follows_start_char",
        accepts={"share_start_char": None, "share_end_char": None},
        rejects={"share_start_char": 9, "share_end_char": 8},
    ),
    *(
        Case(
            table=table,
            rule="span_inside_text",
            accepts={"end_char": len(TEXT)},
            rejects={"end_char": len(TEXT) + 1},
        )
        for table in ("raw.passages", "core.sentences")
    ),
    *(
        Case(
            table=table,
            rule="span_columns_complete",
            accepts={text: TEXT[:9], "start_char": 0, "end_char": 9},
            rejects={text: None},
        )
        for table, text in (
            ("core.entity_mentions", "mention_text"),
            ("core.dates", "date_text"),
            ("core.rejected_numbers", "number_text"),
        )
    ),
    Case(
        table="core.roles",
        rule="span_columns_complete",
        accepts={"organisation_text": None}
        | dict.fromkeys(("organisation_start_char", "organisation_end_char")),
        rejects={"organisation_end_char": None},
    ),
    Case(
        table="core.relations",
        rule="span_columns_complete",
        accepts={"subject_text": None, "subject_start_char": None, "subject_end_char": None},
        rejects={"subject_text": None},
    ),
    Case(
        table="core.quotes",
        rule="span_columns_complete",
        accepts={"cue_text": None, "cue_start_char": None, "cue_end_char": None},
        rejects={"cue_text": None},
    ),
    Case(
        rule="span_columns_complete",
        accepts={"via_text": None, "via_start_char": None, "via_end_char": None},
        rejects={"via_start_char": None},
    ),
    *(
        Case(
            table=table,
            rule="span_text_matches_document",
            accepts={text: TEXT[4:9], "start_char": 4, "end_char": 9},
            rejects={text: TEXT[4:9], "start_char": 5, "end_char": 10},
        )
        for table, text in (
            ("core.entity_mentions", "mention_text"),
            ("core.roles", "role_text"),
            ("core.figures", "figure_text"),
            ("core.dates", "date_text"),
            ("core.quotes", "quote_text"),
            ("core.rejected_numbers", "number_text"),
        )
    ),
    Case(
        table="core.relations",
        rule="span_text_matches_document",
        accepts={"verb_text": TEXT[:3], "verb_start_char": 0, "verb_end_char": 3},
        rejects={"verb_text": TEXT[:3], "verb_start_char": 1, "verb_end_char": 4},
    ),
    Case(
        rule="span_text_matches_document",
        accepts={"per_text": TEXT[:3], "per_start_char": 0, "per_end_char": 3},
        rejects={"per_text": TEXT[-3:-1], "per_start_char": -3, "per_end_char": -1},
    ),
    *(
        Case(
            table=table,
            rule="evidence_sentence_holds_span",
            accepts={"sentence_index": 0, "start_char": 4, "end_char": 9},
            rejects={"sentence_index": 1, "start_char": 4, "end_char": 9},
        )
        for table in (
            "core.entity_mentions",
            "core.roles",
            "core.figures",
            "core.dates",
            "core.quotes",
        )
    ),
    Case(
        table="core.relations",
        rule="evidence_sentence_holds_span",
        accepts={"subject_start_char": 0, "subject_end_char": 3},
        rejects={"verb_start_char": 0, "verb_end_char": 3},
    ),
    Case(
        table="core.relations",
        row=1,
        rule="evidence_sentence_holds_span",
        accepts={"object_start_char": len(TEXT) - 2, "object_end_char": len(TEXT)},
        rejects={"subject_start_char": len(TEXT) - 2, "subject_end_char": len(TEXT)},
    ),
    Case(
        table="raw.documents",
        rule="char_count_matches_text",
        accepts={"text": "naïve 😀", "char_count": 7},
        rejects={"text": "naïve 😀", "char_count": 11},
    ),
    Case(
        table="raw.documents",
        rule="published_on_plausible",
        accepts={"published_on": date(2026, 11, 4)},
        rejects={"published_on": date(2026, 11, 5)},
    ),
    Case(
        table="raw.documents",
        rule="published_on_plausible",
        accepts={"published_on": None},
        rejects={"published_on": date(215, 11, 5)},
    ),
    Case(
        table="raw.documents",
        rule="published_columns_complete",
        accepts={"published_on": None, "published_precision": None, "published_rule": None},
        rejects={"published_rule": None},
    ),
    Case(
        table="raw.document_files",
        rule="path_is_relative",
        accepts={"path": "..2015/a..b.txt"},
        rejects={"path": "2015/../../etc/passwd"},
    ),
    Case(
        table="raw.document_files",
        rule="path_is_relative",
        accepts={"path": ""},
        rejects={"path": "/etc/passwd"},
    ),
    Case(
        table="raw.passages",
        row=1,
        rule="passages_do_not_overlap",
        accepts={"start_char": TEXT.index("\n")},
        rejects={"start_char": TEXT.index("\n") - 1},
    ),
    Case(
        table="core.sentences",
        row=1,
        rule="sentences_do_not_overlap",
        accepts={"start_char": TEXT.index("\n")},
        rejects={"start_char": TEXT.index("\n") - 1},
    ),
    Case(
        table="core.sentences",
        row=0,
        rule="sentence_inside_passage",
        accepts={"end_char": TEXT.index("\n")},
        rejects={"end_char": TEXT.index("\n") + 1},
    ),
]
MENTION_CASES = [
    Case(
        table="core.dates",
        rule="end_on_not_before_start_on",
        accepts={"end_on": date(2015, 11, 3)},
        rejects={"end_on": date(2015, 11, 2)},
    ),
    Case(
        table="core.dates",
        rule="days_agree_with_value",
        accepts={
            "value": "2015-11/2016",
            "start_on": date(2015, 11, 1),
            "end_on": date(2016, 12, 31),
        },
        rejects={"value": "2015-11", "start_on": date(2015, 11, 1), "end_on": date(2015, 11, 3)},
    ),
    Case(
        table="core.dates",
        rule="days_agree_with_value",
        accepts={"value": None, "start_on": None, "end_on": None},
        rejects={"value": None},
    ),
    Case(
        table="core.dates",
        rule="days_agree_with_value",
        accepts={"value": "2015-11-03"},
        rejects={"value": "last autumn"},
    ),
    Case(
        table="core.rejected_numbers",
        rule="rejected_number_is_no_figure",
        accepts={"start_char": TEXT.index("100"), "end_char": TEXT.index("100") + 3},
        rejects={"start_char": TEXT.index("20 percent"), "end_char": len(TEXT) - 1},
    ),
]

"""For each domain rule on words, names and sources, what it accepts and what it rejects."""

from __future__ import annotations

from tests.gate_entities import CITY_ID, WRITER_ID
from tests.gate_rows import TEXT, ends, entity, span
from tests.rule_cases import Case

FIGURES, QUOTES = "core.figures", "core.quotes"
MONEY, SHARE = 2, 3

WORD_CASES = [
    Case(
        rule="qualifier_agrees_with_words",
        accepts={"qualifier": "range"},
        rejects={"qualifier": "at_least"},
    ),
    Case(
        rule="qualifier_agrees_with_words",
        accepts={"qualifier_text": "At\nleast", "qualifier": "at_least"},
        rejects={"qualifier_text": "At\nleast", "qualifier": "at_most"},
    ),
    Case(
        rule="unit_is_written",
        accepts={"unit": "mile", "rule": "measure/point/amount/shared"},
        rejects={"unit": "mile"},
    ),
    *(
        Case(rule="si_unit_agrees_with_unit", accepts=accepted, rejects=rejected)
        for accepted, rejected in (
            ({"value": None, "value_si": None, "unit_si": None}, {"value_si": None}),
            ({"unit": "inch", "unit_si": "meter"}, {"unit_si": "kilogram"}),
            (
                {"kind": "count", "unit": None, "unit_si": None, "value_si": None},
                {"kind": "count", "unit": None},
            ),
        )
    ),
    Case(
        rule="household_unit_agrees_with_head",
        accepts={"counted_head": "families", "household_unit": True},
        rejects={"household_unit": True},
    ),
    Case(
        rule="household_unit_agrees_with_head",
        accepts={"counted_head": None},
        rejects={"counted_head": "household"},
    ),
    *(
        Case(
            rule="category_agrees_with_kind",
            accepts={"kind": kind, "category": own},
            rejects={"kind": kind, "category": other},
        )
        for kind, own, other in (
            ("percent", "share", "other"),
            ("duration", "duration", "other"),
            ("age", "age", "other"),
            ("money", "money_aid", "other"),
            ("count", "other", "money_aid"),
            ("count", "share", "age"),
        )
    ),
    *(
        Case(
            rule="rule_agrees_with_amount",
            accepts={"kind": kind, "qualifier": qualifier, "rule": good},
            rejects={"kind": kind, "qualifier": qualifier, "rule": bad},
        )
        for kind, qualifier, good, bad in (
            ("count", "exact", "count/point/amount", "money/point/amount"),
            ("rate", "about", "count/point/ratio", "count/range/ratio"),
            ("count", "range", "count/range/amount", "count/point/amount"),
            ("count", "vague", "count/vague/amount", "count/point/amount"),
            ("count", "exact", "age_word", "count/vague"),
        )
    ),
    *(
        Case(
            table=table,
            rule="stance_agrees_with_cue",
            accepts={"cue_text": "Denied", "stance": "denied"},
            rejects={"stance": "denied"},
        )
        for table in (FIGURES, QUOTES)
    ),
    Case(
        rule="stance_agrees_with_cue",
        accepts={"cue_text": ":", "stance": "warned"},
        rejects={"cue_text": "according\nto", "stance": "warned"},
    ),
    Case(
        table="core.relations",
        rule="event_agrees_with_rule",
        accepts={"rule": "noun/airlift"},
        rejects={"event": "kill"},
    ),
    Case(
        table="core.rejected_numbers",
        rule="reason_agrees_with_rule",
        accepts={"rule": "context", "reason": "score"},
        rejects={"rule": "once_twice", "reason": "score"},
    ),
]
SOURCE_CASES = [
    *(
        case
        for table, source in ((FIGURES, "claimant"), (QUOTES, "speaker"))
        for case in (
            *(
                Case(
                    table=table,
                    rule=f"{party}_named_as_thing",
                    accepts={f"{party}_name": "Nils Ohm", f"{party}_entity_index": 1},
                    rejects={f"{party}_entity_index": 1},
                )
                for party in (source, "via")
                if (table, party) != (QUOTES, "via")
            ),
            Case(
                table=table,
                rule=f"{source}_named_as_thing",
                accepts={f"{source}_name": "the report", f"{source}_type": "document"},
                rejects={f"{source}_name": "the report"},
            ),
            *(
                Case(
                    table=table,
                    rule="source_type_agrees_with_label",
                    accepts={f"{source}_type": good, f"{source}_entity_index": index},
                    rejects={f"{source}_type": bad, f"{source}_entity_index": index},
                )
                for good, bad, index in (
                    ("organisation", "person", 0),
                    ("person", "place", 1),
                    ("place", "organisation", 2),
                    ("document", "place", 0),
                    ("group", "person", 2),
                )
            ),
            Case(
                table=table,
                rule="phrase_is_its_own_name",
                accepts={f"{source}_rule": "phrase"},
                rejects={f"{source}_rule": "phrase", f"{source}_entity_index": None},
            ),
            Case(
                table=table,
                rule="phrase_is_its_own_name",
                accepts={
                    f"{source}_rule": "verb/clause:unresolved",
                    f"{source}_entity_index": None,
                    f"{source}_name": "Officials",
                },
                rejects={
                    f"{source}_rule": "verb/clause:unresolved",
                    f"{source}_entity_index": None,
                },
            ),
            *(
                Case(
                    table=table,
                    rule="phrase_means_one_source",
                    accepts=changes | {f"{source}_start_char": 1},
                    rejects=changes,
                )
                for changes in (
                    {f"{source}_name": "Nils Ohm"},
                    {f"{source}_type": "person"},
                    {f"{source}_entity_index": None},
                )
            ),
            Case(
                table=table,
                rule="stance_has_source",
                accepts={"stance": None, f"{source}_text": None, "cue_text": None},
                rejects={"stance": None, f"{source}_text": None},
            ),
            Case(
                table=table,
                rule="stance_has_source",
                accepts={"cue_text": None},
                rejects={f"{source}_text": None, "cue_text": None},
            ),
        )
    ),
    Case(
        table=QUOTES,
        rule="via_named_as_thing",
        accepts={"via_entity_index": None},
        rejects={"via_entity_index": 1},
    ),
    Case(
        table=QUOTES,
        rule="speaker_has_rule",
        accepts={"speaker_rule": None, "speaker_text": None},
        rejects={"speaker_rule": None},
    ),
    Case(
        table=QUOTES,
        rule="quotations_nest",
        accepts=span("100 kilometers"),
        rejects=ends(TEXT.index("of deep"), TEXT.index("sector")),
        seeds=("a", "a"),
        row=1,
    ),
    Case(
        table=QUOTES,
        rule="marks_agree_with_kind",
        accepts={"kind": "mixed"},
        rejects={"kind": "direct"},
    ),
    Case(
        table=QUOTES,
        rule="marks_agree_with_kind",
        accepts={"kind": "direct"} | ends(5, 11),
        rejects={"kind": "indirect"} | ends(5, 11),
        beside={"raw.documents": (0, {"text": '... "trench" ...'})},
    ),
]
NAMING_CASES = [
    *(
        Case(
            table="core.roles",
            rule="party_named_in_its_span",
            accepts={f"{party}_entity_index": None},
            rejects={f"{party}_entity_index": 2},
        )
        for party in ("person", "organisation")
    ),
    Case(
        table="core.roles",
        rule="party_named_in_its_span",
        accepts=span("Lyon", "place_") | entity(2, CITY_ID, "place_"),
        rejects=span("Lyon", "place_") | entity(1, WRITER_ID, "place_"),
    ),
    Case(
        table="core.relations",
        row=1,
        rule="party_named_in_its_span",
        accepts={"object_start_char": TEXT.index("reporter")},
        rejects={"object_entity_index": 0},
    ),
    *(
        Case(
            table=table,
            rule="stands_in_article",
            accepts={"sentence_index": 7},
            rejects={},
            beside={"raw.passages": (0, {"kind": "byline"})},
            row=0,
        )
        for table in (QUOTES,)
    ),
    Case(
        row=SHARE,
        rule="stands_in_article",
        accepts={"sentence_index": 0},
        rejects={},
        beside={
            "raw.passages": (1, {"kind": "credit"}),
            FIGURES: (MONEY, {"sentence_index": 0}),
        },
    ),
    Case(
        rule="place_named_in_sentence",
        accepts={"place_entity_index": 1},
        rejects={"sentence_index": 1},
    ),
    Case(
        rule="place_is_place",
        accepts={"place_entity_index": None},
        rejects={"place_entity_index": 1},
    ),
    Case(
        table="core.relations",
        row=1,
        rule="pair_in_order",
        accepts={"subject_start_char": TEXT.index("Nils") - 1},
        rejects={"subject_start_char": TEXT.index("Nils")},
    ),
]
WORDING_CASES = [*WORD_CASES, *SOURCE_CASES, *NAMING_CASES]

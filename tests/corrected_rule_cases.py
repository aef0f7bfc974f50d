"""Cases of the rules on rows after decisions, and on what became of the decisions.

Of the figures (sorted by id) the corrected one, the hidden one and the one that is accepted without
its claimant; of quotations one with another stance, of dates one that is accepted.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from tests.gate_decided import decided_frames
from tests.gate_frames import all_frames
from tests.rule_cases import Case

FIGURES = "core.corrected_figures"
QUOTES = "core.corrected_quotes"
DATES = "core.corrected_dates"
OUTCOMES = "core.correction_outcomes"

FRAMES = decided_frames(all_frames())
CORRECTED, HIDDEN, ACCEPTED = (
    FRAMES[FIGURES].with_row_index().filter(found)["index"].item()
    for found in (
        FRAMES[FIGURES]["low"] == 300,
        FRAMES[FIGURES]["is_hidden"],
        FRAMES[FIGURES]["is_accepted"],
    )
)
STALE, APPLIED = (
    FRAMES[OUTCOMES].with_row_index().filter(status=status)["index"].min()
    for status in ("stale", "applied")
)
IDS = FRAMES[FIGURES]["correction_ids"].to_list()

CORRECTED_CASES = [
    Case(
        table=FIGURES,
        rule="uncorrected_row_is_as_read",
        row=HIDDEN,
        accepts={"is_corrected": True, "low": Decimal(1)},
        rejects={"low": Decimal(1)},
    ),
    Case(
        table=QUOTES,
        rule="uncorrected_row_is_as_read",
        accepts={"kind": "direct"},
        rejects={"is_corrected": False},
    ),
    Case(
        table=DATES,
        rule="uncorrected_row_is_as_read",
        accepts={"is_accepted": False},
        rejects={"end_on": date(2015, 11, 4)},
    ),
    *(
        Case(table=FIGURES, rule="marks_follow_decisions", row=row, accepts={}, rejects=rejects)
        for row, rejects in (
            (HIDDEN, {"is_hidden": False}),
            (HIDDEN, {"is_accepted": True}),
            (CORRECTED, {"is_corrected": False}),
            (ACCEPTED, {"is_claimant_accepted": True}),
            (ACCEPTED, {"correction_ids": IDS[HIDDEN]}),
            (ACCEPTED, {"correction_ids": ";".join(reversed(IDS[ACCEPTED].split(";")))}),
            (CORRECTED, {"correction_ids": "no-such-decision"}),
        )
    ),
    Case(table=QUOTES, rule="marks_follow_decisions", accepts={}, rejects={"is_hidden": True}),
    Case(table=DATES, rule="marks_follow_decisions", accepts={}, rejects={"is_accepted": False}),
    *(
        Case(
            table=FIGURES,
            rule="only_decided_columns_differ",
            row=row,
            accepts=accepts,
            rejects=rejects,
        )
        for row, accepts, rejects in (
            (CORRECTED, {"high": Decimal(400)}, {"counted_head": "mile"}),
            (ACCEPTED, {"stance": "claimed"}, {"unit": "mile"}),
        )
    ),
    Case(
        table=QUOTES,
        rule="only_decided_columns_differ",
        accepts={"stance": "denied"},
        rejects={"kind": "direct"},
    ),
    Case(
        table=DATES,
        rule="only_decided_columns_differ",
        accepts={},
        rejects={"precision": "month"},
    ),
    Case(
        table=FIGURES,
        rule="value_is_decided",
        row=CORRECTED,
        accepts={"high": Decimal(400)},
        rejects={"value": Decimal(400)},
    ),
    Case(
        table=QUOTES,
        rule="value_is_decided",
        accepts={"kind": "direct"},
        rejects={"stance": "denied"},
    ),
    Case(
        table=DATES,
        rule="value_is_decided",
        accepts={"value": "2015"},
        rejects={"correction_ids": "value"},
        beside={
            "ref.corrections": (
                0,
                {"correction_id": "value", "subject": "date", "action": "correct"}
                | {"column_name": "value", "new_value": "2016"},
            )
        },
    ),
    *(
        Case(table=OUTCOMES, rule=rule, row=row, accepts=accepts, rejects=rejects)
        for rule, row, accepts, rejects in (
            ("outcome_names_its_row", STALE, {}, {"table_name": "core.figures"}),
            ("outcome_names_its_row", APPLIED, {}, {"table_name": None}),
            ("outcome_names_its_row", APPLIED, {}, {"row_id": "0" * 16}),
            ("outcome_says_why", APPLIED, {"detail": "Mind it."}, {"status": "idle"}),
            ("outcome_says_why", STALE, {"detail": "Other."}, {"detail": None}),
            (
                "only_stale_leads_elsewhere",
                STALE,
                {"current_document_id": "a" * 64},
                {"status": "idle", "current_document_id": "a" * 64},
            ),
            ("what_is_applied_has_a_row", STALE, {"status": "idle"}, {"status": "applied"}),
            ("old_value_is_of_a_row", STALE, {}, {"old_value": "5"}),
            ("old_value_is_of_a_row", APPLIED, {"old_value": "5"}, {"old_value": None}),
        )
    ),
]

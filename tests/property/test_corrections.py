"""Whatever analysts decide, a run goes on, and every row keeps the critical rules."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from expectations.rules import Context, rules_for
from expectations.suites import CRITICAL
from tasks.corrections.judging import judge_rows
from tasks.corrections.outcomes import outcome_frame
from tasks.corrections.overlays import OVERLAYS
from tests.decided_texts import about, applied, ground
from tests.sample_rows import frame_of
from warehouse.corrections_columns import CORRECTABLE
from warehouse.corrections_faults import fault_of

PLACES = {
    "figure": ("40", "12", "90", "5"),
    "claimant": ("40", "12", "5"),
    "date": ("3 May 2021",),
    "quote": ("12 soldiers of 90 fell",),
}
VALUES = (
    *("(none)", "0", "45", "-3", "1e9", "some", "Mosul", "Ada Korr", "He", "soldiers", "true"),
    *("2021", "2021-05-03", "2021-05-03/2021-06", "0123456789abcdef", "other", "USD", "kilometer"),
)


@st.composite
def decisions(draw: st.DrawFn) -> dict[str, Any]:
    """Draw a decision about some place of the text, whether it makes sense or not."""
    subject = draw(st.sampled_from(sorted(PLACES)))
    text = draw(st.sampled_from(PLACES[subject]))
    action = draw(st.sampled_from(("accept", "correct", "correct", "correct", "hide")))
    if action != "correct":
        return about(subject, action, text)
    column = draw(st.sampled_from(sorted(CORRECTABLE[subject])))
    words = CORRECTABLE[subject][column].vocabulary or ()
    value = draw(st.sampled_from((*VALUES, *words)))
    return about(subject, action, text, column_name=column, new_value=value)


@settings(max_examples=40)
@given(st.lists(decisions(), max_size=6, unique_by=lambda row: row["correction_id"]))
def test_any_decisions_leave_sound_rows(rows: list[dict[str, Any]]) -> None:
    """Each has one outcome; corrected rows keep their own rules and those of what was read."""
    assert [fault_of(row) for row in rows] == [None] * len(rows)
    frames, outcomes = applied(*rows)
    assert outcomes.keys() == {row["correction_id"] for row in rows}

    held = ground()
    beside = {f"core.{name}": frame for name, frame in frames.items()} | {
        "ref.corrections": frame_of("ref.corrections", rows),
        "core.correction_outcomes": outcome_frame(outcomes.values()),
    }
    context = Context(frames={**held.frames, **beside}, run_on=held.run_on)
    for name in (*frames, "correction_outcomes"):
        for rule in rules_for(f"core.{name}"):
            broken = rule.broken_rows(beside[f"core.{name}"], context)
            assert rule.severity != CRITICAL or not broken.any(), rule.name
    for overlay in OVERLAYS:
        found = {
            rule.name: positions
            for rule, positions in judge_rows(
                overlay.table,
                merged(overlay.table.qualified_name, frames),
                held.frames,
                held.run_on,
            ).items()
            if rule.severity == CRITICAL
        }
        assert found == {}


def merged(name: str, frames: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the rows of a table with the corrected ones in their place."""
    corrected = frames[f"corrected_{name.partition('.')[2]}"].to_dicts()
    rows = []
    for row in ground().rows(name):
        own = next((one for one in corrected if is_of(one, row)), {})
        rows.append(row | {key: value for key, value in own.items() if key in row})
    return rows


def is_of(corrected: dict[str, Any], row: dict[str, Any]) -> bool:
    """Tell whether a corrected row is that of a row as read."""
    pairs = (("figure_id",) * 2, ("quote_id",) * 2, ("anchor_start_char", "start_char"))
    return any(own in corrected and corrected[own] == row.get(read) for own, read in pairs)

"""The form in which an analyst accepts, corrects or hides what a row shows."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Final

import streamlit as st

from dashboard import safe_html
from dashboard.decisions.kept import keep
from dashboard.decisions.query import decisions_about
from warehouse.corrections_columns import CORRECTABLE, choices_of, value_text
from warehouse.corrections_proposed import propose_correction
from warehouse.errors import UsageError
from warehouse.tables.ref.corrections import NO_VALUE

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

ACTIONS: Final = {
    "accept": "Accept: it is right",
    "correct": "Correct: give it another value",
    "hide": "Hide: leave it out",
}
TAKEN: Final = "decision-taken"


def draw_decisions(row: Mapping[str, Any], subjects: Sequence[str], *, row_id: str) -> None:
    """Draw the decisions on a row, and the form for another one.

    Args:
        row: The row as its mart shows it.
        subjects: What of it can be decided about.
        row_id: What tells it from other rows, also for the form.
    """
    draw_present(row_id)
    with st.expander("Accept, correct or hide", icon=":material/rule:", key=f"decide-{row_id}"):
        draw_form(row, subjects, row_id)


def draw_absent(row_id: str, noun: str) -> None:
    """Say that nothing of an id is shown, with the decision that hides it if there is one."""
    words = f"No {noun} of this id is shown: it is of an earlier run, or a decision hides it."
    st.html(safe_html.note(words))
    draw_present(row_id)


def draw_present(row_id: str) -> None:
    """Draw what was decided on a row, by whom, when and why."""
    for decision in decisions_about(row_id).to_dicts():
        changed = f" {decision['column_name']}" if decision["column_name"] else ""
        value = f" to {decision['new_value']}" if decision["new_value"] is not None else ""
        words = (
            f"{decision['action']} {decision['subject']}{changed}{value} ({decision['status']}), "
            f"{decision['decided_by']}, {decision['decided_on']}: {decision['reason']}"
        )
        kind = "good" if decision["status"] == "applied" else "warning"
        st.html(safe_html.note(words, kind=kind))


def draw_form(row: Mapping[str, Any], subjects: Sequence[str], row_id: str) -> None:
    """Draw the form and keep what it says once it is sent."""
    subject, action = st.columns(2)
    about = subject.selectbox("About", subjects, key=f"about-{row_id}")
    chosen = action.selectbox(
        "Decision", list(ACTIONS), format_func=ACTIONS.__getitem__, key=f"action-{row_id}"
    )
    column_name = new_value = None
    if chosen == "correct":
        column_name, new_value = ask_value(row, about, row_id)
    reason = st.text_input("Why, one sentence", key=f"reason-{row_id}")
    decided_by = st.text_input("Who decides", key="decided-by")
    if st.button("Keep this decision", key=f"keep-{row_id}"):
        take(
            row, about, chosen, column_name=column_name, new_value=new_value, reason=reason,
            decided_by=decided_by,
        )  # fmt: skip


def ask_value(row: Mapping[str, Any], subject: str, row_id: str) -> tuple[str, str]:
    """Draw the choice of a column and its new value."""
    left, right = st.columns(2)
    columns = CORRECTABLE[subject]
    column_name = left.selectbox("Column", list(columns), key=f"column-{row_id}-{subject}")
    column = columns[column_name]
    key = f"value-{row_id}-{column_name}"
    choices = choices_of(subject, column_name)
    if choices is not None:
        words = [NO_VALUE, *choices] if column.nullable else list(choices)
        present = value_text(row.get(column_name))
        at = words.index(present) if present in words else 0
        return column_name, right.selectbox("New value", words, index=at, key=key)
    asked = f"New value ({column.dtype}; {NO_VALUE} for none)"
    return column_name, right.text_input(asked, value_text(row.get(column_name)), key=key)


def take(row: Mapping[str, Any], subject: str, action: str, **further: Any) -> None:  # noqa: ANN401 - fields of a decision
    """Keep a decision, or say why it cannot be decided."""
    today = datetime.now(UTC).date()
    try:
        keep(propose_correction(subject, action, row, decided_on=today, **further))
    except UsageError as error:
        st.html(safe_html.note(str(error), kind="error"))
        return
    st.toast("Kept in this window: download it above.")
    st.rerun()

"""What becomes of decisions: applied, stale, idle or refused, each with a sentence."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from tasks.corrections.applying import apply_overlay
from tasks.corrections.decisions import decisions_of
from tasks.corrections.outcomes import Outcome, issue_frame, outcome_frame
from tasks.corrections.overlays import OVERLAYS
from tests.decided_texts import (
    DOCUMENT,
    PATH,
    TEXT,
    about,
    applied,
    change,
    corrected,
    entities,
    figure,
    ground,
    rows,
    statuses,
)

if TYPE_CHECKING:
    from tasks.corrections.anchors import Files
    from tests.decided_texts import Row

GONE = "0" * 64
ACCEPTED = "kind=count; low=40; high=40; qualifier=about; unit=(none); category=other"


def outcome_of(decision: Row, files: Files | None = None) -> Outcome:
    """Return what becomes of the only decision."""
    held = ground() if files is None else replace(ground(), files=files)
    _, [outcome] = apply_overlay(OVERLAYS[0], decisions_of([decision], ("figure",)), held)
    return outcome


def test_applied_decision_leads_to_its_row() -> None:
    """Table, key and id of the row, and what is read there without the decision."""
    outcome = outcome_of(change("40", "low", "39") | {"new_value": "40"})
    row = figure("40", 40)

    assert (outcome.table_name, outcome.row_id) == ("core.figures", row["figure_id"])
    assert outcome.row_key == f'{{"figure_id": "{row["figure_id"]}"}}'
    assert (outcome.old_value, outcome.detail) == ("40", "it is read so without the decision")


@pytest.mark.parametrize("action", ["accept", "hide"])
def test_mark_of_a_decision_stands_in_its_row(action: str) -> None:
    """A row that is accepted or hidden keeps its values, and names the decision."""
    decision = about("figure", action, "40")
    row = corrected(decision)

    assert (row["is_accepted"], row["is_hidden"]) == (action == "accept", action == "hide")
    assert (row["is_corrected"], row["low"], row["claimant_text"]) == (False, 40, "Harbour police")
    assert row["correction_ids"] == decision["correction_id"]


def test_accepted_column_is_no_accepted_row() -> None:
    """One value may be right where another one is wrong; the row still names the decision."""
    decision = about("figure", "accept", "40", column_name="low", read_value="40")
    row = corrected(decision)

    assert (row["is_accepted"], row["correction_ids"]) == (False, decision["correction_id"])


def test_other_rows_are_left_alone() -> None:
    """Only rows that decisions are about have a corrected row."""
    frames, _ = applied(about("figure", "accept", "40"))

    assert [frame.height for frame in frames.values()] == [1, 0, 0]


@pytest.mark.parametrize(
    ("path", "stands", "detail", "current"),
    [
        pytest.param(PATH, [DOCUMENT], f"another text stands at {PATH} now", DOCUMENT, id="other"),
        pytest.param(PATH, [DOCUMENT, GONE], "another text stands at", None, id="several"),
        pytest.param("b.txt", [], "neither its document nor another one at b.txt", None, id="none"),
        pytest.param(None, [], "does not hold its document any more", None, id="no_path"),
    ],
)
def test_decision_is_stale_when_its_document_is_gone(
    path: str | None, stands: list[str], detail: str, current: str | None
) -> None:
    """The sentence says what stands at its path instead."""
    decision = about("figure", "hide", "40", document_id=GONE, path=path)
    files = replace(ground().files, by_path={PATH: stands})
    outcome = outcome_of(decision, files)

    assert (outcome.status, outcome.current_document_id) == ("stale", current)
    assert detail in str(outcome.detail)
    assert (outcome.row_key, outcome.row_id) == ("{}", None)


def test_decision_is_stale_when_other_characters_stand_there() -> None:
    """A page that is read anew may have other text under the same bytes."""
    outcome = outcome_of(about("figure", "hide", "40", name="41"))

    assert (outcome.status, outcome.detail) == (
        "stale",
        'the text reads "40" there; decide on that anew',
    )


def test_decision_is_idle_when_nothing_is_read_there() -> None:
    """The sentence names what is read across the place."""
    outcome = outcome_of(about("figure", "hide", "40 trucks"))
    nothing = outcome_of(about("figure", "hide", "Mosul"))

    assert (outcome.status, nothing.status) == ("idle", "idle")
    assert outcome.detail == f'no figure is read there, but "40" from {TEXT.index("40")} to 28'
    assert nothing.detail == "no figure is read there"


def test_later_decision_counts() -> None:
    """Of two on one matter the later one is applied, of one day the one with the later name."""
    first = change("40", "value", "45") | {"decided_on": date(2026, 1, 3)}
    second = change("40", "value", "44")
    same_day = change("40", "value", "46")
    found = statuses(first, second, same_day)

    assert found == {
        "correct-figure-40-value-45": "applied",
        "correct-figure-40-value-44": "idle",
        "correct-figure-40-value-46": "idle",
    }
    assert corrected(second, same_day)["low"] == 46
    hidden, accepted = about("figure", "hide", "40"), about("figure", "accept", "40")
    later = accepted | {"decided_on": date(2026, 1, 3)}
    assert not corrected(hidden, later)["is_hidden"]


def test_accepted_reading_holds_until_it_is_read_otherwise() -> None:
    """What was accepted is stated, so new rules do not make an analyst accept another amount."""
    same = about("figure", "accept", "40", read_value=ACCEPTED)
    other = about("figure", "accept", "40", read_value=ACCEPTED.replace("low=40", "low=41"))
    column = about("figure", "accept", "40", column_name="low", read_value="40")

    assert set(statuses(same).values()) == set(statuses(column).values()) == {"applied"}
    [outcome] = applied(other)[1].values()
    assert (outcome.status, outcome.detail) == (
        "stale",
        f"it reads {ACCEPTED} now; look at it again",
    )


def test_accept_is_of_what_the_marts_show() -> None:
    """Another decision that changes the amount makes it stale, and names are those of entities."""
    accepted = about("figure", "accept", "40", read_value=ACCEPTED)
    of_place = about("figure", "accept", "40", column_name="place_name", read_value="Mosul (city)")

    assert statuses(accepted, change("40", "value", "45"))["accept-figure-40"] == "stale"
    assert statuses(of_place) == {"accept-figure-40-place-name": "applied"}


def test_names_of_hidden_entities_are_not_shown() -> None:
    """Where the marts leave the name out, nobody can have accepted it."""
    hidden = [row | {"is_hidden": True} for row in entities()]
    accepted = about("figure", "accept", "40", column_name="place_name", read_value="(none)")

    [outcome] = applied(accepted, changed={"core.entities": hidden})[1].values()
    assert outcome.status == "applied"


@pytest.mark.parametrize(
    ("column_name", "new_value", "detail"),
    [
        ("low", "some", "column low: 'some' is no number"),
        ("low", "1e40", "column low: '1e40' is no number with at most 29 digits"),
        ("kind", "herd", "column kind: 'herd' is none of"),
        ("kind", "(none)", "column kind: a value is missing"),
        ("household_unit", "yes", "neither true nor false"),
        ("total_figure_id", "xyz", "does not match"),
        ("total_figure_id", "0123456789abcdef", "the document has no figure '0123456789abcdef'"),
        ("low", "41", "it breaks low_not_above_high"),
        ("qualifier", "range", None),
        ("category", "unheard_of", "category: 'unheard_of' is none of age"),
        ("kind", "money", "it breaks unit_agrees_with_kind"),
        ("place_name", "Basra", "'Basra' is not one place of the document; it names Mosul"),
        ("counted_text", "lorries", "the text has no words 'lorries'"),
    ],
)
def test_value_that_breaks_contract_text_or_rule_is_refused(
    column_name: str, new_value: str, detail: str | None
) -> None:
    """It never stops a run: the row stays as it was read, and the sentence says why."""
    frames, outcomes = applied(change("40", column_name, new_value))
    [outcome] = outcomes.values()

    assert (outcome.status == "refused") is (detail is not None)
    assert frames["corrected_figures"].is_empty() is (detail is not None)
    assert (detail or "") in (outcome.detail or "")


def test_refused_decision_takes_no_other_with_it() -> None:
    """Only what breaks the rule is left out."""
    bad, good = change("40", "low", "41"), change("40", "category", "vehicles")
    found = statuses(bad, good)

    assert found[bad["correction_id"]] == "refused"
    assert found[good["correction_id"]] == "applied"
    assert corrected(bad, good)["category"] == "vehicles"


def test_decisions_that_hold_only_together_are_applied_together() -> None:
    """Each bound alone would break the rule that the other one makes hold."""
    low, high = change("40", "low", "50"), change("40", "high", "60")
    qualifier = change("40", "qualifier", "range")

    row = corrected(low, high, qualifier)
    assert (row["low"], row["high"], row["value"]) == (50, 60, None)


@pytest.mark.parametrize(("text", "value"), [("12", "91"), ("90", "11")], ids=["part", "whole"])
def test_part_and_whole_stay_in_order(text: str, value: str) -> None:
    """A part above its whole is refused, whichever of the two was corrected."""
    [outcome] = applied(change(text, "value", value))[1].values()

    assert (outcome.status, str(outcome.detail).partition(":")[0]) == (
        "refused",
        "it breaks part_within_whole",
    )


def test_broken_warning_is_told_and_applied() -> None:
    """What is only odd is for the analyst to decide, and to know."""
    [outcome] = applied(change("5", "value", "-5"))[1].values()

    assert outcome.status == "applied"
    assert "mind amount_not_negative" in str(outcome.detail)


def test_what_was_broken_before_is_nobodys_fault() -> None:
    """A row that an older version let pass does not refuse decisions about other columns."""
    present = rows()["core.figures"]
    present[0] = present[0] | {"unit": "USD"}

    _, outcomes = applied(change("40", "category", "vehicles"), changed={"core.figures": present})

    assert [outcome.status for outcome in outcomes.values()] == ["applied"]


def test_what_is_not_applied_becomes_an_issue() -> None:
    """Each status has a rule of its own; what is applied is no issue."""
    _, outcomes = applied(
        change("40", "low", "41"),
        about("figure", "hide", "Mosul"),
        about("figure", "accept", "5", document_id=GONE),
        about("figure", "accept", "90"),
    )
    issues = issue_frame(outcome_frame(outcomes.values()))

    assert dict(issues.select("row_key", "rule").iter_rows()) == {
        '{"correction_id": "accept-figure-5"}': "correction_is_current",
        '{"correction_id": "correct-figure-40-low-41"}': "correction_keeps_rules",
        '{"correction_id": "hide-figure-mosul"}': "correction_applies",
    }
    assert set(issues["table_name"]) == {"ref.corrections"}


def test_things_of_one_name_make_one_issue() -> None:
    """The ledger has one row per decision and rule, whatever each of the namesakes reads."""
    values = ("FR", "CA")
    found = [
        Outcome(
            correction_id="x",
            status="stale",
            row_key=f'{{"entity_id": "{value}"}}',
            detail=f"it reads {value} now; look at it again",
        )
        for value in values
    ]
    issues = issue_frame(outcome_frame(found))

    assert issues.select("row_key", "rule").rows() == [
        ('{"correction_id": "x"}', "correction_is_current")
    ]
    assert all(f"it reads {value} now" in issues["detail"].item() for value in values)

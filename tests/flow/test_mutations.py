"""Every column of every table made wrong in every way: the gate catches nearly all of it.

``.venv/bin/python -m tests.mutation_report`` prints which expectation catches what.
"""

from __future__ import annotations

import pytest
from polars.testing import assert_frame_equal

from evaluation.copies import copy_documents
from expectations.runner import validate_frames
from expectations.structure import check_structure
from tests.gate_rows import RUN_ID, Frames
from tests.mutation_judging import Outcome, mutate_copies
from tests.mutation_report import all_outcomes, counted, judge_sound_rows, lines
from tests.mutation_texts import extracted_frames
from tests.mutations import Kind, mutations_of
from tests.undetectable import UNDETECTABLE
from warehouse.tables import ALL_TABLES, TABLES_BY_NAME

pytestmark = pytest.mark.slow

LEAST_SHARE = 0.95
ALWAYS_CAUGHT = (Kind.WRONG_TYPE, Kind.OUTSIDE, Kind.DUPLICATE_KEY)


@pytest.fixture(scope="session")
def outcomes() -> tuple[Outcome, ...]:
    """Give what the gate says of every mutation."""
    return all_outcomes()


def test_gate_catches_nearly_all_wrong_values(outcomes: tuple[Outcome, ...]) -> None:
    """At least 95 % of all mutations break an expectation."""
    judged = counted(outcomes)
    caught = [one for one in judged if one.rules]

    missed = "\n".join(lines(judged, is_missed_only=True))
    assert len(caught) >= LEAST_SHARE * len(judged), missed


@pytest.mark.parametrize("kind", ALWAYS_CAUGHT)
def test_gate_catches_what_the_contract_forbids(kind: Kind, outcomes: tuple[Outcome, ...]) -> None:
    """No value of a wrong type, outside of its bounds or vocabulary, or of a double key passes."""
    judged = [one for one in outcomes if one.mutation.kind is kind]

    assert judged
    assert [one.mutation for one in judged if not one.rules] == []


def test_gate_catches_a_missing_required_value(outcomes: tuple[Outcome, ...]) -> None:
    """Null in a column that is not nullable is always caught."""
    required = {
        f"{table.qualified_name}.{column.name}"
        for table in ALL_TABLES
        for column in table.columns
        if not column.nullable
    }
    nulls = [one for one in outcomes if one.mutation.kind is Kind.NULL]

    assert [one.mutation for one in nulls if one.mutation.place in required and not one.rules] == []


def test_undetectable_columns_are_what_they_are_called(outcomes: tuple[Outcome, ...]) -> None:
    """Where another row's value is said to pass, nothing catches any; the list stays true."""
    caught = {
        one.mutation.place: one.rules
        for one in outcomes
        if one.mutation.kind is Kind.ANOTHER_ROW and one.rules
    }

    assert {place: rules for place, rules in caught.items() if place in UNDETECTABLE} == {}


def test_undetectable_columns_all_have_another_value(outcomes: tuple[Outcome, ...]) -> None:
    """Each column of the list was tried, and each has a reason."""
    tried = {one.mutation.place for one in outcomes if one.mutation.kind is Kind.ANOTHER_ROW}

    assert set(UNDETECTABLE) - tried == set()
    assert all(reason.endswith(".") for reason in UNDETECTABLE.values())


def test_mutations_reach_every_column(outcomes: tuple[Outcome, ...]) -> None:
    """No column of any table is without a wrong value; the texts have to fill them all."""
    tried = {one.mutation.place for one in outcomes if one.mutation.kind is not Kind.WRONG_TYPE}
    declared = {
        f"{table.qualified_name}.{name}" for table in ALL_TABLES for name in table.column_names
    }

    assert declared - tried == set()


def test_gate_accepts_the_rows_as_they_were() -> None:
    """Nothing is said of any row before it is made wrong."""
    for validated in judge_sound_rows():
        assert validated.rejected_rows.rows() == []
        assert validated.issues.rows() == []


@pytest.fixture(scope="session")
def corrupted() -> Frames:
    """Give some wrong values of every table of documents, each in a copy of its own."""
    frames = extracted_frames()
    every = [
        mutation
        for name, frame in frames.items()
        for mutation in mutations_of(TABLES_BY_NAME[name], frame, rows_per_way=1)
    ]
    some = every[::10]
    heights = {name: frame.height for name, frame in frames.items()}
    return mutate_copies(copy_documents(frames, range(len(some))), some, heights)


def test_gate_loses_no_row(corrupted: Frames) -> None:
    """Rows in are rows accepted plus rows refused, in every table."""
    validated = validate_frames(corrupted, run_id=RUN_ID)

    for name, frame in corrupted.items():
        assert validated.accepted[name].height + validated.rejected_count(name) == frame.height
    assert validated.rejected_rows.height > 0


def test_gate_does_not_depend_on_row_order(corrupted: Frames) -> None:
    """The same rows in reverse order give the same ledger and the same accepted rows."""
    straight = validate_frames(corrupted, run_id=RUN_ID)
    turned = validate_frames({n: frame.reverse() for n, frame in corrupted.items()}, run_id=RUN_ID)

    assert_frame_equal(turned.rejected_rows, straight.rejected_rows, check_row_order=False)
    assert_frame_equal(turned.issues, straight.issues, check_row_order=False)
    for name, frame in straight.accepted.items():
        assert_frame_equal(turned.accepted[name].reverse(), frame)


def test_ledger_obeys_its_own_contract(corrupted: Frames) -> None:
    """The ledger could be judged by its own suites: structure, keys and values hold."""
    validated = validate_frames(corrupted, run_id=RUN_ID)
    ledger = {
        "ops.rejected_rows": validated.rejected_rows,
        "ops.validations": validated.validations,
        "ops.issues": validated.issues,
    }

    for name, frame in ledger.items():
        check_structure(TABLES_BY_NAME[name], frame)
    judged = validate_frames(ledger, run_id=RUN_ID)

    assert all(frame.height > 0 for frame in ledger.values())
    assert judged.validations["is_success"].all()

"""The seeds and the ledger under the gate: what is judged, what is told, what stops a run."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import polars as pl
import pytest

from expectations.compact import broken_by, judge_compactly
from expectations.engine import judge
from expectations.mart_rows import judge_marts
from expectations.reference_tables import (
    SHOWN_CHANGES,
    complaint,
    judge_ledger,
    judge_reference_tables,
)
from expectations.suites import Check, Expectation, suite_for
from expectations.validated import combine_validated
from tests.gate_ledger import ledger_frames
from tests.gate_rows import RUN_ID, change_row, short_hash
from warehouse.errors import GateError
from warehouse.mart_checks import MartOutcome
from warehouse.marts import read_marts
from warehouse.seeds import read_seed
from warehouse.tables import TABLES_BY_NAME
from warehouse.tables.ref import REF_TABLES, UNITS

if TYPE_CHECKING:
    from expectations.validated import Validated
    from tests.gate_rows import Frames

pytestmark = pytest.mark.slow
OTHER_RUN = "20261104T061500Z-0a1b2c3d"


def ledger() -> Frames:
    """Return sound rows of the ledger."""
    return {name: rows for name, rows in ledger_frames().items() if name.startswith("ops.")}


def judged_units(units: pl.DataFrame) -> Validated:
    """Judge the units in place of the published ones."""
    return judge_reference_tables(
        {"ref.units": units}, {"ref.units": read_seed(UNITS)}, run_id=RUN_ID
    )


def test_every_seed_is_sound() -> None:
    """All seeds keep their contract and their rules, and a new warehouse has no issue of it."""
    seeds = {table.qualified_name: read_seed(table) for table in REF_TABLES}

    validated = judge_reference_tables(seeds, {}, run_id=RUN_ID)

    assert complaint(validated) is None
    assert validated.validations["is_success"].all()
    assert set(validated.validations["table_name"]) == set(seeds)
    assert validated.issues.is_empty()


def test_unchanged_seed_is_not_judged() -> None:
    """What is published was judged when it came; the order of rows is no change."""
    validated = judged_units(read_seed(UNITS).reverse())

    assert (validated.validations.height, validated.accepted) == (0, {})


def test_changed_rows_are_told() -> None:
    """A row with other values and one that is gone have an issue each."""
    units = read_seed(UNITS)
    words = units["unit_word"]
    changed = change_row(units, 0, {"unit": "furlong"}).filter(pl.col("unit_word") != words[1])

    validated = judged_units(changed)

    told = validated.issues.filter(pl.col("rule") == "seed_row_unchanged")
    (row,) = validated.validations.filter(expectation="seed_row_unchanged").to_dicts()
    assert told["row_key"].to_list() == [f'{{"unit_word": "{words[n]}"}}' for n in (0, 1)]
    assert "with other values" in told["detail"][0]
    assert "which is gone" in told["detail"][1]
    assert (row["unexpected_count"], row["severity"]) == (2, "warning")
    assert complaint(validated) is None


def test_many_changed_rows_are_counted() -> None:
    """A seed that was written anew gives a bounded number of issues."""
    units = read_seed(UNITS).with_columns(unit=pl.lit("no unit"))

    told = judged_units(units).issues.filter(pl.col("rule") == "seed_row_unchanged")

    assert told.height == SHOWN_CHANGES + 1
    assert told.filter(row_key="{}")["detail"][0].startswith(f"{units.height - SHOWN_CHANGES} more")


def test_broken_seed_stops_the_run_with_its_name() -> None:
    """The sentence names table, rule, first key and file."""
    units = read_seed(UNITS)
    row = units["unit_si"].is_not_null().arg_true()[0]

    reason = complaint(judged_units(change_row(units, row, {"unit_si": None})))

    word = units["unit_word"][row]
    assert reason == (
        "Nothing was published: ref.units breaks factor_has_unit in 1 rows, first "
        f'{{"unit_word": "{word}"}} (correct units.csv).'
    )


def test_verdict_of_a_seed_belongs_to_its_run() -> None:
    """Rows that were judged before in this process get the same verdict under another run."""
    frames = {"ref.units": read_seed(UNITS)}
    first = judge_reference_tables(frames, {}, run_id=RUN_ID)

    again = judge_reference_tables(frames, {}, run_id=OTHER_RUN)

    assert again.validations.drop("run_id").equals(first.validations.drop("run_id"))
    assert set(again.validations["run_id"]) == {OTHER_RUN}


def test_sound_ledger_is_recorded() -> None:
    """Each table of the ledger is judged by its suite and its rules."""
    validated = judge_ledger(ledger(), run_id=RUN_ID)

    assert complaint(validated) is None
    assert validated.validations["is_success"].all()
    assert set(validated.validations["table_name"]) == set(ledger())
    assert ("ops.runs", "error_agrees_with_status") in set(
        validated.validations.select("table_name", "expectation").iter_rows()
    )


@pytest.mark.parametrize(
    ("table", "changes", "rule"),
    [
        ("ops.runs", {"status": "failed"}, "error_agrees_with_status"),
        ("ops.runs", {"status": "lost"}, r"in_vocabulary\(status\)"),
        ("ops.runs", {"rules_version": "rules"}, r"matches_pattern\(rules_version\)"),
        ("ops.measures", {"base_count": -1}, r"within_bounds\(base_count\)"),
        ("ops.issues", {"detail": None}, r"not_null\(detail\)"),
    ],
)
def test_broken_ledger_stops_the_run(table: str, changes: dict[str, object], rule: str) -> None:
    """A row that its table refuses is a fault of ours, and is named."""
    frames = ledger()
    frames[table] = change_row(frames[table], 0, changes)

    reason = complaint(judge_ledger(frames, run_id=RUN_ID))

    assert re.search(rf"{table} breaks {rule} in 1 rows.* please report it", str(reason))


def test_repeated_rows_of_a_mart_stop_the_run() -> None:
    """A mart that repeats a key or has too many rows is in the ledger under its name."""
    (mart,) = [mart for mart in read_marts() if mart.name == "figure_ledger"]
    sound = MartOutcome(
        mart=mart, row_count=4, repeated_keys=(), repeated_count=0, base_count=4, duration_s=0.1
    )
    twice = MartOutcome(
        mart=mart,
        row_count=6,
        repeated_keys=(("f1",), ("f2",)),
        repeated_count=2,
        base_count=4,
        duration_s=0.1,
    )

    good, bad = (judge_marts([outcome], run_id=RUN_ID) for outcome in (sound, twice))

    assert complaint(good) is None
    assert good.validations["expectation"].to_list() == ["unique_key", "no_more_rows_than_base"]
    assert bad.validations["unexpected_count"].to_list() == [2, 2]
    assert str(complaint(combine_validated([good, bad]))).count("figure_ledger.sql") == 2


def test_compact_judgement_agrees_with_the_native_one() -> None:
    """A suite in one expectation finds the rows that Great Expectations finds one by one."""
    table = TABLES_BY_NAME["ops.measures"]
    sound = pl.concat([ledger()["ops.measures"]] * 8)
    changes: list[dict[str, object]] = [
        {"subject": "a"},
        {"subject": None},
        {"base_count": -1},
        {"severity": "fatal"},
        {"measure": "Rejected share"},
        {"measure": "rejected_share\n"},
        {"run_id": short_hash("run")},
        {"subject": "b"},
    ]
    broken = sound
    for row, change in enumerate(changes):
        broken = change_row(broken, row, {"subject": f"s{row}"} | change)
    broken = pl.concat([broken, broken.tail(1)])

    native = judge(broken, suite_for(table), table_name=table.qualified_name)
    compact = judge_compactly(broken, suite_for(table), table_name=table.qualified_name)

    found = {item.expectation.rule: item.broken_rows for item in compact}
    assert found == {item.expectation.rule: item.broken_rows for item in native}
    assert {row for rows in found.values() for row in rows} == {1, 2, 3, 4, 5, 6, 7, 8}


def test_compact_judgement_names_what_it_cannot_judge() -> None:
    """A missing column stops the run under the name of the expectation."""
    expectation = Expectation(name="not_null", check=Check.NOT_NULL, columns=("no_such",))

    with pytest.raises(GateError, match=r"not_null\(no_such\) could not be judged"):
        judge_compactly(pl.DataFrame({"a": [1]}), [expectation], table_name="ops.runs")


def test_broken_by_knows_statements_only() -> None:
    """The order of columns is no matter of single rows."""
    order = Expectation(name="column_order", check=Check.COLUMN_ORDER, columns=("a",))

    with pytest.raises(GateError, match="no statement of a suite"):
        broken_by(order)

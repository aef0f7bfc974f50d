"""Ledger rows, structure, gate and combination: everything around the engine."""

from __future__ import annotations

import json
from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING

import polars as pl
import pytest
from polars.testing import assert_frame_equal

from expectations.ledger import JudgedRows, ops_frame
from expectations.runner import number_copies, validate_frames
from expectations.structure import check_structure
from expectations.validated import Validated, check_rejected_share, combine_validated
from tests.gate_frames import all_frames
from tests.gate_rows import RUN_ID, change_row
from warehouse.errors import GateError
from warehouse.row_json import render_json
from warehouse.row_keys import row_key
from warehouse.seeds import gate_folder
from warehouse.tables import TABLES_BY_NAME

if TYPE_CHECKING:
    from pathlib import Path

FIGURES = TABLES_BY_NAME["core.figures"]
WARNING_ROW = "\nrejected_share,*,share of 1,,0.2,,0,10,warning"


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (Decimal("40000000000.000000000"), '"40000000000"'),
        (Decimal("0.041666667"), '"0.041666667"'),
        (date(2015, 11, 3), '"2015-11-03"'),
        (datetime(2015, 11, 3, 6, 5), '"2015-11-03T06:05:00"'),  # noqa: DTZ001 - UTC by contract
        (float("nan"), '"nan"'),
        (None, "null"),
        ({"text": 'a "b"\n🙂'}, '{"text":"a \\"b\\"\\n🙂"}'),
    ],
)
def test_render_json_keeps_values_exact(value: object, expected: str) -> None:
    """Decimals keep their digits, days their day, text its characters."""
    assert render_json(value) == expected


def test_judged_rows_tell_copies_apart() -> None:
    """Rows of one key get keys of their own, so that rejected rows can be counted."""
    figures = all_frames()["core.figures"]
    twice = pl.concat([figures, figures])
    rows = JudgedRows(table=FIGURES, frame=twice, copies=number_copies(FIGURES, twice, refused={0}))

    keys = [json.loads(rows.key_of(position)) for position in range(twice.height)]

    assert rows.key_of(4) == row_key(FIGURES, twice.row(4, named=True))
    assert "copy" not in keys[4]
    assert keys[0] == {**keys[4], "copy": 2}
    assert len({rows.key_of(position) for position in range(8)}) == 8


def test_judged_rows_repeat_the_whole_row() -> None:
    """A refused row can be replayed from its JSON."""
    figures = all_frames()["core.figures"]
    row = json.loads(JudgedRows(table=FIGURES, frame=figures).json_of(0))

    assert list(row) == figures.columns
    assert (row["low"], row["figure_text"]) == ("100", "100 kilometers")
    assert row["as_of_start"] == "2015-11-03"


def test_number_copies_does_not_depend_on_row_order() -> None:
    """Which of two different rows of one key stays is decided by their values."""
    figures = all_frames()["core.figures"].head(1)
    other = change_row(figures, 0, {"category": "area"})
    kept = {
        pl.concat(pair)["category"][position]
        for pair in ([figures, other], [other, figures])
        for position in {0, 1} - set(number_copies(FIGURES, pl.concat(pair), set()))
    }

    assert kept == {"area"}


@pytest.mark.parametrize(
    ("frame", "fault"),
    [
        (all_frames()["core.figures"].drop("kind"), "column kind is missing"),
        (all_frames()["core.figures"].with_columns(extra=1), "column extra is not declared"),
        (
            all_frames()["core.figures"].with_columns(pl.col("low").cast(pl.Float64)),
            r"column low is Float64 and not Decimal",
        ),
        (
            all_frames()["core.figures"]
            .select(pl.all().reverse())
            .select("rule", pl.exclude("rule")),
            "the columns are out of order",
        ),
    ],
    ids=["missing", "undeclared", "type", "order"],
)
def test_check_structure_names_the_fault(frame: pl.DataFrame, fault: str) -> None:
    """A frame that is built wrongly stops the run before any value is judged."""
    with pytest.raises(GateError, match=rf"core.figures: {fault}.*; correct"):
        check_structure(FIGURES, frame)


def test_validate_frames_refuses_an_unknown_table() -> None:
    """A frame that no table of the contract describes is not ignored."""
    with pytest.raises(GateError, match=r"core.figurs: no such table"):
        validate_frames({"core.figurs": pl.DataFrame()}, run_id=RUN_ID)


@pytest.mark.parametrize("run_id", ["", "today", "20261303T061500Z-0a1b2c3d"])
def test_validate_frames_refuses_a_bad_run_id(run_id: str) -> None:
    """The ledger never holds a run id that its own table would refuse."""
    with pytest.raises(ValueError, match=r".+"):
        validate_frames({}, run_id=run_id)


def test_validate_frames_judges_empty_frames() -> None:
    """A run without rows passes every expectation of every table, each one on record."""
    frames = {name: frame.clear() for name, frame in all_frames().items()}

    validated = validate_frames(frames, run_id=RUN_ID)

    assert set(validated.validations["table_name"]) == set(frames)
    assert validated.validations["is_success"].all()
    assert validated.validations["unexpected_share"].max() == 0
    assert_frame_equal(validated.accepted["core.figures"], frames["core.figures"])


def validated_part(accepted: int, rejected: int) -> Validated:
    """Return a validation of core.figures with so many rows, each rejected one under two rules."""
    figures = all_frames()["core.figures"].head(1)
    own = {"run_id": RUN_ID, "table_name": "core.figures"}
    refused = [
        {**own, "row_key": f'{{"figure_id":"{number}"}}', "rule": rule, "row_json": "{}"}
        for number in range(rejected)
        for rule in ("low_not_above_high", *(["not_null(kind)"] if number else []))
    ]
    share = rejected / (accepted + rejected)
    judged = {
        **own,
        "column_name": "low,high",
        "expectation": "low_not_above_high",
        "severity": "critical",
        "is_success": not rejected,
        "observed": render_json({"row_count": accepted + rejected, "first_rows": []}),
        "expected": "{}",
        "unexpected_count": rejected,
        "unexpected_share": share,
        "duration_s": 0.5,
    }
    return Validated(
        accepted={"core.figures": pl.concat([figures.clear(), *[figures] * accepted])},
        rejected_rows=ops_frame("ops.rejected_rows", refused),
        validations=ops_frame("ops.validations", [judged]),
        issues=ops_frame("ops.issues", []),
    )


def test_check_rejected_share_lets_the_limit_pass() -> None:
    """A share equal to the limit is allowed; rows under two rules count once."""
    check_rejected_share(validated_part(accepted=80, rejected=20), 0.2)


def test_check_rejected_share_stops_above_the_limit() -> None:
    """The message says which table lost how much to which rule, and what to do."""
    with pytest.raises(
        GateError,
        match=r"core.figures 30 of 100 rows \(limit 20%\), most often by low_not_above_high; look",
    ):
        check_rejected_share(validated_part(accepted=70, rejected=30), 0.2)


def test_check_rejected_share_spares_small_runs() -> None:
    """Fewer refused rows than the limit's base stop nothing, as many do."""
    check_rejected_share(validated_part(accepted=0, rejected=9), 0.2)
    with pytest.raises(GateError):
        check_rejected_share(validated_part(accepted=0, rejected=10), 0.2)


def test_check_rejected_share_holds_the_limit_of_the_data() -> None:
    """Without a share of the caller's the limit of expectations/limits.csv holds: a fifth."""
    check_rejected_share(validated_part(accepted=80, rejected=20))
    with pytest.raises(GateError, match="limit 20%"):
        check_rejected_share(validated_part(accepted=79, rejected=21))


def test_check_rejected_share_lets_a_limit_that_warns_pass(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Only a critical limit stops a run; a share of the caller's always does."""
    text = (gate_folder() / "limits.csv").read_text(encoding="utf-8")
    warning = text.replace("\nrejected_share,*,share of 1,,0.2,,0,10,critical", WARNING_ROW)
    (tmp_path / "limits.csv").write_text(warning, encoding="utf-8")
    monkeypatch.setattr("warehouse.seeds.gate_folder", lambda: tmp_path)

    check_rejected_share(validated_part(accepted=0, rejected=30))
    with pytest.raises(GateError, match="limit 30%"):
        check_rejected_share(validated_part(accepted=0, rejected=30), 0.3)


def test_check_rejected_share_takes_no_rows() -> None:
    """A table without any row has lost nothing, whatever the limit."""
    check_rejected_share(
        Validated(
            accepted={"core.figures": all_frames()["core.figures"].clear()},
            rejected_rows=ops_frame("ops.rejected_rows", []),
            validations=ops_frame("ops.validations", []),
            issues=ops_frame("ops.issues", []),
        ),
        0.0,
    )


def test_combine_validated_gives_one_row_per_expectation() -> None:
    """Counts and times add up, shares are taken anew, one failure fails the whole."""
    combined = combine_validated(
        [validated_part(accepted=8, rejected=0), validated_part(accepted=1, rejected=1)]
    )

    (row,) = combined.validations.to_dicts()
    assert (row["is_success"], row["unexpected_count"], row["duration_s"]) == (False, 1, 1.0)
    assert row["unexpected_share"] == pytest.approx(0.1)
    assert json.loads(row["observed"])["row_count"] == 10
    assert combined.accepted["core.figures"].height == 9
    assert combined.rejected_count("core.figures") == 1

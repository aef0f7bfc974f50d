"""The gate with its real engine: what Great Expectations refuses, and what it never lets pass."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

import polars as pl
import pytest
from polars.testing import assert_frame_equal

from expectations.engine import judge
from expectations.runner import validate_frames
from expectations.settlement import drop_orphans
from expectations.suites import Check, Expectation
from tests.gate_frames import all_frames, document_frames, many_documents, other_frames
from tests.gate_rows import RUN_ID, change_row
from warehouse.errors import GateError
from warehouse.tables import TABLES_BY_NAME

if TYPE_CHECKING:
    from expectations.validated import Validated

pytestmark = pytest.mark.slow
ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def sound() -> Validated:
    """Judgement of the sample frames, as they stand."""
    return validate_frames(all_frames(), run_id=RUN_ID)


def rules_of(validated: Validated, table_name: str = "core.figures") -> dict[str, set[str]]:
    """Return the rules that each row of a table broke, by row key."""
    found: dict[str, set[str]] = {}
    for ledger in (validated.rejected_rows, validated.issues):
        for row in ledger.filter(table_name=table_name).iter_rows(named=True):
            found.setdefault(row["row_key"], set()).add(row["rule"])
    return found


def test_validate_frames_accepts_sound_frames(sound: Validated) -> None:
    """Frames that obey the contract come back whole, with every expectation held."""
    failed = sound.validations.filter(~pl.col("is_success"))

    assert failed.rows() == []
    assert (sound.rejected_rows.height, sound.issues.height) == (0, 0)
    for name, frame in all_frames().items():
        assert_frame_equal(sound.accepted[name], frame)


def test_validate_frames_records_each_expectation_once(sound: Validated) -> None:
    """The key of ops.validations holds, and each table, rule and reference is in it."""
    key = list(TABLES_BY_NAME["ops.validations"].key)
    recorded = set(sound.validations.select("table_name", "expectation").iter_rows())

    assert sound.validations.select(pl.struct(key).is_unique().all()).item()
    assert {name for name, _ in recorded} == set(all_frames())
    assert ("core.figures", "span_text_matches_document") in recorded
    assert ("core.figures", "reference_exists") in recorded


def test_gate_refuses_all_but_one_row_of_a_key() -> None:
    """Of three rows with one key the sound one stays, wherever it stands."""
    frames = all_frames()
    date_row = frames["core.dates"]
    broken = change_row(date_row, 0, {"precision": "fortnight"})
    frames["core.dates"] = pl.concat([broken, date_row, date_row])

    validated = validate_frames(frames, run_id=RUN_ID)

    refused = validated.rejected_rows.sort("row_key", "rule")
    assert_frame_equal(validated.accepted["core.dates"], date_row)
    assert [json.loads(key).get("copy") for key in refused["row_key"]] == [2, 3, 3]
    assert refused["rule"].to_list() == [
        "unique_key(document_id,start_char,end_char)",
        "in_vocabulary(precision)",
        "unique_key(document_id,start_char,end_char)",
    ]


def test_gate_carries_a_refused_document_through() -> None:
    """Everything read from a refused document is refused with it, another document stays."""
    frames = many_documents(["a", "b"]) | other_frames()
    frames["raw.documents"] = change_row(frames["raw.documents"], 0, {"char_count": 1})

    validated = validate_frames(frames, run_id=RUN_ID)

    assert list(rules_of(validated, "raw.documents").values()) == [{"char_count_matches_text"}]
    for name in document_frames():
        assert_frame_equal(validated.accepted[name], document_frames("b")[name])
    assert validated.accepted["raw.document_files"].height == 0
    assert all(rules == {"reference_exists"} for rules in rules_of(validated).values())


def test_gate_records_warnings_of_accepted_rows_only() -> None:
    """A warning leaves the row in place and says which values are odd."""
    frames = all_frames()
    odd = {"low": Decimal(120), "high": Decimal(120), "value": Decimal(120)}
    frames["core.figures"] = change_row(frames["core.figures"], 3, odd)

    validated = validate_frames(frames, run_id=RUN_ID)

    (issue,) = validated.issues.to_dicts()
    assert_frame_equal(validated.accepted["core.figures"], frames["core.figures"])
    assert issue["rule"] == "percent_within_whole"
    assert issue["detail"].endswith('Here: {"low":"120","high":"120","value":"120"}')


def test_gate_records_no_warning_of_a_refused_row() -> None:
    """Issues are of rows that are loaded; a refused row is in one ledger only."""
    frames = all_frames()
    odd = {"low": Decimal(120), "high": Decimal(120), "value": Decimal(120), "modality": "maybe"}
    frames["core.figures"] = change_row(frames["core.figures"], 3, odd)

    validated = validate_frames(frames, run_id=RUN_ID)

    assert validated.rejected_rows["rule"].to_list() == ["in_vocabulary(modality)"]
    assert validated.issues.height == 0


def test_gate_counts_rows_without_a_key() -> None:
    """Rows whose key is null are refused each under a name of its own."""
    frames = all_frames()
    keyless = change_row(frames["core.dates"], 0, {"start_char": None})
    frames["core.dates"] = pl.concat([keyless, frames["core.dates"], keyless])

    validated = validate_frames(frames, run_id=RUN_ID)

    assert validated.accepted["core.dates"].height == 1
    assert validated.rejected_count("core.dates") == 2


def test_gate_judges_a_column_of_nulls() -> None:
    """Columns without any value neither crash the engine nor count as broken."""
    frames = all_frames()
    bare = frames["core.figures"].tail(3)
    frames["core.figures"] = bare

    validated = validate_frames(frames, run_id=RUN_ID)

    assert bare["total_figure_id"].is_null().all()
    assert_frame_equal(validated.accepted["core.figures"], bare)


def test_drop_orphans_refuses_claims_of_unknown_entities(sound: Validated) -> None:
    """Rows that refer to an entity that was not built are refused after the fact, once."""
    entities = other_frames()["core.entities"].clear()
    documents = validate_frames(document_frames(), run_id=RUN_ID)

    dropped = drop_orphans(documents, {"core.entities": entities}, run_id=RUN_ID)

    assert dropped.rejected_count("core.figures") == 1
    assert dropped.rejected_count("core.document_entities") == 3
    assert dropped.rejected_count("core.entity_mentions") == 3
    assert dropped.rejected_count("core.roles") == 1
    assert dropped.accepted["core.figures"].height == 3
    assert "core.entities" not in dropped.accepted
    key = list(TABLES_BY_NAME["ops.validations"].key)
    assert dropped.validations.select(pl.struct(key).is_unique().all()).item()


@pytest.mark.parametrize(
    ("changes", "fault"),
    [
        (
            {"columns": ("no_such_column",)},
            r"not_null\(no_such_column\) could not be judged \(.*column .* does not exist",
        ),
        (
            {"check": Check.MATCHES_PATTERN, "name": "matches_pattern", "pattern": "("},
            r"matches_pattern\(kind\) could not be judged \(.*(missing|parenthesis)",
        ),
        (
            {"check": Check.COLUMN_ORDER, "name": "column_order"},
            "column_order failed, the columns are not the declared ones",
        ),
        (
            {"check": Check.HOLDS, "name": "in_order", "helper": "holds_in_order"},
            r"in_order could not be judged \(there is no boolean column holds_in_order\)",
        ),
    ],
    ids=["missing_column", "crash_inside", "wrong_columns", "missing_helper"],
)
def test_judge_names_an_expectation_that_cannot_be_judged(
    changes: dict[str, Any], fault: str
) -> None:
    """A missing column or an error inside Great Expectations stops the run under its name."""
    arguments: dict[str, Any] = {
        "name": "not_null",
        "check": Check.NOT_NULL,
        "columns": ("kind",),
    } | changes
    frame = pl.DataFrame({"low": [1, 2], "kind": ["count", "money"]})

    with pytest.raises(GateError, match=rf"core.figures: .*{fault}"):
        judge(frame, [Expectation(**arguments)], table_name="core.figures")


def test_judge_matches_patterns_as_sql_does() -> None:
    """A pattern holds for the whole value in each of its branches, as in DuckDB."""
    values = ["2015", "2015\n", "x2015", "20155", "", None]
    pattern = Expectation(
        name="matches_pattern",
        check=Check.MATCHES_PATTERN,
        columns=("year",),
        pattern="[0-9]{4}|19",
    )

    (judgement,) = judge(pl.DataFrame({"year": values}), [pattern], table_name="t")

    assert judgement.broken_rows == (1, 2, 3, 4)


def test_judge_prints_nothing_and_forbids_analytics(capfd: pytest.CaptureFixture[str]) -> None:
    """Judging draws no progress bars into a user's terminal, and no usage is sent."""
    validate_frames(other_frames(), run_id=RUN_ID)

    assert capfd.readouterr() == ("", "")
    assert os.environ["GX_ANALYTICS_ENABLED"] == "false"


def test_warm_up_makes_the_first_judgement_cheap() -> None:
    """After it, the engine is imported although no frame was judged."""
    code = (
        "import sys; from expectations.engine import warm_up; warm_up();"
        "print('great_expectations' in sys.modules)"
    )

    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )

    assert done.stdout == "True\n"

"""What a quality page reads of a run."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.quality_ledgers import (
    REASON,
    REFUSED,
    STOPPED,
    UNCHANGED,
    issue,
    rejected,
    runs,
    score,
    write_ledger,
)
from tests.sample_rows import frame_of
from warehouse.connections import open_for_writing
from warehouse.errors import EnvironmentFault, UsageError
from warehouse.load import append_ops
from warehouse.quality import FRAMES, latest_judged_run, query, read_quality
from warehouse.sql_files import sql_folder

if TYPE_CHECKING:
    from pathlib import Path

FIRST_BLOCK, BLOCK_SIZE = 3 * 4096, 262_144
"""Bytes of a DuckDB file: three headers, then blocks."""


@pytest.fixture
def ledger(warehouse_template: Path, tmp_path: Path) -> Path:
    """Give a warehouse with the ledger of three runs."""
    return write_ledger(warehouse_template, tmp_path / "w.duckdb")


def test_read_quality_takes_the_latest_run(ledger: Path) -> None:
    """Without an id, the page is about the run that started last."""
    quality = read_quality(ledger)

    assert quality.run_id == UNCHANGED
    assert quality.facts["status"] == "unchanged"
    assert quality.facts["document_count"] == 4


def test_read_quality_shows_the_judgement_of_the_last_run_that_judged(ledger: Path) -> None:
    """A run that met nothing new judges nothing, so the last judgement before it is shown."""
    quality = read_quality(ledger)

    assert quality.judged_run_id == STOPPED
    assert quality.rejected_rows["rows"].to_list() == [30]


def test_read_quality_of_an_earlier_run_knows_no_later_one(ledger: Path) -> None:
    """What came after a run is no part of its page."""
    quality = read_quality(ledger, REFUSED)

    assert quality.judged_run_id == REFUSED
    assert quality.runs["run_id"].to_list() == [REFUSED]
    assert quality.measure_history["value"].to_list() == [61.5]
    assert quality.failing_rules["expectation"].to_list() == ["low_not_above_high", "odd_amount"]
    assert set(quality.failing_rules["reason"]) == {REASON}


def test_read_quality_gives_own_warnings_beside_those_of_the_judgement(ledger: Path) -> None:
    """A run that judged nothing can still warn, of files for instance."""
    late = frame_of("ops.issues", [issue(STOPPED, "odd_date", "odd")])
    with open_for_writing(ledger) as connection:
        append_ops(connection, {"ops.issues": late})

    assert set(read_quality(ledger, UNCHANGED).issues["rule"]) == {"sidecar_used", "odd_date"}
    assert set(read_quality(ledger, REFUSED).issues["rule"]) == {"odd_amount"}


def test_read_quality_counts_all_rows_and_shows_three_of_a_rule(ledger: Path) -> None:
    """A rule that refused many rows does not fill the page."""
    quality = read_quality(ledger, STOPPED)

    assert quality.rejected_rows["rows"].to_list() == [30]
    assert quality.rejected_examples["row_key"].to_list() == [
        '{"figure_id": "f0"}',
        '{"figure_id": "f1"}',
        '{"figure_id": "f10"}',
    ]


def test_read_quality_cuts_a_row_of_any_length_off(ledger: Path) -> None:
    """A row with a text of a megabyte does not make a page of a megabyte."""
    row = rejected(UNCHANGED, 1, "x" * 1_000_000)
    with open_for_writing(ledger) as connection:
        append_ops(connection, {"ops.rejected_rows": frame_of("ops.rejected_rows", row)})
        connection.execute(
            f"update ops.validations set run_id = '{UNCHANGED}' where run_id = '{STOPPED}'"
        )

    assert read_quality(ledger).rejected_examples["row_json"].str.len_chars().max() == 4000


def test_read_quality_shows_sixty_runs_at_most(ledger: Path) -> None:
    """However long the history is, the page stays small; the latest run is the last one."""
    many = [
        runs()[0] | {"run_id": f"20250101T0000{number:02d}Z-0000{number:04d}", "started_at": at}
        for number in range(80)
        for at in [runs()[0]["started_at"].replace(year=2025, minute=number % 60)]  # type: ignore[attr-defined]
    ]
    with open_for_writing(ledger) as connection:
        append_ops(connection, {"ops.runs": frame_of("ops.runs", many)})

    shown = read_quality(ledger).runs

    assert shown.height == 60
    assert shown["run_id"][-1] == UNCHANGED
    assert shown["started_at"].is_sorted()


def test_read_quality_prefers_the_scores_of_the_version_that_ran(ledger: Path) -> None:
    """Scores of another version, newer ones too, are no scores of this run."""
    newer = score("value_f1", 99.0, None, version="f" * 16) | {"scored_at": runs()[2]["started_at"]}
    with open_for_writing(ledger) as connection:
        append_ops(connection, {"ops.model_scores": frame_of("ops.model_scores", [newer])})

    scores = read_quality(ledger).scores

    assert scores["score"].to_list() == [80.0, 96.0]
    assert scores["is_of_run"].all()


def test_read_quality_falls_back_to_the_version_that_was_scored_last(ledger: Path) -> None:
    """Where the version that ran was never scored, the page says whose scores it shows."""
    with open_for_writing(ledger) as connection:
        connection.execute("update ops.runs set rules_version = 'eeeeeeeeeeeeeeee'")

    scores = read_quality(ledger).scores

    assert scores["score"].to_list() == [80.0, 96.0]
    assert not scores["is_of_run"].any()


def test_read_quality_gives_measures_their_unit_and_reason(ledger: Path) -> None:
    """What a broken limit means stands in the limits, those of a single subject included."""
    measures = read_quality(ledger).measures

    assert measures["is_success"].to_list() == [False, False]
    assert set(measures["unit"]) == {"figures per 1,000 words"}
    assert measures["reason"].null_count() == 0


def test_read_quality_refuses_an_unknown_run(ledger: Path) -> None:
    """The message says where the runs are listed."""
    with pytest.raises(UsageError, match=r"there is no run 2020.*`tallybook runs` lists"):
        read_quality(ledger, "20200101T000000Z-00000000")


def test_read_quality_needs_a_run(warehouse_template: Path) -> None:
    """A warehouse without any run has no quality yet."""
    with pytest.raises(UsageError, match="has no run yet; run `tallybook run`"):
        read_quality(warehouse_template)

    assert latest_judged_run(warehouse_template) is None


def test_read_quality_needs_a_warehouse(tmp_path: Path) -> None:
    """A missing warehouse is named."""
    with pytest.raises(EnvironmentFault, match=r"w\.duckdb does not exist"):
        read_quality(tmp_path / "w.duckdb")


def test_read_quality_names_a_file_that_is_damaged_within(ledger: Path) -> None:
    """A block that is bad shows only when it is read; that is a sentence, too."""
    with open_for_writing(ledger) as connection:
        connection.execute("checkpoint")
        sql = "select max(block_id) from pragma_storage_info('ops.measures')"
        block = connection.sql(sql).fetchall()[0][0]
    content = bytearray(ledger.read_bytes())
    content[FIRST_BLOCK + block * BLOCK_SIZE + 64] ^= 0xFF
    ledger.write_bytes(content)

    with pytest.raises(EnvironmentFault, match="is no readable DuckDB file"):
        read_quality(ledger)


def test_latest_judged_run_is_no_run_that_judged_nothing(ledger: Path) -> None:
    """``tallybook quality`` shows the judgement that came last."""
    assert latest_judged_run(ledger) == STOPPED


def test_every_query_is_a_frame() -> None:
    """No SQL file is left over, and each one has its header."""
    files = {path.stem for path in sql_folder("quality_queries").glob("*.sql")}

    assert files == set(FRAMES)
    assert all(query(name) for name in FRAMES)

"""The audit finds what was changed behind the back of the flow, and names the row."""

from __future__ import annotations

from typing import TYPE_CHECKING

import duckdb
import pytest

from warehouse.snapshots import SnapshotStore

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = [
    pytest.mark.flow,
    pytest.mark.usefixtures("prefect_engine"),
    pytest.mark.filterwarnings("default"),
]


@pytest.fixture
def loaded(tmp_path: Path) -> Path:
    """Give a published warehouse with one document and two figures."""
    from flows.build_warehouse import build_warehouse  # noqa: PLC0415 - imports prefect

    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text("About 40 trucks left. Police stopped 12 of them.\n")
    build_warehouse([str(tmp_path / "in")], str(tmp_path / "w.duckdb"))
    return tmp_path / "w.duckdb"


def change(warehouse: Path, sql: str) -> None:
    """Change the published file by hand."""
    published = SnapshotStore(warehouse).published()
    assert published is not None
    with duckdb.connect(published) as connection:
        connection.execute(sql)


def test_audit_of_an_untouched_warehouse_finds_nothing(loaded: Path) -> None:
    """What the flow has published passes every check."""
    from flows.audit_warehouse import audit_warehouse  # noqa: PLC0415 - imports prefect

    report = audit_warehouse(str(loaded))

    assert report.mismatches.is_empty()
    assert report.counts["core.figures"] == 2


@pytest.mark.parametrize(
    ("sql", "rule"),
    [
        pytest.param(
            "update core.figures set start_char = start_char + 1, end_char = end_char + 1 "
            "where figure_text = '40'",
            "span",
            id="shifted_offset",
        ),
        pytest.param(
            "update core.figures set low = 41, high = 41, value = 41 where figure_text = '40'",
            "low_follows_from_text",
            id="changed_value",
        ),
        pytest.param(
            "update core.sentences set sentence_index = 99 where sentence_index = 1",
            "reference_exists",
            id="broken_reference",
        ),
    ],
)
def test_audit_names_the_changed_row(loaded: Path, sql: str, rule: str) -> None:
    """One changed cell makes the audit name the rule and the row."""
    from flows.audit_warehouse import audit_warehouse  # noqa: PLC0415 - imports prefect

    change(loaded, sql)
    report = audit_warehouse(str(loaded))

    assert any(rule in found for found in report.mismatches["rule"])
    assert "core.figures" in report.complaint()

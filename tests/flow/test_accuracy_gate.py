"""New rules in the main flow: scored before they extract, refused below their floors, or forced."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tasks.nlp.pipeline import RULES
from tests.floor_files import KIND, use_floors
from tests.flow_runs import build, last_run, write_texts
from warehouse.errors import GateError
from warehouse.queries import query_published

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = [
    pytest.mark.flow,
    pytest.mark.usefixtures("prefect_engine"),
    pytest.mark.filterwarnings("default"),
]
NEW = "1" * 16
ON = {"score_versions": True, "model": RULES}
"""The gate on, and a pipeline that loads at once."""
FIGURES = """
    select extraction_fingerprint, figure_id, figure_text
    from core.figures join raw.documents using (document_id)
    order by figure_id
"""
SCORES = "select rules_version, is_success from ops.model_scores where metric = 'kind_accuracy'"
ISSUES = "select rule, detail from ops.issues where rule = 'score_keeps_floor'"


def figures(warehouse: Path) -> list[tuple[object, ...]]:
    """Return the figures of a warehouse and what they were extracted with."""
    return query_published(warehouse, FIGURES).rows()


def test_version_below_its_floor_is_refused_unless_forced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing of it is published but the ledger; a reason publishes it and stays on record."""
    source, warehouse = write_texts(tmp_path / "in"), tmp_path / "w.duckdb"
    build(source, warehouse, **ON)
    before = figures(warehouse)
    assert query_published(warehouse, SCORES).is_empty()
    use_floors(tmp_path / "gate", monkeypatch, {KIND: 99.9}, model=RULES)
    monkeypatch.setattr("flows.launch.rules_version", lambda _: NEW)
    monkeypatch.setattr("flows.launch.extraction_fingerprint", lambda *_, **__: NEW)

    with pytest.raises(GateError, match=r"passages dev kind_accuracy \d\d\.\d\d \(floor 99\.90\)"):
        build(source, warehouse, **ON)

    refused = last_run(warehouse)
    assert refused["status"] == "failed_gate"
    assert "floor 99.90" in str(refused["error_text"])
    assert query_published(warehouse, SCORES).rows() == [(NEW, False)]
    assert figures(warehouse) == before

    summary = build(source, warehouse, **ON, force_reason="the gold is wrong")

    assert summary.extracted_document_count == summary.document_count > 0
    assert last_run(warehouse)["forced_reason"] == "the gold is wrong"
    ((_, detail),) = query_published(warehouse, ISSUES).rows()
    assert detail.endswith("published all the same: the gold is wrong")

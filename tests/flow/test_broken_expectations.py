"""An expectation that cannot be judged stops the run under its name: it neither passes nor fails.

What the engine says of a single one is in ``test_expectations``; here, a whole run meets it.
"""

from __future__ import annotations

import re
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import pytest

from expectations import runner
from expectations.suites import Check, Expectation, suite_for
from tests.flow_runs import build, exported_facts, last_run, write_many, write_texts
from warehouse.errors import GateError
from warehouse.queries import query_published

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from warehouse.contract import Table

pytestmark = [
    pytest.mark.flow,
    pytest.mark.usefixtures("prefect_engine"),
    pytest.mark.filterwarnings("default"),
]
MISSING_COLUMN = Expectation(name=Check.NOT_NULL, check=Check.NOT_NULL, columns=("no_such_column",))
CRASHING_PATTERN = Expectation(
    name=Check.MATCHES_PATTERN, check=Check.MATCHES_PATTERN, columns=("kind",), pattern="("
)


@contextmanager
def expecting(table_name: str, broken: Expectation) -> Iterator[None]:
    """Have an expectation too many in the suite of a table inside the block."""

    def suite(table: Table) -> list[Expectation]:
        added = [broken] if table.qualified_name == table_name else []
        return [*suite_for(table), *added]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(runner, "suite_for", suite)
        yield


@contextmanager
def engine_failing_on(table_name: str) -> Iterator[None]:
    """Have Great Expectations raise inside the block when it validates a table."""
    from great_expectations.datasource.fluent.interfaces import (  # noqa: PLC0415 - slow import
        Batch,
    )

    validate = Batch.validate

    def failing(batch: Batch, suite: Any, **options: Any) -> Any:  # noqa: ANN401 - untyped there
        if suite.name == table_name:
            msg = "the engine is down"
            raise RuntimeError(msg)
        return validate(batch, suite, **options)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Batch, "validate", failing)
        yield


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory, prefect_engine: None) -> Path:
    """Give the folder of a published warehouse, to which every test adds runs that fail."""
    folder = tmp_path_factory.mktemp("loaded")
    build(write_texts(folder / "in"), folder / "w.duckdb")
    write_many(folder / "more")
    return folder


@pytest.mark.parametrize(
    ("broken", "fault"),
    [
        pytest.param(
            expecting("core.figures", MISSING_COLUMN),
            r"core\.figures: the expectation not_null\(no_such_column\) could not be judged",
            id="missing_column",
        ),
        pytest.param(
            expecting("core.figures", CRASHING_PATTERN),
            r"core\.figures: the expectation matches_pattern\(kind\) could not be judged",
            id="exception_inside_an_expectation",
        ),
        pytest.param(
            engine_failing_on("core.sentences"),
            r"core\.sentences: Great Expectations failed \(the engine is down\)",
            id="exception_inside_the_engine",
        ),
    ],
)
def test_broken_expectation_stops_the_run_under_its_name(
    broken: Any,  # noqa: ANN401 - a context manager without a common type
    fault: str,
    loaded: Path,
    tmp_path: Path,
) -> None:
    """The run ends as failed_gate and says which one; what is published stays as it was."""
    warehouse = loaded / "w.duckdb"
    before = exported_facts(warehouse, tmp_path / "before")

    with broken, pytest.raises(GateError, match=fault):
        build(loaded / "more", warehouse)

    run = last_run(warehouse)
    judged = "select table_name from ops.validations where run_id = $1 and is_success"
    assert run["status"] == "failed_gate"
    assert re.match(fault, str(run["error_text"]))
    passed = query_published(warehouse, judged, [run["run_id"]])["table_name"]
    assert {name.partition(".")[0] for name in passed} <= {"ops"}
    assert exported_facts(warehouse, tmp_path / "after") == before

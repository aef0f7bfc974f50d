"""Suites say what the contract says, once and completely."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from expectations.suites import CRITICAL, Check, suite_for
from warehouse.tables import ALL_TABLES, TABLES_BY_NAME

if TYPE_CHECKING:
    from warehouse.contract import Table

FIGURES = TABLES_BY_NAME["core.figures"]
ROOT = Path(__file__).resolve().parents[3]


def columns_with(check: Check) -> list[str]:
    """Return the columns of core.figures that its suite judges in this way."""
    return [item.column_name for item in suite_for(FIGURES) if item.check is check]


def test_suite_for_judges_each_required_column() -> None:
    """Not-null stands for exactly the columns that are not nullable."""
    required = [column.name for column in FIGURES.columns if not column.nullable]

    assert columns_with(Check.NOT_NULL) == required


def test_suite_for_judges_each_bound_vocabulary_and_pattern() -> None:
    """Bounds, vocabularies and patterns of the declaration all appear."""
    columns = FIGURES.columns

    assert columns_with(Check.WITHIN_BOUNDS) == [c.name for c in columns if c.minimum is not None]
    assert columns_with(Check.IN_VOCABULARY) == [c.name for c in columns if c.vocabulary]
    assert columns_with(Check.MATCHES_PATTERN) == [c.name for c in columns if c.pattern]


def test_suite_for_judges_a_compound_key_at_once() -> None:
    """The columns of a key are unique together, not one by one."""
    (key,) = [
        item
        for item in suite_for(TABLES_BY_NAME["core.entity_mentions"])
        if item.check is Check.UNIQUE_KEY
    ]

    assert key.columns == ("document_id", "start_char", "end_char")


@pytest.mark.parametrize("table", ALL_TABLES, ids=lambda table: table.qualified_name)
def test_suite_for_names_each_expectation_once(table: Table) -> None:
    """Column and name identify an expectation of a table, as the key of ops.validations asks."""
    suite = suite_for(table)

    assert len({(item.column_name, item.name) for item in suite}) == len(suite)
    assert {item.severity for item in suite} == {CRITICAL}


def test_import_leaves_great_expectations_out() -> None:
    """The seconds of the import are paid by the first judgement, not by `tallybook --help`."""
    code = (
        "import sys, expectations.runner, expectations.settlement;"
        "print(sorted({'great_expectations', 'pandas'} & set(sys.modules)))"
    )

    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )

    assert done.stdout == "[]\n"


def test_judgement_of_no_rows_leaves_great_expectations_out() -> None:
    """A run without rows does not pay for the engine."""
    code = (
        "import sys; from tests.gate_frames import other_frames;"
        "from tests.gate_rows import RUN_ID;"
        "from expectations.runner import validate_frames;"
        "frames = {name: frame.clear() for name, frame in other_frames().items()};"
        "validate_frames(frames, run_id=RUN_ID);"
        "print('great_expectations' in sys.modules)"
    )

    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )

    assert done.stdout == "False\n"

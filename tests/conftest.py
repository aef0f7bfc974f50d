"""Fixtures that several test modules share."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import duckdb
import hypothesis
import pytest

from flows.engine import STARTUP_TIMEOUT_S, prepare_environment
from tests.sample_rows import load_plan
from tests.snapshot_cycles import publish_issue, publish_text
from warehouse.connections import open_for_writing
from warehouse.ddl import create_warehouse
from warehouse.load import load_run
from warehouse.snapshots import SnapshotStore

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

# The same examples on every run: a test that fails once fails again.
hypothesis.settings.register_profile("steady", derandomize=True, deadline=None)
hypothesis.settings.load_profile("steady")


@pytest.fixture(scope="session", autouse=True)
def _versions_are_not_scored() -> Iterator[None]:
    """Switch off the gate on new rules, which reads the whole gold; its own tests switch it on."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TALLYBOOK_SCORE_VERSIONS", "false")
        yield


@pytest.fixture(scope="session", autouse=True)
def _runs_write_no_report() -> Iterator[None]:
    """Switch off the report of each run, which takes a second; its own tests switch it on."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TALLYBOOK_REPORT", "false")
        yield


@pytest.fixture(scope="session")
def prefect_engine() -> Iterator[None]:
    """Have a Prefect server with an empty database of its own for the tests of flows."""
    prepare_environment(log_level="CRITICAL")
    from prefect.testing.utilities import prefect_test_harness  # noqa: PLC0415 - slow, rarely used

    with prefect_test_harness(server_startup_timeout=STARTUP_TIMEOUT_S):
        yield


@pytest.fixture(scope="session")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a Prefect home of our own to commands; its database is set up once for all tests."""
    return tmp_path_factory.mktemp("prefect_home")


@pytest.fixture(scope="session")
def warehouse_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a warehouse file with the seeds and no documents; tests copy it, never change it."""
    folder = tmp_path_factory.mktemp("warehouse")
    template = folder / "template.duckdb"
    with open_for_writing(template) as connection:
        create_warehouse(connection)
        load_run(connection, load_plan(folder, [], []))
    return template


@pytest.fixture
def warehouse(warehouse_template: Path, tmp_path: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """Give a writable warehouse with the seeds and no documents."""
    file = tmp_path / "copy.duckdb"
    shutil.copyfile(warehouse_template, file)
    with duckdb.connect(file) as connection:
        yield connection


@pytest.fixture
def store(tmp_path: Path) -> SnapshotStore:
    """Give the store of a warehouse that does not exist yet, in a folder that does not either."""
    return SnapshotStore(tmp_path / "data" / "w.duckdb")


@pytest.fixture
def published_store(store: SnapshotStore) -> SnapshotStore:
    """Give the store of a warehouse with one published snapshot, whose ledger has one issue."""
    publish_issue(store, "one")
    return store


@pytest.fixture(scope="session")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a published warehouse with one document and one figure; no test changes it."""
    store = SnapshotStore(tmp_path_factory.mktemp("published") / "w.duckdb")
    publish_text(store, "Police stopped 5 trucks at the border.")
    return store.path

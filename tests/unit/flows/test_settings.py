"""Settings: where they come from and what is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from flows.settings import load_settings
from warehouse.errors import UsageError


@pytest.fixture(autouse=True)
def _in_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_settings_default_to_folders_below_the_working_directory() -> None:
    """Inbox and warehouse lie in data/ below the working directory."""
    settings = load_settings()

    assert settings.warehouse == Path.cwd() / "data" / "tallybook.duckdb"
    assert settings.inbox == Path.cwd() / "data" / "inbox"


def test_arguments_go_before_environment_and_file(monkeypatch: pytest.MonkeyPatch) -> None:
    """The nearest source wins: argument, then variable, then tallybook.toml."""
    Path("tallybook.toml").write_text("batch_size = 1\nworkers = 2\nkeep_snapshots = 3\n")
    monkeypatch.setenv("TALLYBOOK_BATCH_SIZE", "10")
    monkeypatch.setenv("TALLYBOOK_WORKERS", "20")

    settings = load_settings(batch_size=100)

    assert (settings.batch_size, settings.workers, settings.keep_snapshots) == (100, 20, 3)


@pytest.mark.parametrize("text", ["batch_size = 0", "no_such_setting = 1", "batch_size = "])
def test_wrong_file_is_wrong_usage(text: str) -> None:
    """A value out of bounds, an unknown name and broken TOML are named as such."""
    Path("tallybook.toml").write_text(text)

    with pytest.raises(UsageError, match=r"tallybook\.toml"):
        load_settings()

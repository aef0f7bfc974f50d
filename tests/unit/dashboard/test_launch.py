"""Starting of the dashboard: on this machine only, without statistics, with clear refusals."""

from __future__ import annotations

import socket
from typing import TYPE_CHECKING

import pytest

from dashboard import launch
from flows.cli.app import exit_code_of
from flows.cli.dashboard import free_port
from warehouse.errors import EnvironmentFault

if TYPE_CHECKING:
    from pathlib import Path


def test_streamlit_listens_on_loopback_and_tells_nobody() -> None:
    """Whatever a user's own Streamlit settings say, the options of the command win."""
    command = launch.streamlit_command(8123, opens_browser=False)

    assert command[1:4] == ["-m", "streamlit", "run"]
    for option in (
        "--server.address=127.0.0.1",
        "--server.port=8123",
        "--server.headless=true",
        "--browser.gatherUsageStats=false",
        "--client.showErrorDetails=none",
        "--server.fileWatcherType=none",
    ):
        assert option in command


def test_browser_window_opens_only_when_asked_for() -> None:
    """A server is headless unless a window is wanted."""
    assert "--server.headless=false" in launch.streamlit_command(8123, opens_browser=True)


def test_missing_streamlit_is_a_sentence_with_the_way_out(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the extra the user learns two ways to get it."""
    monkeypatch.setattr(launch, "find_spec", lambda _name: None)

    with pytest.raises(EnvironmentFault, match=r"bootstrap.py dashboard.*\[dashboard\]"):
        launch.streamlit_command(8123, opens_browser=False)


def test_process_learns_the_warehouse_and_finds_our_packages(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The warehouse goes through the environment; what the user has on the path stays."""
    monkeypatch.setenv("PYTHONPATH", "/somewhere")

    environment = launch.streamlit_environment(tmp_path / "w.duckdb")

    assert environment["TALLYBOOK_WAREHOUSE"] == str(tmp_path / "w.duckdb")
    assert environment["PYTHONPATH"].split(":") == [str(launch.APP.parents[1]), "/somewhere"]


def test_port_that_is_taken_is_named() -> None:
    """A taken port gives a sentence before anything starts."""
    with socket.create_server((launch.HOST, 0)) as listener:
        port = listener.getsockname()[1]

        with pytest.raises(EnvironmentFault, match=f"port {port} cannot be used .*--port"):
            free_port(launch.HOST, port)


def test_port_zero_is_any_free_one() -> None:
    """Zero asks for any port."""
    assert free_port(launch.HOST, 0) > 0


@pytest.mark.parametrize("port", ["65536", "-1"])
def test_port_that_cannot_be_is_wrong_use(port: str, capsys: pytest.CaptureFixture[str]) -> None:
    """It is refused by name, before anything starts."""
    assert exit_code_of(["dashboard", "--port", port]) == 2
    assert "--port" in capsys.readouterr().err

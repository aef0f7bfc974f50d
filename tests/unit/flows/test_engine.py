"""The engine's environment and its messages, without starting one."""

from __future__ import annotations

import os

import pytest

from flows.engine import Engine, is_healthy, prepare_environment
from warehouse.errors import EnvironmentFault


def test_environment_turns_telemetry_off(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever the user has set, nothing is sent anywhere; other choices of the user stay."""
    monkeypatch.setenv("PREFECT_SERVER_ANALYTICS_ENABLED", "true")
    monkeypatch.setenv("PREFECT_LOGGING_LEVEL", "DEBUG")
    monkeypatch.setenv("DO_NOT_TRACK", "0")
    monkeypatch.setenv("GX_ANALYTICS_ENABLED", "true")

    prepare_environment(log_level="CRITICAL")

    assert os.environ["PREFECT_SERVER_ANALYTICS_ENABLED"] == "false"
    assert os.environ["DO_NOT_TRACK"] == "1"
    assert os.environ["GX_ANALYTICS_ENABLED"] == "false"
    assert os.environ["PREFECT_LOGGING_LEVEL"] == "DEBUG"


def test_engine_uses_a_given_server(monkeypatch: pytest.MonkeyPatch) -> None:
    """With PREFECT_API_URL nothing is started, and a server that is gone is named."""
    monkeypatch.setenv("PREFECT_API_URL", "http://127.0.0.1:9/api")

    with Engine() as engine:
        message = engine.timeout_message(10)

        assert engine.process is None
    assert "http://127.0.0.1:9/api" in message
    assert os.environ["PREFECT_API_URL"] == "http://127.0.0.1:9/api"


def test_engine_names_a_port_that_is_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    """A port in use is one sentence, not a traceback."""
    import socket  # noqa: PLC0415 - beside its only use

    monkeypatch.delenv("PREFECT_API_URL", raising=False)
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]

        with pytest.raises(EnvironmentFault, match=f"port {port} cannot be used"):
            Engine(port=port).start()


def test_nothing_answers_at_a_closed_port() -> None:
    """A refused connection means not healthy."""
    assert not is_healthy("http://127.0.0.1:9/api")

"""What tests of views leave as they found it."""

from __future__ import annotations

import sys

import pytest


@pytest.fixture(autouse=True)
def _main_module_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    """Put the main module back, which Streamlit replaces: processes that tests start import it."""
    monkeypatch.setitem(sys.modules, "__main__", sys.modules["__main__"])

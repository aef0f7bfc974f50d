"""Streamlit as a process: on loopback, without statistics, watching no files."""

from __future__ import annotations

import os
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from warehouse.errors import EnvironmentFault

APP: Final = Path(__file__).with_name("app.py")
HOST: Final = "127.0.0.1"
OPTIONS: Final = {
    "server.address": HOST,
    "server.fileWatcherType": "none",
    "server.maxUploadSize": "1",
    "browser.gatherUsageStats": "false",
    "runner.magicEnabled": "false",
    "browser.serverAddress": HOST,
    "client.toolbarMode": "minimal",
    "client.disableDataExport": "true",
    "global.disableWidgetStateDuplicationWarning": "true",
    "client.showErrorDetails": "none",
    "client.showErrorLinks": "false",
    "theme.font": "sans-serif",
    "theme.headingFont": "sans-serif",
    "theme.codeFont": "monospace",
    "theme.baseFontSize": "16",
    "theme.light.primaryColor": "#1f5fa8",
    "theme.dark.primaryColor": "#7ab8ff",
}
"""``showErrorDetails``: a traceback may hold text of documents; ``disableDataExport``: the tables'
own download would write formulas as they are, ours does not."""


def streamlit_command(port: int, *, opens_browser: bool) -> list[str]:
    """Return the command that serves the dashboard.

    Args:
        port: Port on loopback.
        opens_browser: Whether a browser window opens.

    Raises:
        EnvironmentFault: If Streamlit is not installed.
    """
    if find_spec("streamlit") is None:
        msg = (
            "the dashboard needs Streamlit, which is not installed; start it with "
            "`python3 bootstrap.py dashboard`, or install the extra with pip install '.[dashboard]'"
        )
        raise EnvironmentFault(msg)
    options = {
        **OPTIONS,
        "server.port": str(port),
        "browser.serverPort": str(port),
        "server.headless": str(not opens_browser).lower(),
    }
    arguments = [f"--{name}={value}" for name, value in options.items()]
    return [sys.executable, "-m", "streamlit", "run", str(APP), *arguments]


def streamlit_environment(warehouse: Path) -> dict[str, str]:
    """Return the environment of the process: the warehouse to show, and our own packages.

    Args:
        warehouse: Absolute path of the published warehouse.
    """
    own = str(APP.parents[1])
    paths = [own, *filter(None, os.environ.get("PYTHONPATH", "").split(os.pathsep))]
    return {
        **os.environ,
        "TALLYBOOK_WAREHOUSE": str(warehouse),
        "PYTHONPATH": os.pathsep.join(paths),
        "STREAMLIT_BROWSER_GATHER_USAGE_STATS": "false",
    }

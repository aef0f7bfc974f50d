"""The program that draws the charts, as one script; it comes with the packages, not from a network.

Putting it together takes seconds, so it is kept in the user's folder of caches, under the version
of the package that it comes from.
"""

from __future__ import annotations

import os
from contextlib import suppress
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Final

PACKAGE: Final = "vl-convert-python"
SMALLEST: Final = 100_000
"""Characters; what is shorter is no bundle."""


@cache
def vega_script() -> str:
    """Return Vega, Vega-Lite and vega-embed as one script, which defines ``vegaEmbed``.

    Raises:
        ValueError: If the script cannot stand in a page.
    """
    file = cache_folder() / f"vega-{version(PACKAGE)}.js"
    script = _read(file)
    if script is None:
        script = _bundle()
        _keep(file, script)
    return script


def cache_folder() -> Path:
    """Return the folder of what can be made again: that of XDG_CACHE_HOME, else ``~/.cache``."""
    given = os.environ.get("XDG_CACHE_HOME", "")
    root = Path(given) if Path(given).is_absolute() else Path("~/.cache").expanduser()
    return root / "tallybook"


def _bundle() -> str:
    import vl_convert  # noqa: PLC0415 - only where a report is written

    bundle: str = vl_convert.javascript_bundle()  # type: ignore[call-arg] # the snippet may be left out
    script = bundle.replace("\r\n", "\n")
    if "</script" in script.lower() or "<!--" in script:
        msg = "the script that draws charts would end its own element"
        raise ValueError(msg)
    return script


def _read(file: Path) -> str | None:
    with suppress(OSError, UnicodeDecodeError):
        script = file.read_text(encoding="utf-8")
        return script if len(script) > SMALLEST else None
    return None


def _keep(file: Path, script: str) -> None:
    """Write the script for the next report; where that cannot be, it is put together again."""
    unfinished = file.with_name(f".{file.name}.{os.getpid()}")
    with suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        unfinished.write_text(script, encoding="utf-8")
        unfinished.replace(file)

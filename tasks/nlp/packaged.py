"""Where the trained pipeline that comes with tallybook lies."""

from pathlib import Path
from typing import Final

PACKAGED: Final = "en_tallybook"
"""Name of the trained pipeline that comes with tallybook."""


def packaged_folder() -> Path:
    """Return its folder, beside the packages in every installation."""
    return Path(__file__).resolve().parents[2] / "models" / PACKAGED

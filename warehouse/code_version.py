"""The version of tallybook that runs, as the files and run records name it."""

from functools import lru_cache
from importlib.metadata import PackageNotFoundError, version


@lru_cache(maxsize=1)
def code_version() -> str:
    """Return the installed version, or ``"source"`` when the code runs without installation."""
    try:
        return version("tallybook")
    except PackageNotFoundError:
        return "source"

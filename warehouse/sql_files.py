"""SQL files of the package: a header of comments that says what is asked, then one SELECT.

The header has three entries, each on one or more comment lines: ``Question``, ``Grain`` and
``Caveats``. A mart has two more between them: ``Key``, the columns that no two rows share, and,
where it has no more rows than one table, ``Base``, that table.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final

HEADER_ENTRIES: Final = ("Question", "Grain", "Caveats")
MART_ENTRIES: Final = ("Key", "Base")


@dataclass(frozen=True, kw_only=True)
class SqlFile:
    """One SELECT with what its header says about it.

    Attributes:
        key: Columns that no two rows share, null being a value; of marts only.
        base: Schema and name of a table that has no fewer rows; None where there is none.
    """

    name: str
    question: str
    grain: str
    caveats: str
    sql: str
    key: tuple[str, ...] = ()
    base: str | None = None


def sql_folder(name: str) -> Path:
    """Return a folder of SQL files beside this module, e.g. ``marts``."""
    return Path(__file__).resolve().parent / name


def read_sql_file(path: Path) -> SqlFile:
    """Return a SQL file with its header taken apart.

    Args:
        path: File whose name without suffix is the name of the mart or question.

    Raises:
        ValueError: If an entry of the header is missing.
        FileNotFoundError: If there is no such file.
    """
    sql = path.read_text(encoding="utf-8")
    entries = _parse_header(sql)
    missing = [entry for entry in HEADER_ENTRIES if not entries.get(entry)]
    if missing:
        msg = f"{path.name}: the header has no entry {', '.join(missing)}"
        raise ValueError(msg)
    question, grain, caveats = (entries[entry] for entry in HEADER_ENTRIES)
    return SqlFile(
        name=path.stem,
        question=question,
        grain=grain,
        caveats=caveats,
        sql=sql.strip(),
        key=tuple(entries.get("Key", "").replace(",", " ").split()),
        base=entries.get("Base"),
    )


def _parse_header(sql: str) -> dict[str, str]:
    entries: dict[str, str] = {}
    current = ""
    for line in sql.splitlines():
        if not line.startswith("--"):
            break
        text = line.removeprefix("--").strip()
        entry, colon, rest = text.partition(":")
        if colon and entry in {*HEADER_ENTRIES, *MART_ENTRIES}:
            current, text = entry, rest.strip()
        entries[current] = f"{entries.get(current, '')} {text}".strip()
    return entries

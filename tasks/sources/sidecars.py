"""Metadata that stands beside a text: ``NAME.meta.json`` and ``metadata.csv``.

NAME is the full file name (``a.txt.meta.json``) or the name without suffix (``a.meta.json``).
The table has a column ``path`` with names of files in its own folder. Where several of them state
the same field, the full name wins over the short one and that over the table. A sidecar that
cannot be used is a warning, never a reason to lose the text.
"""

from __future__ import annotations

import csv
import hashlib
import io
import json
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Final

from tasks.sources.encoding import decode_text
from tasks.sources.json_text import parse_json_object
from tasks.sources.names import METADATA_TABLE, SIDECAR_SUFFIX, escape_name, file_kind, file_stem
from tasks.sources.problems import Problem, UnreadableFile
from tasks.sources.records import parse_metadata
from tasks.sources.streams import HashedFile, refusing_broken_bytes

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from tasks.sources.finding import FoundFile

PATH_COLUMN: Final = "path"
MAX_SHOWN_NAMES: Final = 5
SIDECAR_RULE: Final = "sidecar_is_readable"


@dataclass(frozen=True, kw_only=True)
class Sidecar:
    """What stands beside one file.

    ``sha256`` is that of the sidecar's bytes (of the file's own row as canonical JSON for the
    table; of all parts joined by NUL when there are several), None when nothing is stated.
    """

    sha256: str | None = None
    stated_metadata: str | None = None
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, kw_only=True)
class MetadataTable:
    """The rows of one ``metadata.csv`` by file name, and what is wrong with the table."""

    rows: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    complaints: tuple[str, ...] = ()


class SidecarReader:
    """Reads sidecars; the metadata table of a folder is read once per reader."""

    def __init__(self, max_bytes: int) -> None:
        """Refuse sidecars of more than ``max_bytes`` bytes."""
        self._max_bytes = max_bytes
        self._tables: dict[Path, MetadataTable] = {}

    def read(self, found: FoundFile) -> Sidecar:
        """Return what stands beside a file; problems name the sidecar that has them."""
        kind = file_kind(found.location.name)
        if kind is not None and kind.has_records:
            return self._refuse_for_records(found)
        parts: list[bytes] = []
        fields: dict[str, object] = {}
        problems: list[Problem] = []
        row = self._table_row(found, problems)
        if row:
            parts.append(json.dumps(row, sort_keys=True, ensure_ascii=False).encode())
            fields |= row
        for name in _sidecar_names(found):
            data = self._read_bytes(found, name, problems)
            if data is not None:
                parts.append(data)
                fields |= _parse_object(data, _beside(found, name), problems)
        parsed = parse_metadata(fields)
        return Sidecar(
            sha256=hashlib.sha256(b"\0".join(parts)).hexdigest() if parts else None,
            stated_metadata=parsed.stated_metadata,
            problems=(
                *problems,
                *(
                    Problem(path=found.path, record_index=0, rule=c.rule, reason=c.detail)
                    for c in parsed.complaints
                ),
            ),
        )

    def _refuse_for_records(self, found: FoundFile) -> Sidecar:
        reason = "is not read: the records of a JSONL file state their own metadata"
        problems = tuple(
            _warning(_beside(found, name), reason)
            for name in _sidecar_names(found)
            if found.location.with_name(name).exists()
        )
        return Sidecar(problems=problems)

    def _read_bytes(self, found: FoundFile, name: str, problems: list[Problem]) -> bytes | None:
        """Return the bytes of a sidecar, None when there is none or it is not readable."""
        location = found.location.with_name(name)
        if not location.is_symlink() and not location.exists():
            return None
        try:
            return _read_small(location, self._max_bytes)
        except UnreadableFile as error:
            problems.append(_warning(_beside(found, name), str(error)))
            return None

    def _table_row(self, found: FoundFile, problems: list[Problem]) -> Mapping[str, str]:
        location = found.location.with_name(METADATA_TABLE)
        path = _beside(found, METADATA_TABLE)
        if location not in self._tables:
            unreadable: list[Problem] = []
            data = self._read_bytes(found, METADATA_TABLE, unreadable)
            self._tables[location] = (
                _parse_table(data, location.parent)
                if data is not None
                else MetadataTable(complaints=tuple(problem.reason for problem in unreadable))
            )
        table = self._tables[location]
        problems.extend(_warning(path, complaint) for complaint in table.complaints)
        return table.rows.get(found.location.name, {})


def _sidecar_names(found: FoundFile) -> list[str]:
    """Return possible sidecar names, the one whose fields win last."""
    name = found.location.name
    return list(dict.fromkeys(f"{known}{SIDECAR_SUFFIX}" for known in (file_stem(name), name)))


def _beside(found: FoundFile, name: str) -> str:
    """Return the path, below the source, of a sidecar of the file."""
    parent = PurePosixPath(found.path).parent if found.path else PurePosixPath()
    return str(parent / escape_name(name))


def _warning(path: str, reason: str) -> Problem:
    return Problem(path=path, record_index=0, rule=SIDECAR_RULE, reason=reason)


def _read_small(location: Path, max_bytes: int) -> bytes:
    # a sidecar that is a link could lead out of the source
    with refusing_broken_bytes(), HashedFile(location, follows_link=False) as stream:
        data = io.BufferedReader(stream).read(max_bytes + 1)
    if len(data) > max_bytes:
        msg = f"has more than {max_bytes} bytes: make it smaller"
        raise UnreadableFile(msg)
    return data


def _parse_object(data: bytes, path: str, problems: list[Problem]) -> dict[str, object]:
    try:
        return parse_json_object(decode_text(data).text)
    except ValueError as error:
        problems.append(_warning(path, f"{error}: repair it, the text was read without it"))
        return {}


def _parse_table(data: bytes, folder: Path) -> MetadataTable:
    """Read a metadata table; comma or semicolon, as the first line has it."""
    try:
        lines = decode_text(data).text
        header = lines.split("\n", maxsplit=1)[0]
        delimiter = ";" if ";" in header and "," not in header else ","
        reader = csv.DictReader(io.StringIO(lines, newline=""), delimiter=delimiter, strict=True)
        if PATH_COLUMN not in (reader.fieldnames or ()):
            return MetadataTable(complaints=("has no column 'path': add it, or rename the file",))
        return _collect_rows(reader, folder)
    except (ValueError, csv.Error) as error:
        return MetadataTable(complaints=(f"{error}: repair it, the texts were read without it",))


def _collect_rows(reader: csv.DictReader[str], folder: Path) -> MetadataTable:
    rows: dict[str, Mapping[str, str]] = {}
    ragged, repeated, absent = [], [], []
    for row in reader:
        name = row.pop(PATH_COLUMN)
        if None in row or None in row.values():
            ragged.append(str(reader.line_num))
        elif name in rows:
            repeated.append(escape_name(name))
        elif "/" in name or not (folder / name).exists():
            absent.append(escape_name(name))
        else:
            rows[name] = {key: value for key, value in row.items() if value.strip()}
    complaints = (
        _list_names("has lines with too many or too few cells, which are not used", ragged),
        _list_names("names files twice, of which the first row is used", repeated),
        _list_names("names files that do not lie in its folder", absent),
    )
    return MetadataTable(rows=rows, complaints=tuple(filter(None, complaints)))


def _list_names(what: str, names: list[str]) -> str:
    if not names:
        return ""
    shown = ", ".join(sorted(names)[:MAX_SHOWN_NAMES])
    more = len(names) - MAX_SHOWN_NAMES
    return f"{what}: {shown}" + (f" and {more} more" if more > 0 else "")

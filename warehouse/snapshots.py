"""Versioned files of a warehouse behind one symbolic link.

The path that users name (``W``) is a link to ``W.d/snapshot-NNNNNN.duckdb``. Readers open the
published file; a run writes ``W.d/next-NNNNNN.duckdb`` and switches the link when it is done,
so readers are never blocked and never see half a run. Only ``publish`` and ``rollback`` move
the link; whatever fails before leaves the published file as it was.
"""

from __future__ import annotations

import os
import re
import shutil
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from warehouse.connections import open_for_writing, open_read_only
from warehouse.ddl import create_warehouse
from warehouse.errors import EnvironmentFault, UsageError
from warehouse.faults import storage_faults
from warehouse.history import carry_history
from warehouse.marts import create_marts
from warehouse.schema_versions import SchemaState, require_current, schema_state
from warehouse.writer_lock import writer_lock

if TYPE_CHECKING:
    from collections.abc import Iterator

SNAPSHOT_NAME: Final = re.compile(r"snapshot-(\d{6,})\.duckdb")
LINK_LIMIT: Final = 40


@dataclass(frozen=True, kw_only=True)
class Snapshot:
    """One kept file of a warehouse; numbers grow by one with each run that publishes."""

    number: int
    path: Path
    byte_count: int
    is_published: bool


class SnapshotStore:
    """All snapshots of one warehouse; the only place that creates, switches or deletes them."""

    def __init__(self, path: Path) -> None:
        """Name the warehouse; nothing is read or created yet.

        Args:
            path: The path that users name, e.g. ``data/tallybook.duckdb``.

        Raises:
            EnvironmentFault: If the path is a chain of links that leads in a circle.
        """
        self.path: Final = _follow_user_links(path.absolute())
        self.folder: Final = self.path.with_name(self.path.name + ".d")
        self._is_writer = False

    @property
    def staging_folder(self) -> Path:
        """Folder for the Parquet files of runs in progress; it exists inside ``writer``."""
        return self.folder / "staging"

    def published(self) -> Path | None:
        """Return the file that readers open now, or None when nothing is published yet.

        Raises:
            EnvironmentFault: If the path is a folder, or a link whose file is missing.
        """
        with storage_faults(self.path):
            if self.path.is_dir():
                msg = f"{self.path} is a folder; give the path of a warehouse file."
                raise EnvironmentFault(msg)
            if self.path.exists():
                return self.path.resolve()
        if self.path.is_symlink():
            msg = f"{self.path} leads to a missing file; roll back to a kept snapshot or delete it."
            raise EnvironmentFault(msg)
        return None

    def snapshots(self) -> list[Snapshot]:
        """Return the kept snapshots, oldest first."""
        target = self.path.resolve()
        found = []
        for file in self.folder.glob("snapshot-*.duckdb"):
            match = SNAPSHOT_NAME.fullmatch(file.name)
            if match:
                found.append(
                    Snapshot(
                        number=int(match.group(1)),
                        path=file,
                        byte_count=file.stat().st_size,
                        is_published=file.resolve() == target,
                    )
                )
        return sorted(found, key=lambda snapshot: snapshot.number)

    @contextmanager
    def writer(self) -> Iterator[None]:
        """Be the only writer inside the block; what it leaves unpublished is deleted.

        Raises:
            EnvironmentFault: If another run holds the lock, or the folder cannot be written.
        """
        self.published()
        with writer_lock(self.folder / "lock", self.path):
            with storage_faults(self.staging_folder):
                self.staging_folder.mkdir(exist_ok=True)
                self._delete_unpublished()
            self._is_writer = True
            try:
                yield
            finally:
                self._is_writer = False
                self._delete_unpublished()

    def needs_rebuild(self) -> bool:
        """Return True when the published file follows an older contract.

        Raises:
            EnvironmentFault: If the published file is foreign, newer or damaged.
        """
        source = self.published()
        if source is None:
            return False
        with open_read_only(source) as connection:
            return schema_state(connection, self.path) is SchemaState.OLDER

    def begin(self) -> Path:
        """Return the next snapshot, a copy of the published one, to be changed by the run.

        When nothing is published, or the published file follows an older contract, it is a fresh
        warehouse; of an older one it keeps the ledger and the list of files.

        Raises:
            EnvironmentFault: If the published file is foreign, newer or damaged, or the disk is
                full; nothing is left behind.
        """
        self._require_writer()
        source = self.published()
        rebuild = self.needs_rebuild()
        snapshot = self.folder / f"next-{self._next_number():06d}.duckdb"
        try:
            with storage_faults(snapshot):
                if source is not None and not rebuild:
                    shutil.copyfile(source, snapshot)
                _prepare(snapshot, older=source if rebuild else None)
        except BaseException:
            self.discard(snapshot)
            raise
        return snapshot

    def publish(self, snapshot: Path, keep: int) -> Path:
        """Make a finished snapshot the published one and delete old ones.

        Args:
            snapshot: Closed file from ``begin``.
            keep: How many snapshots stay, the published one included; at least one.

        Returns:
            The published file under its final name.

        Raises:
            EnvironmentFault: If the file is still open or the disk refuses; the link is as before.
        """
        self._require_writer()
        if _log_file(snapshot).exists():
            msg = f"{snapshot} has unwritten changes; close its connection before publishing."
            raise EnvironmentFault(msg)
        final = snapshot.with_name(snapshot.name.replace("next-", "snapshot-"))
        with storage_faults(snapshot):
            _flush(snapshot)
            self._adopt_plain_file(snapshot)
            snapshot.replace(final)
            self._switch(final)
        self._delete_old(max(keep, 1))
        return final

    def discard(self, snapshot: Path) -> None:
        """Delete a snapshot that is not to be published, with all its side files."""
        for file in (snapshot, _log_file(snapshot)):
            file.unlink(missing_ok=True)

    def rollback(self, number: int | None = None) -> Path:
        """Publish a kept snapshot again; newer ones stay, so that this can be undone.

        Args:
            number: Number of the snapshot; by default the one before the published.

        Returns:
            The file that readers open from now on.

        Raises:
            UsageError: If there is no such snapshot, listing those that there are.
            EnvironmentFault: If the snapshot is damaged or another run holds the lock.
        """
        with writer_lock(self.folder / "lock", self.path):
            target = self._rollback_target(number)
            with open_read_only(target) as connection:
                require_current(connection, target)
            with storage_faults(self.path):
                self._switch(target)
        return target

    def _rollback_target(self, number: int | None) -> Path:
        by_number = {snapshot.number: snapshot.path for snapshot in self.snapshots()}
        if number is None:
            published = self._published_number()
            number = max((n for n in by_number if n < published), default=None)
        if number not in by_number:
            kept = ", ".join(map(str, by_number)) or "none"
            wanted = "earlier snapshot" if number is None else f"snapshot {number}"
            msg = f"{self.path} has no {wanted} to roll back to; kept: {kept}."
            raise UsageError(msg)
        return by_number[number]

    def _published_number(self) -> int:
        target = self.path.readlink().name if self.path.is_symlink() else ""
        match = SNAPSHOT_NAME.fullmatch(target)
        return int(match.group(1)) if match else 0

    def _next_number(self) -> int:
        kept = [snapshot.number for snapshot in self.snapshots()]
        is_plain_file = self.path.exists() and not self.path.is_symlink()
        return max([*kept, self._published_number()]) + (2 if is_plain_file else 1)

    def _adopt_plain_file(self, snapshot: Path) -> None:
        """Keep a copied warehouse, which the link is about to replace, as the snapshot before."""
        if self.path.exists() and not self.path.is_symlink():
            number = int(snapshot.stem.removeprefix("next-")) - 1
            shutil.copyfile(self.path, self.folder / f"snapshot-{number:06d}.duckdb")

    def _switch(self, target: Path) -> None:
        link = self.path.with_name(f".{self.path.name}.{os.getpid()}.link")
        link.unlink(missing_ok=True)
        link.symlink_to(Path(self.folder.name) / target.name)
        link.replace(self.path)
        _flush(self.path.parent)

    def _delete_old(self, keep: int) -> None:
        old = [snapshot for snapshot in self.snapshots() if not snapshot.is_published]
        for snapshot in old[: max(len(old) - keep + 1, 0)]:
            # The run is published; a file that cannot be deleted now goes after the next run.
            with suppress(OSError):
                snapshot.path.unlink()

    def _delete_unpublished(self) -> None:
        for file in self.folder.glob("next-*"):
            file.unlink(missing_ok=True)

    def _require_writer(self) -> None:
        if not self._is_writer:
            msg = "begin and publish belong inside the block of SnapshotStore.writer()"
            raise RuntimeError(msg)


def _prepare(snapshot: Path, older: Path | None) -> None:
    is_fresh = not snapshot.exists()
    with open_for_writing(snapshot) as connection:
        if is_fresh:
            create_warehouse(connection)
        else:
            connection.execute("BEGIN")
            create_marts(connection)
            connection.execute("COMMIT")
        if older is not None:
            carry_history(connection, older)


def _follow_user_links(path: Path) -> Path:
    """Return the path whose neighbour is the folder of snapshots: links of users lead there."""
    for _ in range(LINK_LIMIT):
        if not path.is_symlink() or SNAPSHOT_NAME.fullmatch(path.readlink().name):
            return path
        path = path.parent / path.readlink()
    msg = f"{path} is a link that leads to itself; choose another path."
    raise EnvironmentFault(msg)


def _log_file(snapshot: Path) -> Path:
    return snapshot.with_name(snapshot.name + ".wal")


def _flush(path: Path) -> None:
    """Force a file or folder onto the disk, so that a power cut cannot undo the switch."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)

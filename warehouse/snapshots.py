"""Versioned files of a warehouse behind one symbolic link.

The path that users name (``W``) is a link to ``W.d/snapshot-NNNNNN.duckdb``. Readers open the
published file; a run writes ``W.d/next-NNNNNN.duckdb`` and switches the link when it is done,
so readers are never blocked and never see half a run. Only ``publish`` and ``rollback`` move
the link; whatever fails before leaves the published file as it was.
"""

from __future__ import annotations

import shutil
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from warehouse.connections import open_read_only
from warehouse.errors import EnvironmentFault, UsageError
from warehouse.faults import storage_faults
from warehouse.lineage import nearest_ancestor, read_lineage
from warehouse.links import (
    flush,
    follow_user_links,
    linked_number,
    remove_stale_links,
    snapshot_number,
    switch_link,
)
from warehouse.preparation import prepare_snapshot
from warehouse.schema_versions import SchemaState, require_current, schema_state
from warehouse.writer_lock import writer_lock

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path


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
        self.path: Final = follow_user_links(path.absolute())
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
            number = snapshot_number(file.name)
            if number is not None:
                found.append(
                    Snapshot(
                        number=number,
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
            with storage_faults(self.path.parent):
                remove_stale_links(self.path)
            self._is_writer = True
            try:
                yield
            finally:
                self._is_writer = False
                # What cannot be deleted now goes before the next run; this one ends as it ended.
                with suppress(OSError):
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
        with self.discarded_on_error(snapshot), storage_faults(snapshot):
            # A run may have left one here that was refused after its load.
            self.discard(snapshot)
            if source is not None and not rebuild:
                shutil.copyfile(source, snapshot)
            prepare_snapshot(snapshot, older=source if rebuild else None)
        return snapshot

    def publish(self, snapshot: Path, keep: int, *, has_same_data: bool = False) -> Path:
        """Make a finished snapshot the published one and delete old ones.

        Args:
            snapshot: Closed file from ``begin``.
            keep: How many snapshots stay, the published one included; at least one.
            has_same_data: Whether only the ledger differs from the snapshot published so far;
                that one is then deleted, so that each kept snapshot has other data.

        Returns:
            The published file under its final name.

        Raises:
            EnvironmentFault: If the file is still open or the disk refuses; all is as before.
        """
        self._require_writer()
        if _log_file(snapshot).exists():
            msg = f"{snapshot} has unwritten changes; close its connection before publishing."
            raise EnvironmentFault(msg)
        replaced = self._published_snapshot() if has_same_data else None
        final = self._name_and_switch(snapshot, keeps_plain_file=not has_same_data)
        if replaced is not None:
            _delete_later(replaced)
        self._delete_old(max(keep, 1))
        return final

    def discard(self, snapshot: Path) -> None:
        """Delete a snapshot that is not to be published, with all its side files."""
        for file in (snapshot, _log_file(snapshot)):
            file.unlink(missing_ok=True)

    @contextmanager
    def discarded_on_error(self, snapshot: Path) -> Iterator[None]:
        """Delete a snapshot when the block that completes it fails."""
        try:
            yield
        except BaseException:
            self.discard(snapshot)
            raise

    def rollback(self, number: int | None = None) -> Path:
        """Publish a kept snapshot again; newer ones stay, so that this can be undone.

        Args:
            number: Number of the snapshot; by default the one that the published was made from.

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
                switch_link(self.path, target)
        return target

    def _rollback_target(self, number: int | None) -> Path:
        by_number = {snapshot.number: snapshot.path for snapshot in self.snapshots()}
        target = self._parent(by_number) if number is None else by_number.get(number)
        if target is None:
            kept = ", ".join(map(str, by_number)) or "none"
            wanted = "earlier snapshot" if number is None else f"snapshot {number}"
            msg = f"{self.path} has no {wanted} to roll back to; kept: {kept}."
            raise UsageError(msg)
        return target

    def _parent(self, by_number: Mapping[int, Path]) -> Path | None:
        """Return what the published one was made from; when that is damaged, the number before."""
        lineage = read_lineage(self.path)
        if lineage is not None:
            return nearest_ancestor(lineage, list(by_number.values()))
        published = linked_number(self.path)
        number = max((n for n in by_number if n < published), default=None)
        return None if number is None else by_number[number]

    def _published_snapshot(self) -> Path | None:
        """Return the published file if it is one of ours under the running contract."""
        ours = next((s.path for s in self.snapshots() if s.is_published), None)
        return None if ours is None or self.needs_rebuild() else ours

    def _next_number(self) -> int:
        kept = [snapshot.number for snapshot in self.snapshots()]
        return max([*kept, linked_number(self.path)]) + (2 if self._is_plain_file() else 1)

    def _is_plain_file(self) -> bool:
        return self.path.exists() and not self.path.is_symlink()

    def _name_and_switch(self, snapshot: Path, *, keeps_plain_file: bool) -> Path:
        """Give a snapshot its final name and publish it; after an error there is no new name."""
        final = snapshot.with_name(snapshot.name.replace("next-", "snapshot-"))
        named = [final]
        try:
            with storage_faults(snapshot):
                flush(snapshot)
                if keeps_plain_file and self._is_plain_file():
                    named.append(self._adopt_plain_file(snapshot))
                snapshot.replace(final)
            with storage_faults(self.path):
                switch_link(self.path, final)
        except BaseException:
            if linked_number(self.path) != snapshot_number(final.name):
                for file in named:
                    _delete_later(file)
            raise
        return final

    def _adopt_plain_file(self, snapshot: Path) -> Path:
        """Keep a copied warehouse, which the link is about to replace, as the snapshot before."""
        number = int(snapshot.stem.removeprefix("next-")) - 1
        unfinished = self.folder / f"next-{number:06d}.duckdb"
        shutil.copyfile(self.path, unfinished)
        flush(unfinished)
        return unfinished.rename(self.folder / f"snapshot-{number:06d}.duckdb")

    def _delete_old(self, keep: int) -> None:
        old = [snapshot for snapshot in self.snapshots() if not snapshot.is_published]
        for snapshot in old[: max(len(old) - keep + 1, 0)]:
            _delete_later(snapshot.path)

    def _delete_unpublished(self) -> None:
        for file in self.folder.glob("next-*"):
            file.unlink(missing_ok=True)

    def _require_writer(self) -> None:
        if not self._is_writer:
            msg = "begin and publish belong inside the block of SnapshotStore.writer()"
            raise RuntimeError(msg)


def _delete_later(file: Path) -> None:
    """Delete a snapshot that is not published; one that cannot go now goes after the next run."""
    with suppress(OSError):
        file.unlink()


def _log_file(snapshot: Path) -> Path:
    return snapshot.with_name(snapshot.name + ".wal")

"""What a run knows of the warehouse before it reads a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.snapshot_cycles import publish_text
from warehouse.known_state import read_known_state

if TYPE_CHECKING:
    from warehouse.snapshots import SnapshotStore


def test_read_known_state_is_empty_without_warehouse(store: SnapshotStore) -> None:
    """A first run knows nothing, and the frames have their columns all the same."""
    known = read_known_state(store.path)

    assert (known.document_files.height, known.documents.height) == (0, 0)
    assert known.documents.columns == ["document_id", "stated_metadata", "extraction_fingerprint"]


def test_read_known_state_reads_files_and_documents(store: SnapshotStore) -> None:
    """A later run knows every file and what its document was extracted with."""
    publish_text(store, "The court fined 5 of them.", paths=("b.txt", "a.txt"))

    known = read_known_state(store.path)

    assert known.document_files["path"].to_list() == ["a.txt", "b.txt"]
    assert known.documents["extraction_fingerprint"].to_list() == ["0123456789abcdef"]

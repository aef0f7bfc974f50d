"""Bytes of a file under limits: a hostile file costs an error message, never the memory."""

from __future__ import annotations

import gzip
import hashlib
import io
import os
import stat
import zlib
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, BinaryIO, Final

from tasks.sources.problems import UnreadableFile, describe_os_error

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from typing_extensions import Buffer

CHUNK_BYTES: Final = 1 << 20
RATIO_FREE_BYTES: Final = 1 << 20
"""Expanded size up to which no gzip ratio is suspicious: short repetitive texts pack well."""


@dataclass(frozen=True, kw_only=True)
class ReadLimits:
    """Sizes beyond which nothing is read.

    ``max_document_chars`` is in code points of the decoded text, ``max_expanded_ratio`` in
    expanded bytes per packed byte, ``max_sidecar_bytes`` in bytes, ``max_listed_lines`` the number
    of bad lines of one file that are recorded one by one.
    """

    max_document_chars: int = 5_000_000
    max_expanded_ratio: int = 200
    max_sidecar_bytes: int = 16_000_000
    max_listed_lines: int = 1000

    @property
    def max_document_bytes(self) -> int:
        """Bytes that no allowed document can exceed: four per code point and a byte order mark."""
        return 4 * self.max_document_chars + 4

    @property
    def max_line_bytes(self) -> int:
        """Bytes of the longest JSONL line that is parsed: text with escapes, and metadata."""
        return 6 * self.max_document_chars + 65_536


class HashedFile(io.RawIOBase):
    """A regular file opened for reading that hashes what passes through."""

    def __init__(self, location: Path, *, follows_link: bool = True) -> None:
        """Open the file.

        Raises:
            OSError: If it cannot be opened.
            UnreadableFile: If it is no regular file (any more).
        """
        super().__init__()
        # without O_NONBLOCK a pipe that took the file's place would block the run for ever
        flags = os.O_RDONLY | os.O_NONBLOCK | (0 if follows_link else os.O_NOFOLLOW)
        self._file = os.fdopen(os.open(location, flags), "rb", buffering=0)
        self._hash = hashlib.sha256()
        self.byte_count = 0
        status = os.fstat(self._file.fileno())
        self.stored_byte_count = status.st_size
        if not stat.S_ISREG(status.st_mode):
            self.close()
            msg = "is no regular file any more: run again"
            raise UnreadableFile(msg, is_unreachable=True)

    def readable(self) -> bool:
        """Return True."""
        return True

    def readinto(self, buffer: Buffer, /) -> int:
        """Fill the buffer with the next bytes and return their number."""
        view = memoryview(buffer)
        count = self._file.readinto(view) or 0
        self._hash.update(view[:count])
        self.byte_count += count
        return count

    def sha256(self) -> str:
        """Return the hex SHA-256 of all bytes of the file, reading what is left of it."""
        buffer = bytearray(CHUNK_BYTES)
        while self.readinto(buffer):
            pass
        return self._hash.hexdigest()

    def close(self) -> None:
        """Close the file."""
        self._file.close()
        super().close()


class ExpandedFile(io.RawIOBase):
    """The expanded bytes of a gzip file, refused when they are out of proportion."""

    def __init__(self, packed: HashedFile, *, max_ratio: int) -> None:
        """Expand ``packed`` to at most ``max_ratio`` times its stored size."""
        super().__init__()
        self._expanded = gzip.GzipFile(fileobj=io.BufferedReader(packed))
        self._left = max(RATIO_FREE_BYTES, max_ratio * packed.stored_byte_count)
        self._max_ratio = max_ratio

    def readable(self) -> bool:
        """Return True."""
        return True

    def readinto(self, buffer: Buffer, /) -> int:
        """Fill the buffer with the next expanded bytes and return their number.

        Raises:
            UnreadableFile: If the file expands to more than the allowed ratio.
        """
        count = self._expanded.readinto(memoryview(buffer))
        self._left -= count
        if self._left < 0:
            msg = (
                f"expands to more than {self._max_ratio} times its size, as a gzip bomb does: "
                f"expand it yourself if you trust it"
            )
            raise UnreadableFile(msg)
        return count


def hash_file(location: Path) -> tuple[str, int]:
    """Return the SHA-256 of a file and its size in bytes, read in chunks.

    Raises:
        UnreadableFile: If it cannot be opened or read.
    """
    with refusing_broken_bytes(), HashedFile(location) as stream:
        return stream.sha256(), stream.byte_count


@contextmanager
def open_expanded(
    location: Path, *, is_compressed: bool, sha256: str, max_ratio: int
) -> Iterator[BinaryIO]:
    """Open a file, expanded if it is compressed, and check at the end that it is still the same.

    Args:
        location: File to open.
        is_compressed: Whether it is gzip.
        sha256: Hash that all its stored bytes must have.
        max_ratio: Limit of expanded bytes per packed byte.

    Raises:
        UnreadableFile: If it cannot be read, is damaged, or differs from ``sha256``.
    """
    with refusing_broken_bytes(), HashedFile(location) as stored:
        raw = ExpandedFile(stored, max_ratio=max_ratio) if is_compressed else stored
        yield io.BufferedReader(raw)
        if stored.sha256() != sha256:
            msg = "changed while it was being read: run again when it is complete"
            raise UnreadableFile(msg, is_unreachable=True)


@contextmanager
def refusing_broken_bytes() -> Iterator[None]:
    """Turn every failure to open, read or expand into ``UnreadableFile``."""
    try:
        yield
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        msg = f"is a damaged gzip file ({error}): copy it again"
        raise UnreadableFile(msg) from error
    except FileNotFoundError as error:
        msg = "vanished before it was read: run again if it should be there"
        raise UnreadableFile(msg, is_unreachable=True) from error
    except OSError as error:
        msg = f"cannot be read ({describe_os_error(error)}): check its permissions and its disk"
        raise UnreadableFile(msg, is_unreachable=True) from error


def read_lines(stream: BinaryIO, max_bytes: int) -> Iterator[tuple[int, bytes | None]]:
    """Yield index and bytes of each line; None stands for a line of more than ``max_bytes``."""
    index = 0
    while line := stream.readline(max_bytes + 1):
        is_complete = len(line) <= max_bytes or line.endswith(b"\n")
        while not is_complete and (rest := stream.readline(CHUNK_BYTES)):
            is_complete = rest.endswith(b"\n")
        yield index, line if len(line) <= max_bytes else None
        index += 1

"""Reads the stories in which every weapon and military vehicle is marked."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Final
from zlib import crc32

from evaluation.corpora.annotated import AnnotatedText
from evaluation.corpora.inline import read_inline

LABELS: Final = frozenset({"WEAPON", "VEHICLE"})
PARTS: Final = 3
"""Of the stories one in three is set aside for the test, by the checksum of the id."""


def read_armaments(folder: Path, split: str) -> Iterator[AnnotatedText]:
    """Yield the stories of ``dev`` or ``test``; of other labels they say nothing.

    Args:
        folder: ``tests/golden/armaments``.
        split: Part that is wanted.
    """
    for path in sorted(folder.glob("*.txt")):
        for story in read_inline(path):
            if split == ("dev" if crc32(story.key.encode()) % PARTS else "test"):
                yield replace(story, source="armaments", exhaustive=LABELS)

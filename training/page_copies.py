"""Copies of the pages of the gold, changed as copied pages differ."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final
from zlib import crc32

from evaluation.corpora.inline import read_inline
from evaluation.passages.gold import GLUE, Page, read_blocks, read_page
from warehouse.passage_kinds import FIGURE_KINDS

BARE_PARTS: Final = 10
"""One story in ten of the gold of names is a bare text."""
CHANGES: Final = ("article", "capitals", "no_blanks", "blanks")
"""What is done to the second copy of a page; see ``changed``."""
FIRST_SENTENCE: Final = re.compile(r"(.{40,200}?[.!?][\"”]?) .*")
LONG_KINDS: Final = frozenset({"body", "disclaimer"})
MERGED: Final = (1, 2, 3, 5)
"""After how many lines a paragraph may end at an empty line."""


def training_pages(folder: Path) -> Iterator[Page]:
    """Yield each page of the gold as it is, changed, its beginning alone, and with long lines."""
    for path in sorted(folder.glob("*.txt")):
        for key, lines in read_blocks(path):
            yield read_page(key, lines)
            yield read_page(key, list(changed(key, lines)))
            yield read_page(key, list(beginning(lines)))
            yield read_page(key, list(merged(lines)))


def changed(key: str, lines: Sequence[str]) -> Iterator[str]:
    """Yield the marked lines of a page as it could have been copied, too.

    Without its furniture, so that a bare article is no surprise; in capitals; without empty lines;
    or with one in front of each line.
    """
    change = CHANGES[crc32(key.encode()) % len(CHANGES)]
    for line in lines:
        kind, _, words = line.removeprefix(GLUE).partition("\t")
        if change == "article" and (not line or kind in FIGURE_KINDS):
            yield line.removeprefix(GLUE)
        elif change == "capitals" and line:
            yield f"{line.partition(chr(9))[0]}\t{words.upper()}"
        elif change == "no_blanks" and line:
            yield line
        elif change == "blanks" and line:
            yield from ([line] if line.startswith(GLUE) else ["", line])
        elif change == "capitals":
            yield line


def beginning(lines: Sequence[str]) -> Iterator[str]:
    """Yield the marked lines of a page up to the first or the third of its running text.

    Of some no more than a sentence of it: a brief has a page around it, too.
    """
    left, is_short = 1 + 2 * (len(lines) % 2), len(lines) % 3 == 0
    for line in lines:
        is_body = line.removeprefix(GLUE).startswith("body\t")
        left -= is_body
        if is_short and is_body and not left:
            yield FIRST_SENTENCE.sub(r"\1", line)
        elif left >= 0:
            yield line
        if left <= 0:
            return


def merged(lines: Sequence[str]) -> Iterator[str]:
    """Yield the marked lines of a page whose paragraphs are long, as most real ones are."""
    run: list[str] = []
    for line in [*lines, ""]:
        kind, _, words = line.partition("\t")
        if kind in LONG_KINDS and (not run or run[0] == kind):
            run = [kind, *run[1:], words]
        elif line or len(run) > 1 + MERGED[len(lines) % len(MERGED)]:
            yield from joined_run(run)
            run = [kind, words] if kind in LONG_KINDS else []
            if kind not in LONG_KINDS:
                yield line
    yield from joined_run(run)


def joined_run(run: Sequence[str]) -> Iterator[str]:
    """Yield the marked line of a kind and several texts, nothing when there is none."""
    if run:
        yield f"{run[0]}\t{' '.join(run[1:])}"


def bare_texts(folder: Path) -> Iterator[Page]:
    """Yield stories of the gold of names as texts without a page around them, all of them body.

    Some in one line, some with a line for each sentence, some no longer than a few words.
    """
    for path in sorted(folder.glob("*.txt")):
        for story in read_inline(path):
            share, cut = divmod(crc32(story.key.encode()), len(story.sentences))
            if share % BARE_PARTS == 0:
                sentences = [story.text[start:end] for start, end in story.sentences[: cut + 1]]
                lines = [f"body\t{' '.join(one.split())}" for one in sentences]
                yield read_page(story.key, lines)
                yield read_page(story.key, ["body\t" + " ".join(story.text.split())])

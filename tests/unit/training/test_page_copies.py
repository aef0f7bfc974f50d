"""Pages of the gold are learned from as they could have been copied, too."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from evaluation.passages.gold import read_page
from training.page_copies import CHANGES, beginning, changed, merged, training_pages

if TYPE_CHECKING:
    from pathlib import Path

LINES = [
    "chrome\tMenu",
    "",
    "title\tRaid kills 7",
    "credit\tPhoto: AFP",
    "+body\tSeven people died in the raid on the village of Velm on Sunday. It was dawn.",
    "body\tThe army came late.",
    "",
    "body\tThe dead were buried.",
    "chrome\tShare",
]


def of_change(change: str) -> list[str]:
    """Return the lines of a page whose id asks for a change."""
    copies = {tuple(changed(f"a-{number}", LINES)) for number in range(40)}
    assert len(copies) == len(CHANGES)
    tests = {
        "article": lambda copy: not any("chrome" in line for line in copy),
        "capitals": lambda copy: any("RAID KILLS 7" in line for line in copy),
        "no_blanks": lambda copy: "" not in copy and any("Menu" in line for line in copy),
        "blanks": lambda copy: copy.count("") > LINES.count(""),
    }
    (found,) = [list(copy) for copy in copies if tests[change](copy)]
    return found


def test_an_article_alone_has_no_furniture_and_no_glue() -> None:
    """What was glued to furniture is a line of its own."""
    kinds = [passage.kind for passage in read_page("a", of_change("article")).passages]

    assert kinds == ["title", "body", "body", "body"]


@pytest.mark.parametrize("change", ["capitals", "no_blanks", "blanks"])
def test_other_changes_keep_kinds_and_words(change: str) -> None:
    """The same passages in the same order."""
    before, after = read_page("a", LINES), read_page("a", of_change(change))

    assert [p.kind for p in after.passages] == [p.kind for p in before.passages]
    assert after.text.lower().split() == before.text.lower().split()


def test_a_beginning_ends_with_running_text() -> None:
    """Briefs have a page around them, too: of some pages one sentence is left."""
    found = list(beginning(LINES))

    assert found[-1].startswith(("body\t", "+body\t"))
    assert "chrome\tShare" not in found


def test_merged_paragraphs_hold_the_same_words() -> None:
    """Lines of one kind become one long line; nothing is lost."""
    found = list(merged(LINES))

    assert (
        "\n".join(found).replace("body", "").split() == "\n".join(LINES).replace("body", "").split()
    )
    assert len(found) < len(LINES)


def test_each_page_is_seen_in_four_ways(tmp_path: Path) -> None:
    """As it is, changed, its beginning, and with long paragraphs."""
    (tmp_path / "a.txt").write_text("== a-1\n" + "\n".join(LINES), encoding="utf-8")

    pages = list(training_pages(tmp_path))

    assert [page.key for page in pages] == ["a-1"] * 4
    assert len({page.text for page in pages}) == 4

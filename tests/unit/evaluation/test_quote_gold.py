"""The reader of the gold of quotations."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from evaluation.quotes.gold import GoldClaim, GoldQuote, read_gold, read_passage

if TYPE_CHECKING:
    from pathlib import Path

LINES = [
    "quotes-a-001",
    '"Two boats left," said Ola Berg.',
    "\\n",
    "Two came back.",
]
QUOTE = "> direct | Two boats left, | Ola Berg | said | stated"
FIGURES = ["= Two | Ola Berg | stated | NTB", "= Two | - | - | -"]


def test_passage_joins_its_lines_and_keeps_paragraphs() -> None:
    """One space joins lines; a line of its own for the break makes a paragraph."""
    passage = read_passage(LINES)

    assert passage.key == "quotes-a-001"
    assert passage.text == '"Two boats left," said Ola Berg.\n\nTwo came back.'
    assert passage.split in {"dev", "test"}


def test_quotation_has_its_place_and_parts() -> None:
    """Offsets are those of the content without marks."""
    (quote,) = read_passage([*LINES, QUOTE]).quotes

    assert quote == GoldQuote((1, 16), "direct", "Ola Berg", "said", "stated")


def test_dash_is_none() -> None:
    """A floating quotation has no cue, an impersonal one no speaker."""
    (quote,) = read_passage([*LINES, "> direct | Two boats left, | - | - | stated"]).quotes

    assert (quote.speaker, quote.cue) == (None, None)


def test_figures_are_looked_for_one_behind_the_other() -> None:
    """The second ``Two`` is the one of the second sentence."""
    passage = read_passage([*LINES, *FIGURES])

    assert passage.claims == (
        GoldClaim((1, 4), "Ola Berg", "stated", "NTB"),
        GoldClaim((34, 37), None, None, None),
    )


def test_second_occurrence_is_asked_for_by_its_number() -> None:
    """``#2`` behind a content is no part of it."""
    (quote,) = read_passage([*LINES, "> indirect | Two #2 | - | said | stated"]).quotes

    assert quote.place == (34, 37)


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("> direct | Two boats left, | Ola Berg | said", "needs 5 fields"),
        ("= Two | - | -", "needs 4 fields"),
        ("> direct | Two ships left, | - | - | stated", "'Two ships left,' is not in the text"),
        ("> direct | Two #3 | - | - | stated", "'Two #3' is not in the text"),
        ("= Nine | - | - | -", "'Nine' is not in the text"),
    ],
    ids=["quotation", "figure", "content", "occurrence", "number"],
)
def test_bad_line_is_refused_with_its_passage(line: str, reason: str) -> None:
    """A missing field, or words that the text does not hold."""
    with pytest.raises(ValueError, match=f"quotes-a-001: .*{reason}"):
        read_passage([*LINES, line])


def test_figure_out_of_order_is_refused() -> None:
    """Figures stand in the order of the text."""
    with pytest.raises(ValueError, match="'boats' is not in the text"):
        read_passage([*LINES, "= Two | - | - | -", "= left | - | - | -", "= boats | - | - | -"])


def test_folder_is_read_in_the_order_of_its_names(tmp_path: Path) -> None:
    """All passages of all text files, blank lines or not."""
    (tmp_path / "b.txt").write_text("== b-1\nNobody came.\n", encoding="utf-8")
    (tmp_path / "a.txt").write_text(f"== a-1\nYes.\n\n== a-2\nTwo.\n{FIGURES[1]}\n", "utf-8")
    (tmp_path / "README.md").write_text("== no\n", encoding="utf-8")

    passages = list(read_gold(tmp_path))

    assert [passage.key for passage in passages] == ["a-1", "a-2", "b-1"]
    assert [len(passage.claims) for passage in passages] == [0, 1, 0]

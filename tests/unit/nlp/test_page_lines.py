"""The kinds of the lines of a page: seams, wrapped lines, and the weights behind them."""

from __future__ import annotations

import re
from pathlib import Path

import numpy as np
import pytest

from evaluation.passages.gold import read_page, read_pages
from evaluation.passages.scoring import score_pages
from tasks.nlp.passages.line_model import best_path, load_line_model, name_kinds
from tasks.nlp.passages.lines import split_lines
from tasks.nlp.passages.marking import mark_passages
from tasks.nlp.passages.segments import cut_segments
from tasks.nlp.passages.wrapping import join_wrapped_lines, wrap_width
from warehouse.passage_kinds import FIGURE_KINDS
from warehouse.vocabularies import PASSAGE_KINDS

ROOT = Path(__file__).parents[3]
PAGES = list(read_pages(ROOT / "tests/golden/pages"))
CARD = (ROOT / "models/page_lines/README.md").read_text(encoding="utf-8")
FLOOR = 90
"""Least F1 of "not article" on pages that were set aside."""
WRAPPED = (
    "GUNMEN RAIDED A VILLAGE IN THE NORTH ON SUNDAY, KILLING SEVEN PEOPLE\n"
    "AND BURNING THIRTY HOUSES, THE GOVERNOR SAID.  THE ARMY HAS SENT TWO\n"
    "BATTALIONS TO THE AREA, WHICH LIES NEAR THE BORDER AND HAS SEEN MANY\n"
    "SUCH RAIDS.\n"
    "THE DEAD WERE BURIED THE SAME DAY, AS IS THE CUSTOM IN THE HIGHLANDS\n"
    "OF THE EAST.\n"
)
HEADLINES = (
    "Smoke pushes the air quality index past ten in Saskatoon\n"
    "Province bans open fires north of the line\n"
    "Who pays when a reserve has no fire hall?\n"
    "Winds of 40 kilometres an hour expected from the south on Wednesday\n"
)


def lines(text: str) -> list[str]:
    """Return the lines of a text after wrapped ones were joined."""
    return [line.text for line in join_wrapped_lines(list(split_lines(text)), text)]


@pytest.mark.parametrize("split", ["dev", "test"])
def test_furniture_is_told_from_the_article(split: str) -> None:
    """On pages that nothing was learned from; the card of the weights gives the same numbers."""
    score = score_pages([page for page in PAGES if page.split == split], mark_passages)
    stated = [
        re.search(rf"\| not article, by {unit} \|(.*)\|", CARD)
        for unit in ("passages", "characters")
    ]
    column = 0 if split == "dev" else 1
    shown = [found[1].split("|")[column].strip() for found in stated if found]

    assert score.passages.report()["f1"] >= FLOOR
    assert [f"{one.report()['f1']:.1f}" for one in (score.passages, score.characters)] == shown


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.key)
def test_every_visible_character_has_one_passage(page: object) -> None:
    """Passages lie in order, do not overlap, and leave out white space alone."""
    text = page.text  # type: ignore[attr-defined] - a page
    end = 0
    for passage in mark_passages(text):
        assert not text[end : passage.start_char].strip()
        assert text[passage.start_char : passage.end_char].strip()
        end = passage.end_char
    assert not text[end:].strip()


def test_lines_of_a_fixed_width_are_joined() -> None:
    """Telex copy is broken where the next word has no room; a short line ends a paragraph."""
    joined = lines(WRAPPED)

    assert [line.split()[-1] for line in joined] == ["RAIDS.", "EAST."]
    assert all("\n" not in line for line in joined)


def test_offsets_of_joined_lines_are_those_of_the_text() -> None:
    """A joined line has as many characters as its stretch of the text."""
    text = WRAPPED.replace("\n", "\r\n")
    for line in join_wrapped_lines(list(split_lines(text)), text):
        assert " ".join(text[line.start_char : line.end_char].split()) == " ".join(
            line.text.split()
        )
        assert len(line.text) == line.end_char - line.start_char


def test_sentences_of_equal_length_are_not_joined() -> None:
    """A list of briefs has lines of much the same length, too."""
    text = (
        "Floods kill fourteen people in northern Kenya, officials say\n"
        "Fourteen people died in floods in northern Kenya on Monday.\n"
        "Police in Garissa said nine of the dead were schoolchildren.\n"
        "The governor declared three days of mourning in the county.\n"
        "The Red Cross has put up tents for two thousand families.\n"
    )

    assert [passage.kind for passage in mark_passages(text)] == ["title", *["body"] * 4]


def test_headlines_below_one_another_are_not_joined() -> None:
    """Their lengths are their own, not those of a page."""
    assert wrap_width(list(split_lines(HEADLINES))) == 0
    assert len(lines(HEADLINES)) == 4


@pytest.mark.parametrize(
    ("line", "parts"),
    [
        ("Photo: VCGFlow of arms", ["Photo: VCG", "Flow of arms"]),
        ("Title: Nine die in raid", ["Title:", "Nine die in raid"]),
        ("Rescuers dig. Photo: Town archive", ["Rescuers dig.", "Photo: Town archive"]),
        ("GENEVA (Reuters) - Talks failed", ["GENEVA (Reuters) -", "Talks failed"]),
        ("DJIBOUTI, Sept 18 (Reuters) - At least", ["DJIBOUTI, Sept 18 (Reuters) -", "At least"]),
        (
            "Russia \u2013 a large supplier \u2013 cut deliveries.",
            ["Russia \u2013 a large supplier \u2013 cut deliveries."],
        ),
        ("Talks with the Authority (PA)", ["Talks with the Authority (PA)"]),
        ("Gunmen fled - the police said", ["Gunmen fled - the police said"]),
    ],
)
def test_glued_lines_are_cut_at_their_seam(line: str, parts: list[str]) -> None:
    """A seam lies where a pattern ends; a line without one stays whole."""
    assert [segment.line.text for segment in cut_segments(line)] == parts


def test_a_lone_line_is_the_text() -> None:
    """A record of one sentence is read, whatever it looks like."""
    for text in ("5,000 militants fled", "3 min read", "Home"):
        assert [passage.kind for passage in mark_passages(text)] == ["body"]


def test_blank_texts_have_no_passages() -> None:
    """Nothing visible, nothing marked."""
    assert mark_passages("") == mark_passages(" \n\u2028 ") == []
    assert name_kinds([]) == []


def test_long_lines_are_the_article() -> None:
    """No furniture is that long, so its words do not matter."""
    text = "Subscribe now\n" + "cookie newsletter share " * 200 + "\nShare this"

    assert [p.kind in FIGURE_KINDS for p in mark_passages(text)][1]


def test_time_grows_with_the_page() -> None:
    """Forty thousand lines are marked in one go, not each against all others."""
    text = "\n".join(f"Line {number} of {number}" for number in range(40_000))

    assert len(mark_passages(text)) > 1


def test_weights_name_known_kinds_and_places() -> None:
    """The table and the code agree on kinds; unknown features weigh nothing."""
    model = load_line_model()

    assert model.steps.shape == (len(PASSAGE_KINDS), len(PASSAGE_KINDS))
    assert all(not matrix[-1].any() for matrix in model.weights)
    assert all(matrix[:-1].any() for matrix in model.weights)


def test_the_best_path_weighs_steps_and_lines() -> None:
    """A strong step wins over a weak line; of equal paths the first kind does."""
    steps = np.array([[0.0, 0.0], [0.0, 5.0]])

    assert best_path(np.array([[0.0, 1.0], [1.0, 0.0]]), steps) == [1, 1]
    assert best_path(np.zeros((3, 2)), np.zeros((2, 2))) == [0, 0, 0]


@pytest.mark.parametrize("line", ["no tab", "moon\ttext", "body\t "])
def test_slips_in_the_gold_name_their_line(line: str, tmp_path: Path) -> None:
    """Nothing of the gold is guessed."""
    (tmp_path / "a.txt").write_text(f"== a-1\n{line}\n", encoding="utf-8")

    with pytest.raises(ValueError, match=r"a\.txt, line 2"):
        list(read_pages(tmp_path))


def test_a_page_is_scored_by_its_passages() -> None:
    """A gold passage counts once, its characters one by one; another kind is an error."""
    page = read_page("a-1", ["title\tRaid", "chrome\tShare", "body\tSeven died."])
    none = score_pages([page], lambda _: [])
    own = score_pages([page], lambda _: page.passages)

    assert own.passages.report()["f1"] == own.characters.report()["f1"] == 100
    assert own.wrong == []
    assert none.characters.report()["recall"] == 0
    assert own.of_kind("chrome").report()["f1"] == 100

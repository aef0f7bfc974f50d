"""Passages: every line of a page has a kind, and nothing visible is lost."""

from __future__ import annotations

import pytest

from tasks.nlp.passages.marking import mark_passages

BODY = "The army said on Monday that it had found a store of rifles in the old mill.\n"
LINES = {
    "print": ("Print Friendly, PDF & Email", "chrome"),
    "font_size": ("100% Font Size", "chrome"),
    "share": ("Facebook | Twitter | Print", "chrome"),
    "no_author": ("Author description: Author details not found", "chrome"),
    "by_line": ("By Amal Rifai and Thomas Keane", "byline"),
    "author_header": ("Author: Xu Peilan", "byline"),
    "date": ("December 10, 2015", "dateline"),
    "place_and_date": ("Brussels, 17 December 2024", "dateline"),
    "telegraphic": ("TEGUCIGALPA, 3 NOV 89 (PRENSA DEL ISTMO) -- TEXT", "dateline"),
    "credit": ("Photo: Jane Roe", "credit"),
    "keywords": ("Published under: Security , Russia", "metadata"),
    "published": ("Published: 21 February 2025", "metadata"),
    "published_sentence": ("First published 10 May 2014; updated 22 August 2024", "metadata"),
    "slug": ("FOR IMMEDIATE RELEASE", "metadata"),
    "contact": ("Contact: desk@example.org | Tel. +41 22 555 01 87", "metadata"),
    "related": ("Read also: 5 things to know", "related"),
    "feed": ("The post A title appeared first on The Wire.", "feed"),
    "disclaimer": ("Disclaimer: Columns reflect the opinion of their authors.", "disclaimer"),
    "trending": ("Top Content Trending", "chrome"),
}


def kinds(text: str) -> list[tuple[str, str]]:
    """Return text and kind of each passage."""
    return [(text[p.start_char : p.end_char], p.kind) for p in mark_passages(text)]


@pytest.mark.parametrize(("line", "kind"), LINES.values(), ids=LINES)
def test_line_has_its_kind(line: str, kind: str) -> None:
    """A line of page furniture between title and body has its kind."""
    text = f"A store is found in the old mill\n\n{line}\n\n{BODY}"

    assert (line, kind) in kinds(text)
    assert kinds(text)[0][1] == "title"
    assert kinds(text)[-1][1] == "body"


def test_glued_credit_is_cut_off_the_body() -> None:
    """A credit glued to the first word of a sentence is a passage of its own."""
    text = f"A store is found in the old mill\n\nPhoto: VCG{BODY}"

    assert kinds(text)[1:] == [("Photo: VCG", "credit"), (BODY.strip(), "body")]


def test_credit_behind_a_caption_is_cut_off() -> None:
    """The words of a caption belong to the article, who took the picture does not."""
    text = f"A store is found in the old mill\n\nHeadquarters of the guard / AP\n\n{BODY}"

    assert kinds(text)[1:] == [
        ("Headquarters of the guard", "caption"),
        ("/ AP", "credit"),
        (BODY.strip(), "body"),
    ]


def test_name_above_its_caption_is_no_author() -> None:
    """Pages print who is in a picture twice, once as its alternative text."""
    text = f"A store is found in the old mill\n\nIlya Torm\n\nIlya Torm / AP\n\n{BODY}"

    assert [kind for _, kind in kinds(text)] == ["title", "caption", "caption", "credit", "body"]


def test_dateline_before_the_first_sentence_is_cut_off() -> None:
    """Place, date and agency before a dash are a dateline; the sentence behind is body."""
    text = f"A store is found\n\nTRIESTE, Italy, 12 March 2024 (Courier) \u2013 {BODY}"

    assert kinds(text)[1:] == [
        ("TRIESTE, Italy, 12 March 2024 (Courier) \u2013", "dateline"),
        (BODY.strip(), "body"),
    ]


def test_entry_of_a_timeline_keeps_its_date() -> None:
    """A date without a place that opens a paragraph is part of the body."""
    entry = "17 February 1986 \u2013 The first attack is made there."

    assert kinds(f"A timeline of the war\n\n{BODY}\n{entry}\n")[-1] == (entry, "body")


def test_related_list_ends_with_its_items() -> None:
    """The items below a related heading are related; the paragraph behind them is not."""
    text = (
        f"A store is found\n\n{BODY}\nMORE ON THE TOPIC:\n- Fire kills 7\n- 24 boats sold\n\n{BODY}"
    )

    assert [kind for _, kind in kinds(text)] == [
        "title", "body", "related", "related", "related", "body",
    ]  # fmt: skip


def test_author_line_at_the_end_is_a_bio() -> None:
    """A closing line that introduces the author of the byline is a bio."""
    text = (
        f"A store is found\n\nMaria Costa\n\n{BODY}\n"
        "Maria Costa is a research fellow at an institute in Rome.\n"
    )

    assert kinds(text)[-1][1] == "bio"


def test_name_of_a_publication_is_no_author() -> None:
    """A line of capitalised words that ends like a newspaper is metadata, a name a byline."""
    outlet = kinds(f"A store is found\n\nThe Baltic Ledger\n\n{BODY}")
    person = kinds(f"A store is found\n\nElene Gvaramia\n\n{BODY}")

    assert outlet[1] == ("The Baltic Ledger", "metadata")
    assert person[1] == ("Elene Gvaramia", "byline")


def test_wrapped_lines_are_one_passage() -> None:
    """Lines that a fixed width broke in the middle of a sentence are one body passage."""
    text = (
        "A store is found in the old mill\n\n"
        "The army said on Monday that it had found a store of rifles in\n"
        "the old mill.\n"
    )

    assert len(kinds(text)) == 2


@pytest.mark.parametrize("stop", ["\n", "\r\n", "\r", "\u2028", "\x0b"])
def test_any_line_break_parts_lines(stop: str) -> None:
    """Every kind of line break parts title and body."""
    text = f"A store is found in the old mill{stop}{stop}{BODY.strip()}"

    assert [kind for _, kind in kinds(text)] == ["title", "body"]

"""Laws of the extraction: spans hold their text, parts add up, numbers read back."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tasks.nlp import reading
from tasks.nlp.document import DocumentInput, Extraction, extract_document
from tasks.nlp.extraction import extract_frames
from tasks.nlp.figures.numbers import parse_number
from tasks.nlp.pipeline import RULES, load_pipeline
from tasks.nlp.reparse import figure_mismatches
from tasks.nlp.rows import document_rows
from warehouse.seeds import corpus_folder
from warehouse.tables import TABLES_BY_NAME

if TYPE_CHECKING:
    from tasks.nlp.entity_rows import Row

PIECES = (
    *("5", "4 000", "12,5", "$", "€", "%", "million", "one", "half", "a", "third", "in", "per"),
    *("men", "rifles", "AK-47", "T-", "-", "\u2013", "to", "between", "and", "of", "over", "s"),
    "aged",
    *("May", "2015", "31", "/", ".", ",", "!", '"', "“", "”", "\n", "\n\n", "\r\n", "\t", "\u2028"),
    *("United States", "ISIS", "U.S.", "RELATED:", "By Jo Doe", "Photo: VCG", "|", "#", "1.", "**"),
    *("שלום", "ثلاثة", "٣", "五", "😀", "👩‍👩‍👧", "e\u0301", "\u200f", "\x00", "\x1f", "\ufeff"),
    "½",
)  # fmt: skip
BUILT = st.lists(st.sampled_from(PIECES), max_size=60).map(" ".join)
GLUED = st.lists(st.sampled_from(PIECES), max_size=60).map("".join)
ANY_TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=300)
TEXTS = st.one_of(BUILT, GLUED, ANY_TEXT)


def extract(text: str) -> Extraction:
    """Return the extraction of a text."""
    return extract_document(load_pipeline(RULES), DocumentInput("d", text))


@settings(max_examples=200, deadline=None)
@given(TEXTS)
def test_every_span_holds_its_text(text: str) -> None:
    """Whatever the text, nothing raises and every span of every row slices its own text."""
    rows = document_rows(extract(text))

    for name, found in rows.items():
        for span in TABLES_BY_NAME[name].spans:
            for row in found:
                if row[span.start_char] is not None:
                    assert text[row[span.start_char] : row[span.end_char]] == row[span.text]


@settings(max_examples=150, deadline=None)
@given(TEXTS)
def test_every_figure_follows_from_its_characters(text: str) -> None:
    """Whatever the text, each figure read again from its characters gives what is stored."""
    staged = pl.DataFrame(
        {
            "document_id": ["a" * 64],
            "text": [text],
            "char_count": [len(text)],
            "byte_count": [len(text)],
            "encoding": ["utf-8"],
        }
    )
    figures = extract_frames(load_pipeline(RULES), staged, fingerprint="0" * 16)["core.figures"]

    assert figure_mismatches(figures, {"a" * 64: text}).rows() == []


@settings(max_examples=100, deadline=None)
@given(TEXTS)
def test_every_visible_character_is_in_one_passage(text: str) -> None:
    """Passages are in order, do not overlap, and hold every visible character."""
    passages = extract(text).passages
    covered = [index for p in passages for index in range(p.start_char, p.end_char)]

    assert covered == sorted(set(covered))
    assert all(
        text[i].isspace() or not text[i].isprintable() for i in set(range(len(text))) - set(covered)
    )


SENTENCES = st.sampled_from(
    [
        "The army said that 5 men and 1,200 rifles were found in the old mill.",
        "Officials put the cost at about $2.5 million, or 40 percent of the plan.",
        "More than 60 families fled to South Sudan after the raid on their village.",
        "The police held a man aged 57, and one soldier was killed near the bridge.",
        "Several hundred people, one in five of them children, walked for 12 km.",
    ]
)
PARAGRAPHS = st.lists(SENTENCES, min_size=2, max_size=4).map(" ".join)


def shifted(extraction: Extraction, distance: int) -> list[tuple[object, ...]]:
    """Return the spans of figures, names and rejected numbers, shifted."""
    figures = [(f.span.moved(distance), f.kind, f.low, f.high, f.unit) for f in extraction.figures]
    names = [(m.span.moved(distance), m.label) for m in extraction.linked.mentions]
    rejected = [(r.span.moved(distance), r.reason) for r in extraction.rejected_numbers]
    return [*figures, *names, *rejected]


@settings(max_examples=50, deadline=None)
@given(PARAGRAPHS, PARAGRAPHS)
def test_two_paragraphs_give_both_extractions(first: str, second: str) -> None:
    """Two paragraphs give what each gives alone, the second shifted."""
    joined = f"{first}\n\n{second}"
    expected = shifted(extract(first), 0) + shifted(extract(second), len(first) + 2)

    assert sorted(map(repr, shifted(extract(joined), 0))) == sorted(map(repr, expected))


NUMBER_FORMS = {
    "plain": lambda value: f"{value}",
    "commas": lambda value: f"{value:,}",
    "spaces": lambda value: f"{value:,}".replace(",", " "),
    "thin_spaces": lambda value: f"{value:,}".replace(",", "\u2009"),
    "million": lambda value: f"{Decimal(value) / 10**6:f} million",
    "words": lambda value: " ".join([in_words(value)]),
}
UNITS = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
UNITS += " fifteen sixteen seventeen eighteen nineteen"
TENS = "ten twenty thirty forty fifty sixty seventy eighty ninety"
GROUPS = ((10**9, "billion"), (10**6, "million"), (1000, "thousand"), (100, "hundred"))


def in_words(value: int) -> str:
    """Return a cardinal in English words."""
    if value < 20:
        return UNITS.split()[value]
    for size, name in GROUPS:
        if value >= size:
            rest = value % size
            return f"{in_words(value // size)} {name}" + (f" {in_words(rest)}" if rest else "")
    tens = TENS.split()[value // 10 - 1]
    return f"{tens}-{UNITS.split()[value % 10]}" if value % 10 else tens


@pytest.mark.parametrize("form", NUMBER_FORMS, ids=str)
@given(value=st.integers(min_value=1, max_value=10**12 - 1))
@settings(max_examples=100, deadline=None)
def test_number_reads_back_from_each_form(form: str, value: int) -> None:
    """Every form of a number is read back to its value."""
    assert parse_number(NUMBER_FORMS[form](value)) == value


@cache
def corpus_texts() -> tuple[str, ...]:
    """Return the sample articles that are UTF-8."""
    paths = sorted(corpus_folder().glob("*.txt"))
    texts = [path.read_text(encoding="utf-8", errors="replace") for path in paths]
    return tuple(text for text in texts if text.strip())


def all_rows() -> list[dict[str, list[Row]]]:
    """Return the rows of all sample articles."""
    return [document_rows(extract(text)) for text in corpus_texts()]


@pytest.mark.parametrize("size", [500, 1_777])
def test_pieces_give_the_rows_of_the_whole(monkeypatch: pytest.MonkeyPatch, size: int) -> None:
    """A text read in many small pieces gives the rows of one piece: no span is lost at a seam."""
    whole = all_rows()
    monkeypatch.setattr(reading, "PIECE_CHARS", size)

    assert all_rows() == whole

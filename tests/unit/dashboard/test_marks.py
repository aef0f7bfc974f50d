"""Marks over a text: segments that lose no character, markup that escapes every one."""

from __future__ import annotations

import re
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.document.marks import FOCUS_ID, Mark, address_of, render, segments

TEXTS = st.text(alphabet="ab <>&\"'\n😀é", min_size=1, max_size=40)


def mark(start: int, end: int, kind: str = "figure", label: str | None = None) -> Mark:
    """Return a mark."""
    return Mark(kind=kind, mark_id="0" * 16, start_char=start, end_char=end, label=label)


@st.composite
def marked_texts(draw: st.DrawFn) -> tuple[str, list[Mark]]:
    """Draw a text with marks that nest and overlap at will."""
    text = draw(TEXTS)
    spans = draw(
        st.lists(
            st.tuples(st.integers(0, len(text) - 1), st.integers(1, 10)).map(
                lambda pair: (pair[0], min(pair[0] + pair[1], len(text)))
            ),
            max_size=6,
        )
    )
    kinds = st.sampled_from(["figure", "entity", "quote", "date", "unread"])
    return text, [mark(*span, kind=draw(kinds), label=draw(TEXTS)) for span in spans]


def visible(markup: str) -> str:
    """Return what a reader sees of markup."""
    return unescape(re.sub(r"<[^>]*>", "", markup))


@given(marked_texts(), st.integers(0, 1000))
def test_markup_shows_exactly_the_text(drawn: tuple[str, list[Mark]], offset: int) -> None:
    """Whatever is marked, the characters of the text and no others are shown."""
    text, marks = drawn
    moved = [mark(m.start_char + offset, m.end_char + offset, m.kind, m.label) for m in marks]

    parts = list(segments(offset, offset + len(text), moved))
    markup = render(text, parts, document_id="d", offset=offset, focus=(offset, offset + 1))

    assert visible(markup) == text
    assert set(re.findall(r"<(/?\w+)", markup)) <= {"span", "/span", "a", "/a"}


@given(marked_texts())
def test_each_segment_has_exactly_the_marks_over_it(drawn: tuple[str, list[Mark]]) -> None:
    """Segments follow one another without gap, and none is half under a mark."""
    text, marks = drawn

    parts = list(segments(0, len(text), marks))

    assert [part.start_char for part in parts] == [0, *[part.end_char for part in parts[:-1]]]
    for part in parts:
        over = [m for m in marks if m.start_char <= part.start_char and part.end_char <= m.end_char]
        assert sorted(map(id, part.marks)) == sorted(map(id, over))


def test_mark_that_reaches_out_of_the_part_is_cut() -> None:
    """A quotation that began in the part before is marked from the first character."""
    (first, second) = segments(10, 20, [mark(0, 15, "quote")])

    assert (first.start_char, first.end_char, len(first.marks)) == (10, 15, 1)
    assert second.marks == ()


def test_focus_is_outlined_and_its_first_segment_is_the_target() -> None:
    """Two segments of one focus have one target between them."""
    parts = segments(0, 9, [mark(0, 4), mark(2, 6, "entity")])

    markup = render("123456789", parts, document_id="d", offset=0, focus=(0, 4))

    assert markup.count(f'id="{FOCUS_ID}"') == 1
    assert markup.count("tb-focus ") + markup.count('tb-focus"') == 2


def test_figure_leads_to_itself() -> None:
    """Each figure is a link that opens it in focus."""
    markup = render("12 men", segments(0, 6, [mark(0, 2)]), document_id="d", offset=0, focus=None)

    assert markup.startswith(f'<a href="document?figure={"0" * 16}" target="_self"><span')


@pytest.mark.parametrize("label", ['"><script>', "' onclick='x", "&quot;", "x" * 5000])
def test_hostile_label_stays_in_its_attribute(label: str) -> None:
    """A label is escaped and of bounded length."""
    markup = render(
        "12", segments(0, 2, [mark(0, 2, label=label)]), document_id="d", offset=0, focus=None
    )

    title = re.search(r'title="([^"]*)"', markup)
    assert title is not None
    assert "<" not in title[1]
    assert len(unescape(title[1])) <= 300


@pytest.mark.parametrize(
    ("kind", "address"),
    [
        ("figure", f"document?figure={'0' * 16}"),
        ("quote", f"document?quote={'0' * 16}"),
        ("entity", f"entities?entity={'0' * 16}"),
        ("date", "document?id=d&at=0-2"),
        ("unread", None),
    ],
)
def test_each_kind_of_mark_leads_to_itself(kind: str, address: str | None) -> None:
    """Whatever is found opens in full; furniture of a page does not."""
    assert address_of(mark(0, 2, kind), "d") == address


def test_figure_in_a_quotation_is_what_a_click_opens() -> None:
    """Of several marks the smaller kind of thing is chosen."""
    parts = segments(0, 6, [mark(0, 6, "quote"), mark(0, 2)])

    markup = render("12 men", parts, document_id="d", offset=0, focus=None)

    assert re.findall(r'href="document\?(\w+)=', markup) == ["figure", "quote"]

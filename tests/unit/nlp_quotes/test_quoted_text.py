"""What of a content stands between marks."""

from __future__ import annotations

import pytest

from tasks.nlp.quotes.pairing import QuotedRange
from tasks.nlp.quotes.quoted_text import QuotedText, letters
from tests.linked_texts import cut

TEXT = 'He said it was "too late" and "far too cold then" for all.'
LATE, COLD = cut(TEXT, "too late"), cut(TEXT, "far too cold then")
QUOTED = QuotedText(TEXT, [QuotedRange(span.start_char, span.end_char) for span in (LATE, COLD)])
NONE = QuotedText(TEXT, [])


@pytest.mark.parametrize(
    ("words", "place"),
    [
        pytest.param("too late", 0, id="all_of_it"),
        pytest.param("cold", 1, id="a_part"),
        pytest.param("said it", None, id="before"),
        pytest.param('late" and', None, id="over_its_end"),
        pytest.param("and", None, id="between_two"),
        pytest.param("for all", None, id="behind_the_last"),
    ],
)
def test_around_finds_the_marks_that_a_span_lies_in(words: str, place: int | None) -> None:
    """A span that leaves the marks does not lie in them."""
    assert QUOTED.around(cut(TEXT, words)) == place
    assert NONE.around(cut(TEXT, words)) is None


@pytest.mark.parametrize(
    ("words", "found"),
    [
        pytest.param("it was", [], id="none"),
        pytest.param('was "too', [LATE.start_char], id="one"),
        pytest.param('late" and "far', [LATE.start_char, COLD.start_char], id="two"),
        pytest.param('" and "', [], id="only_the_marks"),
    ],
)
def test_touching_gives_the_marks_that_share_a_character(words: str, found: list[int]) -> None:
    """The marks themselves are no part of what stands between them."""
    span = cut(TEXT, words)

    touched = QUOTED.touching(span.start_char, span.end_char)
    assert [one.start_char for one in touched] == found


def test_share_counts_letters_between_marks() -> None:
    """Seven of fifteen letters are quoted in ``it was "too late" and``; signs do not count."""
    span = cut(TEXT, 'it was "too late" and')

    assert QUOTED.share(span.start_char, span.end_char) == pytest.approx(7 / 15)


def test_share_of_a_content_between_wider_marks_is_none() -> None:
    """Reported speech inside a quotation is not quoted itself, unless it begins or ends with it."""
    shares = [
        QUOTED.share(span.start_char, span.end_char)
        for span in (cut(TEXT, "too cold"), cut(TEXT, "far too"), cut(TEXT, "cold then"), COLD)
    ]

    assert shares == [0, 1, 1, 1]


def test_share_of_nothing_is_none() -> None:
    """A content without letters has no share."""
    span = cut(TEXT, '" ')

    assert QUOTED.share(span.start_char, span.end_char) == 0


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        pytest.param('it was "too', 'it was "too late', id="end"),
        pytest.param('late" and', 'too late" and', id="start"),
        pytest.param('late" and "far', 'too late" and "far too cold then', id="both"),
        pytest.param("too cold", "too cold", id="inside"),
        pytest.param("it was", "it was", id="outside"),
    ],
)
def test_widened_takes_in_all_of_the_marks_that_it_cuts(words: str, expected: str) -> None:
    """A content never ends in the middle of quoted words, unless it lies wholly between marks."""
    start, end = QUOTED.widened(cut(TEXT, words))

    assert TEXT[start:end] == expected


def test_letters_counts_letters_and_digits_of_any_alphabet() -> None:
    """Marks, spaces and symbols are none."""
    assert letters("Ça va? 5 €, да.") == 7

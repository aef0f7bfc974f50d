"""Speech between marks, told from scare quotes, titles and nicknames by the text alone."""

from __future__ import annotations

import pytest

from tasks.nlp.quotes.pairing import QuotedRange
from tasks.nlp.quotes.speech import inner, is_speech, is_title, word_count


def between_marks(text: str) -> tuple[int, int]:
    """Return the place between the two straight marks of a text."""
    return text.index('"') + 1, text.rindex('"')


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param('They wrote "we have no water left here" there', True, id="six_words"),
        pytest.param('They wrote "we have no water left" there', False, id="five_words"),
        pytest.param('"We left."', True, id="head_of_the_text"),
        pytest.param('He fell. "We left." Rain fell.', True, id="behind_a_sentence"),
        pytest.param('He wrote: "We left."', True, id="behind_a_colon"),
        pytest.param('He wrote: "Never!"', True, id="one_word_that_ends_a_sentence"),
        pytest.param('He wrote: "Never," to us', False, id="one_word_with_a_comma"),
        pytest.param('He wrote, "We left."', True, id="behind_a_comma"),
        pytest.param('He wrote, "Never!"', False, id="one_word_behind_a_comma"),
        pytest.param('He wrote "we left." again', False, id="amid_a_sentence"),
        pytest.param('The "free" trade went on.', False, id="scare_quotes"),
        pytest.param('He fell. "We left" is a song.', False, id="no_stop"),
        pytest.param('He fell. "..." Rain fell.', False, id="no_word"),
    ],
)
def test_speech_by_itself(text: str, *, expected: bool) -> None:
    """Length, the stop at its end, and what leads to it tell speech without a cue."""
    assert is_speech(text, *between_marks(text)) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param('the operation dubbed "iron wall" began', True, id="dubbed"),
        pytest.param('so-called "safe zones" shrank', True, id="hyphen"),
        pytest.param('a film, "grey water", was shown', True, id="comma_between"),
        pytest.param('he found it "far too cold" there', False, id="other_word"),
        pytest.param('"far too cold" it was', False, id="nothing_before"),
        pytest.param('the film was good. he said "no more of it"', False, id="word_further_away"),
    ],
)
def test_title_by_the_word_before_it(text: str, *, expected: bool) -> None:
    """A word for names right before the mark says that a name follows."""
    assert is_title(text, *between_marks(text)) is expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        pytest.param("The Long Winter of the Valley", True, id="small_words_between"),
        pytest.param("War and Peace", True, id="and"),
        pytest.param("We left the valley", False, id="sentence"),
        pytest.param("Winter", False, id="one_word"),
        pytest.param("Stop The War!", False, id="end_of_a_sentence"),
        pytest.param("Winter in the valley", False, id="small_last_word"),
    ],
)
def test_title_by_its_capitals(words: str, *, expected: bool) -> None:
    """Words with capitals and no stop are a name, whatever stands before them."""
    assert is_title(f'She read "{words}" there', 10, 10 + len(words)) is expected


@pytest.mark.parametrize(
    ("piece", "expected"),
    [
        pytest.param(" We left. ", "We left.", id="spaces"),
        pytest.param("\u00a0We left.\u00a0", "We left.", id="french_spaces"),
        pytest.param('"We left."', "We left.", id="doubled_marks"),
        pytest.param("We “left”.", "We “left”.", id="marks_inside"),
        pytest.param(" \n", "", id="nothing"),
    ],
)
def test_inner_leaves_out_space_and_repeated_marks(piece: str, expected: str) -> None:
    """The content has neither at its ends; what is nothing else becomes empty."""
    text = f"He wrote {piece} there"
    start, end = inner(text, QuotedRange(9, 9 + len(piece)))

    assert text[start:end] == expected


@pytest.mark.parametrize(
    ("text", "count"),
    [("We don\u2019t go", 3), ("a 10-inch pipe", 3), ("— … !", 0), ("snake_case", 2)],
)
def test_word_count_takes_words_with_marks_inside_as_one(text: str, count: int) -> None:
    """Apostrophes and hyphens join, other signs part."""
    assert word_count(text) == count

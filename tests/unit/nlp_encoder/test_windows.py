"""Where windows are cut."""

from __future__ import annotations

import pytest

from tasks.nlp.encoder.features import WordPieces
from tasks.nlp.encoder.model import PIECES
from tasks.nlp.encoder.windows import Words, cut_place, packed
from tests.encoder_fakes import fake_files, shared_pipeline

CASES = {
    "blank line": ("a b c d e\n\nf g . H i j", "f"),
    "line end behind a sentence": ("a b c d e .\nF\ng h i . J", "F"),
    "line end": ("a b c d e\nf g . H i", "f"),
    "sentence": ("a b c d e . F g", "F"),
    "not behind an abbreviation": ("a b c oo . F Gen . H i", "F"),
    "not behind an initial": ("a b c oo . F G . H i", "F"),
    "not before a small letter": ("a b c oo . F oo . h i", "F"),
    "behind a closing quote": ('a b c d oo . " F g', "F"),
}


def words_of(text: str) -> Words:
    """Return the words of a text."""
    doc = shared_pipeline().make_doc(text)
    return Words(doc, WordPieces(fake_files()[PIECES].decode()).features(doc))


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES.keys())
def test_the_best_place_is_taken(text: str, expected: str) -> None:
    """The best place of the second half begins the next window."""
    words = words_of(f"{text} x")

    assert words.token(cut_place(words, 0, len(words) - 1)).text == expected


def test_without_any_place_the_whole_window_is_used() -> None:
    """Nothing is better than the end."""
    assert cut_place(words_of("a b c d e f g h"), 0, 6) == 6


def test_given_sentences_are_packed_whole() -> None:
    """As many as fit go into one window; one that does not fit is cut."""
    words = words_of("a b c d e f g h i j")

    assert packed(words, 0, [2, 5, 7, 10], 6) == 5
    assert packed(words, 0, [8, 10], 6) == 6


def test_a_window_has_at_least_one_word() -> None:
    """Also where a word has more pieces than a window."""
    assert words_of("abcdefgh i").reach(0, 3) == 1

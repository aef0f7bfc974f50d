"""Scores of tags, arcs and sentences on Docs made by hand."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
import spacy
from spacy.tokens import Doc
from spacy.training import Example

from evaluation.corpora.annotated import AnnotatedText, Word
from evaluation.scores.counts import Counts
from evaluation.scores.grammar import score_arcs, score_tags
from evaluation.scores.references import reference_doc
from evaluation.scores.sentences import score_sentences

if TYPE_CHECKING:
    from spacy.vocab import Vocab

WORDS = (
    Word(0, 4, "PRON", "PRP", 1, "nsubj", "they"),
    Word(5, 9, "VERB", "VBD", 1, "root", "hide"),
    Word(9, 10, "PUNCT", ".", 1, "punct", "."),
    Word(12, 14, "PRON", "PRP", 4, "nsubj", "we"),
    Word(15, 18, "VERB", "VBD", 4, "root", "run"),
)
TEXT = AnnotatedText("t", "ewt", "They hide.\n\nWe ran", ((0, 10), (12, 18)), WORDS)


@pytest.fixture(scope="module")
def vocab() -> Vocab:
    """Give the vocabulary of the tokenizer."""
    return spacy.blank("en").vocab


def predicted(vocab: Vocab, **changes: list[str] | list[int]) -> Doc:
    """Return a Doc that is right but for what is changed."""
    right: dict[str, list[str] | list[int]] = {
        "words": ["They", "hide", ".", "\n\n", "We", "ran"],
        "pos": ["PRON", "VERB", "PUNCT", "SPACE", "PRON", "VERB"],
        "tags": ["PRP", "VBD", ".", "_SP", "PRP", "VBD"],
        "lemmas": ["they", "hide", ".", "\n\n", "we", "run"],
        "heads": [1, 1, 1, 2, 5, 5],
        "deps": ["nsubj", "ROOT", "punct", "dep", "nsubj", "ROOT"],
    }
    spaces = [True, False, False, False, True, False]
    return Doc(vocab, spaces=spaces, **right | changes)  # type: ignore[arg-type]


def example(vocab: Vocab, **changes: list[str] | list[int]) -> Example:
    """Return prediction and gold side by side."""
    return Example(predicted(vocab, **changes), reference_doc(vocab, TEXT))


def test_right_prediction_has_all_points(vocab: Vocab) -> None:
    """White space between paragraphs has no annotation and does not count."""
    tags, arcs = score_tags([example(vocab)]), score_arcs([example(vocab)])

    assert tags == {name: {"score": 100.0, "gold": 5} for name in ("upos", "xpos", "lemma")}
    assert arcs == {name: {"score": 100.0, "gold": 4} for name in ("uas", "las")}


def test_each_wrong_tag_costs_its_share(vocab: Vocab) -> None:
    """One of five words is wrong."""
    changed = example(vocab, pos=["PRON", "NOUN", "PUNCT", "SPACE", "PRON", "VERB"])

    assert score_tags([changed])["upos"]["score"] == 80.0
    assert score_tags([changed])["xpos"]["score"] == 100.0


def test_wrong_label_costs_las_only(vocab: Vocab) -> None:
    """A head is right whatever its label."""
    changed = example(vocab, deps=["obj", "ROOT", "punct", "dep", "nsubj", "ROOT"])

    arcs = score_arcs([changed])

    assert (arcs["uas"]["score"], arcs["las"]["score"]) == (100.0, 75.0)


def test_head_of_punctuation_does_not_count(vocab: Vocab) -> None:
    """As in spaCy's own evaluation."""
    assert score_arcs([example(vocab, heads=[1, 1, 0, 2, 5, 5])])["uas"]["score"] == 100.0


def test_a_gap_in_one_text_hides_no_word_of_the_next(vocab: Vocab) -> None:
    """White space at index 3 of the first text has no arc; the word there in the second has."""
    words = (
        *WORDS[:3],
        *(replace(word, start=word.start - 1, end=word.end - 1) for word in WORDS[3:]),
    )
    plain = AnnotatedText("u", "ewt", "They hide. We ran", ((0, 10), (11, 17)), words)
    right = Doc(
        vocab,
        words=["They", "hide", ".", "We", "ran"],
        heads=[1, 1, 1, 4, 4],
        deps=["nsubj", "ROOT", "punct", "nsubj", "ROOT"],
    )
    following = Example(right, reference_doc(vocab, plain))

    assert score_arcs([example(vocab), following])["uas"] == {"score": 100.0, "gold": 8}


def test_gap_in_one_text_does_not_hide_words_of_another(vocab: Vocab) -> None:
    """The fourth token of the first text is white space; that of the second is a word."""
    words = tuple(
        Word(2 * i, 2 * i + 1, "X", "FW", 0, "root" if i == 0 else "dep") for i in range(4)
    )
    text = AnnotatedText("t", "ewt", "a b c d", ((0, 7),), words)
    reference = reference_doc(vocab, text)
    wrong = Doc(vocab, words=list("abcd"), heads=[0, 0, 0, 1], deps=["root", "dep", "dep", "dep"])

    arcs = score_arcs([example(vocab), Example(wrong, reference)])

    assert arcs["uas"] == {"score": 87.5, "gold": 8}


def test_what_is_not_predicted_is_not_scored(vocab: Vocab) -> None:
    """A pipeline without tags and arcs has no scores, rather than zero."""
    bare = Example(spacy.blank("en")("They hide.\n\nWe ran"), reference_doc(vocab, TEXT))

    assert score_tags([bare]) == {}
    assert score_arcs([bare]) == {}


def test_words_that_share_a_place_become_one_unscored_token(vocab: Vocab) -> None:
    """The text stays as it is; arcs into the contraction lead to its token."""
    words = (
        Word(0, 1, "PRON", "PRP", 1, "nsubj", "I"),
        Word(2, 7, "VERB", "VBP", 1, "root", "want"),
        Word(2, 7, "PART", "TO", 3, "mark", "to"),
        Word(8, 10, "VERB", "VB", 1, "xcomp", "go"),
    )

    doc = reference_doc(vocab, AnnotatedText("t", "ewt", "I wanna go ", ((0, 10),), words))

    assert doc.text == "I wanna go "
    assert [token.dep_ for token in doc] == ["nsubj", "", "xcomp"]
    assert [token.head.i for token in doc] == [1, 1, 1]


@pytest.mark.parametrize("gap", [" ", "  ", "\n", " \n", "\n\n "])
def test_gold_doc_has_the_characters_of_the_text(gap: str, vocab: Vocab) -> None:
    """Whatever white space lies before, between and behind words."""
    start = len(gap) + 2 + len(gap)
    words = (
        Word(len(gap), len(gap) + 2, "X", "FW", 0, "root"),
        Word(start, start + 2, "X", "FW", 0, "dep"),
    )
    text = f"{gap}ab{gap}cd{gap}"

    doc = reference_doc(vocab, AnnotatedText("t", "ewt", text, (), words))

    assert doc.text == text
    assert [token.text for token in doc if token.tag_] == ["ab", "cd"]


def test_sentences_match_by_their_first_and_last_character(vocab: Vocab) -> None:
    """White space at the ends is trimmed; a boundary in the wrong place costs two sentences."""
    assert score_sentences(TEXT, predicted(vocab)) == Counts(2, 2, 2)

    split = predicted(vocab, heads=[0, 1, 1, 2, 5, 5])
    assert score_sentences(TEXT, split) == Counts(1, 3, 2)

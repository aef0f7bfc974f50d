"""Annotated texts become windows of words with targets."""

import numpy as np
import pytest
import spacy
from tokenizers import Tokenizer
from tokenizers.models import WordPiece
from tokenizers.pre_tokenizers import Whitespace

from evaluation.corpora.annotated import AnnotatedText, Name, Word
from tasks.nlp.encoder.features import WordPieces
from training.examples import MISSING, Example, ExampleMaker, windows
from training.labels import ANY, BIT, NAME_TAGS, outside

CLASSES = {
    "names": NAME_TAGS,
    "pos": ("ADP", "NOUN", "PROPN", "VERB"),
    "tag": ("IN", "NN", "NNP", "VBD"),
    "dep": ("nsubj", "obl", "root"),
}
LETTERS = {letter: 5 + place for place, letter in enumerate("abcdefghijklmnopqrstuvwxyz.'")}


@pytest.fixture(scope="module")
def maker() -> ExampleMaker:
    """Make examples with letters as word pieces."""
    vocabulary = {"[PAD]": 0, "[UNK]": 1, "[CLS]": 2, "[SEP]": 3, **LETTERS}
    vocabulary |= {f"##{letter}": 40 + place for place, letter in enumerate(LETTERS)}
    tokenizer = Tokenizer(WordPiece(vocabulary, unk_token="[UNK]"))  # noqa: S106 - a piece's name
    tokenizer.pre_tokenizer = Whitespace()
    return ExampleMaker(spacy.blank("en"), WordPieces(tokenizer.to_str()), CLASSES)


def annotated(text: str, **annotation: object) -> AnnotatedText:
    """Return a text of one sentence."""
    return AnnotatedText("key", "test", text, ((0, len(text)),), **annotation)  # type: ignore[arg-type]


def bits_of(example: Example) -> list[set[str]]:
    """Return the allowed tags of each word."""
    return [{tag for tag in NAME_TAGS if BIT[tag] & bits} for bits in example.names.tolist()]


def test_a_marked_name_allows_the_labels_it_may_mean(maker: ExampleMaker) -> None:
    """A location may be three of our labels; its words begin or continue it."""
    places = frozenset({"GPE", "LOC"})
    text = annotated(
        "near addis ababa",
        names=(Name(5, 16, places),),
        exhaustive=frozenset({"GPE", "LOC"}),
    )
    tags = bits_of(maker.make(text))
    assert tags[1] == {"B-GPE", "B-LOC"}
    assert tags[2] == {"I-GPE", "I-LOC"}


def test_a_word_outside_may_belong_to_a_label_that_is_not_marked(maker: ExampleMaker) -> None:
    """A corpus without weapons does not teach that there are none."""
    text = annotated("a javelin", names=(), exhaustive=frozenset({"PERSON"}))
    tags = bits_of(maker.make(text))
    assert {"O", "B-WEAPON", "I-WEAPON"} <= tags[1]
    assert not {"B-PERSON", "I-PERSON"} & tags[1]


def test_a_text_without_marks_says_nothing_about_names(maker: ExampleMaker) -> None:
    """A treebank alone has no names; that is not the same as having none marked."""
    assert maker.make(annotated("a javelin")).names.tolist() == [ANY, ANY]


def test_a_name_that_begins_inside_a_token_makes_the_token_say_nothing(
    maker: ExampleMaker,
) -> None:
    """Such a token is neither in the name nor outside."""
    text = annotated("prorussian men", names=(Name(3, 10, frozenset({"NORP"})),))
    assert maker.make(text).names.tolist()[0] == ANY


def test_words_of_a_contraction_become_the_one_whose_head_lies_outside(
    maker: ExampleMaker,
) -> None:
    """The treebank cuts "ofits" in two; our token stands for the word that is attached."""
    words = (
        Word(0, 4, "VERB", "VBD", 0, "root"),
        Word(5, 7, "ADP", "IN", 2, "case"),
        Word(7, 10, "NOUN", "NN", 0, "obl"),
    )
    example = maker.make(annotated("went ofits", words=words))
    assert example.head.tolist() == [0, 0]
    assert example.pos.tolist() == [3, 1]


def test_a_word_that_our_tokens_cut_says_nothing(maker: ExampleMaker) -> None:
    """Of "can.not" the treebank has one word and we have three."""
    words = (Word(0, 2, "NOUN", "NN", 1, "nsubj"), Word(3, 10, "VERB", "VBD", 1, "root"))
    example = maker.make(annotated("we abc...d", words=words))
    assert MISSING in example.head.tolist()


def test_windows_hold_whole_sentences_and_lose_no_word(maker: ExampleMaker) -> None:
    """Sentences are packed while they fit."""
    text = AnnotatedText("key", "test", "ab cd. ef gh. ij kl.", ((0, 6), (7, 13), (14, 20)))
    example = maker.make(text)
    found = list(windows(example, most_words=6, most_pieces=50))
    assert [len(window) for window in found] == [6, 3]
    assert [window.start.tolist()[0] for window in found] == [1, 1]


def test_a_sentence_longer_than_a_window_is_cut_and_heads_across_say_nothing(
    maker: ExampleMaker,
) -> None:
    """Nothing points out of its window."""
    words = tuple(Word(2 * at, 2 * at + 1, "NOUN", "NN", 0, "obl") for at in range(8))
    example = maker.make(annotated("a b c d e f g h", words=words))
    first, second = windows(example, most_words=4, most_pieces=4)
    assert first.head.tolist() == [0, 0, 0, 0]
    assert second.head.tolist() == [MISSING] * 4


def test_outside_of_an_exhaustive_corpus_only_the_outside_is_allowed() -> None:
    """Our own gold marks every label."""
    everything = frozenset(tag[2:] for tag in NAME_TAGS[1:])
    assert outside(everything) == BIT["O"]
    assert np.iinfo(np.int64).max > ANY

"""Laws of decoding: the best tree, the best tags, no word lost."""

from __future__ import annotations

import itertools

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from tasks.nlp.encoder.arcs import best_heads, is_tree, one_root_tree
from tasks.nlp.encoder.component import NAME
from tasks.nlp.encoder.features import GAPS, WordPieces, case_of
from tasks.nlp.encoder.model import PIECES
from tasks.nlp.encoder.names import NameDecoder, may_follow
from tests.encoder_fakes import CLASS_NAMES, fake_files, shared_pipeline

TAGS = CLASS_NAMES["names"]
PIECE_MAKER = WordPieces(fake_files()[PIECES].decode())
NUMBERS = st.integers(-4, 4)
PARTS = ("ab", "C", "d.", "Ef", ".", "!", '"', " ", "  ", "\n", "\n\n", "\u2029", "😀", "1")
TEXTS = st.lists(st.sampled_from(PARTS), max_size=80).map("".join)


def square(count: int) -> st.SearchStrategy[np.ndarray]:
    """Return a strategy for scores of arcs."""
    return arrays.arrays(np.float32, (count, count), elements=NUMBERS)


@settings(max_examples=150, deadline=None)
@given(st.integers(1, 5).flatmap(square))
def test_heads_are_the_best_tree_with_one_root(scores: np.ndarray) -> None:
    """No other tree with one root has a higher sum."""
    count = len(scores)
    words = np.arange(count)
    best = max(
        scores[words, heads].sum()
        for heads in map(np.array, itertools.product(range(count), repeat=count))
        if is_tree(heads)
    )

    for heads in (best_heads(scores), one_root_tree(scores)):
        assert is_tree(heads)
        assert scores[words, heads].sum() == best


@settings(max_examples=150, deadline=None)
@given(st.integers(1, 4).flatmap(lambda n: arrays.arrays(np.float32, (n, 5), elements=NUMBERS)))
def test_tags_are_the_best_that_spell_names(scores: np.ndarray) -> None:
    """No other sequence that spells names has a higher sum."""
    learned = np.arange(25, dtype=np.float32).reshape(5, 5) % 7
    decoder = NameDecoder(TAGS, learned)
    starts = np.arange(len(scores)) == 0

    def worth(path: tuple[int, ...]) -> float:
        steps = sum(learned[one, other] for one, other in itertools.pairwise(path))
        return float(sum(scores[place, tag] for place, tag in enumerate(path)) + steps)

    best = max(
        worth(path)
        for path in itertools.product(range(5), repeat=len(scores))
        if not decoder.inner[path[0]]
        and all(may_follow(TAGS[one], TAGS[other]) for one, other in itertools.pairwise(path))
    )
    (found,) = decoder.best_paths([decoder.bounded(scores, starts)])

    assert worth(tuple(found)) == best


@settings(max_examples=100, deadline=None)
@given(TEXTS, st.sampled_from((1, 3, 8, 64)), st.sampled_from((-9.0, -1.0, 1.0, 9.0)))
def test_no_word_is_lost(text: str, pieces: int, bias: float) -> None:
    """Whatever the windows, each sentence is one tree and each name lies in a sentence."""
    doc = shared_pipeline(bias, pieces)(text)

    assert doc.text == text
    sentences = list(doc.sents)
    assert [token.i for sentence in sentences for token in sentence] == list(range(len(doc)))
    for sentence in sentences:
        assert sum(token.head == token for token in sentence) == 1
        assert all(token.head in sentence for token in sentence)
        assert all(token.tag_ and token.dep_ for token in sentence)
    for name in doc.ents:
        assert not any(token.is_sent_start for token in name[1:])
        assert not name[0].is_space
        assert not name[-1].is_space


@settings(max_examples=100, deadline=None)
@given(TEXTS, st.sets(st.integers(0, 40)), st.sampled_from((1, 4, 64)))
def test_given_sentences_are_kept(text: str, wanted: set[int], pieces: int) -> None:
    """Words begin a sentence where the caller has set one, and nowhere else."""
    nlp = shared_pipeline(9.0, pieces)
    doc = nlp.make_doc(text)
    words = [token.i for token in doc if not token.is_space]
    given_starts = {0, *words[:1]} | (wanted & set(words))
    if len(doc) < 2:
        return
    for token in doc:
        token.is_sent_start = token.i in given_starts
    nlp.get_pipe(NAME)(doc)

    assert {token.i for token in doc if token.is_sent_start} | {0, *words[:1]} == given_starts


@settings(max_examples=100, deadline=None)
@given(TEXTS)
def test_features_cover_each_word_once(text: str) -> None:
    """Every word has pieces; only its first one has a gap."""
    doc = shared_pipeline().make_doc(text)
    features = PIECE_MAKER.features(doc)
    first = features.first

    assert features.tokens == [token.i for token in doc if not token.is_space]
    assert (np.diff(first) > 0).all()
    assert first[-1] == len(features.pieces) == len(features.cases) == len(features.gaps)
    inside = np.ones(len(features.gaps), dtype=bool)
    inside[first[:-1]] = False
    assert ((features.gaps == GAPS.index("inside")) == inside).all()


@given(st.text(max_size=12))
def test_every_word_has_a_case(word: str) -> None:
    """The case of a word does not raise, and letters without case are uncased."""
    assert case_of(word) != "none"
    if not any(letter.isalpha() for letter in word):
        assert case_of(word) == "uncased"

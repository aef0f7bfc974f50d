"""The grammar of figures survives any tree: parsers err, and texts are hostile."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc
from spacy.vocab import Vocab

from tasks.nlp.figures.grammar.reading import read_grammar
from tasks.nlp.figures.sentences import find_figures
from tasks.nlp.spans import Span
from tasks.nlp.syntax.tree import Tree
from warehouse.vocabularies import CHANGES, MODALITIES, TEMPORAL_TYPES

WORDS = (
    *("12", "5.4", "million", "percent", "$", "km", "dozens", "one", "of", "whom", "them", "from"),
    *("to", "by", "fell", "killed", "men", "including", "worth", "price", "not", "will", "if"),
    *("tonnes", "sugar", "Kabul", "long", "wounded", ":", ",", ".", "a", "week", "than", "more"),
)
LABELS = (
    *("nsubj", "nsubj:pass", "obj", "obl", "obl:unmarked", "nmod", "nummod", "case", "det", "acl"),
    *("acl:relcl", "advcl", "conj", "amod", "compound", "xcomp", "ccomp", "aux", "mark", "appos"),
    *("advmod", "parataxis", "cop", "flat"),
)
PARTS = ("NOUN", "PROPN", "VERB", "AUX", "NUM", "ADP", "PRON", "ADJ", "ADV", "DET", "PUNCT")
VOCAB = Vocab()


@st.composite
def parsed_docs(draw: st.DrawFn) -> Doc:
    """Give a Doc with words of figures and an arbitrary tree over them."""
    words = draw(st.lists(st.sampled_from(WORDS), min_size=1, max_size=25))
    root = draw(st.integers(0, len(words) - 1))
    order = draw(st.permutations(range(len(words))))
    order.remove(root)
    placed, heads = [root], [root] * len(words)
    for word in order:
        heads[word] = draw(st.sampled_from(placed))
        placed.append(word)
    labels = draw(st.lists(st.sampled_from(LABELS), min_size=len(words), max_size=len(words)))
    labels[root] = "ROOT"
    parts = draw(st.lists(st.sampled_from(PARTS), min_size=len(words), max_size=len(words)))
    return Doc(VOCAB, words=words, heads=heads, deps=labels, pos=parts, lemmas=words)


@settings(
    max_examples=200,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow],
)
@given(doc=parsed_docs())
def test_any_tree_gives_figures_that_the_contract_allows(doc: Doc) -> None:
    """No error, no figure lost or doubled, every span says the characters at its place."""
    figures = find_figures(doc.text, 0, len(doc.text)).figures

    read, named = read_grammar(Tree(doc, doc.text), figures)

    spans = sorted(item.span.start_char for item in (*read, *named))
    assert spans == [figure.span.start_char for figure in figures]
    for figure in read:
        for span in (figure.counted, figure.share, figure.per, figure.place, figure.total_span):
            assert span is None or span == Span.cut(doc.text, span.start_char, span.end_char)
        assert figure.change in {None, *CHANGES}
        assert figure.modality in MODALITIES
        assert figure.temporal_type in {None, *TEMPORAL_TYPES}
        assert figure.total_span in {None, *(other.span for other in read)} - {figure.span}

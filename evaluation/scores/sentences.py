"""Sentence boundaries by character offset."""

from collections.abc import Iterable

from spacy.tokens import Doc

from evaluation.corpora.annotated import AnnotatedText
from evaluation.scores.counts import Counts


def score_sentences(text: AnnotatedText, doc: Doc) -> Counts:
    """Return how many sentences have the right first and last character; white space is trimmed."""
    gold = trimmed_spans(text.text, text.sentences)
    predicted = trimmed_spans(text.text, ((s.start_char, s.end_char) for s in doc.sents))
    return Counts(len(gold & predicted), len(predicted), len(gold))


def trimmed_spans(text: str, spans: Iterable[tuple[int, int]]) -> set[tuple[int, int]]:
    """Return spans without the white space at their ends, and without those that are only that.

    >>> trimmed_spans("One.  Two. ", [(0, 6), (5, 11), (10, 11)]) == {(0, 4), (6, 10)}
    True
    """
    found = set()
    for start, end in spans:
        surface = text[start:end]
        first = start + len(surface) - len(surface.lstrip())
        last = start + len(surface.rstrip())
        if first < last:
            found.add((first, last))
    return found

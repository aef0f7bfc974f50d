"""What reading costs with the packaged pipeline and with a spaCy CNN of the usual kind.

    TALLYBOOK_CORPORA=FOLDER .venv/bin/python benchmarks/language_model.py [ROUNDS]

Both tag, parse and find names in the same texts, in turn, on one core; the ratio is taken pair by
pair. The CNN is what ``spacy init config --optimize efficiency`` gives; it is trained only long
enough to make real decisions, so its speed counts here, not its accuracy.
"""

import itertools
import os
import random
import statistics
import sys
import time
from pathlib import Path

os.environ.setdefault("OMP_NUM_THREADS", "1")

import spacy
from spacy.cli.init_config import init_config
from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.training import Example

from evaluation.corpora.annotated import AnnotatedText
from evaluation.corpora.inventory import READERS
from tasks.nlp.packaged import PACKAGED
from tasks.nlp.pipeline import load_model

UPDATES = 120
TEXTS_AN_UPDATE = 4
WORDS_MEASURED = 20_000


def grammar_example(nlp: Language, text: AnnotatedText) -> Example:
    """Return a treebank's text as spaCy trains on it."""
    words = [text.text[word.start : word.end] for word in text.words]
    doc = Doc(
        nlp.vocab,
        words=words,
        heads=[word.head for word in text.words],
        deps=[word.dep for word in text.words],
        tags=[word.tag for word in text.words],
    )
    return Example(Doc(nlp.vocab, words=words), doc)


def name_example(nlp: Language, text: AnnotatedText) -> Example:
    """Return a story of our gold as spaCy trains on it."""
    reference = nlp.make_doc(text.text)
    spans = (
        reference.char_span(name.start, name.end, min(name.labels)) for name in text.names or ()
    )
    reference.ents = [span for span in spans if isinstance(span, Span)]
    return Example(nlp.make_doc(text.text), reference)


def trained_cnn(corpora: Path) -> Language:
    """Return a CNN pipeline after a short training."""
    config = init_config(
        lang="en", pipeline=["tagger", "parser", "ner"], optimize="efficiency", gpu=False
    )
    nlp = spacy.util.load_model_from_config(config, auto_fill=True)
    gold = [name_example(nlp, text) for text in READERS["gold"](corpora, "train")]
    trees = [grammar_example(nlp, text) for text in READERS["gum"](corpora, "dev")]
    nlp.initialize(lambda: [*gold, *trees])
    choose = random.Random(0)  # noqa: S311 - a fixed order, no secret
    for _ in range(UPDATES):
        nlp.update([*choose.sample(gold, TEXTS_AN_UPDATE), *choose.sample(trees, 1)])
    return nlp


def texts_measured(corpora: Path) -> list[str]:
    """Return stories of the gold, again and again, until there are enough words."""
    stories = [text.text for text in READERS["gold"](corpora, "dev")]
    texts, words = [], 0
    for text in itertools.cycle(stories):
        if words >= WORDS_MEASURED:
            return texts
        texts.append(text)
        words += len(text.split())
    return texts


def words_per_second(nlp: Language, texts: list[str]) -> float:
    """Return the tokens that a pipeline reads in a second."""
    start = time.perf_counter()
    words = sum(len(doc) for doc in nlp.pipe(texts))
    return words / (time.perf_counter() - start)


def main() -> None:
    """Measure both in turn and print medians and the median ratio."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 3
    corpora = Path(os.environ["TALLYBOOK_CORPORA"])
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    ours, cnn = load_model(PACKAGED), trained_cnn(corpora)
    texts = texts_measured(corpora)
    pairs = [(words_per_second(ours, texts), words_per_second(cnn, texts)) for _ in range(rounds)]
    ratio = statistics.median(ours / cnn for ours, cnn in pairs)
    print(f"packaged pipeline: {statistics.median(pair[0] for pair in pairs):,.0f} words/s")
    print(f"CNN, efficiency:   {statistics.median(pair[1] for pair in pairs):,.0f} words/s")
    print(f"ratio {ratio:.2f}, one core, {rounds} rounds of {WORDS_MEASURED:,} words")


if __name__ == "__main__":
    main()

"""Stories lose the stops behind their sentences, and every mark moves along."""

from __future__ import annotations

import numpy as np

from evaluation.corpora.annotated import AnnotatedText, Name
from training.settings import load_recipe
from training.stops import bad_copy, small, without_stops

TEXT = "Clashes hit Bara. Guards of Acme Corp. fled to İzmir. Why?"
ORG = frozenset({"ORG"})
GPE = frozenset({"GPE"})


def story() -> AnnotatedText:
    """Return a story of three sentences, one of which ends in a name that ends in a stop."""
    names = [(name, TEXT.index(name)) for name in ("Bara", "Acme Corp.", "İzmir")]
    labels = (GPE, ORG, GPE)
    return AnnotatedText(
        "a",
        "gold",
        TEXT,
        sentences=((0, 17), (18, 53), (54, 58)),
        names=tuple(
            Name(start, start + len(name), label)
            for (name, start), label in zip(names, labels, strict=True)
        ),
    )


def test_stops_go_and_every_offset_moves() -> None:
    """Sentences and names are cut out of the shorter text where they now stand."""
    bare = without_stops(story())

    assert bare.text == "Clashes hit Bara Guards of Acme Corp. fled to İzmir Why?"
    assert [bare.text[start:end] for start, end in bare.sentences] == [
        "Clashes hit Bara",
        "Guards of Acme Corp. fled to İzmir",
        "Why?",
    ]
    assert [bare.text[name.start : name.end] for name in bare.names or ()] == [
        "Bara",
        "Acme Corp.",
        "İzmir",
    ]


def test_small_letters_keep_the_length() -> None:
    """A letter whose small form has two characters stays, so that offsets hold."""
    lowered = small(story())

    assert lowered.text == "clashes hit bara. guards of acme corp. fled to İzmir. why?"
    assert len(lowered.text) == len(TEXT)


def test_bad_copies_are_as_frequent_as_the_recipe_says() -> None:
    """About one story of eight loses its stops, and about half of those their capitals."""
    noise, random = load_recipe().noise, np.random.default_rng(1)
    copies = [bad_copy(story(), noise, random).text for _ in range(2_000)]

    stopless = [text for text in copies if "İzmir Why?" in text or "İzmir why?" in text]
    lowered = [text for text in stopless if text.islower() or "clashes" in text]

    assert abs(len(stopless) / len(copies) - noise.stopless) < 0.03
    assert abs(len(lowered) / len(stopless) - noise.stopless_small) < 0.1

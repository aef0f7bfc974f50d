"""The measurement of speed reads the same words in every round, with and without a copied parse."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from evaluation.quotes import speed
from tasks.nlp.pipeline import RULES, load_pipeline

if TYPE_CHECKING:
    from spacy.tokens import Doc

TEXT = "Ola Berg said nine boats left."


@pytest.fixture(autouse=True)
def _any_core(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave this process on all cores."""
    monkeypatch.setattr(speed, "pin_to_one_core", lambda: None)


def test_texts_are_measured_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    """As the pipeline runs, and with no copy of the parse; no texts give no rate."""
    monkeypatch.setattr(speed, "WORDS", 10)

    texts = {"notes": [TEXT, TEXT, TEXT], "nothing": []}
    rates = list(speed.measure_speeds(load_pipeline(RULES), texts))

    assert [one.what for one in rates] == ["notes, parse shared", "notes, parse copied"]
    assert {(one.words, one.rounds) for one in rates} == {(14, speed.ROUNDS)}
    assert all(one.best >= one.median > 0 for one in rates)


def test_copies_of_the_parse_are_forgotten_before_a_round(monkeypatch: pytest.MonkeyPatch) -> None:
    """The component finds what the components before it have copied, or nothing."""
    nlp = load_pipeline(RULES)
    [document] = speed.prepared(nlp, [TEXT])
    seen: list[object] = []

    def component(doc: Doc) -> Doc:
        seen.append(doc._.tree)
        doc._.tree = "copied here"
        doc._.reports, doc._.acting = [], []
        return doc

    def copy(doc: Doc) -> Doc:
        doc._.tree = "copied before"
        return doc

    pipes = {speed.reports_component.NAME: component, "before": copy}
    monkeypatch.setattr(nlp, "get_pipe", pipes.__getitem__)
    for readers in ((), ("before",)):
        speed.rate(nlp, "rate", [document], readers)

    assert seen == [None] * speed.ROUNDS + ["copied before"] * speed.ROUNDS

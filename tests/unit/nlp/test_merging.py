"""Names of the model and of the gazetteer are put together."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import spacy

from tasks.nlp.entities.gazetteer import NAME
from tasks.nlp.entities.merging import merged

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

WORDS = "The United Nations Security Council met in Jordan ."


def doc_of(text: str) -> Doc:
    """Return the tokens of a text."""
    return spacy.blank("en")(text)


def span(doc: Doc, text: str, label: str, *, known: bool = False) -> Span:
    """Return the first place of a text as a name, with a seed key if it is known."""
    start = doc.text.index(text)
    found = doc.char_span(start, start + len(text), label=label, kb_id="seed" if known else "")
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("found", "known", "expected"),
    [
        pytest.param([], [("Jordan", "GPE")], [("Jordan", "GPE", "seed")], id="only_known"),
        pytest.param([("Jordan", "GPE")], [], [("Jordan", "GPE", "")], id="only_found"),
        pytest.param(
            [("Jordan", "ORG")], [("Jordan", "GPE")], [("Jordan", "GPE", "seed")], id="both_found"
        ),
        pytest.param(
            [("United Nations Security Council", "ORG")],
            [("United Nations", "ORG")],
            [("United Nations Security Council", "ORG", "")],
            id="longer_found",
        ),
        pytest.param(
            [("Nations", "ORG")],
            [("United Nations", "ORG")],
            [("United Nations", "ORG", "seed")],
            id="longer_known",
        ),
    ],
)
def test_the_fuller_name_wins_then_the_known_one(
    found: list[tuple[str, str]],
    known: list[tuple[str, str]],
    expected: list[tuple[str, str, str]],
) -> None:
    """The longer span wins; of equal ones the known one."""
    doc = doc_of(WORDS)

    names = merged(
        [span(doc, text, label) for text, label in found],
        [span(doc, text, label, known=True) for text, label in known],
    )

    assert [(name.text, name.label_, name.kb_id_) for name in names] == expected


def test_labels_of_another_pipeline_are_translated_or_dropped() -> None:
    """CoNLL's PER is our PERSON; a DATE is no name."""
    nlp = spacy.blank("en")
    nlp.add_pipe("entity_ruler").add_patterns(  # type: ignore[attr-defined]
        [{"label": "PER", "pattern": "Aminata Sow"}, {"label": "DATE", "pattern": "Monday"}]
    )
    nlp.add_pipe(NAME)

    doc = nlp("Aminata Sow left on Monday.")

    assert [(name.text, name.label_) for name in doc.ents] == [("Aminata Sow", "PERSON")]

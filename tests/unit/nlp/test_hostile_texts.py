"""Texts that once hung, crashed or lost values: each gives rows, or a reason, and ends."""

from decimal import Decimal

import polars as pl
import pytest

from tasks.nlp.document import DocumentInput, extract_document
from tasks.nlp.extraction import FAILURES, extract_frames
from tasks.nlp.pipeline import load_pipeline
from tasks.nlp.reading import MAX_SENTENCE_CHARS, read_text
from tasks.nlp.spans import Figure, RejectedNumber


def read(text: str) -> tuple[list[Figure], list[RejectedNumber]]:
    """Return figures and refused numbers of a text."""
    found = extract_document(load_pipeline(), DocumentInput("d", text))
    return found.figures, found.rejected_numbers


def staged(*texts: str) -> pl.DataFrame:
    """Return staged documents with the given texts."""
    return pl.DataFrame(
        {
            "document_id": [f"{index:064x}" for index in range(len(texts))],
            "text": texts,
            "char_count": [len(text) for text in texts],
            "byte_count": [len(text.encode()) for text in texts],
            "encoding": ["utf-8"] * len(texts),
            "stated_metadata": [None] * len(texts),
            "path": ["a.txt"] * len(texts),
        },
        schema_overrides={"stated_metadata": pl.String},
    )


@pytest.mark.parametrize(
    "text",
    [
        "See www.bank.example/EUR 500 for details.",
        "See https://shop.example/?p=$ 500 now.",
        "Model B2EUR 10 was sold to 5 men.",
    ],
)
def test_currency_behind_a_name_does_not_stop_the_reader(text: str) -> None:
    """A refused stretch that ends at a currency sign is passed, not read for ever."""
    figures, rejected = read(text)

    assert len(figures) + len(rejected) >= 1


@pytest.mark.parametrize(
    "number",
    [
        "1,000,000,000,000,000,000,000,000,000,000",
        "10 million trillion trillion",
        "9 trillion trillion trillion",
    ],
)
def test_number_that_fits_no_column_is_refused(number: str) -> None:
    """A number too large for the contract is kept as refused, whatever it is built of."""
    figures, rejected = read(f"They counted {number} grains.")

    assert figures == []
    assert [r.reason for r in rejected] == ["out_of_range"]


def test_large_values_survive_beside_fractions() -> None:
    """One third in one document does not turn 77 billion in another one into null."""
    frames = extract_frames(
        load_pipeline(),
        staged("They used 1/3 of the flour and 1/7 of the rice.", "It cost $77 billion."),
        fingerprint="0" * 16,
    )
    values = frames["core.figures"].filter(pl.col("unit") == "USD")["value"].to_list()

    assert values == [Decimal(77_000_000_000)]


def test_document_that_cannot_be_read_leaves_the_others_alone(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A fault in one document is recorded with its reason; the others give their rows."""
    original = extract_document

    def failing(nlp: object, document: DocumentInput) -> object:
        if "poison" in document.text:
            msg = "no way"
            raise ZeroDivisionError(msg)
        return original(nlp, document)  # type: ignore[arg-type]

    monkeypatch.setattr("tasks.nlp.extraction.extract_document", failing)
    frames = extract_frames(
        load_pipeline(), staged("Here is poison.", "It took 5 men."), fingerprint="0" * 16
    )

    assert frames["core.figures"]["figure_text"].to_list() == ["5"]
    assert frames[FAILURES]["document_id"].to_list() == [f"{0:064x}"]
    assert "ZeroDivisionError: no way" in frames[FAILURES]["reason"][0]


def test_overlong_sentence_is_not_cut_inside_an_amount() -> None:
    """A sentence without an end is cut between plain words; each amount stays whole."""
    text = "word five thousand men and " * 600
    figures, _ = read(text)

    assert max(s.end_char - s.start_char for s in read_text(text).sentences) <= MAX_SENTENCE_CHARS
    assert [f.span.text for f in figures] == ["five thousand"] * 600

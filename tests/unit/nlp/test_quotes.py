"""Quotations: any marks, broken or not, never lose the rest of the document."""

from __future__ import annotations

import pytest

from tasks.nlp.document import DocumentInput, extract_document
from tasks.nlp.pipeline import load_pipeline

SPEECH = "We counted the rifles and we left the town."
CASES = {
    "straight": (f'"{SPEECH}" he said.', [SPEECH]),
    "curly": (f"“{SPEECH}” he said.", [SPEECH]),
    "low": (f"„{SPEECH}“ he said.", [SPEECH]),
    "guillemets": (f"«{SPEECH}» he said.", [SPEECH]),
    "mixed_pair": (f'“{SPEECH}" he said.', [SPEECH]),
    "two": (f'"{SPEECH}" he said. "{SPEECH}"', [SPEECH, SPEECH]),
    "short_speech": ('He said: "We left."', ["We left."]),
    "scare_quotes": ('They call it "free" trade.', []),
    "title": ('She read "War and Peace" there.', []),
    "never_opened": (f'He left.” Then he came. "{SPEECH}"', [SPEECH]),
    "never_closed": (f'He said: "{SPEECH}\n\nThen he left the town again.', [SPEECH]),
    "doubled_over_a_break": (f'"{SPEECH}\n""{SPEECH}" he said.', [SPEECH, SPEECH]),
    "paragraphs": (f"“{SPEECH}\n\n“{SPEECH}” he said.", [f"{SPEECH}\n\n“{SPEECH}"]),
    "after_unclosed": (f'He said: "{SPEECH}\n\nHe left.\n\n"{SPEECH}" he said.', [SPEECH, SPEECH]),
    "inch_marks": ('A 5" pipe and a 6" pipe were found there.', []),
}


@pytest.mark.parametrize(("text", "quotes"), CASES.values(), ids=CASES)
def test_direct_speech_is_found(text: str, quotes: list[str]) -> None:
    """Speech inside marks is a quotation without them; scare quotes and titles are none."""
    found = extract_document(load_pipeline(), DocumentInput("d", text)).quotes

    assert [quote.span.text for quote in found] == quotes
    assert [text[q.span.start_char : q.span.end_char] for q in found] == quotes

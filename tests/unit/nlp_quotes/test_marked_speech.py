"""Words between marks in whole documents: any marks, broken or not, never lose the rest."""

from __future__ import annotations

import pytest

from tasks.nlp.document import DocumentInput, extract_document
from tasks.nlp.pipeline import RULES, load_pipeline

SPEECH = "We counted the rifles and we left the town."
CHAPTER = "the road went on through the hills and " * 150 + "ended"
CASES = {
    "straight": (f'"{SPEECH}" he said.', [SPEECH]),
    "curly": (f"“{SPEECH}” he said.", [SPEECH]),
    "low": (f"„{SPEECH}“ he said.", [SPEECH]),
    "guillemets": (f"«{SPEECH}» he said.", [SPEECH]),
    "German guillemets": (f"»{SPEECH}« he said.", [SPEECH]),
    "French spaces": (f"« {SPEECH} » said the mayor.", [SPEECH]),
    "single": (f"'{SPEECH}' he said. The soldiers' boots were wet.", [SPEECH]),
    "marks of direction": (f'\u200f"{SPEECH}"\u200f he said.', [SPEECH]),
    "mixed pair": (f'“{SPEECH}" he said.', [SPEECH]),
    "two": (f'"{SPEECH}" he said. "{SPEECH}"', [SPEECH, SPEECH]),
    "glued to the next sentence": (f'"{SPEECH}"He turned. "{SPEECH}"', [SPEECH, SPEECH]),
    "short speech": ('He said: "We left."', ["We left."]),
    "never opened": (f'He left.” Then he came. "{SPEECH}"', [SPEECH]),
    "never closed": (f'He said: "{SPEECH}\n\nThen he left the town again.', [SPEECH]),
    "after one never closed": (
        f'He said: "{SPEECH}\n\nHe left.\n\n"{SPEECH}" he said.',
        [SPEECH, SPEECH],
    ),
    "doubled over a line break": (f'"{SPEECH}\n""{SPEECH}" he said.', [SPEECH, SPEECH]),
    "two paragraphs, opened again": (f"“{SPEECH}\n\n“{SPEECH}” he said.", [SPEECH, SPEECH]),
    "two paragraphs": (f"“{SPEECH}\n\n{SPEECH}” he said.", [SPEECH, SPEECH]),
    "a mark alone between": (f'He said: "{SPEECH}"\n\n"\n\nShe said: "{SPEECH}"', [SPEECH, SPEECH]),
    "empty before": (f'"" he said. "{SPEECH}"', [SPEECH]),
    "a chapter between two marks": (f'Then: "{CHAPTER}" It ended. "{SPEECH}"', [SPEECH]),
}
NONE = {
    "one word": 'They call it "free" trade.',
    "title": 'She read "War and Peace" there.',
    "letter and word": 'The letter "A" and the word "and" are short.',
    "places": 'a "hub" of trade, the "road", the "gate"',
    "pipes": 'A 5" pipe and a 6" pipe were found there.',
    "feet and inches": 'He stood 6\'2" tall and carried a 9" knife with a 4" grip.',
    "minutes": "The race took 5'30\" and then 6'10\" in the rain of that day.",
    "ditto": 'Aden     12 boats     5 men\n"        14 "         6 "\n"        15 "         7 "',
    "code": 'show("one", "two")\n\nx = {"key": "value", "count": 5}',
    "apostrophes": "The soldiers' camp and the drivers' union were 'cold' in the '90s.",
}


@pytest.mark.parametrize(("text", "quotes"), CASES.values(), ids=CASES)
def test_direct_speech_is_found(text: str, quotes: list[str]) -> None:
    """Speech inside marks is a quotation without them, at its place in the text."""
    found = extract_document(load_pipeline(), DocumentInput("d", text)).quotes

    assert [quote.span.text for quote in found] == quotes
    assert [text[q.span.start_char : q.span.end_char] for q in found] == quotes


@pytest.mark.parametrize("model", [RULES, "en_tallybook"])
@pytest.mark.parametrize("text", NONE.values(), ids=NONE)
def test_marks_that_quote_nobody(text: str, model: str) -> None:
    """Scare quotes, titles, inches, ditto marks and code are no quotations."""
    assert extract_document(load_pipeline(model), DocumentInput("d", text)).quotes == []

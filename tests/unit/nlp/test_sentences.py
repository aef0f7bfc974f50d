"""Sentence boundaries, also where the input has none."""

from __future__ import annotations

import pytest

from tasks.nlp.sentences.boundaries import split_sentences

CASES = {
    "plain": ("It fell. It rose.", ["It fell.", "It rose."]),
    "glued": ("Who is back?Several told us.", ["Who is back?", "Several told us."]),
    "country": ("The U.S. did it. He left.", ["The U.S. did it.", "He left."]),
    "country_at_end": (
        "He left the U.S. The army stayed.",
        ["He left the U.S.", "The army stayed."],
    ),
    "title": ("Gen. Ali and Dr. Omar came. So?", ["Gen. Ali and Dr. Omar came.", "So?"]),
    "initial": ("J. Smith came. He left.", ["J. Smith came.", "He left."]),
    "number": ("It cost 2.5 million. He paid.", ["It cost 2.5 million.", "He paid."]),
    "list_number": ("2. The second truck. It left.", ["2. The second truck.", "It left."]),
    "quote_end": ('"We left." He ran.', ['"We left."', "He ran."]),
    "quote_goes_on": ('"We left?" he said. Yes.', ['"We left?" he said.', "Yes."]),
    "glued_quote": ('He "left."The rest ran.', ['He "left."', "The rest ran."]),
    "ellipsis": ("He left... and came. So.", ["He left... and came.", "So."]),
    "web_address": ("See www.example.org now. Go.", ["See www.example.org now.", "Go."]),
    "no_end": ("no end", ["no end"]),
    "nothing": ("  \n ", []),
}


@pytest.mark.parametrize(("text", "sentences"), CASES.values(), ids=CASES)
def test_split_sentences_cuts_here(text: str, sentences: list[str]) -> None:
    """Sentences are cut at their ends and nowhere else."""
    assert [text[a:b] for a, b in split_sentences(text, 0, len(text))] == sentences

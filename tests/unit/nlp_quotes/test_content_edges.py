"""The marks at the ends of a content, and the clause that it is."""

import pytest

from tasks.nlp.quotes.contents import as_spans, host_of
from tests.parsed import tree_of
from tests.parsed_reports import texts, word_of

TRIMMED = {
    "marks and spaces": (", it fell .", "it fell"),
    "dash": ("- it fell -", "it fell"),
    "lonely opening mark": ('" it fell', "it fell"),
    "lonely closing mark": ('it fell "', "it fell"),
    "pair of marks": ('" it fell "', '" it fell "'),
    "full stop before a closing mark": ('" it fell . "', '" it fell. "'),
    "pair at the start": ('" it " fell', '" it " fell'),
    "pair at the end": ('it " fell "', 'it " fell "'),
    "mark of another quotation behind": ('it " fell " "', 'it " fell "'),
    "question mark": ("it fell ?", "it fell?"),
    "nothing but marks": ('. " -', ""),
    "nothing but a question": ("? !", ""),
}


@pytest.mark.parametrize("name", TRIMMED)
def test_marks_at_the_ends_are_cut(name: str) -> None:
    """Quotation marks stay where both are there, and so does a question mark."""
    text, expected = TRIMMED[name]
    parts = [
        f"{word}/{'X' if word.isalpha() else 'PUNCT'}/{'ROOT' if place == 0 else 'dep'}"
        for place, word in enumerate(text.split())
    ]
    tree = tree_of(" ".join(parts))

    assert texts(as_spans(tree, [(0, len(tree))])) == expected


def test_empty_ranges_are_no_spans() -> None:
    """A range without words is left out, the others stay in order."""
    tree = tree_of("it/PRON/nsubj>fell fell/VERB/ROOT")

    assert texts(as_spans(tree, [(1, 1), (0, 1), (1, 2)])) == "it | fell"


@pytest.mark.parametrize(
    ("word", "expected"), [("men", "held"), ("held", "held"), ("ruin", "ruin"), ("old", "ruin")]
)
def test_host_is_the_head_of_the_clause(word: str, expected: str) -> None:
    """A verb, or a noun that is said of something."""
    notation = (
        "men/NOUN/obj>held held/VERB/ROOT it/PRON/nsubj>ruin is=be/AUX/cop>ruin "
        "old/ADJ/amod>ruin ruin/NOUN/ccomp>held"
    )

    assert host_of(word_of(notation, word)).text == expected


def test_that_opens_no_content() -> None:
    """The parse may put it behind a preposition or a mark."""
    tree = tree_of("that/SCONJ/mark>fell it/PRON/nsubj>fell fell/VERB/ROOT")
    pointer = tree_of("that/DET/det>tree tree/NOUN/ROOT")

    assert texts(as_spans(tree, [(0, 3)])) == "it fell"
    assert texts(as_spans(pointer, [(0, 2)])) == "that tree"

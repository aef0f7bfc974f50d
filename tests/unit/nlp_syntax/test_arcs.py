"""Ways through a parse: subjects, antecedents, clauses, and trees that no one would write."""

from __future__ import annotations

import pytest

from tasks.nlp.syntax.arcs import ancestors, clause_of, subject_of, top_of
from tests.parsed import tree_of

SUBJECTS = {
    "own": ("Men/NOUN/nsubj>left left/VERB/ROOT", "left", "Men"),
    "passive": ("Men/NOUN/nsubj:pass>seen seen/VERB/ROOT", "seen", "Men"),
    "of the verb above": (
        "Men/NOUN/nsubj>want want/VERB/ROOT leave/VERB/xcomp>want",
        "leave",
        "Men",
    ),
    "object above": (
        "They/PRON/nsubj>want want/VERB/ROOT men/NOUN/obj>want leave/VERB/xcomp>want",
        "leave",
        "men",
    ),
    "what a participle modifies": (
        "men/NOUN/ROOT leaving/VERB/acl>men",
        "leaving",
        "men",
    ),
    "antecedent of its pronoun": (
        "men/NOUN/ROOT who/PRON/nsubj>left left/VERB/acl:relcl>men",
        "left",
        "men",
    ),
    "none in a relative clause": (
        "Men/NOUN/nsubj>saw saw/VERB/ROOT roads/NOUN/obj>saw built/VERB/acl:relcl>roads",
        "built",
        None,
    ),
    "none in a clause of content": (
        "Men/NOUN/nsubj>said said/VERB/ROOT leave/VERB/ccomp>said",
        "leave",
        None,
    ),
}


@pytest.mark.parametrize(("notation", "verb", "expected"), SUBJECTS.values(), ids=SUBJECTS)
def test_subject_is_found_through_clauses(notation: str, verb: str, expected: str | None) -> None:
    """A clause without a subject takes that of the clause above where grammar lets it."""
    word = next(token for token in tree_of(notation) if token.text == verb)

    found = subject_of(word)

    assert (found.text if found else None) == expected


def test_clause_ends_at_a_predicate_noun() -> None:
    """A noun with a copula heads a clause like a verb."""
    doc = tree_of(
        "Ann/PROPN/nsubj>said said/VERB/ROOT they/PRON/nsubj>heirs are/AUX/cop>heirs "
        "heirs/NOUN/ccomp>said of/ADP/case>men men/NOUN/nmod>heirs"
    )

    assert clause_of(doc[6]).text == "heirs"


def test_top_is_the_word_that_leaves_the_group() -> None:
    """An amount hangs in the parse through the word whose head is no part of it."""
    doc = tree_of("$/SYM/obl>rose 5/NUM/compound>million million/NUM/nummod>$ rose/VERB/ROOT")

    top = top_of(doc[:3])

    assert top is not None
    assert top.text == "$"


def test_ancestors_end_in_a_deep_tree() -> None:
    """A chain of any length is walked a bounded number of steps."""
    chain = " ".join(f"w{number}/NOUN/nmod>w{number + 1}" for number in range(500))
    doc = tree_of(f"{chain} w500/NOUN/ROOT")

    assert len(list(ancestors(doc[0]))) < 100

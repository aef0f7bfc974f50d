"""Whether a figure is a state, what happened in a span of time, or a running total."""

from __future__ import annotations

import pytest

from tasks.nlp.figures.grammar.temporal import find_temporal_type
from tests.parsed import parsed, view_of

HOLDS = "They/PRON/nsubj>house house/VERB/ROOT 40/NUM/nummod>desks desks/NOUN/obj>house"
BUILT = "They/PRON/nsubj>built built=build/VERB:VBD/ROOT 40/NUM/nummod>desks desks/NOUN/obj>built"
BUILD = "They/PRON/nsubj>build build/VERB/ROOT 40/NUM/nummod>desks desks/NOUN/obj>build"
CASES = {
    "state by its verb": (HOLDS, "other", "stock"),
    "state by its category": (BUILT, "population", "stock"),
    "event by its verb": (BUILT, "other", "flow"),
    "event by its category": (HOLDS, "people_killed", "flow"),
    "how things are": (BUILD.replace("build/VERB", "build/VERB:VBP"), "other", "stock"),
    "nothing tells": (BUILD.replace("build/VERB", "build/VERB:VB"), "other", None),
    "predicate with be": (
        "40/NUM/nummod>desks desks/NOUN/nsubj>new are/AUX/cop>new new/ADJ/ROOT",
        "other",
        "stock",
    ),
    "what will happen": (
        BUILD.replace("build/VERB/ROOT", "build/VERB:VB/ROOT will/AUX/aux>build"),
        "other",
        "flow",
    ),
    "no verb": ("40/NUM/nummod>desks desks/NOUN/ROOT", "other", None),
    "running total with since": (
        BUILT + " since/ADP/case>May May/PROPN/obl>built",
        "people_killed",
        "cumulative",
    ),
    "running total with so far": (
        BUILT + " so/ADV/advmod>far far/ADV/advmod>built",
        "other",
        "cumulative",
    ),
    "since in another sentence": (
        BUILT + " ./PUNCT/punct>built Since/ADP/case>May May/PROPN/obl>rained rained/VERB/ROOT",
        "other",
        "flow",
    ),
}


@pytest.mark.parametrize(("notation", "category", "expected"), CASES.values(), ids=CASES)
def test_temporal_type_comes_from_category_and_verb(
    notation: str, category: str, expected: str | None
) -> None:
    """A running total is said; the category decides before the verb does."""
    assert find_temporal_type(view_of(parsed(notation), "40"), category) == expected


def test_share_has_no_time() -> None:
    """A percentage is neither a state nor an event."""
    doc = parsed(
        "They/PRON/nsubj>own own/VERB/ROOT 40/NUM/nummod>percent percent/NOUN/obj>own "
        "since/ADP/case>May May/PROPN/obl>own"
    )

    assert find_temporal_type(view_of(doc, "40 percent"), "share") is None

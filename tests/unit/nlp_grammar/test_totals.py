"""Parts and wholes among the figures of a sentence and the one before it."""

from __future__ import annotations

import pytest

from tasks.nlp.figures.grammar.totals import MOST_PARTS, beside
from tests.parsed import parsed, read_parsed, views_of

KILLED_12 = (
    "It/PRON/nsubj>killed killed=kill/VERB/ROOT 12/NUM/nummod>men men/NOUN/obj>killed "
    ",/PUNCT/punct>killed "
)
FLED = (
    "{0}/NUM/nsubj>fled of/ADP/case>guards the/DET/det>guards 12/NUM/nummod>guards "
    "guards/NOUN/nmod>{0} fled=flee/VERB/ROOT"
)
OF_THEM = (
    "and/CCONJ/cc>died {0}/NUM/nsubj>died of/ADP/case>{1} {1}/PRON/nmod>{0} "
    "died=die/VERB/conj>killed"
)
CASES = {
    "of the 12": (FLED.format("Three"), "Three", "12"),
    "including": (
        f"{KILLED_12}including/VERB/case>boys three/NUM/nummod>boys boys/NOUN/nmod>men",
        "three",
        "12",
    ),
    "among them": (
        f"{KILLED_12}among/ADP/case>boys three/NUM/nummod>boys boys/NOUN/nmod>men",
        "three",
        "12",
    ),
    "of them": (KILLED_12 + OF_THEM.format("three", "them"), "three", "12"),
    "of them in the next sentence": (
        (
            "12/NUM/nummod>men men/NOUN/nsubj>left left=leave/VERB/ROOT ./PUNCT/punct>left "
            "Three/NUM/nsubj>died of/ADP/case>them them/PRON/nmod>Three died=die/VERB/ROOT"
        ),
        "Three",
        "12",
    ),
    "of whom before the number": (
        (
            "12/NUM/nummod>men men/NOUN/nsubj>left ,/PUNCT/punct>died of/ADP/case>whom "
            "whom/PRON:WP/obl>died three/NUM/nsubj>died died=die/VERB/acl:relcl>men "
            "left=leave/VERB/ROOT"
        ),
        "three",
        "12",
    ),
    "Of the 12 at a verb of speech": (
        (
            "Of/ADP/case>drones 12/NUM/nummod>drones drones/NOUN/obl>said ,/PUNCT/punct>said "
            "they/PRON/nsubj>said said=say/VERB/ROOT ,/PUNCT/punct>said "
            "nine/NUM/nsubj>fell fell=fall/VERB/ccomp>said"
        ),
        "nine",
        "12",
    ),
    "in brackets": (
        (
            "12/NUM/nummod>men men/NOUN/nsubj>died (/PUNCT/punct>boys boys/NOUN/appos>men "
            "three/NUM/nummod>boys )/PUNCT/punct>boys died=die/VERB/ROOT"
        ),
        "three",
        "12",
    ),
    "parts that add up": (
        (
            "12/NUM/nummod>men men/NOUN/nsubj>died ,/PUNCT/punct>guards nine/NUM/nummod>guards "
            "guards/NOUN/appos>men and/CCONJ/cc>cooks three/NUM/nummod>cooks "
            "cooks/NOUN/conj>guards died=die/VERB/ROOT"
        ),
        "nine",
        "12",
    ),
    "the rest": (
        (
            "12/NUM/nummod>men men/NOUN/nsubj>left left=leave/VERB/ROOT ./PUNCT/punct>left "
            "The/DET/det>three other/ADJ/amod>three three/NUM/nsubj>died died=die/VERB/ROOT"
        ),
        "three",
        "12",
    ),
    "money of the money": (
        (
            "They/PRON/nsubj>paid paid=pay/VERB/ROOT $/SYM/obj>paid 3/NUM/nummod>$ of/ADP/case>€ "
            "the/DET/det>€ $/SYM/nmod>$ 12/NUM/nummod>$"
        ).replace("€", "$"),
        "$3",
        "$12",
    ),
    "two parts of one whole": (
        (
            f"{KILLED_12}including/VERB/case>boys three/NUM/nummod>boys boys/NOUN/nmod>men "
            "and/CCONJ/cc>girls including/VERB/case>girls two/NUM/nummod>girls girls/NOUN/conj>boys"
        ),
        "two",
        "12",
    ),
}
NOTHING = {
    "the whole itself": (FLED.format("Three"), "12"),
    "more than the whole": (FLED.format("Fifteen"), "Fifteen"),
    "more of them than there are": (KILLED_12 + OF_THEM.format("fifteen", "them"), "fifteen"),
    "parts that do not add up": (
        (
            "12/NUM/nummod>men men/NOUN/nsubj>died ,/PUNCT/punct>guards nine/NUM/nummod>guards "
            "guards/NOUN/appos>men and/CCONJ/cc>cooks two/NUM/nummod>cooks cooks/NOUN/conj>guards "
            "died=die/VERB/ROOT"
        ),
        "nine",
    ),
    "cars that a part of the men burned": (
        (
            "Of/ADP/case>men 12/NUM/nummod>men men/NOUN/obl>burned ,/PUNCT/punct>burned "
            "they/PRON/nsubj>burned burned=burn/VERB/ROOT nine/NUM/nummod>cars cars/NOUN/obj>burned"
        ),
        "nine",
    ),
    "another thing beside it": (
        f"{KILLED_12}and/CCONJ/cc>boys three/NUM/nummod>boys boys/NOUN/conj>men",
        "three",
    ),
    "of a whole that is no count": (
        "It/PRON/nsubj>cost cost/VERB/ROOT $/SYM/obj>cost 12/NUM/nummod>$ "
        + OF_THEM.format("three", "them").replace("killed", "cost"),
        "three",
    ),
}


@pytest.mark.parametrize(("notation", "part", "whole"), CASES.values(), ids=CASES)
def test_part_points_to_its_whole(notation: str, part: str, whole: str) -> None:
    """A part says so, and its whole is the amount inside of it or the nearest one before it."""
    found = read_parsed(parsed(notation))

    assert found[part].total_span == found[whole].span


@pytest.mark.parametrize(("notation", "figure"), NOTHING.values(), ids=NOTHING)
def test_figure_that_is_no_part_has_no_whole(notation: str, figure: str) -> None:
    """Neighbours are no wholes, and no part is larger than its whole."""
    assert read_parsed(parsed(notation))[figure].total_span is None


def test_long_list_costs_no_more_than_its_length() -> None:
    """Only the nearest figures of a sentence are looked at, so that a table is no sum of sums."""
    row = "tents/NOUN/dep>Listed ,/PUNCT/punct>Listed"
    words = " ".join(f"{number}/NUM/nummod>Listed {row}" for number in range(100, 300))
    views = views_of(parsed(f"Listed/VERB/ROOT {words}"))

    assert len(views) == 200
    assert len({view.sentence for view in views}) == 1
    assert len(list(beside(views, len(views) // 2))) < 2 * MOST_PARTS + 1

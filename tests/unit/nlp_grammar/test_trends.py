"""Words of change right beside an amount."""

from __future__ import annotations

import pytest

from tasks.nlp.figures.grammar.change import find_change
from tests.parsed import parsed, view_of

ENDED = "Shares/NOUN/nsubj>ended ended=end/VERB:VBD/ROOT "
SOLD = "They/PRON/nsubj>sold sold=sell/VERB/ROOT {0}/NUM/nummod>cars cars/NOUN/obj>sold "
HIGHER = (
    "Prices/NOUN/nsubj>higher were/AUX/cop>higher 8/NUM/nummod>percent "
    "percent/NOUN/obl:unmarked>higher higher/ADJ/ROOT than/ADP/case>{0} in/ADP/case>{0} "
    "{0}/PROPN/obl>higher"
)
CASES = {
    "higher than at another time": (HIGHER.format("May"), "8 percent", "increase_by"),
    "verb of the market and a comparative": (
        ENDED + "8/NUM/nummod>percent percent/NOUN/obl:unmarked>lower lower/ADV/xcomp>ended",
        "8 percent",
        "decrease_by",
    ),
    "lower at": (
        ENDED + "lower/ADV/xcomp>ended at/ADP/case>$ $/SYM/obl>ended 9/NUM/nummod>$",
        "$9",
        "decrease_to",
    ),
    "falls to close at": (
        (
            "Shares/NOUN/nsubj>fell fell=fall/VERB/ROOT to/PART/mark>close close/VERB/xcomp>fell "
            "at/ADP/case>$ $/SYM/obl>close 9/NUM/nummod>$"
        ),
        "$9",
        "decrease_to",
    ),
    "up and an amount": (
        ENDED + "up/ADV/advmod>ended 8/NUM/nummod>percent percent/NOUN/obl:unmarked>up",
        "8 percent",
        "increase_by",
    ),
    "level before up from": (
        SOLD.format(9) + ",/PUNCT/punct>sold up/ADV/advmod>sold from/ADP/case>6 6/NUM/obl>up",
        "9",
        "increase_to",
    ),
    "level before down and a share": (
        SOLD.format(9)
        + ",/PUNCT/punct>sold down/ADV/advmod>sold 4/NUM/nummod>percent percent/NOUN/obl>down",
        "9",
        "decrease_to",
    ),
    "verb with its particle": (
        (
            "It/PRON/nsubj>put put/VERB/ROOT on/ADP/compound:prt>put 8/NUM/nummod>points "
            "points/NOUN/obj>put"
        ),
        "8",
        "increase_by",
    ),
    "amount on the object": (
        (
            "They/PRON/nsubj>cut cut/VERB/ROOT rations/NOUN/obj>cut to/ADP/case>grams "
            "9/NUM/nummod>grams grams/NOUN/nmod>rations"
        ),
        "9 grams",
        "decrease_to",
    ),
    "subject that names the change": (
        (
            "The/DET/det>rise rise/NOUN/nsubj>was was/AUX/cop>percent 8/NUM/nummod>percent "
            "percent/NOUN/ROOT"
        ).replace("nsubj>was", "nsubj>percent"),
        "8 percent",
        "increase_by",
    ),
}
NOTHING = {
    "higher than another place": (HIGHER.format("Rome"), "8 percent"),
    "particle of a verb that moves nothing": (
        (
            "They/PRON/nsubj>locked locked=lock/VERB/ROOT up/ADP/compound:prt>locked "
            "8/NUM/nummod>men men/NOUN/obj>locked"
        ),
        "8",
    ),
    "level of a market without direction": (
        ENDED + "at/ADP/case>$ $/SYM/obl>ended 9/NUM/nummod>$",
        "$9",
    ),
    "money that is lost": (
        "It/PRON/nsubj>lost lost=lose/VERB/ROOT $/SYM/obj>lost 9/NUM/nummod>$",
        "$9",
    ),
}


@pytest.mark.parametrize(("notation", "figure", "expected"), CASES.values(), ids=CASES)
def test_words_beside_an_amount_state_a_change(notation: str, figure: str, expected: str) -> None:
    """Size and level are told apart by what stands between word and amount."""
    assert find_change(view_of(parsed(notation), figure)) == expected


@pytest.mark.parametrize(("notation", "figure"), NOTHING.values(), ids=NOTHING)
def test_words_that_state_no_change(notation: str, figure: str) -> None:
    """Comparisons with other things, particles and bare levels are no change."""
    assert find_change(view_of(parsed(notation), figure)) is None

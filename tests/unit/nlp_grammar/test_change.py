"""Whether a figure is the size, the start or the end of a change."""

from __future__ import annotations

import pytest

from tasks.nlp.figures.grammar.change import find_change
from tests.parsed import parsed, view_of, views_of

SALES = "Sales/NOUN/nsubj>{0} {0}={1}/VERB/ROOT "
ROSE, FELL, SANK, WENT = (
    SALES.format(*forms)
    for forms in (("rose", "rise"), ("fell", "fall"), ("sank", "sink"), ("went", "go"))
)
PERCENT = "{0}/ADP/case>percent 12/NUM/nummod>percent percent/NOUN/obl>{1}"
TONNES = "{0}/ADP/case>tonnes 300/NUM/nummod>tonnes tonnes/NOUN/obl>{1}"
DROP = "18/NUM/nummod>percent percent/NOUN/compound>drop drop/NOUN/nsubj>hurt hurt/VERB/ROOT"
FEWER = "212/NUM/obj>shot {0}/ADJ/obj>shot than/ADP/case>May in/ADP/case>May May/PROPN/obl>shot"
CASES = {
    "by": (FELL + PERCENT.format("by", "fell"), "12 percent", "decrease_by"),
    "without a preposition": (
        f"{ROSE}12/NUM/nummod>percent percent/NOUN/obj>rose",
        "12 percent",
        "increase_by",
    ),
    "to": (ROSE + TONNES.format("to", "rose"), "300 tonnes", "increase_to"),
    "below": (SANK + TONNES.format("below", "sank"), "300 tonnes", "decrease_to"),
    "from": (FELL + TONNES.format("from", "fell"), "300 tonnes", "from"),
    "up from": (
        (
            f"{ROSE}12/NUM/nummod>percent percent/NOUN/obj>rose ,/PUNCT/punct>up "
            "up/ADV/advmod>rose "
            "from/ADP/case>tonnes 250/NUM/nummod>tonnes tonnes/NOUN/obl>up"
        ),
        "250 tonnes",
        "from",
    ),
    "down from without a verb of change": (
        (
            "It/PRON/nsubj>sold sold=sell/VERB/ROOT 9/NUM/nummod>cars cars/NOUN/obj>sold "
            ",/PUNCT/punct>down down/ADV/advmod>sold from/ADP/case>12 12/NUM/obl>down"
        ),
        "12",
        "from",
    ),
    "past another amount": (
        (
            f"{FELL}from/ADP/case>$ $/SYM/obl>fell 9/NUM/nummod>$ to/ADP/case>€ €/SYM/nmod>$ "
            "6/NUM/nummod>€"
        ),
        "€ 6",
        "decrease_to",
    ),
    "noun behind": (f"An/DET/det>drop {DROP}", "18 percent", "decrease_by"),
    "noun before": (
        (
            "A/DET/det>rise rise/NOUN/nsubj>came of/ADP/case>percent 9/NUM/nummod>percent "
            "percent/NOUN/nmod>rise came/VERB/ROOT"
        ),
        "9 percent",
        "increase_by",
    ),
    "verb with an object": (
        (
            "They/PRON/nsubj>cut cut/VERB/ROOT prices/NOUN/obj>cut by/ADP/case>percent "
            "12/NUM/nummod>percent percent/NOUN/obl>cut"
        ),
        "12 percent",
        "decrease_by",
    ),
    "verb of motion and up": (
        WENT + "up/ADV/advmod>went " + PERCENT.format("by", "went"),
        "12 percent",
        "increase_by",
    ),
    "fewer than": (
        "They/PRON/nsubj>shot shot=shoot/VERB/ROOT " + FEWER.format("fewer"),
        "212",
        "decrease_by",
    ),
    "more than": (
        "They/PRON/nsubj>shot shot=shoot/VERB/ROOT " + FEWER.format("more"),
        "212",
        "increase_by",
    ),
}
NOTHING = {
    "verb of motion alone": (WENT + PERCENT.format("by", "went"), "12 percent"),
    "another preposition": (ROSE + PERCENT.format("in", "rose"), "12 percent"),
    "what falls": (
        "40/NUM/nummod>jobs jobs/NOUN/nsubj>fell fell=fall/VERB/ROOT away/ADV/advmod>fell",
        "40",
    ),
    "what is raised": (
        "They/PRON/nsubj>raised raised=raise/VERB/ROOT 40/NUM/nummod>flags flags/NOUN/obj>raised",
        "40",
    ),
    "subject of a change": (
        "12/NUM/nummod>percent percent/NOUN/nsubj>fell fell=fall/VERB/ROOT",
        "12 percent",
    ),
    "duration": (ROSE + "for/ADP/case>days 9/NUM/nummod>days days/NOUN/obl>rose", "9 days"),
    "comparison without a direction": (
        "They/PRON/nsubj>shot shot=shoot/VERB/ROOT " + FEWER.format("other"),
        "212",
    ),
}


@pytest.mark.parametrize(("notation", "figure", "expected"), CASES.values(), ids=CASES)
def test_change_has_direction_and_end(notation: str, figure: str, expected: str) -> None:
    """The verb or noun gives the direction, the preposition whether it is size, start or end."""
    assert find_change(view_of(parsed(notation), figure)) == expected


@pytest.mark.parametrize(("notation", "figure"), NOTHING.values(), ids=NOTHING)
def test_what_changes_is_no_change(notation: str, figure: str) -> None:
    """What rises, and what is done meanwhile, is not the size of the change."""
    assert find_change(view_of(parsed(notation), figure)) is None


def test_amounts_that_hang_on_each_other_end() -> None:
    """Where the parse of one amount has two tops, the way up does not go round for ever."""
    doc = parsed(
        "Sales/NOUN/nsubj>fell fell=fall/VERB/ROOT 12/NUM/obl>fell percent/NOUN/nmod>tonnes "
        "9/NUM/nummod>tonnes tonnes/NOUN/nmod>12"
    )

    assert [find_change(view) for view in views_of(doc)] == [None, None]

"""What only looks like the evidence of a rule: the figure counts nothing by it."""

from __future__ import annotations

import pytest

from tasks.nlp.figures.grammar.counted import find_counted
from tests.counted_sentences import JET, PAID, RAISED, TOLL
from tests.parsed import parsed, view_of

NOTHING = {
    "of_phrase without an article behind a number": (
        "Two/NUM/nsubj>came of/ADP/case>forgery forgery/NOUN/nmod>Two came/VERB/ROOT",
        "Two",
    ),
    "of_phrase that is a place": (
        (
            "It/PRON/nsubj>lies lies=lie/VERB/ROOT 2/NUM/nummod>km km/NOUN/obj>lies "
            "of/ADP/case>market the/DET/det>market market/NOUN/nmod>km"
        ),
        "2 km",
    ),
    "noun_modified that is a verb": (
        "The/DET/det>250 250/NUM/nummod>sat sat/VERB/ROOT",
        "250",
    ),
    "noun_modified that is elliptical": (
        "40/NUM/nummod>others others/NOUN/nsubj>left left/VERB/ROOT",
        "40",
    ),
    "victim that is a verb": (
        "31/NUM/nsubj>injured injured/VERB/ROOT guards/NOUN/obj>injured",
        "31",
    ),
    "price for a country": (
        f"{PAID}for/ADP/case>Turkey Turkey/PROPN/obl>paid",
        "$90",
    ),
    "price that is only spent on when the verb spends": (
        f"{PAID}on/ADP/case>Friday Friday/NOUN/obl>paid",
        "$90",
    ),
    "object of a verb that changes nothing": (RAISED.format(lemma="see"), "$90"),
    "subject of a verb that tells no amount": (TOLL.format(verb="write"), "34"),
    "subject that does not move at a measure": (
        f"{JET}for/ADP/case>metres 900/NUM/nummod>metres metres/NOUN/obl>flies",
        "900 metres",
    ),
    "duration": (
        (
            "The/DET/det>siege siege/NOUN/nsubj>reached reached=reach/VERB/ROOT "
            "40/NUM/nummod>days days/NOUN/obj>reached"
        ),
        "40 days",
    ),
}


@pytest.mark.parametrize(("notation", "figure"), NOTHING.values(), ids=NOTHING)
def test_counted_is_nothing_without_evidence(notation: str, figure: str) -> None:
    """What only looks like the evidence of a rule gives no phrase."""
    names = {"Turkey": "GPE"} if "Turkey" in notation else None

    assert find_counted(view_of(parsed(notation, names), figure)) is None

"""All that is read from a parse: denominators, places, and what is kept of the words' reading."""

from __future__ import annotations

import pytest

from tasks.nlp.figures.grammar.reading import read_grammar
from tasks.nlp.syntax.tree import Tree
from tests.parsed import parsed, read_parsed, views_of

FLEW = "Pilots/NOUN/nsubj>flew flew=fly/VERB/ROOT ten/NUM/nummod>sorties sorties/NOUN/obj>flew "
PER = {
    "a week": (FLEW + "a/DET/det>week week/NOUN/obl>flew then/ADV/advmod>flew", "a week"),
    "no unit of time": (FLEW + "a/DET/det>storm storm/NOUN/obl>flew then/ADV/advmod>flew", None),
    "no article": (FLEW + "last/ADJ/amod>week week/NOUN/obl>flew then/ADV/advmod>flew", None),
}
IN_TOWN = "in/ADP/case>{0} {0}/PROPN/{1}"
HIT_12 = "{0} hit=hit/VERB/ROOT 12/NUM/nummod>men men/NOUN/obj>hit {1}"
PLACES = {
    "of its clause": (
        HIT_12.format("They/PRON/nsubj>hit", IN_TOWN.format("Oslo", "obl>hit")),
        "Oslo",
    ),
    "of its noun, not of the sentence": (
        HIT_12.format("They/PRON/nsubj>hit", IN_TOWN.format("Oslo", "nmod>men"))
        + " ,/PUNCT/punct>said Ann/PROPN/nsubj>said said/VERB/parataxis>hit "
        + IN_TOWN.format("Rome", "obl>said"),
        "Oslo",
    ),
    "not one that acts": (HIT_12.format("Oslo/PROPN/nsubj>hit", ""), None),
    "not of another sentence": (
        "They/PRON/nsubj>met met/VERB/ROOT in/ADP/case>Oslo Oslo/PROPN/obl>met ./PUNCT/punct>met "
        + HIT_12.format("Rebels/NOUN/nsubj>hit", ""),
        None,
    ),
}


@pytest.mark.parametrize(("notation", "expected"), PER.values(), ids=PER)
def test_denominator_stands_behind_the_phrase(notation: str, expected: str | None) -> None:
    """A count per time is a rate, and without one it stays a count."""
    found = read_parsed(parsed(notation))["ten"]

    assert (found.per.text if found.per else None) == expected
    assert found.kind == ("rate" if expected else "count")


@pytest.mark.parametrize(("notation", "expected"), PLACES.values(), ids=PLACES)
def test_place_is_that_of_the_figure(notation: str, expected: str | None) -> None:
    """A place counts where the figure stands in it, by clause, noun or sentence."""
    names = {name: "GPE" for name in ("Oslo", "Rome") if name in notation}

    place = read_parsed(parsed(notation, names))["12"].place

    assert (place.text if place else None) == expected


def test_number_that_names_is_refused() -> None:
    """A designation is no figure but a refused number."""
    doc = parsed(
        "See/VERB/ROOT hall/NOUN/obj>See 11/NUM/flat>hall by/ADP/case>men 9/NUM/nummod>men "
        "men/NOUN/obl>See"
    )
    figures, refused = read_grammar(Tree(doc, doc.text), [view.figure for view in views_of(doc)])

    assert [number.span.text for number in refused] == ["11"]
    assert [figure.span.text for figure in figures] == ["9"]

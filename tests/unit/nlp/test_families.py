"""Names of money that several countries share take the meaning that the text gives them."""

from __future__ import annotations

import pytest

from tasks.nlp.figures.families import settle_currencies
from tasks.nlp.figures.sentences import find_figures

CASES = {
    "adjective before": ("It made 412 million Norwegian kroner, or 5.12 kroner.", ["NOK", "NOK"]),
    "sign before": ("They paid ₱900 and 40 pesos.", ["PHP", "PHP"]),
    "code behind": ("It cost 40 francs, not CHF 50.", ["CHF", "CHF"]),
    "nearest earlier one": (
        "It cost 9 Swiss francs, 8 Rwandan francs and 7 francs.",
        ["CHF", "RWF", "RWF"],
    ),
    "nothing tells": ("It cost 40 pesos.", ["XXX"]),
    "usual meaning": ("It cost 40 rupees.", ["INR"]),
    "another meaning": ("It cost 90 Pakistani rupees, then 40 rupees.", ["PKR", "PKR"]),
    "other money": ("It cost $9 and 40 pesos.", ["USD", "XXX"]),
    "name left out": ("It rose to 9 Danish kroner. Now 8 kroner.", ["DKK", "DKK"]),
}


@pytest.mark.parametrize(("text", "units"), CASES.values(), ids=CASES)
def test_bare_name_takes_the_currency_of_its_text(text: str, units: list[str]) -> None:
    """The nearest earlier amount of the family decides, else the nearest later one."""
    figures = settle_currencies(find_figures(text, 0, len(text)).figures)

    assert [figure.unit for figure in figures] == units


def test_settled_unit_is_marked_as_shared() -> None:
    """A unit that comes from elsewhere is no part of the proof by the figure's characters."""
    text = "They paid ₱900 and 40 pesos."
    figures = settle_currencies(find_figures(text, 0, len(text)).figures)

    assert [figure.rule.endswith("/shared") for figure in figures] == [False, True]

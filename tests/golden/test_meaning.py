"""What other systems leave open about a figure: its whole, its change, its mood, its total.

Each sentence stands for a gap that users of the tools before us report: percentages without their
base, rises without an end, denied figures counted as facts, parts added to their wholes.
"""

from __future__ import annotations

import pytest

from tasks.nlp.document import DocumentInput, extract_document
from tasks.nlp.pipeline import load_pipeline
from tasks.nlp.spans import Figure, Span

CASES = {
    "percentage with its base": (
        "12 percent of the arrivals were unaccompanied children.",
        "12 percent",
        {"counted": "arrivals", "category": "share"},
    ),
    "rise to": (
        "The death toll rose to 34 on Friday.",
        "34",
        {"counted": "death toll", "change": "increase_to", "category": "people_killed"},
    ),
    "rise by": ("Arrests rose by 12 percent last year.", "12 percent", {"change": "increase_by"}),
    "fall from": ("Prices fell from $90 to $70 a barrel.", "$90", {"change": "from"}),
    "abbreviated casualties": (
        "The militia says it lost 3 KIA.",
        "3",
        {"counted": "KIA", "category": "people_killed"},
    ),
    "households": (
        "Some 400 families fled the valley.",
        "400",
        {"household_unit": True, "category": "people_displaced"},
    ),
    "part of a total": (
        "Shelling killed 12 people, including three children.",
        "three",
        {"total_span": "12", "category": "people_killed"},
    ),
    "part that says less than its total": (
        "Divers recovered 81 bodies, among them 14 children.",
        "14",
        {"total_span": "81", "category": "people_killed"},
    ),
    "number of something named elsewhere": (
        "The blast left 70 injured. A broadcaster put the number at 246.",
        "246",
        {"counted": None},
    ),
    "only place of its sentence": (
        "New York police counted 40 shootings.",
        "40",
        {"place": "New York"},
    ),
    "running total": (
        "The war has killed 9,000 civilians since April.",
        "9,000",
        {"temporal_type": "cumulative"},
    ),
    "state": (
        "The garrison has 300 soldiers.",
        "300",
        {"temporal_type": "stock", "category": "fighters"},
    ),
    "denied": ("The army denied that 50 men were killed.", "50", {"modality": "denied"}),
    "planned": ("Poland will send 40 tanks to the front.", "40", {"modality": "planned"}),
    "forecast": (
        "The number of refugees could reach 2 million by June.",
        "2 million",
        {"modality": "forecast", "counted": "refugees"},
    ),
    "asked for": (
        "The agency is seeking $5 million for shelters.",
        "$5 million",
        {"modality": "asked", "counted": "shelters"},
    ),
    "supposed": (
        "If 300 prisoners are freed, the talks will go on.",
        "300",
        {"modality": "hypothetical"},
    ),
    "elliptical": (
        "Ten soldiers died in the blast. Another 12 were wounded.",
        "12",
        {"counted": "soldiers", "counted_rule": "sentence_before", "category": "people_injured"},
    ),
    "place of its own": (
        "Gunmen killed eight people in Kabul on Monday.",
        "eight",
        {"place": "Kabul"},
    ),
    "price for one": (
        "Smugglers ask $900 for a pistol.",
        "$900",
        {"counted": "pistol", "category": "money_price"},
    ),
}


@pytest.mark.parametrize(("text", "figure", "expected"), CASES.values(), ids=CASES)
def test_figure_means_what_its_sentence_says(
    text: str, figure: str, expected: dict[str, object]
) -> None:
    """With the packaged model, a figure has what its grammar tells."""
    found = extract_document(load_pipeline(), DocumentInput("meaning", text)).figures
    (row,) = [row for row in found if row.span.text == figure]

    assert {name: said(row, name) for name in expected} == expected


def said(figure: Figure, name: str) -> object:
    """Return a field of a figure, the text of a span."""
    value = getattr(figure, name)
    return value.text if isinstance(value, Span) else value

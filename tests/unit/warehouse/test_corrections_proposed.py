"""Decisions about a row that somebody looks at: complete, named for their matter, or refused."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from tests.decided import DECIDED
from warehouse.corrections_columns import CORRECTABLE, SHOWN
from warehouse.corrections_faults import find_faults
from warehouse.corrections_proposed import propose_correction
from warehouse.errors import UsageError
from warehouse.tables.ref import CORRECTIONS
from warehouse.vocabularies import CORRECTION_SUBJECTS

DOCUMENT = "d" * 64
FIGURE = {
    "document_id": DOCUMENT,
    "start_char": 10,
    "end_char": 12,
    "figure_text": "40",
    "path": "a.txt",
    "kind": "count",
    "low": Decimal("40.000000000"),
    "high": Decimal(40),
    "qualifier": "exact",
    "unit": None,
    "category": "vehicles",
}
MOVED = FIGURE | {"start_char": 11, "end_char": 13}
THING = {"label": "ORG", "entity_name": "Salt Brigade", "document_id": DOCUMENT}


def proposed(subject: str, action: str, row: dict[str, Any], **values: Any) -> dict[str, Any]:  # noqa: ANN401 - any argument
    """Return a decision of somebody on some day."""
    who: dict[str, Any] = dict(DECIDED)
    return propose_correction(subject, action, row, **(who | values))


def test_proposal_states_place_words_and_what_was_shown() -> None:
    """Everything that finds the figure again, and what the analyst saw."""
    row = proposed("figure", "correct", FIGURE, column_name="low", new_value="39")

    assert tuple(row) == CORRECTIONS.column_names
    assert row["correction_id"].startswith("correct-figure-low-")
    assert (row["name"], row["document_id"], row["path"]) == ("40", DOCUMENT, "a.txt")
    assert (row["anchor_start_char"], row["anchor_end_char"]) == (10, 12)
    assert (row["read_value"], row["new_value"]) == ("40", "39")
    assert list(find_faults([row])) == []


def test_accepted_row_states_all_that_is_accepted() -> None:
    """The reading is text that a person can compare."""
    row = proposed("figure", "accept", FIGURE)

    assert row["read_value"] == (
        "kind=count; low=40; high=40; qualifier=exact; unit=(none); category=vehicles"
    )


def test_name_follows_from_the_matter_alone() -> None:
    """A second thought has the name of the first, so one file cannot hold both; others differ."""
    first = proposed("figure", "correct", FIGURE, column_name="low", new_value="39")
    second = proposed(
        "figure", "correct", FIGURE, column_name="low", new_value="38", decided_by="Ada"
    )
    others = [
        proposed("figure", "correct", FIGURE, column_name="high", new_value="39"),
        proposed("figure", "correct", MOVED, column_name="low", new_value="39"),
        proposed("figure", "hide", FIGURE),
        proposed("claimant", "hide", FIGURE),
    ]

    assert first["correction_id"] == second["correction_id"]
    assert len({row["correction_id"] for row in [first, *others]}) == 5


def test_entity_is_named_and_has_no_place() -> None:
    """Only what is about one document states it."""
    hidden = proposed("entity", "hide", THING)
    split = proposed("entity", "split", THING)

    assert (hidden["label"], hidden["name"]) == ("ORG", "Salt Brigade")
    assert (hidden["document_id"], hidden["anchor_start_char"]) == (None, None)
    assert split["document_id"] == DOCUMENT


def test_long_words_are_cut() -> None:
    """A quotation of pages does not fill the file; its first characters find it again."""
    row = {"document_id": DOCUMENT, "start_char": 0, "end_char": 900, "quote_text": "long " * 180}

    assert len(proposed("quote", "hide", row)["name"]) == 200


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"column_name": "low", "new_value": "some"}, "column low: 'some' is no number"),
        ({"column_name": "kind", "new_value": "herd"}, "column kind: 'herd' is none of count"),
        ({"column_name": "kind", "new_value": "(none)"}, "column kind: a value is missing"),
        ({"column_name": "category", "new_value": "herds"}, "category: 'herds' is none of age"),
        ({"column_name": "rule", "new_value": "x"}, "has no column 'rule'"),
        ({"column_name": "low"}, "a correct needs a column_name and a new_value"),
        ({"column_name": "low", "new_value": "5", "reason": " "}, "reason is empty"),
        (
            {"column_name": "low", "new_value": "40"},
            "low is 40 already; accept it, or",
        ),
        ({"column_name": "unit", "new_value": "(none)"}, r"unit is \(none\) already"),
    ],
)
def test_proposal_that_no_run_could_apply_is_refused(
    arguments: dict[str, Any], message: str
) -> None:
    """The analyst learns it while looking at the row."""
    with pytest.raises(UsageError, match=message):
        proposed("figure", "correct", FIGURE, **arguments)


@pytest.mark.parametrize("subject", CORRECTION_SUBJECTS)
def test_every_subject_says_what_can_be_corrected(subject: str) -> None:
    """What is accepted as a whole, besides the words as they stand, can also be corrected."""
    assert CORRECTABLE[subject]
    assert set(SHOWN[subject]) <= set(CORRECTABLE[subject])

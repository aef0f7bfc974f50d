"""A corrected figure: the columns that follow from the one that an analyst states."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from tasks.corrections.edits import edit_row
from tasks.corrections.overlays import OVERLAYS
from tasks.corrections.places import thing_named
from tasks.corrections.words import find_words
from tests.decided_texts import DOCUMENT, TEXT, change, corrected, figure, ground

AMOUNT = ("low", "high", "value", "qualifier")


def edited(given: dict[str, Any], **row: object) -> dict[str, Any]:
    """Return a figure of 40 kilometres with given values."""
    known = ground().rows("core.figures")[0] | {"kind": "measure", "unit": "kilometer"}
    return edit_row(known | row, given, OVERLAYS[0], ground().places[DOCUMENT])


@pytest.mark.parametrize(
    ("given", "amount"),
    [
        pytest.param({"value": 45}, (45, 45, 45, "about"), id="point"),
        pytest.param({"value": 45, "qualifier": "at_least"}, (45, None, 45, "at_least"), id="both"),
        pytest.param({"qualifier": "more_than"}, (40, None, 40, "more_than"), id="lower_bound"),
        pytest.param({"qualifier": "at_most"}, (None, 40, 40, "at_most"), id="upper_bound"),
        pytest.param({"qualifier": "vague"}, (40, 40, None, "vague"), id="vague"),
        pytest.param(
            {"low": 30, "high": 50, "qualifier": "range"}, (30, 50, None, "range"), id="range"
        ),
        pytest.param({"low": 41, "high": 41}, (41, 41, 41, "about"), id="bounds_give_the_point"),
        pytest.param({"value": 45, "low": 44}, (44, 40, 45, "about"), id="what_is_given_stays"),
        pytest.param({"unit": "meter"}, (40, 40, 40, "about"), id="other_column"),
    ],
)
def test_bounds_and_point_follow_each_other(
    given: dict[str, Any], amount: tuple[object, ...]
) -> None:
    """What is not stated follows from what is, by the qualifier."""
    row = edited(given)

    assert tuple(row[name] for name in AMOUNT) == amount


@pytest.mark.parametrize(
    ("given", "si"),
    [
        ({"value": Decimal(45)}, (45000, "meter")),
        ({"unit": "meter"}, (40, "meter")),
        ({"unit": None, "kind": "count"}, (None, None)),
        ({"qualifier": "vague"}, (None, None)),
        ({"category": "distance"}, (40000, "meter")),
    ],
)
def test_si_value_follows_amount_and_unit(given: dict[str, Any], si: tuple[object, ...]) -> None:
    """Factor and SI unit are those of the unit; without a point or a factor there is none."""
    row = edited(given, value_si=Decimal(40000), unit_si="meter")

    assert (row["value_si"], row["unit_si"]) == si


def test_words_get_their_place_in_the_text() -> None:
    """Counted words are those of the text, with their offsets; the head goes if they lack it."""
    row = corrected(change("12", "counted_text", "soldiers"))

    assert TEXT[row["counted_start_char"] : row["counted_end_char"]] == "soldiers"
    assert (row["counted_head"], row["counted_rule"]) == (None, "correction")


def test_head_stays_with_words_that_hold_it() -> None:
    """A longer phrase around the same noun keeps its head; a stated head is taken."""
    assert edited({"counted_text": "40 trucks"})["counted_head"] == "truck"
    assert (
        edited({"counted_text": "soldiers", "counted_head": "soldier"})["counted_head"] == "soldier"
    )


def test_words_may_be_none() -> None:
    """A figure that counts nothing has neither words nor head nor rule."""
    row = corrected(change("40", "counted_text", "(none)"))

    names = ("counted_text", "counted_start_char", "counted_end_char", "counted_head")
    assert [row[name] for name in (*names, "counted_rule")] == [None] * 5


def test_place_is_a_thing_of_the_document() -> None:
    """A name in any spelling leads to the place; none takes it away."""
    named = corrected(change("5", "place_name", "MOSUL"))
    none = corrected(change("40", "place_name", "(none)"))

    assert named["place_entity_index"] == 1
    assert named["place_entity_id"] == ground().rows("core.figures")[0]["place_entity_id"]
    assert (none["place_entity_index"], none["place_entity_id"]) == (None, None)


def test_name_of_two_things_is_nobodys() -> None:
    """A name that the document gives to two things says not which of them is meant."""
    [mosul] = [thing for thing in ground().places[DOCUMENT].things if thing["label"] == "GPE"]

    assert thing_named([mosul], "Mosul") == mosul
    assert thing_named([mosul, mosul | {"entity_index": 9}], "Mosul") is None


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        pytest.param(
            {"as_of_start": date(2021, 5, 1)}, ("2021-05-01", "2021-05-01", "day"), id="day"
        ),
        pytest.param(
            {"as_of_start": date(2021, 5, 1), "as_of_end": date(2021, 5, 9)},
            ("2021-05-01", "2021-05-09", "interval"),
            id="interval",
        ),
        pytest.param(
            {"as_of_end": date(2021, 5, 9)}, ("2021-05-09", "2021-05-09", "day"), id="end"
        ),
        pytest.param(
            {
                "as_of_start": date(2021, 5, 1),
                "as_of_end": date(2021, 5, 31),
                "as_of_precision": "month",
            },
            ("2021-05-01", "2021-05-31", "month"),
            id="stated_precision",
        ),
    ],
)
def test_as_of_date_is_complete(given: dict[str, Any], expected: tuple[str, str, str]) -> None:
    """First day, last day and precision follow; the rule says who has found them."""
    row = edited(given)

    days = (row["as_of_start"].isoformat(), row["as_of_end"].isoformat(), row["as_of_precision"])
    assert days == expected
    assert row["as_of_rule"] == "correction"


def test_as_of_date_may_be_none() -> None:
    """Without a first day there is no date at all."""
    given = {"as_of_start": None}
    known = {"as_of_start": date(2021, 5, 1), "as_of_end": date(2021, 5, 1)}
    row = edited(given, **known, as_of_precision="day", as_of_rule="sentence")

    names = ("as_of_start", "as_of_end", "as_of_precision", "as_of_rule")
    assert [row[name] for name in names] == [None] * 4


@pytest.mark.parametrize(
    ("words", "near", "expected"),
    [
        pytest.param("Ohm", (35, 36), (21, 24), id="in_the_sentence"),
        pytest.param("left", (30, 31), (4, 8), id="else_anywhere"),
        pytest.param("Oh", (30, 31), None, id="no_start_of_a_word"),
        pytest.param("hm", (30, 31), None, id="no_end_of_a_word"),
        pytest.param("nobody", (30, 31), None, id="nowhere"),
    ],
)
def test_words_are_those_nearest_to_the_figure(
    words: str, near: tuple[int, int], expected: tuple[int, int] | None
) -> None:
    """The sentence comes first, then the distance; parts of words are other words."""
    text = "Ohm left. Some said: Ohm took 5 of 9. Ohm fell."

    assert find_words(text, words, near, (10, 37)) == expected


def test_identity_and_evidence_are_not_corrected() -> None:
    """A corrected figure is the same figure at the same place."""
    row = corrected(change("40", "value", "45"))

    assert row["figure_id"] == figure("40", 40)["figure_id"]
    assert not {"start_char", "figure_text", "sentence_index", "rule"} & row.keys()

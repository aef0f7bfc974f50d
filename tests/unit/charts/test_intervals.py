"""The chart of amounts: forms of bounds, order, axis, and what it leaves out."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import polars as pl
import pytest

from charts.intervals import CLAIM, MOST_ROWS, OWN_VOICE, intervals_chart, log_ticks


def amounts(*bounds: tuple[object, object], is_vague: bool = False) -> pl.DataFrame:
    """Return amounts with these bounds; somebody states the first one, the article the others."""
    return pl.DataFrame(
        {
            "figure_id": [f"f{number}" for number in range(len(bounds))],
            "label": ["men"] * len(bounds),
            "is_claimed": [number == 0 for number in range(len(bounds))],
            "is_vague": [is_vague] * len(bounds),
            "figure_text": ["5"] * len(bounds),
            "claimant": ["Police"] * len(bounds),
            "document": ["Raid"] * len(bounds),
            "sentence": ["5 men."] * len(bounds),
            "low": pl.Series([low for low, _ in bounds], dtype=pl.Decimal(38, 9)),
            "high": pl.Series([high for _, high in bounds], dtype=pl.Decimal(38, 9)),
        }
    )


def drawn_rows(spec: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the rows of a chart."""
    rows: list[dict[str, Any]] = next(iter(spec["datasets"].values()))
    return rows


def axis_of(spec: dict[str, Any]) -> dict[str, Any]:
    """Return the horizontal channel of the marks."""
    found: dict[str, Any] = next(
        layer["encoding"]["x"] for layer in spec["layer"] if "scale" in layer["encoding"]["x"]
    )
    return found


@pytest.mark.parametrize(
    ("bounds", "expected"),
    [
        ((5, 5), {"from": 5, "to": 5, "form": "one amount"}),
        ((5, 9), {"from": 5, "to": 9, "form": "range"}),
        ((5, None), {"from": 5, "to": 5, "form": "at least", "opens_up": True}),
        ((None, 9), {"from": 9, "to": 9, "form": "at most", "opens_down": True}),
    ],
)
def test_bounds_have_their_form(
    bounds: tuple[int | None, int | None], expected: dict[str, object]
) -> None:
    """An open bound is drawn at the one that is stated, and says to which side it is open."""
    row = drawn_rows(intervals_chart(amounts(bounds), unit="count").to_dict())[0]
    opens = {"opens_up": False, "opens_down": False}

    assert {name: row[name] for name in {**opens, **expected}} == {**opens, **expected}


def test_vague_amount_is_no_range_that_somebody_stated() -> None:
    """Hundreds are 200 to 999 by our table, not by the text."""
    rows = drawn_rows(intervals_chart(amounts((200, 999), is_vague=True), unit="count").to_dict())

    assert [(row["form"], row["is_vague"]) for row in rows] == [("vague", True)]


def test_voice_is_told_by_colour_and_by_shape() -> None:
    """Readers who see few colours see the shape."""
    spec = intervals_chart(amounts((5, 5), (6, 6)), unit="count").to_dict()
    ends = spec["layer"][-2]["encoding"]

    assert [row["voice"] for row in drawn_rows(spec)] == [CLAIM, OWN_VOICE]
    assert ends["color"]["field"] == ends["shape"]["field"] == "voice"
    assert ends["shape"]["scale"]["range"] == ["circle", "diamond"]
    assert ends["color"]["legend"]["values"] == [CLAIM, OWN_VOICE]


def test_amounts_stand_in_the_order_that_is_given() -> None:
    """The chart and the table below it have the same rows in the same order."""
    spec = intervals_chart(amounts((9, 9), (5, 5), (7, 7)), unit="count").to_dict()

    assert [row["figure_id"] for row in drawn_rows(spec)] == ["f0", "f1", "f2"]
    assert [row["position"] for row in drawn_rows(spec)] == [0, 1, 2]


def test_amount_that_is_not_above_zero_is_counted_where_it_has_no_place() -> None:
    """A logarithmic axis has no zero; nothing is left out in silence."""
    spec = intervals_chart(amounts((0, 0), (-4, 5), (5, 9)), unit="count", is_log=True).to_dict()

    assert [row["figure_id"] for row in drawn_rows(spec)] == ["f2"]
    assert spec["title"]["subtitle"][-1] == "2 not above zero left out."


def test_long_list_is_bounded_and_says_so() -> None:
    """More rows than an eye can hold are not drawn."""
    spec = intervals_chart(amounts(*[(5, 5)] * (MOST_ROWS + 1)), unit="count").to_dict()

    assert len(drawn_rows(spec)) == MOST_ROWS
    assert f"The first {MOST_ROWS} of {MOST_ROWS + 1}." in spec["title"]["subtitle"]


@pytest.mark.parametrize(
    ("domain", "is_log", "expected"),
    [
        ((1.0, 400.0), False, [1.0, 400.0]),
        (None, False, [5.0, 9.0]),
        ((0.0, 400.0), True, [5.0, 9.0]),
        ((1.0, 400.0), True, [1.0, 400.0]),
    ],
)
def test_axis_has_the_ends_of_all_pages(
    domain: tuple[float, float] | None, expected: list[float], *, is_log: bool
) -> None:
    """It does not jump from page to page; zero has no place on a logarithmic one."""
    chart = intervals_chart(amounts((5, 9)), unit="count", is_log=is_log, domain=domain)

    assert axis_of(chart.to_dict())["scale"]["domain"] == expected


def test_amounts_that_are_all_equal_have_an_axis() -> None:
    """An axis from 5 to 5 would have no length."""
    spec = intervals_chart(amounts((5, 5), (5, 5)), unit="count").to_dict()

    assert "domain" not in axis_of(spec)["scale"]


@pytest.mark.parametrize(
    ("smallest", "largest", "expected"),
    [
        (3, 40, [1, 2, 5, 10, 20, 50]),
        (0.5, 6, [0.1, 0.2, 0.5, 1, 2, 5]),
        (1, 99_999, [1, 10, 100, 1_000, 10_000]),
        (7, 7, [1, 2, 5]),
    ],
)
def test_logarithmic_axis_names_round_amounts(
    smallest: float, largest: float, expected: list[float]
) -> None:
    """Few enough to be read: 1, 2, 5 over some powers of ten, only the powers over more."""
    assert log_ticks(smallest, largest) == pytest.approx(expected)


def test_tooltip_holds_exact_bounds() -> None:
    """A decimal is told as the warehouse has it."""
    chart = intervals_chart(amounts((Decimal("33.33"), None)), unit="percent")

    row = drawn_rows(chart.to_dict())[0]

    assert (row["low_text"], row["high_text"]) == ("33.33", None)


def test_amounts_on_the_axis_are_never_written_with_an_exponent() -> None:
    """Nobody reads a million trillion as 1e+6 trillion."""
    spec = intervals_chart(amounts((0, 10**18)), unit="count").to_dict()
    words = next(
        layer["encoding"]["x"]["axis"]["labelExpr"]
        for layer in spec["layer"]
        if "axis" in layer["encoding"]["x"]
    )

    assert ",.6~r') + ' trillion'" in words

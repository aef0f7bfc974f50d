"""Amounts of several texts on one axis, each with its bounds and with whose statement it is."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any, Final

import polars as pl

from charts.inline import inline_data, shortened
from charts.layout import finished, row_axis, row_labels
from warehouse.json_lines import plain_decimal

if TYPE_CHECKING:
    import altair as alt

MOST_ROWS: Final = 100
"""Amounts that one chart shows; what is compared must fit a reader's eye."""
ROW_HEIGHT: Final = 38
"""Pixels of a row: its label, and the mark below it."""
ARROW: Final = 26
"""Pixels of the arrow of an open bound: its length says nothing."""
DROP: Final = 3
"""Pixels between the middle of a row and its mark, which is nearer to its own label so."""
TICK_WORDS: Final = (
    "abs(datum.value) >= 1e12 ? format(datum.value / 1e12, ',.6~r') + ' trillion' : "
    "abs(datum.value) >= 1e9 ? format(datum.value / 1e9, ',~g') + ' billion' : "
    "abs(datum.value) >= 1e6 ? format(datum.value / 1e6, ',~g') + ' million' : "
    "format(datum.value, ',~g')"
)
"""Letters would not do: M is a thousandth, a million or mega, and G nobody reads as a billion."""
CLAIM: Final = "somebody's claim"
OWN_VOICE: Final = "the article itself"
COLOURED: Final = [CLAIM, "", OWN_VOICE]
"""Nothing takes the second colour of a category, which means something bad elsewhere."""
FINE_DECADES: Final = 3
"""Powers of ten up to which a logarithmic axis also names their double and fivefold."""
SELECTION: Final = "figure"
COLUMNS: Final = ("figure_id", "figure_text", "claimant", "document", "sentence")


def intervals_chart(
    amounts: pl.DataFrame,
    *,
    unit: str,
    is_log: bool = False,
    domain: tuple[float, float] | None = None,
) -> alt.LayerChart:
    """Show amounts as points, ranges as lines between their bounds, open bounds as arrows.

    Vague amounts are dashed; whose statement an amount is shows by colour and shape. A click
    selects a row: the selection ``figure`` holds its ``figure_id``.

    Args:
        amounts: figure_id, label (what stands above the mark), is_claimed (somebody states it, not
            the article), is_vague, figure_text, claimant, document, sentence, low, high
            (inclusive; null when open), in the order to show. The first ``MOST_ROWS`` are shown.
        unit: What the amounts are in, a name of the vocabulary.
        is_log: Whether equal ratios are equally far apart; amounts that are not above zero have no
            place on such an axis, and the subtitle says how many.
        domain: Smallest and largest amount of the axis; those of ``amounts`` without it.
    """
    import altair as alt  # noqa: PLC0415 - takes a second to import

    rows, hidden_count = _shown_rows(amounts, is_log=is_log)
    data = inline_data(rows)
    ends = _ends(rows, domain, is_log=is_log)
    base = alt.Chart(data).encode(y=alt.Y(**row_axis()))
    click = alt.selection_point(name=SELECTION, fields=["figure_id"])
    whole_row = base.mark_bar(opacity=0, cursor="pointer").encode(
        x=alt.value(0), x2=alt.value("width"), tooltip=_tooltip()
    )
    return finished(
        [
            row_labels(data),
            *_marks(base, _horizontal(unit, ends, is_log=is_log)),
            whole_row.add_params(click),
        ],
        title="Amounts with their bounds",
        subtitle=_subtitle(hidden_count, amounts.height),
        description=f"{rows.height} amounts on one axis, each with its lower and upper bound.",
        height=ROW_HEIGHT * max(rows.height, 1),
    )


def _shown_rows(amounts: pl.DataFrame, *, is_log: bool) -> tuple[pl.DataFrame, int]:
    """Return the rows to draw, and how many have no place on the axis.

    ``from`` and ``to`` are the ends of the line; ``form`` says how the amount is bounded.
    """
    ends = amounts.head(MOST_ROWS).with_columns(
        pl.coalesce("low", "high").cast(pl.Float64).alias("from"),
        pl.coalesce("high", "low").cast(pl.Float64).alias("to"),
    )
    is_placed = pl.col("from").is_not_null() & ((pl.col("from") > 0) if is_log else pl.lit(1) == 1)
    placed = ends.filter(is_placed)
    rows = placed.select(
        pl.int_range(pl.len()).alias("position"),
        *COLUMNS,
        shortened("label"),
        "from",
        "to",
        "is_vague",
        pl.when("is_claimed").then(pl.lit(CLAIM)).otherwise(pl.lit(OWN_VOICE)).alias("voice"),
        pl.col("low").is_null().alias("opens_down"),
        pl.col("high").is_null().alias("opens_up"),
        plain_decimal(pl.col("low")).alias("low_text"),
        plain_decimal(pl.col("high")).alias("high_text"),
        _form().alias("form"),
    )
    return rows, ends.height - placed.height


def _ends(
    rows: pl.DataFrame, domain: tuple[float, float] | None, *, is_log: bool
) -> tuple[float, float]:
    """Return the smallest and the largest amount of the axis; both are one without any."""
    if domain is not None and (domain[0] > 0 or not is_log):
        return domain
    amounts = [*rows["from"], *rows["to"]]
    return min(amounts, default=1.0), max(amounts, default=1.0)


def _form() -> pl.Expr:
    low, high = pl.col("low"), pl.col("high")
    return (
        pl.when(high.is_null())
        .then(pl.lit("at least"))
        .when(low.is_null())
        .then(pl.lit("at most"))
        .when(low == high)
        .then(pl.lit("one amount"))
        .when("is_vague")
        .then(pl.lit("vague"))
        .otherwise(pl.lit("range"))
    )


def _horizontal(unit: str, ends: tuple[float, float], *, is_log: bool) -> dict[str, Any]:
    """Return the horizontal channel; its axis stands above, where a reader begins."""
    import altair as alt  # noqa: PLC0415 - takes a second to import

    settings: dict[str, Any] = {"type": "log"} if is_log else {"type": "linear", "zero": False}
    if ends[0] < ends[1]:
        settings["domain"] = list(ends)
    ticks: dict[str, Any] = {"values": log_ticks(*ends)} if is_log else {"tickCount": 5}
    return {
        "type": "quantitative",
        "scale": alt.Scale(**settings, nice=False, padding=ARROW),
        "axis": alt.Axis(title=unit, orient="top", offset=8, labelExpr=TICK_WORDS, **ticks),
    }


def log_ticks(smallest: float, largest: float) -> list[float]:
    """Return the round amounts that a logarithmic axis names; few, so that all can be read.

    Args:
        smallest: Smallest amount on the axis, above zero.
        largest: Largest amount.

    >>> log_ticks(2, 3400)
    [1.0, 2.0, 5.0, 10.0, 20.0, 50.0, 100.0, 200.0, 500.0, 1000.0, 2000.0, 5000.0]
    """
    first, last = math.floor(math.log10(smallest)), math.floor(math.log10(largest))
    steps = (1.0, 2.0, 5.0) if last - first <= FINE_DECADES else (1.0,)
    return [step * 10.0**power for power in range(first, last + 1) for step in steps]


def _marks(base: alt.Chart, horizontal: dict[str, Any]) -> list[alt.Chart]:
    import altair as alt  # noqa: PLC0415 - takes a second to import

    coloured = base.encode(color=alt.Color(**_voice_settings(COLOURED)))
    shape = alt.Shape(**_voice_settings([CLAIM, OWN_VOICE], range=["circle", "diamond"]))
    left, right = alt.X("from", **horizontal), alt.X("to", **horizontal)
    line: dict[str, Any] = {"strokeWidth": 3, "yOffset": DROP, "y2Offset": DROP}
    solid = coloured.transform_filter("!datum.is_vague").mark_rule(**line)
    dashed = coloured.transform_filter("datum.is_vague").mark_rule(**line, strokeDash=[5, 4])
    up, down = (coloured.transform_filter(f"datum.opens_{way}") for way in ("up", "down"))
    point: dict[str, Any] = {"filled": True, "opacity": 1, "size": 90, "yOffset": DROP}
    head: dict[str, Any] = {**point, "size": 70}
    ends = coloured.mark_point(**point).encode(shape=shape)
    return [
        *(lines.encode(x=left, x2="to:Q") for lines in (solid, dashed)),
        up.mark_rule(**line, x2Offset=ARROW).encode(x=right, x2="to:Q"),
        down.mark_rule(**line, x2Offset=-ARROW).encode(x=left, x2="from:Q"),
        up.mark_point(**head, shape="triangle-right", xOffset=ARROW).encode(x=right),
        down.mark_point(**head, shape="triangle-left", xOffset=-ARROW).encode(x=left),
        ends.encode(x=left),
        ends.encode(x=right),
    ]


def _voice_settings(domain: list[str], **settings: Any) -> dict[str, Any]:  # noqa: ANN401
    """Return the channel of whose statement an amount is."""
    import altair as alt  # noqa: PLC0415 - takes a second to import

    return {
        "field": "voice",
        "type": "nominal",
        "title": None,
        "scale": alt.Scale(domain=domain, **settings),
        "legend": alt.Legend(values=[CLAIM, OWN_VOICE], orient="top"),
    }


def _tooltip() -> list[alt.Tooltip]:
    import altair as alt  # noqa: PLC0415 - takes a second to import

    return [
        alt.Tooltip("figure_text:N", title="as written"),
        alt.Tooltip("form:N", title="bounds"),
        alt.Tooltip("low_text:N", title="at least"),
        alt.Tooltip("high_text:N", title="at most"),
        alt.Tooltip("claimant:N", title="stated by"),
        alt.Tooltip("sentence:N", title="sentence"),
        alt.Tooltip("document:N", title="document"),
    ]


def _subtitle(hidden_count: int, count: int) -> list[str]:
    notes = ["Arrows are open bounds, dashes vague words."]
    if count > MOST_ROWS:
        notes.append(f"The first {MOST_ROWS} of {count}.")
    if hidden_count:
        notes.append(f"{hidden_count} not above zero left out.")
    return notes

"""What every chart has: a title, a text for those who cannot see it, and the width of its place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    import altair as alt

ROW_HEIGHT: Final = 44
"""Pixels of a row whose label stands above its mark, which leaves marks the width of a phone."""
HEIGHT: Final = 200
LABEL_LIFT: Final = 13


def finished(
    layers: Sequence[alt.Chart],
    *,
    title: str,
    description: str,
    subtitle: str | Sequence[str] | None = None,
    height: int = HEIGHT,
) -> alt.LayerChart:
    """Return layers as one chart that fills the width of its place.

    Args:
        layers: At least one, back to front.
        title: What it shows, words of ours, at most 40 characters.
        description: The same and what it says, in a sentence, for screen readers; words of ours
            and numbers.
        subtitle: Unit or caveat, words of ours and numbers; a line each.
        height: Pixels of the plot without title and axes.
    """
    import altair as alt  # noqa: PLC0415 - takes a second to import

    heading = alt.TitleParams(text=title, subtitle=subtitle) if subtitle else title
    return alt.LayerChart(layer=list(layers)).properties(
        title=heading,
        description=description,
        width="container",
        height=height,
        autosize=alt.AutoSizeParams(type="fit-x", contains="padding"),
    )


def row_axis() -> dict[str, Any]:
    """Return the vertical channel of rows that stand in the order of their ``position``."""
    return {"field": "position", "type": "ordinal", "axis": None, "scale": {"paddingInner": 0.2}}


def rows_height(count: int) -> int:
    """Return the height in pixels of a chart of rows; at least that of one."""
    return ROW_HEIGHT * max(count, 1)


def row_labels(data: alt.InlineData, *, field: str = "label") -> alt.Chart:
    """Return the layer of texts above the marks of their rows, at the left edge.

    Args:
        data: Rows with ``position`` and the text.
        field: The text.
    """
    import altair as alt  # noqa: PLC0415 - takes a second to import

    texts: alt.Chart = alt.Chart(data).mark_text(
        style="label",
        align="left",
        baseline="middle",
        dy=-LABEL_LIFT,
        limit=alt.ExprRef("width"),
    )
    return texts.encode(x=alt.value(0), y=alt.Y(**row_axis()), text=alt.Text(f"{field}:N"))

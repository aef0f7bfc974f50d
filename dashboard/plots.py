"""Charts in the colours of the page."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any, Final

import streamlit as st

from charts.theme import DARK, LIGHT, vega_config

if TYPE_CHECKING:
    import altair as alt
    from streamlit.delta_generator import DeltaGenerator


AROUND: Final = 96
"""Pixels that title, axis and legend of a chart take at least."""


@dataclass(frozen=True, kw_only=True)
class Click:
    """What a click on a mark does: it puts an id of the mark into the address.

    Args:
        selection: Name of the selection of the chart.
        field: Column of the chart's rows that holds the id.
        parameter: Name of the id in the address.
    """

    selection: str
    field: str
    parameter: str


def draw_chart(chart: alt.LayerChart | alt.Chart, *, key: str, click: Click | None = None) -> None:
    """Draw a chart, light or dark as the page is.

    Args:
        chart: A chart of ``charts``; its description is what screen readers say.
        key: What tells it from other charts of the view.
        click: What a click on a mark does; nothing without it.
    """
    palette = DARK if st.context.theme.type == "dark" else LIGHT
    # Judging a chart against Vega-Lite's schema takes longer than all the rest; tests do it.
    spec = {**chart.to_dict(validate=False), "config": vega_config(palette)}
    keep_texts_whole(spec)
    words = spec.pop("description")
    with keep_room(key, spec["height"] + AROUND):
        if click is None:
            st.vega_lite_chart(spec=spec, theme=None, key=key, alt=words)
            return
        st.vega_lite_chart(
            spec=spec,
            theme=None,
            key=key,
            alt=words,
            on_select=partial(keep_clicked, key, click),
            selection_mode=click.selection,
        )


def keep_texts_whole(spec: dict[str, Any]) -> None:
    """Hand data sets that are one JSON text from the chart to its layers.

    Streamlit takes the data sets of a whole chart apart into tables, and leaves those of layers
    alone.
    """
    sets = spec.get("datasets", {})
    shared = spec.get("data", {})
    if not any(isinstance(values, str) for values in sets.values()):
        return
    for layer in spec["layer"]:
        data = layer.get("data", shared)
        layer["data"] = {**data, "values": sets[data["name"]]}
        del layer["data"]["name"]
    del spec["datasets"]
    spec.pop("data", None)


def keep_room(key: str, height: int) -> DeltaGenerator:
    """Return a container that is as high as its chart before that is drawn, so nothing jumps.

    Args:
        key: Name of the chart, letters and hyphens of ours.
        height: Least height in pixels.
    """
    st.html(f"<style>.st-key-room-{key} {{ min-height: {height}px; }}</style>")
    return st.container(key=f"room-{key}")


def keep_clicked(key: str, click: Click) -> None:
    """Put the id of the mark that was clicked into the address."""
    marks = st.session_state[key].selection.get(click.selection, [])
    if marks and click.field in marks[0]:
        st.query_params[click.parameter] = str(marks[0][click.field])

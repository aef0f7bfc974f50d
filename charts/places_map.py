"""Places as dots on a map of outlines that comes with the project: no tiles, no network."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

from charts.inline import inline_json
from charts.layout import finished

if TYPE_CHECKING:
    from collections.abc import Mapping

    import altair as alt
    import polars as pl

MOST_PLACES: Final = 2000
MAP_HEIGHT: Final = 380
SMALLEST_DOT: Final = 30
LARGEST_DOT: Final = 700
"""Areas in square pixels."""
MARGIN: Final = 0.15
"""Share of the span of the places that is shown around them."""
LEAST_SPAN: Final = 6.0
"""Degrees: a map of one town still shows the country around it."""
SELECTION: Final = "place"


def places_map(
    places: pl.DataFrame,
    outline: Mapping[str, Any],
    *,
    is_close: bool = False,
    height: int = MAP_HEIGHT,
) -> alt.LayerChart:
    """Show places as dots, larger the more often they are named.

    A click selects a place: the selection ``place`` holds its ``entity_id``.

    Args:
        places: entity_id, entity_name, country_code, latitude, longitude (degrees), mention_count,
            document_count, figure_count; rows of mart.places. The ``MOST_PLACES`` most often named
            are shown, the larger dots behind the smaller ones.
        outline: GeoJSON FeatureCollection of ``seeds/world_outline.json``.
        is_close: Whether to show only the part of the world where the places are.
        height: Pixels of the map; the whole world is twice as wide as high.
    """
    import altair as alt  # noqa: PLC0415 - takes a second to import

    shown = places.sort("mention_count", "entity_id", descending=[True, False]).head(MOST_PLACES)
    land = alt.InlineData(
        values=json.dumps(_inhabited(outline)), format=alt.JsonDataFormat(type="json")
    )
    size = alt.Size(
        "mention_count:Q",
        title="mentions",
        scale=alt.Scale(rangeMin=SMALLEST_DOT, rangeMax=LARGEST_DOT, domainMin=0),
        legend=alt.Legend(values=_legend_counts(shown), format=",d", columns=3),
    )
    dots = alt.Chart(inline_json(shown)).mark_circle(style="place", clip=True)
    layers = [
        alt.Chart(land).mark_geoshape(style="outline", clip=True),
        dots.encode(
            longitude="longitude:Q",
            latitude="latitude:Q",
            size=size,
            tooltip=_tooltip(),
        ).add_params(alt.selection_point(name=SELECTION, fields=["entity_id"])),
    ]
    projection = _close_projection(shown) if is_close and shown.height else None
    return finished(
        [layer.project(**(projection or {"type": "equalEarth"})) for layer in layers],
        title="Places by mentions",
        description=f"World map with {shown.height} places that the texts name.",
        height=height,
    )


def _inhabited(outline: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Return the outlines without Antarctica, which would take a fifth of the height."""
    return [
        feature for feature in outline["features"] if feature["properties"]["country_code"] != "AQ"
    ]


def _legend_counts(places: pl.DataFrame) -> list[int]:
    """Return at most three counts whose dots the legend shows: the least, the most, one between."""
    counts = sorted(set(places["mention_count"]))
    return sorted({counts[0], counts[len(counts) // 2], counts[-1]}) if counts else []


def _tooltip() -> list[alt.Tooltip]:
    import altair as alt  # noqa: PLC0415 - takes a second to import

    return [
        alt.Tooltip("entity_name:N", title="place"),
        alt.Tooltip("country_code:N", title="country"),
        alt.Tooltip("mention_count:Q", title="mentions", format=","),
        alt.Tooltip("document_count:Q", title="documents", format=","),
        alt.Tooltip("figure_count:Q", title="figures", format=","),
    ]


def _close_projection(places: pl.DataFrame) -> dict[str, Any]:
    """Return a projection that fills the plot with the part of the world where the places are.

    Degrees are equally long in both directions; where the places lie on both sides of the
    antimeridian, most of the world is shown.
    """
    import altair as alt  # noqa: PLC0415 - takes a second to import

    west, east = float(places["longitude"].min()), float(places["longitude"].max())  # type: ignore[arg-type] # numbers
    south, north = float(places["latitude"].min()), float(places["latitude"].max())  # type: ignore[arg-type] # numbers
    wide = max((east - west) * (1 + 2 * MARGIN), LEAST_SPAN)
    high = max((north - south) * (1 + 2 * MARGIN), LEAST_SPAN)
    pixels_per_degree = f"min(width / {wide:.3f}, height / {high:.3f})"
    return {
        "type": "equirectangular",
        "scale": alt.ExprRef(f"{pixels_per_degree} * 57.29578"),
        "center": [0, round((south + north) / 2, 3)],
        "rotate": [round(-(west + east) / 2, 3), 0, 0],
        "translate": alt.ExprRef("[width / 2, height / 2]"),
    }

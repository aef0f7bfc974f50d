"""Colours and sizes of all charts: a light and a dark palette, and one of CSS variables.

Roles, not colours, are what a chart names: ``mark_line(style="line")`` takes the colour of the
style of that name, so one chart fits every palette. Text reaches a contrast of 4.5 to 1 on its
background and marks one of 3 to 1 (WCAG 2.2, level AA); the marks of one chart also differ in shape
or lightness, for readers who see few colours.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    import altair as alt

FONT: Final = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Liberation Sans', sans-serif"
TEXT_SIZE: Final = 14
TITLE_SIZE: Final = 16
LABEL_LIMIT: Final = 150
"""Pixels of an axis label: what a page of 360 pixels can spare."""


@dataclass(frozen=True, kw_only=True)
class Palette:
    """Colours by role.

    ``primary``, ``critical``, ``warning`` and ``good`` are marks, ``band`` lies behind them;
    ``land`` and ``coast`` are the map.
    """

    background: str
    text: str
    quiet_text: str
    grid: str
    primary: str
    critical: str
    warning: str
    good: str
    band: str
    land: str
    coast: str


LIGHT: Final = Palette(
    background="#ffffff",
    text="#1b1f24",
    quiet_text="#57606a",
    grid="#d8dee4",
    primary="#1f5fa8",
    critical="#a4133c",
    warning="#9a5b00",
    good="#00796b",
    band="#dbe7f5",
    land="#e4e8ec",
    coast="#8a949e",
)
DARK: Final = Palette(
    background="#0e1117",
    text="#f0f3f6",
    quiet_text="#a9b4c0",
    grid="#30363d",
    primary="#7ab8ff",
    critical="#ff6b8b",
    warning="#ffc14d",
    good="#3fd0b6",
    band="#1d3350",
    land="#262d36",
    coast="#6b7683",
)
BY_VARIABLE: Final = Palette(
    **{name: f"var(--chart-{name.replace('_', '-')})" for name in asdict(LIGHT)}
)
"""For charts drawn as SVG in a page that defines ``css_variables``."""


def css_variables(palette: Palette) -> str:
    """Return the declarations of the variables that ``BY_VARIABLE`` names."""
    return "".join(
        f"--chart-{name.replace('_', '-')}:{colour};" for name, colour in asdict(palette).items()
    )


def vega_config(palette: Palette) -> dict[str, Any]:
    """Return the Vega-Lite configuration of a palette.

    A scale takes its colours from a range by name, in the order of its domain: ``category`` has
    primary, critical, warning, good; ``ordinal`` has critical, warning, good.
    """
    verdicts = [palette.critical, palette.warning, palette.good]
    return {
        "background": "transparent",
        "font": FONT,
        "view": {"stroke": None},
        "mark": {"color": palette.primary},
        "range": {"category": [palette.primary, *verdicts], "ordinal": verdicts},
        "axis": _axis(palette),
        "legend": _legend(palette),
        "title": _title(palette),
        "style": _styles(palette),
    }


def with_theme(chart: alt.LayerChart | alt.Chart, palette: Palette) -> dict[str, Any]:
    """Return a chart as a Vega-Lite specification in the colours of a palette."""
    return {**chart.to_dict(), "config": vega_config(palette)}


def _axis(palette: Palette) -> dict[str, Any]:
    return {
        "labelFontSize": TEXT_SIZE,
        "titleFontSize": TEXT_SIZE,
        "titleFontWeight": "normal",
        "labelColor": palette.quiet_text,
        "titleColor": palette.quiet_text,
        "labelLimit": LABEL_LIMIT,
        "labelOverlap": "greedy",
        "labelSeparation": 8,
        "gridColor": palette.grid,
        "domainColor": palette.grid,
        "tickColor": palette.grid,
    }


def _legend(palette: Palette) -> dict[str, Any]:
    return {
        "labelFontSize": TEXT_SIZE,
        "labelColor": palette.text,
        "labelLimit": LABEL_LIMIT,
        "titleFontSize": TEXT_SIZE,
        "titleFontWeight": "normal",
        "titleColor": palette.quiet_text,
        "orient": "bottom",
        "columns": 2,
    }


def _title(palette: Palette) -> dict[str, Any]:
    return {
        "anchor": "start",
        "frame": "bounds",
        "fontSize": TITLE_SIZE,
        "fontWeight": 600,
        "color": palette.text,
        "subtitleFontSize": TEXT_SIZE,
        "subtitleColor": palette.quiet_text,
        "subtitlePadding": 4,
        "offset": 12,
    }


def _styles(palette: Palette) -> dict[str, Any]:
    return {
        "label": {"fontSize": TEXT_SIZE, "color": palette.text},
        "quiet-label": {"fontSize": TEXT_SIZE, "color": palette.quiet_text},
        "band": {"color": palette.band, "opacity": 1},
        "limit": {"color": palette.quiet_text, "strokeDash": [4, 3]},
        "floor": {"color": palette.text},
        "interval": {"color": palette.primary, "strokeWidth": 3},
        "outline": {"color": palette.land, "stroke": palette.coast, "strokeWidth": 0.5},
        "place": {"fillOpacity": 0.7, "stroke": palette.background, "strokeWidth": 1},
    }

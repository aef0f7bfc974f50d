"""Colours that can be told apart, and text that can be read, on both backgrounds."""

from __future__ import annotations

from dataclasses import asdict
from itertools import combinations

import pytest

from charts.theme import BY_VARIABLE, DARK, LIGHT, TEXT_SIZE, Palette, css_variables, vega_config

MARKS = ("primary", "critical", "warning", "good")
# Viénot, Brettel and Mollon (1999): linear RGB as people without red or green cones see it.
BLIND = {
    "red": ((0.11238, 0.88762, 0.0), (0.11238, 0.88762, -0.0), (0.00401, -0.00401, 1.0)),
    "green": ((0.29275, 0.70725, 0.0), (0.29275, 0.70725, -0.0), (-0.02234, 0.02234, 1.0)),
}


def linear(colour: str) -> tuple[float, float, float]:
    """Return the linear light of red, green and blue, 0 to 1."""
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return red, green, blue


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours as WCAG 2.2 defines it, 1 to 21."""
    lights = [
        sum(w * p for w, p in zip((0.2126, 0.7152, 0.0722), linear(c), strict=True))
        for c in (one, other)
    ]
    return (max(lights) + 0.05) / (min(lights) + 0.05)


def seen(colour: str, kind: str) -> tuple[float, ...]:
    """Return what is left of a colour, as sRGB of 0 to 255."""
    light = linear(colour)
    mixed = (sum(w * p for w, p in zip(row, light, strict=True)) for row in BLIND[kind])
    return tuple(255 * max(0.0, min(1.0, part)) ** (1 / 2.2) for part in mixed)


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("role", ["text", "quiet_text", *MARKS])
def test_text_has_the_contrast_of_level_aa(palette: Palette, role: str) -> None:
    """Text, and marks that are also colours of words, reach 4.5 to 1."""
    assert contrast(asdict(palette)[role], palette.background) >= 4.5


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("role", MARKS)
def test_marks_stand_out_from_the_band_behind_them(palette: Palette, role: str) -> None:
    """A point within the allowed band is seen as well as one outside."""
    assert contrast(asdict(palette)[role], palette.band) >= 3


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("kind", list(BLIND))
def test_marks_differ_for_colour_blind_readers(palette: Palette, kind: str) -> None:
    """Any two colours of marks stay far apart without red or without green."""
    colours = [seen(asdict(palette)[role], kind) for role in MARKS]
    nearest = min(
        sum((p - q) ** 2 for p, q in zip(one, other, strict=True)) ** 0.5
        for one, other in combinations(colours, 2)
    )

    assert nearest >= 40


def test_no_text_of_a_chart_is_small() -> None:
    """Every size of text in the configuration is at least 14 pixels."""
    config = vega_config(LIGHT)
    sizes = [
        size
        for part in (*config.values(), *config["style"].values())
        if isinstance(part, dict)
        for name, size in part.items()
        if name.lower().endswith("fontsize")
    ]

    assert len(sizes) >= 6
    assert min(sizes) >= TEXT_SIZE == 14


def test_css_variables_declare_every_colour_that_charts_of_a_page_name() -> None:
    """A page that includes the declarations leaves no colour of a chart undefined."""
    declared = {entry.split(":")[0] for entry in css_variables(DARK).split(";") if entry}

    assert {f"var({name})" for name in declared} == set(asdict(BY_VARIABLE).values())


def test_configuration_names_no_font_from_a_network() -> None:
    """Fonts are those of the system, so nothing has to be fetched."""
    assert "http" not in str(vega_config(LIGHT))
    assert vega_config(LIGHT)["font"].endswith("sans-serif")

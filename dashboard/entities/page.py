"""Draws the view Entities: filters, the list beside the map, the chosen entity below."""

from __future__ import annotations

import json
from functools import cache
from typing import Any, Final

import polars as pl
import streamlit as st

from charts.places_map import MAP_HEIGHT, SELECTION, places_map
from dashboard.chosen_row import draw_choosable_rows
from dashboard.entities.card import draw_entity
from dashboard.entities.filters import EntityFilter
from dashboard.entities.labels import LABEL_WORDS
from dashboard.entities.query import (
    ROWS_PER_PAGE,
    count_entities,
    country_codes,
    read_page,
    read_places,
)
from dashboard.paging import ask_page, page_words
from dashboard.plots import Click, draw_chart
from dashboard.shell import empty_state
from dashboard.wording import counted
from warehouse.seeds import seed_folder

NO_MATCH: Final = "Nothing is named so. Take a filter away, or write fewer letters."
NOTHING_YET: Final = "The texts name nobody and nothing. Run tallybook with more of them."
PARAMETER: Final = "entity"
TABLE_HEIGHT: Final = 460
WORLD_HEIGHT: Final = 280
"""The world is twice as wide as high."""
COLUMNS: Final[dict[str, Any]] = {
    "entity_name": st.column_config.TextColumn("Name", width=190),
    "label": st.column_config.TextColumn("Kind", width=130),
    "mention_count": st.column_config.NumberColumn("Mentions", width=85, format="localized"),
    "document_count": st.column_config.NumberColumn("Documents", width=95, format="localized"),
    "country_name": st.column_config.TextColumn("Country", width=130),
    "aliases": st.column_config.TextColumn("Also called", width=260),
}


def draw_entities() -> None:
    """Draw the view; its filters and the chosen entity stand in the address."""
    wanted = ask_filter()
    total = count_entities(wanted)
    chosen = draw_list(wanted, total) if total else st.query_params.get(PARAMETER)
    if not total:
        empty_state(NO_MATCH if wanted.is_narrow else NOTHING_YET)
    if chosen:
        draw_entity(chosen)


def ask_filter() -> EntityFilter:
    """Draw the filters and return what they say."""
    countries = country_codes()
    search, kind, where = st.columns([2, 1, 1])
    words = search.text_input(
        "Name, or what a text calls it", key="find", bind="query-params", on_change=forget_choice
    )
    labels = kind.multiselect(
        "Kind",
        list(LABEL_WORDS),
        format_func=LABEL_WORDS.__getitem__,
        key="kind",
        bind="query-params",
        on_change=forget_choice,
        placeholder="Any",
    )
    names = where.multiselect(
        "Country",
        list(countries),
        key="country",
        bind="query-params",
        on_change=forget_choice,
        placeholder="Any",
    )
    return EntityFilter(
        words=words.strip(),
        labels=tuple(labels),
        countries=tuple(countries[name] for name in names),
    )


def forget_choice() -> None:
    """Take the chosen entity out of the address: who searches wants another one."""
    st.query_params.pop(PARAMETER, None)


def draw_list(wanted: EntityFilter, total: int) -> str | None:
    """Draw a page of entities beside the map of all that match; return the chosen one."""
    left, right = st.columns([11, 9], gap="medium")
    with left:
        told, asked = st.columns([3, 2], vertical_alignment="center")
        with asked:
            page = ask_page(total, ROWS_PER_PAGE)
        told.caption(page_words(total, ROWS_PER_PAGE, page, "entities", "entity"))
        chosen = draw_table(read_page(wanted, page))
    with right:
        draw_map(wanted)
    return chosen


def draw_table(entities: pl.DataFrame) -> str | None:
    """Draw entities as a table and return the id of the chosen one, else of the first one."""
    shown = entities.select(*COLUMNS).with_columns(pl.col("label").replace(LABEL_WORDS))
    return draw_choosable_rows(
        shown,
        entities["entity_id"].to_list(),
        parameter=PARAMETER,
        columns=COLUMNS,
        height=TABLE_HEIGHT,
        alt="Entities of this page; choose a row to see below what the texts say of it.",
    )


def draw_map(wanted: EntityFilter) -> None:
    """Draw the places that match; a click on one chooses it."""
    places, count = read_places(wanted)
    if not count:
        with st.container(height=MAP_HEIGHT, border=False):
            empty_state("Nothing that matches has a known place on the map.")
        return
    shown = f"the {places.height:,} most often named of " if count > places.height else ""
    words = counted(count, "place")
    st.caption(f"{shown}{words} with a known point; click one to choose it")
    height = MAP_HEIGHT if wanted.is_narrow else WORLD_HEIGHT
    chart = places_map(places, world_outline(), is_close=wanted.is_narrow, height=height)
    click = Click(selection=SELECTION, field="entity_id", parameter=PARAMETER)
    draw_chart(chart, key="places", click=click)


@cache
def world_outline() -> dict[str, Any]:
    """Return the outlines of the countries, a GeoJSON FeatureCollection."""
    outline: dict[str, Any] = json.loads(
        (seed_folder() / "world_outline.json").read_text(encoding="utf-8")
    )
    return outline

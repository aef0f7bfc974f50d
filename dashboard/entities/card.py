"""One entity in full: what it is, and lists of all that the texts say of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import streamlit as st

from dashboard import safe_html
from dashboard.decisions.form import draw_decisions
from dashboard.entities.details import NAMES, find_entity
from dashboard.entities.labels import LABEL_WORDS
from dashboard.entities.parts import PARTS
from dashboard.shell import empty_state
from dashboard.wording import counted

if TYPE_CHECKING:
    from collections.abc import Mapping

SHOWN_NAMES: Final = 12
GONE: Final = "The warehouse has no entity of this id any more. Choose another one in the list."


def draw_entity(entity_id: str) -> None:
    """Draw one entity; an id of an earlier run leads to what it is called now."""
    entity = find_entity(entity_id)
    if entity is None:
        empty_state(GONE)
        return
    name = safe_html.text(safe_html.shortened(entity["entity_name"], 200))
    st.html(f'<h2 class="tb-name" id="chosen">{name}</h2>')
    st.html(safe_html.facts(facts_of(entity), label="Chosen entity"))
    draw_decisions(entity, ("entity",), row_id=entity["entity_id"])
    tabs = st.tabs(list(PARTS), key="part", bind="query-params")
    for tab, draw in zip(tabs, PARTS.values(), strict=True):
        if tab.open:
            with tab:
                draw(entity)


def facts_of(entity: Mapping[str, Any]) -> dict[str, object]:
    """Return the fields of an entity as a reader wants them."""
    places = filter(None, (entity["admin_area"], entity["country_name"]))
    latitude, longitude = entity["latitude"], entity["longitude"]
    mentions = counted(entity["mention_count"], "time")
    documents = counted(entity["document_count"], "document")
    return {
        "Also called": other_names(entity) or None,
        "Kind": LABEL_WORDS.get(entity["label"], entity["label"]),
        "Where": ", ".join(places) or None,
        "Point": None if latitude is None else f"{latitude:.2f}, {longitude:.2f}",
        "Named": f"{mentions} in {documents}",
        "Wikidata": entity["wikidata_id"],
        "Entity id": entity["entity_id"],
    }


def other_names(entity: Mapping[str, Any]) -> str:
    """Return what else the texts call an entity, the most frequent names first."""
    names: list[str] = NAMES.page(entity["entity_id"], 1)["mention_text"].to_list()
    others = [name for name in names if name.lower() != entity["entity_name"].lower()]
    return " · ".join(others[:SHOWN_NAMES]) + (" …" if len(others) > SHOWN_NAMES else "")

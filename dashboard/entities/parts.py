"""The lists about one entity: what each shows, and where its rows lead."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any, Final

import polars as pl
import streamlit as st

from dashboard import safe_html
from dashboard.entities import columns, details
from dashboard.entities.labels import LABEL_WORDS
from dashboard.evidence import with_sentences, with_titles
from dashboard.links import DOCUMENT, ENTITIES, LEDGER, link_to
from dashboard.paging import ask_page, page_words
from dashboard.shell import empty_state
from dashboard.tables import amount_column, bounded_cells

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

TABLE_HEIGHT: Final = 420
TO_ENTITY: Final = pl.concat_str(pl.lit(f"{ENTITIES}?entity="), "entity_id")
TO_FIGURE: Final = pl.concat_str(pl.lit(f"{DOCUMENT}?figure="), "figure_id")
TO_CHARACTERS: Final = pl.concat_str(
    pl.lit(f"{DOCUMENT}?id="), "document_id", pl.lit("&at="), "start_char", pl.lit("-"), "end_char"
)
"""Ids are hashes of ours and offsets are numbers: nothing in these addresses is a text."""


@dataclass(frozen=True, kw_only=True)
class Shown:
    """How a list is drawn: its rows, and where one leads."""

    part: details.Part
    columns: Mapping[str, Any]
    one: str
    many: str
    link: pl.Expr | None = None
    finish: Callable[[pl.DataFrame], pl.DataFrame] | None = None

    def rows(self, entity_id: str, page: int) -> pl.DataFrame:
        """Return one page in the columns that are shown."""
        rows = self.part.page(entity_id, page)
        rows = rows if self.finish is None else self.finish(rows)
        rows = rows if self.link is None else rows.with_columns(self.link.alias("link"))
        return bounded_cells(rows.select(*self.columns))

    def settings(self, rows: pl.DataFrame) -> dict[str, Any]:
        """Return the settings of its columns for the rows of a page."""
        amounts = [name for name in ("low", "high") if name in self.columns]
        shown = {name: amount_column(name.capitalize(), rows[name], 130) for name in amounts}
        return {**self.columns, **shown}


def name_kinds(companions: pl.DataFrame) -> pl.DataFrame:
    """Return entities with a word for their label."""
    return companions.with_columns(pl.col("label").replace(LABEL_WORDS))


def with_evidence(mentions: pl.DataFrame) -> pl.DataFrame:
    """Return mentions with their sentences and titles."""
    return with_titles(with_sentences(mentions))


NAMES: Final = Shown(
    part=details.NAMES,
    columns=columns.NAME_COLUMNS,
    one="name",
    many="names",
)
ROLES: Final = Shown(
    part=details.ROLES,
    columns=columns.OWN_ROLE_COLUMNS,
    one="role of this person",
    many="roles of this person",
)
HOLDERS: Final = Shown(
    part=details.HOLDERS,
    columns=columns.ROLE_COLUMNS,
    one="role of another in it",
    many="roles of others in it",
    link=TO_ENTITY,
)
EVENTS: Final = Shown(
    part=details.EVENTS,
    columns=columns.EVENT_COLUMNS,
    one="event",
    many="events",
    link=TO_CHARACTERS,
    finish=with_titles,
)
COMPANIONS: Final = Shown(
    part=details.COMPANIONS,
    columns=columns.COMPANION_COLUMNS,
    one="other named in the same sentences",
    many="others named in the same sentences",
    link=TO_ENTITY,
    finish=name_kinds,
)
FIGURES: Final = Shown(
    part=details.FIGURES,
    columns=columns.FIGURE_COLUMNS,
    one="figure",
    many="figures",
    link=TO_FIGURE,
    finish=with_titles,
)
MENTIONS: Final = Shown(
    part=details.MENTIONS,
    columns=columns.MENTION_COLUMNS,
    one="mention",
    many="mentions",
    link=TO_CHARACTERS,
    finish=with_evidence,
)


def draw_list(shown: Shown, entity_id: str) -> bool:
    """Draw a page of a list and return whether it has any row; draw nothing without."""
    total = shown.part.count(entity_id)
    if not total:
        return False
    told, asked = st.columns([3, 2], vertical_alignment="center")
    with asked:
        key = f"{shown.many} of {entity_id}"
        page = ask_page(total, details.ROWS_PER_PAGE, key=key, in_address=False)
    words = page_words(total, details.ROWS_PER_PAGE, page, shown.many, shown.one)
    told.caption(words)
    rows = shown.rows(entity_id, page)
    st.dataframe(
        rows,
        hide_index=True,
        height=TABLE_HEIGHT,
        placeholder="",
        column_config=shown.settings(rows),
        alt=f"{shown.many}: what the texts say of the chosen entity",
    )
    return True


def draw_lists(lists: Sequence[Shown], empty: str, entity: Mapping[str, Any]) -> None:
    """Draw the lists of one tab, or what it means that all are empty."""
    drawn = [draw_list(shown, entity["entity_id"]) for shown in lists]
    if not any(drawn):
        empty_state(empty)


def draw_figures(entity: Mapping[str, Any]) -> None:
    """Draw the figures of an entity, and the ways to the ledger, where they can be narrowed."""
    claimed, placed = details.count_figures(entity["entity_id"])
    name = entity["entity_name"]
    ways = {
        f"All that it claims ({claimed:,})": link_to(LEDGER, claimant=name) if claimed else "",
        f"All that are placed there ({placed:,})": link_to(LEDGER, place=name) if placed else "",
    }
    links = [safe_html.link(address, words) for words, address in ways.items() if address]
    if links:
        st.html(f"<p>In the ledger: {' · '.join(links)}</p>")
    draw_lists([FIGURES], "It claims no figure and is the place of none.", entity)


PARTS: Final[dict[str, Callable[[Mapping[str, Any]], None]]] = {
    "Mentions": partial(draw_lists, [MENTIONS], "No text names it any more."),
    "Figures": draw_figures,
    "Events": partial(draw_lists, [EVENTS], "No text says that it did, or met with, such an act."),
    "Roles": partial(draw_lists, [ROLES, HOLDERS], "No text gives it a role, or one in it."),
    "Named together": partial(draw_lists, [COMPANIONS], "No sentence names it with another."),
    "Names": partial(draw_lists, [NAMES], "No text names it any more."),
}
"""Tab by name; each takes the entity."""

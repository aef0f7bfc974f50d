"""What a run holds of the documents that decisions name, after all its other steps."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from tasks.corrections.anchors import Files, Place

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    import polars as pl

    from tasks.corrections.decisions import Row


@dataclass(frozen=True, kw_only=True)
class Ground:
    """Rows that decisions are held against.

    Attributes:
        frames: Frames of some documents, complete for them, by qualified table name, and
            core.entities over all documents.
        files: Paths and documents of the whole warehouse.
        run_on: Day of the run.
    """

    frames: Mapping[str, pl.DataFrame]
    files: Files
    run_on: date

    def rows(self, name: str) -> list[dict[str, Any]]:
        """Return the rows of a table."""
        return self.frames[name].to_dicts()

    @cached_property
    def places(self) -> dict[str, Place]:
        """The documents by their ids."""
        sentences: dict[str, dict[int, tuple[int, int]]] = {}
        things: dict[str, list[Row]] = {}
        figures: dict[str, set[str]] = {}
        for row in self.rows("core.sentences"):
            span = (row["start_char"], row["end_char"])
            sentences.setdefault(row["document_id"], {})[row["sentence_index"]] = span
        for row in self.rows("core.document_entities"):
            things.setdefault(row["document_id"], []).append(row)
        named = self.frames["core.figures"].select("document_id", "figure_id")
        for document_id, figure_id in named.iter_rows():
            figures.setdefault(document_id, set()).add(figure_id)
        texts = self.frames["raw.documents"].select("document_id", "text")
        return {
            document_id: Place(
                text=text,
                sentences=sentences.get(document_id, {}),
                things=things.get(document_id, ()),
                figure_ids=frozenset(figures.get(document_id, ())),
            )
            for document_id, text in texts.iter_rows()
        }

    @cached_property
    def entity_names(self) -> dict[str, str]:
        """Names of the entities that the marts show, by id."""
        shown = self.frames["core.entities"].filter(~self.frames["core.entities"]["is_hidden"])
        return dict(shown.select("entity_id", "entity_name").iter_rows())


def shown_row(row: Row, entity_names: Mapping[str, str]) -> Row:
    """Return a row as its mart shows it: with the names of entities.

    Args:
        row: Row of core.figures, core.quotes or core.dates.
        entity_names: Names of the entities that are not hidden, by id.
    """
    prefixes = [name.removesuffix("_entity_id") for name in row if name.endswith("_entity_id")]
    names = {
        f"{prefix}_name": entity_names.get(row[f"{prefix}_entity_id"])
        for prefix in prefixes
        if row[f"{prefix}_entity_id"] is not None
    }
    return {"place_name": None, **row, **names}

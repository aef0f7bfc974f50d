"""Columns of document tables that refer to entities, read off the contract.

``entity_index`` is what a document says by itself and never changes while it is not read again;
``entity_id`` beside it is what resolution over all documents makes of it, anew in every run.
"""

from typing import Final

from warehouse.contract import Table
from warehouse.tables import DOCUMENT_TABLES
from warehouse.tables.entities import DOCUMENT_ENTITIES

INDEX: Final = "entity_index"
ID: Final = "entity_id"


def entity_links(table: Table) -> list[tuple[str, str]]:
    """Return the pairs of index and id columns of a table.

    >>> from warehouse.tables.figures import FIGURES
    >>> entity_links(FIGURES)[-1]
    ('place_entity_index', 'place_entity_id')
    """
    return [
        (name, name.removesuffix(INDEX) + ID)
        for name in table.column_names
        if name == INDEX or name.endswith(f"_{INDEX}")
    ]


LINKED_TABLES: Final = tuple(
    table for table in DOCUMENT_TABLES if table is not DOCUMENT_ENTITIES and entity_links(table)
)
"""Document tables whose rows refer to entities."""

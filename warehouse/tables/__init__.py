"""All tables of the warehouse, in loading order (a table stands after those it refers to)."""

from typing import Final

from warehouse.contract import Table, check_references
from warehouse.tables.core import CORE_TABLES, WHOLE_TABLES
from warehouse.tables.ops import OPS_TABLES
from warehouse.tables.raw import DOCUMENT_FILES, DOCUMENTS, RAW_TABLES
from warehouse.tables.ref import REF_TABLES

SCHEMA_VERSION: Final = 1
"""Raised with every change that an older reader or writer would misread."""

ALL_TABLES: Final[tuple[Table, ...]] = (*REF_TABLES, *RAW_TABLES, *CORE_TABLES, *OPS_TABLES)
TABLES_BY_NAME: Final = {table.qualified_name: table for table in ALL_TABLES}
DOCUMENT_TABLES: Final = tuple(
    table
    for table in (*RAW_TABLES, *CORE_TABLES)
    if "document_id" in table.column_names
    and table not in {DOCUMENTS, DOCUMENT_FILES, *WHOLE_TABLES}
)
"""Tables whose rows come from the text of one document and go with it."""

check_references(ALL_TABLES)

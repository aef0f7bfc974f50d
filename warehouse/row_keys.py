"""How a row is named in messages, in ``ops.rejected_rows`` and in ``ops.issues``."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from warehouse.contract import Table


def row_key(table: Table, row: Mapping[str, object]) -> str:
    """Return the key values of a row as a JSON object, in the order of the table's key.

    Args:
        table: Table that the row belongs to.
        row: Values by column name; it must hold at least the key columns.

    >>> from warehouse.tables.core import SENTENCES
    >>> row_key(SENTENCES, {"document_id": "ab", "sentence_index": 3, "start_char": 7})
    '{"document_id": "ab", "sentence_index": 3}'
    """
    key = {name: row[name] for name in table.key}
    return json.dumps(key, ensure_ascii=False, default=str)

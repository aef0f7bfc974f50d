"""The data dictionary: all tables of the contract and all marts, as Markdown.

``docs/data-dictionary.md`` is this text; a test fails when the two drift apart. To renew it:
``python -m warehouse.dictionary > docs/data-dictionary.md``.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Final

from warehouse.contract import SQL_TYPES, Column, Table
from warehouse.marts import read_marts
from warehouse.questions import question_names, read_question
from warehouse.tables import ALL_TABLES, SCHEMA_VERSION

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from warehouse.sql_files import SqlFile

SCHEMA_MEANINGS: Final = {
    "raw": "the texts as read, where they came from, and their parts",
    "core": "one fact per row, each with the exact characters that it came from",
    "ref": "the vocabularies in `seeds/`",
    "ops": "the ledger of runs, files, judgements and refused rows",
}


def render_dictionary() -> str:
    """Return the data dictionary as Markdown text with a final newline."""
    introduction = (
        "Generated from the contract (`python -m warehouse.dictionary`); do not edit by hand.\n"
        f"Schema version {SCHEMA_VERSION}. Offsets count Unicode code points of "
        "`raw.documents.text`, from inclusive to exclusive; timestamps are UTC."
    )
    parts = ["# Data dictionary", introduction]
    for schema, meaning in SCHEMA_MEANINGS.items():
        parts.append(f"## Schema `{schema}`: {meaning}")
        parts += [_render_table(table) for table in ALL_TABLES if table.schema == schema]
    parts.append("## Schema `mart`: views made for a question")
    parts += [_render_mart(mart) for mart in read_marts()]
    parts.append("## Named questions (`tallybook ask NAME`)")
    questions = [read_question(name) for name in question_names()]
    parts.append(_render_rows(("name", "question"), ((f"`{q.name}`", q.title) for q in questions)))
    return "\n\n".join(parts) + "\n"


def _render_table(table: Table) -> str:
    key = ", ".join(f"`{name}`" for name in table.key)
    lines = [
        f"### `{table.qualified_name}`",
        f"{table.description} Grain: {table.grain}. Key: {key}.",
        _render_rows(
            ("column", "type", "unit", "null", "values", "meaning"),
            map(_column_cells, table.columns),
        ),
    ]
    if table.references:
        lines.append("\n".join(f"- {text}" for text in _reference_lines(table)))
    return "\n\n".join(lines)


def _column_cells(column: Column) -> tuple[str, ...]:
    return (
        f"`{column.name}`",
        SQL_TYPES[column.dtype],
        column.unit or "",
        "yes" if column.nullable else "no",
        _allowed_values(column),
        column.description,
    )


def _allowed_values(column: Column) -> str:
    if column.vocabulary is not None:
        return ", ".join(column.vocabulary)
    if column.pattern is not None:
        return f"`{column.pattern}`"
    bounds = [
        f"{sign} {bound}"
        for sign, bound in (("≥", column.minimum), ("≤", column.maximum))
        if bound is not None
    ]
    return ", ".join(bounds)


def _reference_lines(table: Table) -> Iterable[str]:
    for reference in table.references:
        columns = ", ".join(f"`{name}`" for name in reference.columns)
        targets = ", ".join(f"`{name}`" for name in reference.target_columns)
        yield f"{columns} refers to {targets} of `{reference.target}`"


def _render_mart(mart: SqlFile) -> str:
    text = f"{mart.question} Grain: {mart.grain} Caveats: {mart.caveats}"
    return f"### `mart.{mart.name}`\n\n{text}"


def _render_rows(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [header, ["---"] * len(header), *rows]
    return "\n".join(f"| {' | '.join(_cell(text) for text in line)} |" for line in lines)


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")


if __name__ == "__main__":
    sys.stdout.write(render_dictionary())

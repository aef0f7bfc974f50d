"""DuckDB definitions of all tables, rendered from the contract.

No FOREIGN KEY: DuckDB's would block replacing a document's rows within one transaction, so
``warehouse.integrity`` checks references by anti-join before the commit.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Final

from warehouse.code_version import code_version
from warehouse.contract import SQL_TYPES, Column, Table
from warehouse.marts import create_marts
from warehouse.tables import ALL_TABLES, SCHEMA_VERSION
from warehouse.tables.ops import SCHEMA_VERSIONS

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

FINGERPRINT_LENGTH: Final = 16


def quote_name(name: str) -> str:
    """Return an SQL identifier in double quotes.

    >>> quote_name("start_char")
    '"start_char"'
    """
    return '"' + name.replace('"', '""') + '"'


def quote_text(text: str) -> str:
    """Return an SQL string literal.

    >>> quote_text("reader's")
    "'reader''s'"
    """
    return "'" + text.replace("'", "''") + "'"


def quote_table(table: Table) -> str:
    """Return the quoted schema and name of a table."""
    return f"{quote_name(table.schema)}.{quote_name(table.name)}"


def render_checks(column: Column) -> list[str]:
    """Return the CHECK conditions of a column: bounds, vocabulary and whole-value pattern."""
    name = quote_name(column.name)
    checks = []
    if column.minimum is not None:
        checks.append(f"{name} >= {column.minimum}")
    if column.maximum is not None:
        checks.append(f"{name} <= {column.maximum}")
    if column.vocabulary is not None:
        checks.append(f"{name} IN ({', '.join(map(quote_text, column.vocabulary))})")
    if column.pattern is not None:
        checks.append(f"regexp_full_match({name}, {quote_text(column.pattern)})")
    return checks


def render_column(column: Column) -> str:
    """Return the definition of a column inside CREATE TABLE."""
    parts = [quote_name(column.name), SQL_TYPES[column.dtype]]
    if not column.nullable:
        parts.append("NOT NULL")
    parts += [f"CHECK ({check})" for check in render_checks(column)]
    return " ".join(parts)


def render_definition(table: Table) -> str:
    """Return the CREATE TABLE statement without comments."""
    lines = [render_column(column) for column in table.columns]
    lines.append(f"PRIMARY KEY ({', '.join(map(quote_name, table.key))})")
    body = ",\n    ".join(lines)
    return f"CREATE TABLE {quote_table(table)} (\n    {body}\n);"


def render_table(table: Table) -> str:
    """Return all statements that create a table: its definition and its comments.

    Args:
        table: Declaration of the contract.

    Raises:
        KeyError: If a column has a type that has no SQL type.
    """
    target = quote_table(table)
    comment = quote_text(f"{table.description} Grain: {table.grain}.")
    statements = [render_definition(table), f"COMMENT ON TABLE {target} IS {comment};"]
    for column in table.columns:
        unit = f" Unit: {column.unit}." if column.unit else ""
        comment = quote_text(column.description + unit)
        statements.append(f"COMMENT ON COLUMN {target}.{quote_name(column.name)} IS {comment};")
    return "\n".join(statements) + "\n"


def contract_fingerprint() -> str:
    """Return 16 hex digits that change with every change of a definition, not of a comment."""
    definitions = "\n".join(render_definition(table) for table in ALL_TABLES)
    return hashlib.sha256(definitions.encode()).hexdigest()[:FINGERPRINT_LENGTH]


def create_warehouse(connection: DuckDBPyConnection) -> None:
    """Create all schemas, tables and marts in an empty database, and mark the file as ours.

    Args:
        connection: Writable connection to a database without tables, outside a transaction.

    Raises:
        duckdb.CatalogException: If a table is there already.
    """
    # One transaction: hundreds of single ones would each wait for the disk.
    connection.execute("BEGIN")
    for schema in sorted({table.schema for table in ALL_TABLES}):
        connection.execute(f"CREATE SCHEMA {quote_name(schema)}")
    for table in ALL_TABLES:
        connection.execute(render_table(table))
    create_marts(connection)
    connection.execute(
        f"INSERT INTO {quote_table(SCHEMA_VERSIONS)} VALUES (?, ?, ?)",  # noqa: S608 - our names
        [SCHEMA_VERSION, code_version(), contract_fingerprint()],
    )
    connection.execute("COMMIT")

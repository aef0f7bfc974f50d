"""``tallybook ask``: named questions that ship with the project."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from flows.cli.options import JsonOption, WarehouseOption, warehouse_path
from flows.cli.output import write_frame, write_json, write_table
from flows.cli.sql import render_rows


def ask(
    name: Annotated[
        str | None, typer.Argument(help="Name of the question; without it, all are listed.")
    ] = None,
    *,
    show_sql: Annotated[bool, typer.Option("--sql", help="Print the SQL, do not run it.")] = False,
    warehouse: WarehouseOption = None,
    json: JsonOption = False,
) -> None:
    """Ask a ready-made question; without a name, list the questions.

    Examples:
    `tallybook ask`

    `tallybook ask largest_counts`

    `tallybook ask largest_counts --sql`
    """
    from warehouse.queries import query_published  # noqa: PLC0415 - keeps the help fast
    from warehouse.questions import question_names, read_question  # noqa: PLC0415 - as above

    if name is None:
        titles = {each: read_question(each).title for each in question_names()}
        if json:
            write_json(titles)
        else:
            write_table(titles.items(), ["name", "question"])
        return
    question = read_question(name)
    if show_sql:
        sys.stdout.write(question.sql)
        return
    rows = query_published(warehouse_path(warehouse), question.sql)
    if json:
        sys.stdout.write(render_rows(rows))
    else:
        write_frame(rows, title=question.title)

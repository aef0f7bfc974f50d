"""Named questions of ``tallybook ask``: one file per question in ``questions/``."""

from __future__ import annotations

from dataclasses import dataclass

from warehouse.errors import UsageError
from warehouse.sql_files import read_sql_file, sql_folder


@dataclass(frozen=True, kw_only=True)
class Question:
    """A question in plain words (``title``) and the SELECT that answers it."""

    name: str
    title: str
    sql: str


def question_names() -> list[str]:
    """Return the names of all questions, sorted."""
    return sorted(path.stem for path in sql_folder("questions").glob("*.sql"))


def read_question(name: str) -> Question:
    """Return a question by name.

    Args:
        name: One of ``question_names()``.

    Raises:
        UsageError: If there is no such question, listing those that there are.
    """
    names = question_names()
    if name not in names:
        msg = f"There is no question {name!r}; ask one of: {', '.join(names)}."
        raise UsageError(msg)
    file = read_sql_file(sql_folder("questions") / f"{name}.sql")
    return Question(name=name, title=file.question, sql=file.sql)

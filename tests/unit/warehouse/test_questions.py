"""SQL files say what they answer, and unknown names are refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from warehouse.dictionary import render_dictionary
from warehouse.errors import UsageError
from warehouse.questions import question_names, read_question
from warehouse.sql_files import read_sql_file


def test_read_question_gives_title_and_sql() -> None:
    """The title is the question of the header."""
    question = read_question("money_by_currency")

    assert question.title.startswith("How often is money stated in each currency")
    assert question.sql.startswith("-- Question:")


def test_every_question_can_be_read() -> None:
    """No file of questions/ lacks its header."""
    assert all(read_question(name).title.endswith("?") for name in question_names())


def test_read_question_lists_the_names_for_a_wrong_one() -> None:
    """The message helps to pick the right one."""
    with pytest.raises(UsageError, match=r"no question 'x'; ask one of: copied_texts, "):
        read_question("x")


def test_read_question_reads_no_path() -> None:
    """A name that leads to another file is no question."""
    with pytest.raises(UsageError):
        read_question("../marts/figure_ledger")


def test_read_sql_file_joins_the_lines_of_an_entry(tmp_path: Path) -> None:
    """An entry may run over several comment lines."""
    file = tmp_path / "x.sql"
    file.write_text(
        "-- Question: Who?\n-- Grain: one row\n--   per x.\n-- Caveats: none.\nselect 1"
    )

    assert read_sql_file(file).grain == "one row per x."


def test_read_sql_file_refuses_a_missing_entry(tmp_path: Path) -> None:
    """A file that does not say its grain is refused."""
    file = tmp_path / "x.sql"
    file.write_text("-- Question: Who?\n-- Caveats: none.\nselect 1")

    with pytest.raises(ValueError, match=r"x\.sql: the header has no entry Grain"):
        read_sql_file(file)


def test_data_dictionary_is_up_to_date() -> None:
    """docs/data-dictionary.md is what the contract says now."""
    page = Path(__file__).parents[3] / "docs" / "data-dictionary.md"

    assert page.read_text(encoding="utf-8") == render_dictionary()

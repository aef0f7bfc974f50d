"""Decisions of analysts are read from the seeds and a user's file, and compared with the last."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import polars as pl
import pytest

from tests.decided import Row, about_thing, decision, write_decisions
from warehouse import corrections
from warehouse.corrections import are_applied, check_file, read_corrections
from warehouse.corrections_columns import CORRECTABLE
from warehouse.errors import UsageError
from warehouse.seeds import seed_folder
from warehouse.tables.ref import CORRECTIONS

if TYPE_CHECKING:
    from pathlib import Path

HEADER = ",".join(CORRECTIONS.column_names)
OLDER_HEADER = (
    "correction_id,action,label,name,document_id,target_label,target_name,reason,decided_by,"
    "decided_on"
)
DOCUMENT = "a" * 64
HIDE = about_thing("hide-editor", "hide", "PERSON", "Page Editor")
MERGE = about_thing(
    "ohm", "merge", "PERSON", "N. Ohm", target_name="Nils Ohm", decided_on=date(2026, 1, 3)
)
FIGURE = decision(
    "five",
    "correct",
    "figure",
    name="5",
    document_id=DOCUMENT,
    anchor_start_char=15,
    anchor_end_char=16,
    column_name="low",
    new_value="4",
)


def test_read_corrections_without_a_file_gives_those_of_the_seeds() -> None:
    """No file is no decision: the project ships none."""
    found = read_corrections()

    assert found.schema == CORRECTIONS.polars_schema
    assert found.is_empty()


def test_read_corrections_reads_the_users_file(tmp_path: Path) -> None:
    """Rows come typed, with null for what is not stated, sorted by their name."""
    found = read_corrections(write_decisions(tmp_path / "mine.csv", MERGE, HIDE, FIGURE))

    assert found["correction_id"].to_list() == ["five", "hide-editor", "ohm"]
    assert found["target_name"].to_list() == [None, None, "Nils Ohm"]
    assert found["anchor_start_char"].to_list() == [15, None, None]
    assert found["decided_on"].to_list()[1:] == [date(2026, 1, 2), date(2026, 1, 3)]


def test_read_corrections_reads_a_changed_file_anew(tmp_path: Path) -> None:
    """A process that runs twice does not keep what the file said before."""
    first = read_corrections(write_decisions(tmp_path / "mine.csv", MERGE, HIDE))
    second = read_corrections(write_decisions(tmp_path / "mine.csv", HIDE))

    assert (first.height, second.height) == (2, 1)


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        ((HIDE, HIDE), r"the key \('hide-editor',\) stands already in line 2"),
        ((HIDE | {"action": "delete"},), "column action: 'delete' is none of accept, correct"),
        ((HIDE | {"subject": "word"},), "column subject: 'word' is none of entity, figure"),
        ((HIDE | {"correction_id": "Hide editor"},), "column correction_id"),
        ((HIDE | {"decided_on": "yesterday"},), "column decided_on"),
        ((HIDE | {"reason": None},), "column reason: a value is missing"),
        ((FIGURE | {"anchor_start_char": "x"},), "column anchor_start_char"),
    ],
    ids=["name_twice", "action", "subject", "name", "day", "reason", "offset"],
)
def test_read_corrections_refuses_a_bad_row_with_its_line(
    tmp_path: Path, rows: tuple[Row, ...], message: str
) -> None:
    """The message says what is wrong in which line of the user's file."""
    with pytest.raises(UsageError, match=rf"mine\.csv line .*{message}"):
        read_corrections(write_decisions(tmp_path / "mine.csv", *rows))


@pytest.mark.parametrize(
    ("row", "message"),
    [
        pytest.param(MERGE | {"target_name": None}, "a merge needs a target_name", id="merge"),
        pytest.param(MERGE | {"document_id": DOCUMENT}, "leave the document_id empty", id="of_all"),
        pytest.param(HIDE | {"action": "relabel"}, "a relabel needs a target_label", id="relabel"),
        pytest.param(HIDE | {"action": "split"}, "a split needs the document_id", id="split"),
        pytest.param(HIDE | {"label": None}, "an entity needs its label", id="label"),
        pytest.param(
            HIDE | {"anchor_end_char": 3}, "leave the anchors empty", id="anchored_entity"
        ),
        pytest.param(
            FIGURE | {"action": "merge", "target_name": "6"},
            "only an entity can be merged",
            id="merged_figure",
        ),
        pytest.param(
            FIGURE | {"anchor_end_char": None}, "is found by document_id, anch", id="no_anchor"
        ),
        pytest.param(FIGURE | {"name": "50"}, "the characters between the anchors", id="length"),
        pytest.param(FIGURE | {"new_value": None}, "a correct needs a column_name", id="no_value"),
        pytest.param(FIGURE | {"column_name": None}, "a correct needs a column", id="no_column"),
        pytest.param(FIGURE | {"action": "hide"}, "only a correct has a new_value", id="hidden"),
        pytest.param(
            FIGURE | {"action": "hide", "new_value": None},
            "only a correct and an accept have a column_name",
            id="hidden_column",
        ),
        pytest.param(
            FIGURE | {"action": "accept", "new_value": None},
            "an accept of a column needs the read_value",
            id="accepted_column",
        ),
        pytest.param(
            FIGURE | {"column_name": "figure_text"},
            "a figure has no column 'figure_text' to correct, only kind, low",
            id="column",
        ),
    ],
)
def test_read_corrections_refuses_a_decision_that_lacks_what_it_needs(
    tmp_path: Path, row: Row, message: str
) -> None:
    """A decision that could have no effect, or another one than meant, is told at once."""
    with pytest.raises(UsageError, match=f"correction '{row['correction_id']}': .*{message}"):
        read_corrections(write_decisions(tmp_path / "mine.csv", row))


def test_value_that_breaks_the_contract_stops_no_run(tmp_path: Path) -> None:
    """Such a row is refused by itself, when the run applies the others."""
    file = write_decisions(tmp_path / "mine.csv", FIGURE | {"new_value": "some"})

    assert read_corrections(file)["new_value"].to_list() == ["some"]


def test_read_corrections_reads_a_file_with_a_byte_order_mark(tmp_path: Path) -> None:
    """Spreadsheets put one in front of UTF-8."""
    file = write_decisions(tmp_path / "mine.csv", MERGE)
    file.write_text(file.read_text(encoding="utf-8"), encoding="utf-8-sig")

    assert read_corrections(file)["correction_id"].to_list() == ["ohm"]


def test_read_corrections_refuses_another_header(tmp_path: Path) -> None:
    """A file without the columns of the contract is not guessed at."""
    file = tmp_path / "mine.csv"
    file.write_text(HEADER.replace("action,", "") + "\n", encoding="utf-8")

    with pytest.raises(UsageError, match=r"mine\.csv line 1: the header must be correction_id,sub"):
        read_corrections(file)


def test_read_corrections_shows_the_header_of_today_to_older_files(tmp_path: Path) -> None:
    """The sentence says which column is new, what to write into it, and the whole header."""
    file = tmp_path / "mine.csv"
    file.write_text(OLDER_HEADER + "\n", encoding="utf-8-sig")

    with pytest.raises(UsageError, match=r"line 1: the column 'subject' is missing") as raised:
        read_corrections(file)
    assert str(raised.value).endswith(HEADER)
    assert "'entity'" in str(raised.value)


def test_folder_in_place_of_a_file_is_refused(tmp_path: Path) -> None:
    """It is no fault of the program, and the message names it."""
    for read in (read_corrections, check_file):
        with pytest.raises(UsageError, match="cannot be read as a file of corrections"):
            read(tmp_path)


def test_read_corrections_names_a_missing_file(tmp_path: Path) -> None:
    """A setting that leads nowhere does not pass silently."""
    with pytest.raises(UsageError, match=r"mine\.csv is missing"):
        read_corrections(tmp_path / "mine.csv")


def test_read_corrections_refuses_a_name_of_the_seeds(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two decisions of one name would be one row of the warehouse."""
    file = write_decisions(tmp_path / "mine.csv", HIDE)
    shipped = read_corrections(file)
    monkeypatch.setattr(corrections, "read_seed", lambda _table: shipped)

    with pytest.raises(UsageError, match="the correction 'hide-editor' stands in the seeds too"):
        read_corrections(file)


def test_are_applied_compares_with_the_published_warehouse(published: Path, tmp_path: Path) -> None:
    """A warehouse that was resolved without decisions has applied none."""
    assert are_applied(published, read_corrections())
    assert not are_applied(
        published, read_corrections(write_decisions(tmp_path / "mine.csv", HIDE))
    )


@pytest.mark.parametrize("name", CORRECTIONS.column_names)
def test_are_applied_sees_a_change_of_any_column(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same rows in any order are the same; another value anywhere is another decision."""
    full = FIGURE | {"path": "a.txt", "read_value": "5", "target_label": "ORG", "label": "ORG"}
    full |= {"target_name": "x"}
    wanted = pl.DataFrame(
        [full, HIDE | {"label": None, "decided_on": date(2026, 1, 3)}],
        schema=CORRECTIONS.polars_schema,
        orient="row",
    ).with_columns(pl.Series("reason", ["one", "two"]), pl.Series("decided_by", ["Kim", "Ada"]))
    applied = wanted.reverse()
    monkeypatch.setattr(corrections, "query_published", lambda _path, _sql: applied)
    changed = wanted.with_columns(pl.col(name).shift(1).alias(name))

    assert are_applied(tmp_path, wanted)
    assert not are_applied(tmp_path, changed)


def test_examples_of_the_readme_are_complete(tmp_path: Path) -> None:
    """Rows that users copy can be applied, once the document is written out."""
    readme = (seed_folder() / "README.md").read_text(encoding="utf-8")
    section = readme.partition("## `corrections.csv`")[2].partition("\n## ")[0]
    example = section.partition("```csv\n")[2].partition("```")[0]
    file = tmp_path / "mine.csv"
    file.write_text(example.replace("3f0c...", DOCUMENT), encoding="utf-8")

    assert check_file(file) == (7, [])


def test_guide_lists_what_can_be_corrected() -> None:
    """The table of columns by subject is that of the code."""
    guide = (seed_folder().parent / "docs/corrections.md").read_text(encoding="utf-8")
    lines = guide.partition("| subject | columns")[2].partition("\n\n")[0].splitlines()[2:]
    cells = [line.strip("| ").split(" | ") for line in lines]

    assert {subject.strip("`"): names.split(", ") for subject, names in cells} == {
        subject: list(columns) for subject, columns in CORRECTABLE.items()
    }

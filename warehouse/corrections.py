"""All corrections that hold: those of the seeds and those of a file of the user's.

``corrections_columns`` says what can be corrected, ``corrections_faults`` what a decision must
state, ``corrections_proposed`` and ``corrections_csv`` write rows; ``tasks/corrections`` applies
them.
"""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING, Final

import polars as pl

from warehouse.corrections_csv import FREE_TEXTS, as_meant
from warehouse.corrections_faults import fault_of, find_faults, value_fault_of
from warehouse.errors import UsageError
from warehouse.queries import query_published
from warehouse.seeds import read_seed, read_table
from warehouse.tables.ref import CORRECTIONS

if TYPE_CHECKING:
    from pathlib import Path

ADDED: Final = "subject"
"""Column that files of older versions lack."""


def read_corrections(path: Path | None = None) -> pl.DataFrame:
    """Return the corrections that hold, sorted by their name.

    Args:
        path: CSV file of the user's with the columns of ref.corrections; None when there is none.

    Returns:
        Rows of ref.corrections.

    Raises:
        UsageError: If the file is missing or breaks the contract, gives a name twice, or a row
            leaves out what its action needs.
    """
    frames = [meant(read_seed(CORRECTIONS)), *([read_file(path)] if path else [])]
    rows = pl.concat(frames)
    twice = names_twice(rows)
    if twice:
        msg = f"{path}: the correction {twice[0]!r} stands in the seeds too; give it another name."
        raise UsageError(msg)
    refuse_incomplete(rows)
    return rows.sort("correction_id")


def names_twice(rows: pl.DataFrame) -> list[str]:
    """Return the names that several decisions have, sorted."""
    twice = rows.filter(pl.col("correction_id").is_duplicated())
    return sorted(set(twice["correction_id"]))


def check_file(path: Path) -> tuple[int, list[tuple[str, str]]]:
    """Return how many decisions a file holds, and of those that no run can apply why.

    Whether the others hold depends on the documents: a run tells.

    Args:
        path: CSV file with the columns of ref.corrections.

    Raises:
        UsageError: If the file is missing or breaks the contract, naming file and line.
    """
    rows = read_file(path)
    known = names_twice(pl.concat([meant(read_seed(CORRECTIONS)), rows]))
    faults = [(name, "stands in the seeds too; give it another name") for name in known]
    faults += find_faults(rows.to_dicts())
    faults += [
        (row["correction_id"], fault)
        for row in rows.to_dicts()
        if fault_of(row) is None and (fault := value_fault_of(row))
    ]
    return rows.height, sorted(faults)


def read_file(path: Path) -> pl.DataFrame:
    """Return the decisions of a file, whatever they state, in its order.

    Args:
        path: CSV file with the columns of ref.corrections.

    Raises:
        UsageError: If the file is missing or breaks the contract, naming file and line.
    """
    refuse_unreadable(path)
    refuse_older_header(path)
    return meant(read_table(CORRECTIONS, path))


def meant(rows: pl.DataFrame) -> pl.DataFrame:
    """Return decisions with the texts that the cells of their file stand for."""
    return rows.with_columns(
        pl.col(name).map_elements(as_meant, return_dtype=pl.String) for name in FREE_TEXTS
    )


def refuse_unreadable(path: Path) -> None:
    """Refuse what is no file, or may not be read.

    Raises:
        UsageError: Saying what is in the way.
    """
    try:
        with path.open("rb"):
            return
    except FileNotFoundError as error:
        msg = f"{path} is missing; name a file of corrections that is there."
        raise UsageError(msg) from error
    except OSError as error:
        msg = f"{path} cannot be read as a file of corrections: {error.strerror}."
        raise UsageError(msg) from error


def refuse_older_header(path: Path) -> None:
    """Refuse a file that has the columns of an older version, and say what to do.

    Raises:
        UsageError: Showing the header of today.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as lines:
            names = next(csv.reader(lines), [])
    except (UnicodeDecodeError, csv.Error):
        return  # the reader of tables says what is wrong
    if "correction_id" in names and ADDED not in names:
        msg = (
            f"{path} line 1: the column {ADDED!r} is missing, as in files of older versions; "
            f"in their rows it is 'entity'. The header is now {','.join(CORRECTIONS.column_names)}"
        )
        raise UsageError(msg)


def refuse_incomplete(rows: pl.DataFrame) -> None:
    """Refuse decisions that leave out what they need, or state what they cannot use.

    Raises:
        UsageError: Naming the first of them.
    """
    for name, fault in find_faults(rows.sort("correction_id").to_dicts()):
        msg = f"correction {name!r}: {fault}; correct its row."
        raise UsageError(msg)


def are_applied(path: Path, corrections: pl.DataFrame) -> bool:
    """Tell whether a published warehouse was resolved with exactly these corrections.

    Args:
        path: The warehouse that users name, of the running contract.
        corrections: Rows of ref.corrections.
    """
    names = ", ".join(CORRECTIONS.column_names)
    applied = query_published(path, f"select {names} from ref.corrections")  # noqa: S608 - ours
    return applied.cast(CORRECTIONS.polars_schema).sort("correction_id").equals(corrections)

"""What the gate says of each mutation.

Rows that tell of documents are made wrong each in a copy of its own of the same documents, and all
copies are judged at once: whatever the ledger says of a copy is about its one wrong value. Other
rows are made wrong many at a time, and what the ledger says of a row is about its value.
"""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import polars as pl

from evaluation.copies import copy_documents
from expectations.runner import validate_frames
from expectations.structure import check_structure
from tests.gate_rows import RUN_ID
from tests.mutations import Kind, Mutation, mutated_values, mutations_of
from warehouse.errors import GateError
from warehouse.row_keys import row_key
from warehouse.tables import ALL_TABLES, TABLES_BY_NAME

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from expectations.validated import Validated
    from tests.gate_rows import Frames

ROWS_PER_ROUND: Final = 10
"""Of many rows of a seed that changed, only the number is told."""
Changes = dict[str, dict[int, object]]
"""Other values by column and position."""


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """A mutation and the rules that caught it, as ``table: rule``; none if nothing did."""

    mutation: Mutation
    rules: tuple[str, ...]


def judge_types() -> list[Outcome]:
    """Return the outcome of each column of each table in turn having another type."""
    return [
        Outcome(
            mutation=Mutation(
                table=table.qualified_name, column=column.name, kind=Kind.WRONG_TYPE, row=0
            ),
            rules=_structure_faults(table.qualified_name, column.name),
        )
        for table in ALL_TABLES
        for column in table.columns
    ]


def _structure_faults(table_name: str, column: str) -> tuple[str, ...]:
    table = TABLES_BY_NAME[table_name]
    frame = table.polars_schema.to_frame()
    other = pl.Int64 if frame.schema[column] == pl.String else pl.String
    try:
        check_structure(table, frame.with_columns(pl.col(column).cast(other)))
    except GateError as error:
        return (f"{table_name}: structure",) if column in str(error) else ()
    return ()


def judge_copies(frames: Frames, alone: Sequence[str]) -> list[Outcome]:
    """Return the outcome of every mutation of the tables that tell of documents.

    Args:
        frames: Sound frames of some documents.
        alone: Those that a run judges after the others, of which it has the sound rows then.
    """
    mutations = [
        mutation
        for name, frame in frames.items()
        for mutation in mutations_of(TABLES_BY_NAME[name], frame, rows_per_way=2)
    ]
    heights = {name: frame.height for name, frame in frames.items()}
    sound = copy_documents(frames, range(len(mutations)))
    mutated = mutate_copies(sound, mutations, heights)
    rules: dict[int, set[str]] = defaultdict(set)
    together = [name for name in frames if name not in alone]
    for names in (together, *([name] for name in alone)):
        judged = {name: mutated[name] for name in names}
        validated = validate_frames(judged, run_id=RUN_ID, beside=sound)
        copies = {name: _copies_by_key(name, judged[name], heights[name]) for name in names}
        for table, key, rule in broken_rules(validated):
            for number in copies[table][key]:
                rules[number].add(f"{table}: {rule}")
    return [
        Outcome(mutation=mutation, rules=tuple(sorted(rules[number])))
        for number, mutation in enumerate(mutations)
    ]


def mutate_copies(
    copies: Frames, mutations: Sequence[Mutation], heights: Mapping[str, int]
) -> Frames:
    """Return the frames with one wrong value in each copy.

    Args:
        copies: Copies of the same documents, as many as there are mutations.
        mutations: What is made wrong in each.
        heights: Rows of one copy, by table.
    """
    changes: dict[str, Changes] = defaultdict(lambda: defaultdict(dict))
    for number, mutation in enumerate(mutations):
        start, height = number * heights[mutation.table], heights[mutation.table]
        rows = copies[mutation.table].slice(start, height)
        for column, value in mutated_values(mutation, rows).items():
            changes[mutation.table][column][start + mutation.row] = value
    return {name: change_values(frame, changes[name]) for name, frame in copies.items()}


def judge_rows(
    table_name: str,
    frame: pl.DataFrame,
    judge: Callable[[Frames], Validated],
    rows_per_round: int = ROWS_PER_ROUND,
) -> list[Outcome]:
    """Return the outcome of every mutation of a table whose rows stand for themselves.

    Args:
        table_name: Schema and name.
        frame: Sound rows.
        judge: Judges a frame of the table as a run does.
        rows_per_round: Rows that are wrong at once.
    """
    outcomes = []
    every = mutations_of(TABLES_BY_NAME[table_name], frame, rows_per_way=1)
    for mutations in rounds(every, rows_per_round):
        changes: Changes = defaultdict(dict)
        for mutation in mutations:
            for column, value in mutated_values(mutation, frame).items():
                changes[column][mutation.row] = value
        mutated = change_values(frame, changes)
        rules = _rules_by_key(judge({table_name: mutated}), table_name)
        outcomes += [
            # of a row whose key is wrong, either key may be told
            Outcome(
                mutation=one,
                rules=tuple(sorted(rules[_key_at(mutated, one)] | rules[_key_at(frame, one)])),
            )
            for one in mutations
        ]
    return outcomes


def _rules_by_key(validated: Validated, table_name: str) -> dict[str, set[str]]:
    rules: dict[str, set[str]] = defaultdict(set)
    for table, key, rule in broken_rules(validated):
        if table == table_name:
            rules[key].add(f"{table}: {rule}")
    return rules


def _key_at(frame: pl.DataFrame, mutation: Mutation) -> str:
    return row_key(TABLES_BY_NAME[mutation.table], frame.row(mutation.row, named=True))


def rounds(mutations: Sequence[Mutation], rows_per_round: int) -> Iterator[list[Mutation]]:
    """Yield groups of a few mutations whose rows, and those they take from, are distinct."""
    left = list(mutations)
    while left:
        taken: set[int] = set()
        group, later = [], []
        for mutation in left:
            rows = {mutation.row, mutation.row if mutation.donor is None else mutation.donor}
            if rows & taken or len(group) == rows_per_round:
                later.append(mutation)
            else:
                group.append(mutation)
                taken |= rows
        yield group
        left = later


def change_values(frame: pl.DataFrame, changes: Mapping[str, Mapping[int, object]]) -> pl.DataFrame:
    """Return the frame with other values at some positions of some columns."""
    changed = []
    for column, by_position in changes.items():
        values = frame[column].to_list()
        for position, value in by_position.items():
            values[position] = value
        changed.append(pl.Series(column, values, dtype=frame.schema[column], strict=True))
    return frame.with_columns(changed)


def broken_rules(validated: Validated) -> Iterator[tuple[str, str, str]]:
    """Yield table, row_key and rule of what both ledgers say; rows of one key are one."""
    for ledger in (validated.rejected_rows, validated.issues):
        for table, key, rule in ledger.select("table_name", "row_key", "rule").iter_rows():
            yield table, _without_copy(key), rule


def _copies_by_key(table_name: str, frame: pl.DataFrame, height: int) -> dict[str, set[int]]:
    table = TABLES_BY_NAME[table_name]
    found: dict[str, set[int]] = defaultdict(set)
    for position, row in enumerate(frame.select(table.key).iter_rows(named=True)):
        found[row_key(table, row)].add(position // height)
    return found


def _without_copy(key: str) -> str:
    """Return the key of a row without the number that tells rows of one key apart."""
    values = json.loads(key)
    values.pop("copy", None)
    return json.dumps(values, ensure_ascii=False)

"""Which expectation catches which wrong value: every mutation of every table, and its report.

.venv/bin/python -m tests.mutation_report [--missed]
"""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING, Final

from expectations.reference_tables import judge_reference_tables
from expectations.runner import validate_frames
from tests.gate_rows import RUN_ID
from tests.mutation_decisions import decided_frames
from tests.mutation_judging import Outcome, judge_copies, judge_rows, judge_types
from tests.mutation_ledger import ledger_frames, seed_frames
from tests.mutation_texts import copies_frame, entities_frame, extracted_frames, files_frame
from tests.mutations import Kind
from tests.undetectable import UNDETECTABLE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from expectations.validated import Validated
    from tests.gate_rows import Frames

ENTITIES: Final = "core.entities"
DECIDED_TABLES: Final = (
    *(f"core.corrected_{name}" for name in ("figures", "quotes", "dates")),
    "core.correction_outcomes",
)
JUDGED_ALONE: Final = ("core.near_duplicates", "raw.document_files")


def document_frames() -> Frames:
    """Return sound frames of all tables that tell of documents."""
    later = {"core.near_duplicates": copies_frame(), "raw.document_files": files_frame()}
    return {**extracted_frames(), **later}


@lru_cache(maxsize=1)
def all_outcomes() -> tuple[Outcome, ...]:
    """Return the outcome of every mutation of every table."""
    ledger, seeds, decided = ledger_frames(), seed_frames(), decided_frames()
    return (
        *judge_types(),
        *judge_copies(document_frames(), JUDGED_ALONE),
        *judge_rows(ENTITIES, entities_frame(), _judge_entities),
        *chain.from_iterable(
            judge_rows(name, decided[name], _judge_decided, rows_per_round=decided[name].height)
            for name in DECIDED_TABLES
        ),
        *chain.from_iterable(judge_rows(name, ledger[name], _judge_ledger) for name in ledger),
        *chain.from_iterable(judge_rows(name, seeds[name], _judge_seeds) for name in seeds),
    )


def judge_sound_rows() -> Iterator[Validated]:
    """Yield what the gate says of all rows before any is made wrong."""
    documents, decided, seeds = document_frames(), decided_frames(), seed_frames()
    yield validate_frames(extracted_frames(), run_id=RUN_ID)
    for name in JUDGED_ALONE:
        yield validate_frames({name: documents[name]}, run_id=RUN_ID, beside=documents)
    yield _judge_entities({ENTITIES: entities_frame()})
    yield _judge_decided({name: decided[name] for name in DECIDED_TABLES})
    yield _judge_ledger(ledger_frames())
    yield _judge_seeds(seeds)


def _judge_decided(frames: Frames) -> Validated:
    return validate_frames(frames, run_id=RUN_ID, beside=decided_frames())


def _judge_entities(frames: Frames) -> Validated:
    return validate_frames(frames, run_id=RUN_ID, beside=document_frames())


def _judge_ledger(frames: Frames) -> Validated:
    return validate_frames(frames, run_id=RUN_ID, beside=ledger_frames())


def _judge_seeds(frames: Frames) -> Validated:
    published = {name: seed_frames()[name] for name in frames}
    return judge_reference_tables(frames, published, run_id=RUN_ID)


def counted(outcomes: Iterable[Outcome]) -> list[Outcome]:
    """Return the outcomes without those of which it is said that nothing can catch them."""
    return [
        one
        for one in outcomes
        if one.mutation.kind is not Kind.ANOTHER_ROW or one.mutation.place not in UNDETECTABLE
    ]


def lines(outcomes: Sequence[Outcome], *, is_missed_only: bool = False) -> list[str]:
    """Return one line per column and kind: how many were caught, and by which expectations."""
    groups: dict[tuple[str, Kind], list[Outcome]] = defaultdict(list)
    for one in outcomes:
        groups[one.mutation.place, one.mutation.kind].append(one)
    return [
        f"{_caught(group):3} of {len(group):3}  {kind.value:30} {place:45} {_rules(group)}"
        for (place, kind), group in groups.items()
        if not is_missed_only or _caught(group) < len(group)
    ]


def shares(outcomes: Sequence[Outcome]) -> list[str]:
    """Return one line per kind and one for all: how many were caught of how many."""
    kinds = {kind: [one for one in outcomes if one.mutation.kind is kind] for kind in Kind}
    groups = [(kind.value, group) for kind, group in kinds.items()] + [("all", [*outcomes])]
    return [
        f"{name:30} {_caught(group):5} of {len(group):5}  {_caught(group) / len(group):.1%}"
        for name, group in groups
    ]


def _caught(outcomes: Iterable[Outcome]) -> int:
    return sum(bool(one.rules) for one in outcomes)


def _rules(outcomes: Iterable[Outcome]) -> str:
    """Return the expectations that caught any, the most frequent three."""
    counts = Counter(rule for one in outcomes for rule in one.rules)
    return ", ".join(rule for rule, _ in counts.most_common(3)) or "-"


def main() -> None:
    """Print the report."""
    outcomes = counted(all_outcomes())
    listed = lines(outcomes, is_missed_only="--missed" in sys.argv)
    sys.stdout.write("\n".join([*listed, "", *shares(outcomes), ""]))


if __name__ == "__main__":
    main()

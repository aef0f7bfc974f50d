"""The extraction's part of ``tallybook evaluate``: scores on our gold, recorded, and floors."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Final

from flows.cli.bars import bars
from flows.cli.output import message_console, write_line, write_table
from warehouse.errors import GateError, UsageError

if TYPE_CHECKING:
    from pathlib import Path

    from evaluation.product.scoring import Wanted
    from evaluation.sets import Split
    from expectations.floors import JudgedScore, Score
    from flows.settings import Settings

COLUMNS: Final = ("set", "part", "metric", "gold", "score", "floor")


@dataclass(frozen=True, kw_only=True)
class ExtractionScores:
    """How well a version extracts.

    Attributes:
        model: Name of the pipeline.
        rules_version: Hash of what decides the extracted rows.
        judged: Scores with their floors.
        absent: Parts whose gold is not there.
        warehouse: Where the scores are recorded, None where they are not.
        note: Why they are not recorded.
    """

    model: str
    rules_version: str
    judged: list[JudgedScore]
    absent: list[Wanted]
    warehouse: Path | None
    note: str

    def as_record(self) -> dict[str, Any]:
        """Return everything as JSON has it."""
        return {
            "model": self.model,
            "rules_version": self.rules_version,
            "scores": [
                {
                    **one.score.metric._asdict(),
                    "gold_count": one.score.gold_count,
                    "score": one.score.points,
                    "floor": one.floor,
                    "is_success": one.is_success,
                }
                for one in self.judged
            ],
            "absent": [wanted._asdict() for wanted in self.absent],
            "warehouse": None if self.warehouse is None else str(self.warehouse),
        }


def wanted_parts(set_names: list[str], split: Split) -> set[Wanted]:
    """Return the parts of the sets of these names, of all sets when none is given.

    Raises:
        UsageError: If there is no such set.
    """
    from evaluation.product.gold_set import PARTS  # noqa: PLC0415 - imports spaCy
    from evaluation.product.inventory import SET_NAMES  # noqa: PLC0415 - as above
    from evaluation.product.scoring import Wanted  # noqa: PLC0415 - as above

    unknown = [name for name in set_names if name not in SET_NAMES]
    if unknown:
        msg = f"the extraction has no set {unknown[0]!r}; give one of {', '.join(SET_NAMES)}"
        raise UsageError(msg)
    parts = [part for part in PARTS if split in {"all", part}]
    return {Wanted(name, part) for name in set_names or SET_NAMES for part in parts}


def score_extraction(settings: Settings, wanted: set[Wanted]) -> ExtractionScores:
    """Score the extraction, and record the scores in the warehouse if there is one.

    Raises:
        EnvironmentFault: If the pipeline is not installed, or the warehouse cannot be written.
    """
    from evaluation.product.scoring import (  # noqa: PLC0415 - imports spaCy
        absent_parts,
        read_portions,
    )
    from expectations.floors import judge_scores, read_floors  # noqa: PLC0415 - as above
    from tasks.nlp.fingerprint import rules_version  # noqa: PLC0415 - as above

    portions = read_portions(wanted)
    scores = [
        score
        for score in with_bars(settings.model, portions)
        if (score.metric.set_name, score.metric.part) in wanted
    ]
    judged = judge_scores(scores, read_floors(settings.model))
    version = rules_version(settings.model)
    note = why_not_recorded(settings.warehouse) if judged else "there is nothing to record"
    if not note:
        record(settings, version, judged)
    return ExtractionScores(
        model=settings.model,
        rules_version=version,
        judged=judged,
        absent=[one for one in absent_parts(portions) if one in wanted],
        warehouse=None if note else settings.warehouse,
        note=note,
    )


def with_bars(model: str, portions: list[Any]) -> list[Score]:
    """Return the scores of portions, with a bar for each."""
    from evaluation.product.scoring import score_portions  # noqa: PLC0415 - imports spaCy
    from tasks.nlp.pipeline import load_pipeline  # noqa: PLC0415 - as above

    nlp, scores = load_pipeline(model), list[Any]()
    with bars() as begin:
        for portion in portions:
            title = f"{' and '.join(portion.gold_set.names)}, {portion.part}"
            scores += score_portions(nlp, [portion], begin(title, len(portion.items)))
    return scores


def why_not_recorded(warehouse: Path) -> str:
    """Return why a warehouse cannot take scores, nothing where it can.

    Raises:
        EnvironmentFault: If it is foreign, newer or damaged.
    """
    from warehouse.snapshots import SnapshotStore  # noqa: PLC0415 - imports duckdb

    store = SnapshotStore(warehouse)
    if store.published() is None:
        return f"the scores are not recorded: there is no warehouse {warehouse}"
    if store.needs_rebuild():
        return f"the scores are not recorded: the next run rebuilds {warehouse}, which is older"
    return ""


def record(settings: Settings, version: str, judged: list[JudgedScore]) -> None:
    """Write scores into the ledger of the published warehouse.

    Raises:
        EnvironmentFault: If a run holds the lock or the disk refuses.
    """
    from tasks.model_scores import (  # noqa: PLC0415 - imports duckdb
        Version,
        record_scores,
        score_rows,
    )
    from tasks.runs import naive_utc  # noqa: PLC0415 - as above
    from warehouse.code_version import code_version  # noqa: PLC0415 - as above
    from warehouse.snapshots import SnapshotStore  # noqa: PLC0415 - as above

    scored = Version(rules_version=version, model_name=settings.model, code_version=code_version())
    rows = score_rows(judged, scored, naive_utc(datetime.now(UTC)))
    record_scores(SnapshotStore(settings.warehouse), settings.keep_snapshots, rows)


def show_extraction(scores: ExtractionScores) -> None:
    """Show all scores with their floors, what is absent, and where they are recorded."""
    title = f"extraction by {scores.model}, version {scores.rules_version}"
    if scores.judged:
        write_table(map(cells, parts_together(scores.judged)), COLUMNS, title=title)
    if scores.absent:
        listed = ", ".join(f"{set_name} {part}" for set_name, part in scores.absent)
        write_line(f"absent: {listed} (their gold comes with a clone of the project)")
    recorded = scores.note or f"recorded in ops.model_scores of {scores.warehouse}"
    message_console().print(recorded, markup=False, soft_wrap=True)


def parts_together(judged: list[JudgedScore]) -> list[JudgedScore]:
    """Return scores in the order of their metrics, the parts of each beside each other."""
    metrics = [(one.score.metric.set_name, one.score.metric.metric) for one in judged]
    order = {metric: place for place, metric in enumerate(dict.fromkeys(metrics))}
    places = [order[metric] for metric in metrics]
    return [judged[index] for index in sorted(range(len(judged)), key=places.__getitem__)]


def cells(one: JudgedScore) -> tuple[object, ...]:
    """Return a score as the table shows it, its floor marked where it lies below."""
    score = one.score
    mark = "" if one.is_success else " BELOW"
    floor = None if one.floor is None else f"{one.floor:.2f}{mark}"
    return (*score.metric, score.gold_count, f"{score.points:.2f}", floor)


def hold_floors(scores: ExtractionScores) -> None:
    """Stop if a score lies below its floor.

    Raises:
        GateError: Naming the scores.
    """
    from expectations.floors import below_floor  # noqa: PLC0415 - beside its only use

    low = below_floor(scores.judged)
    if low:
        msg = (
            f"the extraction is below its floors in {'; '.join(map(str, low))}; a run with this "
            "version is refused: see what changed in model, seeds or code"
        )
        raise GateError(msg)

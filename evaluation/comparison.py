"""Headline metrics of stored scores, and what changed since."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from evaluation.scores.counts import DECIMALS
from warehouse.errors import EnvironmentFault, UsageError

HEADLINES: Final = {
    "UPOS": ("tags", "upos", "score", "gold"),
    "XPOS": ("tags", "xpos", "score", "gold"),
    "lemmas": ("tags", "lemma", "score", "gold"),
    "UAS": ("arcs", "uas", "score", "gold"),
    "LAS": ("arcs", "las", "score", "gold"),
    "sentences F1": ("sentences", "f1", "gold"),
    "names F1": ("names", "exact", "f1", "gold"),
    "names overlap F1": ("names", "overlap", "f1", "gold"),
    "product names F1": ("product_names", "exact", "f1", "gold"),
    "product names overlap F1": ("product_names", "overlap", "f1", "gold"),
}
"""Where each metric stands in the report of a set: path, key of the score, key of its size."""
NO_SCORES: Final[Mapping[str, Any]] = {"sets": {}}


@dataclass(frozen=True, slots=True)
class Metric:
    """A headline metric of a set.

    Attributes:
        set_name: The evaluation set.
        kind: ``dev`` or ``test``.
        metric: A key of ``HEADLINES``.
        gold: Number of gold items it is about.
        score: Points, 0 to 100.
        baseline: Points of the stored scores; None where they have no such metric.
    """

    set_name: str
    kind: str
    metric: str
    gold: int
    score: float
    baseline: float | None

    @property
    def change(self) -> float | None:
        """Points gained (or lost, if negative) since the baseline."""
        return None if self.baseline is None else round(self.score - self.baseline, DECIMALS)


def headline_metrics(
    report: Mapping[str, Any], baseline: Mapping[str, Any] | None = None
) -> list[Metric]:
    """Return the headline metrics of a report, with those of stored scores beside them."""
    return [
        Metric(name, scores["kind"], metric, gold, score, before.get(metric, (None,))[0])
        for name, scores in report["sets"].items()
        for before in (dict(metrics_of((baseline or NO_SCORES)["sets"].get(name, {}))),)
        for metric, (score, gold) in metrics_of(scores)
    ]


def metrics_of(scores: Mapping[str, Any]) -> Iterator[tuple[str, tuple[float, int]]]:
    """Yield name, points and gold count of each headline metric that a set's report has."""
    for metric, (*path, score_key, gold_key) in HEADLINES.items():
        place: Mapping[str, Any] = scores
        for step in path:
            place = place.get(step, {})
        score = place.get(score_key)
        if score is not None:
            yield metric, (score, place[gold_key])


def fallen(metrics: list[Metric], limit: float) -> list[Metric]:
    """Return the metrics that fell by more than a number of points."""
    return [metric for metric in metrics if metric.change is not None and -metric.change > limit]


def read_scores(path: Path) -> dict[str, Any]:
    """Return stored scores.

    Raises:
        UsageError: If the file cannot be read or holds no scores.
    """
    try:
        stored = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        msg = f"{path} cannot be read as scores ({error}); give a file of `evaluate --out`"
        raise UsageError(msg) from error
    if not isinstance(stored, dict) or not isinstance(stored.get("sets"), dict):
        msg = f"{path} holds no scores; give a file of `evaluate --out`"
        raise UsageError(msg)
    return stored


def write_scores(path: Path, report: Mapping[str, Any]) -> None:
    """Store scores: sorted and indented, so that equal scores give equal bytes.

    Raises:
        EnvironmentFault: If the file cannot be written.
    """
    stored = {"model": report["model"], "sets": report["sets"]}
    unfinished = path.with_name(f"{path.name}.unfinished")
    try:
        unfinished.write_text(
            json.dumps(stored, ensure_ascii=False, indent=2, sort_keys=True) + "\n",
            encoding="utf-8",
        )
        unfinished.replace(path)
    except OSError as error:
        msg = f"{path} cannot be written ({error.strerror}); choose another file or free space"
        raise EnvironmentFault(msg) from error
    finally:
        unfinished.unlink(missing_ok=True)

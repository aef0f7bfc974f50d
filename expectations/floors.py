"""Scores of an extraction on gold, and the floors of ``expectations/floors.csv`` beside them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from warehouse.seeds import read_seed_rows
from warehouse.tables.ref import SCORE_FLOORS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


class Metric(NamedTuple):
    """What is scored: a metric of a part of a gold set; the key of a score and of its floor."""

    set_name: str
    part: str
    metric: str

    def __str__(self) -> str:
        """Return how messages name it."""
        return f"{self.set_name} {self.part} {self.metric}"


@dataclass(frozen=True, slots=True)
class Score:
    """What an extraction reached in a metric, in points from 0 to 100.

    Attributes:
        metric: What was scored.
        gold_count: Gold items that it is about.
        points: What was reached.
    """

    metric: Metric
    gold_count: int
    points: float


@dataclass(frozen=True, slots=True)
class JudgedScore:
    """A score and the floor that it must keep, None where there is none."""

    score: Score
    floor: float | None

    @property
    def is_success(self) -> bool:
        """True unless the score lies below its floor."""
        return self.floor is None or self.score.points >= self.floor

    @property
    def gap(self) -> float:
        """Points that are missing to the floor; negative or 0 where it is kept."""
        return 0.0 if self.floor is None else self.floor - self.score.points

    def __str__(self) -> str:
        """Return how messages say it."""
        floor = "no floor" if self.floor is None else f"floor {self.floor:.2f}"
        return f"{self.score.metric} {self.score.points:.2f} ({floor})"


def read_floors(model: str) -> dict[Metric, float]:
    """Return the floors of a pipeline, in points; empty where it has none.

    Args:
        model: Name of the pipeline.

    Raises:
        UsageError: If the file is missing or breaks its contract, naming the line.
    """
    return {
        Metric(str(row["set_name"]), str(row["part"]), str(row["metric"])): float(str(row["floor"]))
        for row in read_seed_rows(SCORE_FLOORS)
        if row["model_name"] == model
    }


def judge_scores(scores: Iterable[Score], floors: Mapping[Metric, float]) -> list[JudgedScore]:
    """Return each score with its floor, in the order of the scores."""
    return [JudgedScore(score, floors.get(score.metric)) for score in scores]


def below_floor(judged: Iterable[JudgedScore]) -> list[JudgedScore]:
    """Return the scores below their floor, those that miss most first."""
    return sorted((one for one in judged if not one.is_success), key=lambda one: -one.gap)

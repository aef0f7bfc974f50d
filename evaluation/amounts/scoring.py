"""Scores every system on every set and counts what is right."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from evaluation.amounts.exclusions import check_share
from evaluation.amounts.inventory import AmountSet
from evaluation.amounts.matching import Verdict, judge
from evaluation.amounts.statements import AmountInput, Statement

Reader = Callable[[str], list[Statement]]


@dataclass(frozen=True, slots=True)
class Shares:
    """Shares of inputs that are right, between 0 and 1."""

    value: float
    unit: float
    full: float


@dataclass(frozen=True, slots=True)
class SetScore:
    """How a system does on a set.

    Attributes:
        set_name: Name of the set.
        system: Name of the system.
        inputs: How many inputs there are.
        excluded: How many of them are left out of ``kept``.
        everything: Shares of all inputs.
        kept: Shares of the inputs that are not left out.
        wrong: Inputs that are not left out and whose value is not right.
    """

    set_name: str
    system: str
    inputs: int
    excluded: int
    everything: Shares
    kept: Shares
    wrong: tuple[str, ...]

    def as_record(self) -> dict[str, Any]:
        """Return the score for machines."""
        return asdict(self)


def score_sets(
    sets: Sequence[AmountSet],
    folder: Path,
    systems: Mapping[str, Reader],
    exclusions: Mapping[str, Mapping[str, str]],
) -> list[SetScore]:
    """Return the scores of all systems on all sets."""
    scores = []
    for declared in sets:
        inputs = declared.read(folder)
        excluded = exclusions.get(declared.name, {})
        check_share(declared.name, len(excluded), len(inputs))
        for system, read in systems.items():
            verdicts = {one.key: judged(one, read, declared) for one in inputs}
            scores.append(set_score(declared.name, system, verdicts, excluded))
    return scores


def judged(one: AmountInput, read: Reader, declared: AmountSet) -> Verdict:
    """Return what a system gets right of an input."""
    return judge(one.expected, read(one.text), declared.counts)


def set_score(
    set_name: str, system: str, verdicts: Mapping[str, Verdict], excluded: Mapping[str, str]
) -> SetScore:
    """Return the score of a system on a set."""
    kept = {key: verdict for key, verdict in verdicts.items() if key not in excluded}
    return SetScore(
        set_name=set_name,
        system=system,
        inputs=len(verdicts),
        excluded=len(verdicts) - len(kept),
        everything=shares(list(verdicts.values())),
        kept=shares(list(kept.values())),
        wrong=tuple(key for key, verdict in kept.items() if not verdict.value),
    )


def shares(verdicts: Sequence[Verdict]) -> Shares:
    """Return the shares of inputs that are right."""
    count = max(len(verdicts), 1)
    return Shares(
        value=sum(verdict.value for verdict in verdicts) / count,
        unit=sum(verdict.unit for verdict in verdicts) / count,
        full=sum(verdict.full for verdict in verdicts) / count,
    )

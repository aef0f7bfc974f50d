"""What was measured, before anybody judges it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from expectations.limits import EVERY_SUBJECT
from expectations.measures.scales import PER_WORDS

if TYPE_CHECKING:
    from expectations.measures.catalogue import Measure


@dataclass(frozen=True, kw_only=True)
class Sample:
    """A measure's value of one subject in one run (or of one document).

    Attributes:
        measure: What is measured.
        subject: Table, source, label or language; ``*`` for all.
        value: In the unit of the measure.
        base_count: Things that the value was taken over.
        weight: What the limit's ``min_base`` is held against; ``base_count`` when None.
        history: Values to compare with, in place of those of earlier runs.
    """

    measure: Measure
    subject: str = EVERY_SUBJECT
    value: float
    base_count: int
    weight: int | None = None
    history: tuple[float, ...] | None = None


def share_samples(
    measure: Measure, part: int, whole: int, *, subject: str = EVERY_SUBJECT, is_loss: bool = False
) -> list[Sample]:
    """Return the share that a part is of a whole; nothing where there is no whole.

    Args:
        measure: What is measured.
        part: Things counted, at most ``whole``.
        whole: Things that could have been counted.
        subject: What it is taken of.
        is_loss: Whether a few things lost never count, however large a share they are.
    """
    if not whole:
        return []
    weight = part if is_loss else None
    value = part / whole
    return [Sample(measure=measure, subject=subject, value=value, base_count=whole, weight=weight)]


def rate_samples(
    measure: Measure, count: int, words: int, *, subject: str = EVERY_SUBJECT
) -> list[Sample]:
    """Return how many things stand in 1,000 words; nothing where there are no words."""
    if not words:
        return []
    value = PER_WORDS * count / words
    return [Sample(measure=measure, subject=subject, value=value, base_count=words)]

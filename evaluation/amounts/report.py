"""Puts the scores into a table."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from evaluation.amounts.muc import Recall
from evaluation.amounts.scoring import SetScore, Shares
from evaluation.amounts.speed import Speed

HEADER: Final = (
    f"{'set':34} {'system':17} {'inputs':>6} {'left out':>8}"
    f"   {'all: value':>10} {'+unit':>6} {'+span':>6}"
    f"   {'kept: value':>11} {'+unit':>6} {'+span':>6}"
)


def table_lines(scores: Sequence[SetScore]) -> Iterator[str]:
    """Yield the table of the scores."""
    yield HEADER
    for score in scores:
        yield (
            f"{score.set_name:34} {score.system:17} {score.inputs:6} {score.excluded:8}"
            f"   {percents(score.everything, 10)}   {percents(score.kept, 11)}"
        )


def percents(shares: Shares, width: int) -> str:
    """Return three shares in percent."""
    return f"{shares.value:{width}.1%} {shares.unit:6.1%} {shares.full:6.1%}"


def further_lines(
    reasons: Mapping[str, int], recall: Recall, speeds: Sequence[Speed]
) -> Iterator[str]:
    """Yield what is said below the table."""
    yield ""
    left_out = ", ".join(f"{reason} {count}" for reason, count in sorted(reasons.items()))
    yield f"left out: {left_out or 'nothing'}"
    targets = max(recall.targets, 1)
    yield (
        f"muc4_dev: {recall.targets} numbers of templates, {recall.number / targets:.1%} read, "
        f"{recall.number_and_head / targets:.1%} with the counted head"
    )
    for speed in speeds:
        yield f"{speed.what}: {speed.words_per_second:,} words/s"

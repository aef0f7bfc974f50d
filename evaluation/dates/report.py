"""Puts the scores into a table."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from evaluation.dates.scoring import SetScore
from evaluation.dates.speed import Speed
from evaluation.scores.counts import Counts

SHOWN: Final = ("relaxed", "strict", "value")
WIDTH: Final = 24


def table_lines(scores: Sequence[SetScore]) -> Iterator[str]:
    """Yield a line for each set: F1, precision and recall of each metric."""
    head = "".join(f"   {metric + ' F1':>10} {'P':>5} {'R':>5}" for metric in SHOWN)
    yield f"{'set':{WIDTH}} {'texts':>5} {'dates':>5} {'found':>5}{head}"
    for score in scores:
        counts = score.counts["relaxed"]
        cells = "".join(shares(score.counts[metric]) for metric in SHOWN)
        numbers = f"{score.texts:5} {counts.gold:5} {counts.predicted:5}"
        yield f"{score.name:{WIDTH}} {numbers}{cells}"


def shares(counts: Counts) -> str:
    """Return F1, precision and recall with one decimal."""
    report = counts.report()
    return f"   {cell(report['f1']):>10} {cell(report['precision']):>5} {cell(report['recall']):>5}"


def cell(share: float | None) -> str:
    """Return a share, nothing where nothing is counted."""
    return "" if share is None else f"{share:.1f}"


def further_lines(
    scores: Sequence[SetScore], reasons: Mapping[str, int], speeds: Sequence[Speed]
) -> Iterator[str]:
    """Yield what is said below the table."""
    yield ""
    for score in scores:
        if score.apart:
            kinds = sorted({kind for kind, _ in score.apart})
            yield f"apart in {score.name} (marked, touched, same days): " + "; ".join(
                f"{kind} " + " ".join(str(score.apart[kind, what]) for what in APART)
                for kind in kinds
            )
        if score.name.startswith("own gold"):
            yield f"{score.name}: precision right {shares(score.counts['precision']).strip()}"
    left_out = ", ".join(f"{reason} {count}" for reason, count in sorted(reasons.items()))
    yield f"left out: {left_out or 'nothing'}"
    for speed in speeds:
        yield f"{speed.what}: {speed.words_per_second:,} words/s"


APART: Final = ("marked", "touched", "right")

"""The language model's part of ``tallybook evaluate``: scores on annotated sets, and its gate."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any, Final

from flows.cli.bars import bars
from flows.cli.output import message_console, write_facts, write_line, write_table
from warehouse.errors import GateError, UsageError

if TYPE_CHECKING:
    from pathlib import Path

    from evaluation.comparison import Metric
    from evaluation.sets import EvaluationSet, Split

COLUMNS: Final = ("set", "kind", "metric", "gold", "score")
COMPARED_COLUMNS: Final = (*COLUMNS, "baseline", "change")
STORED_SCORES: Final = "scores.json"


@dataclass(frozen=True, kw_only=True)
class ModelOptions:
    """What is asked of the language model; ``set_names`` is empty for all sets.

    Attributes:
        model: Name of the pipeline.
        corpora: Folder of corpora, None for our own gold alone.
        set_names: Annotated sets to score.
        split: Kind of sets to score.
        product: Whether to score the names of the extraction on these sets too.
        speed: Whether to measure speed.
        out: Where to store the scores.
        baseline: Stored scores to compare with.
        fail_below: Points that a metric may fall.
    """

    model: str
    corpora: Path | None
    set_names: list[str]
    split: Split
    product: bool
    speed: bool
    out: Path | None
    baseline: Path | None
    fail_below: float | None

    def given(self) -> list[str]:
        """Return the options that only the language model has, as they are written."""
        values = {
            "--product": self.product,
            "--speed": self.speed,
            "--out": self.out,
            "--baseline": self.baseline,
            "--fail-below": self.fail_below is not None,
        }
        return [name for name, value in values.items() if value]


@dataclass(frozen=True, kw_only=True)
class ModelScores:
    """The report of a pipeline, its headline metrics, and whether there was a baseline."""

    report: dict[str, Any]
    metrics: list[Metric]
    is_compared: bool

    def as_record(self) -> dict[str, Any]:
        """Return everything as JSON has it."""
        rows = [{**asdict(metric), "change": metric.change} for metric in self.metrics]
        return {**self.report, "metrics": rows}


def score_model(options: ModelOptions) -> ModelScores:
    """Score a pipeline, and store the scores if a file is given.

    Raises:
        UsageError: If there is no such set, folder or baseline.
        EnvironmentFault: If the pipeline is not installed or the file cannot be written.
    """
    from evaluation.comparison import (  # noqa: PLC0415 - imports spaCy
        headline_metrics,
        write_scores,
    )
    from evaluation.sets import chosen_sets  # noqa: PLC0415 - as above

    chosen = chosen_sets(options.set_names, options.split)
    check_folder(options.corpora)
    stored = stored_scores(
        options.model, options.baseline, is_needed=options.fail_below is not None
    )
    report = make_report(options.model, chosen, options.corpora, product=options.product)
    if options.speed:
        report["speed"] = speed_of(options.model)
    if options.out is not None:
        write_scores(options.out, report)
    metrics = headline_metrics(report, stored)
    return ModelScores(report=report, metrics=metrics, is_compared=stored is not None)


def check_folder(corpora: Path | None) -> None:
    """Check the folder of corpora, so that a wrong name does not pass as absent sets.

    Raises:
        UsageError: If there is no such folder.
    """
    if corpora is not None and not corpora.is_dir():
        msg = f"there is no folder {corpora}; correct --corpora or TALLYBOOK_CORPORA"
        raise UsageError(msg)


def stored_scores(model: str, baseline: Path | None, *, is_needed: bool) -> dict[str, Any] | None:
    """Return the scores to compare with, None where there are none.

    Raises:
        UsageError: If they are needed and missing, or cannot be read.
    """
    from evaluation.comparison import read_scores  # noqa: PLC0415 - imports spaCy
    from tasks.nlp.packaged import PACKAGED, packaged_folder  # noqa: PLC0415 - as above

    if baseline is not None:
        return read_scores(baseline)
    default = packaged_folder() / STORED_SCORES
    if model == PACKAGED and default.is_file():
        return read_scores(default)
    if is_needed:
        msg = "--fail-below needs scores to compare with; give them with --baseline FILE"
        raise UsageError(msg)
    return None


def make_report(
    model: str, chosen: list[EvaluationSet], corpora: Path | None, *, product: bool
) -> dict[str, Any]:
    """Return the scores of a pipeline on the sets that are present, and the names of the others."""
    from evaluation.scoring import score_set  # noqa: PLC0415 - imports spaCy
    from evaluation.sets import find_set, read_set  # noqa: PLC0415 - as above
    from tasks.nlp.pipeline import load_model, load_pipeline  # noqa: PLC0415 - as above

    folders = {declared: find_set(declared, corpora) for declared in chosen}
    nlp = load_model(model)
    product_nlp = load_pipeline(model) if product else None
    scores = {}
    with bars() as begin:
        for declared, folder in folders.items():
            if folder is not None:
                texts = read_set(declared, folder)
                advance = begin(declared.name, len(texts))
                scores[declared.name] = score_set(
                    nlp, declared, texts, product=product_nlp, progress=advance
                )
    return {
        "model": {"name": model, "version": nlp.meta["version"], "pipes": nlp.pipe_names},
        "sets": scores,
        "absent": [declared.name for declared, folder in folders.items() if folder is None],
    }


def speed_of(model: str) -> dict[str, Any]:
    """Return the speed of a pipeline."""
    from evaluation.scores.speed import measure_speed  # noqa: PLC0415 - imports spaCy

    with message_console().status("measure speed"):
        return measure_speed(model)


def show_model(scores: ModelScores) -> None:
    """Show the headline metrics, the speed if measured, and which sets are absent."""
    names = COMPARED_COLUMNS if scores.is_compared else COLUMNS
    report = scores.report
    rows = [
        (m.set_name, m.kind, m.metric, m.gold, f"{m.score:.2f}", *changes(m))
        for m in scores.metrics
    ]
    title = f"{report['model']['name']} {report['model']['version']}"
    if rows:
        write_table((row[: len(names)] for row in rows), names, title=title)
    else:
        write_line(f"{title} predicts nothing that these sets annotate")
    if "speed" in report:
        write_facts(report["speed"], title="On one core")
    if report["absent"]:
        write_line(f"absent: {', '.join(report['absent'])} (--corpora DIR tells where they lie)")


def changes(metric: Metric) -> tuple[str | None, str | None]:
    """Return baseline and change as the table shows them."""
    if metric.baseline is None:
        return None, None
    return f"{metric.baseline:.2f}", f"{metric.change:+.2f}"


def hold_model_gate(scores: ModelScores, limit: float | None) -> None:
    """Stop if a metric fell by more than a limit, if there is one.

    Raises:
        GateError: Naming the metrics.
    """
    from evaluation.comparison import fallen  # noqa: PLC0415 - imports spaCy

    if limit is not None and (worse := fallen(scores.metrics, limit)):
        listed = ", ".join(f"{m.set_name} {m.metric} ({m.change:+.2f})" for m in worse)
        msg = f"these metrics fell by more than {limit:g} points: {listed}; see what changed"
        raise GateError(msg)

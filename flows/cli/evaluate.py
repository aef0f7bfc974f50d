"""``tallybook evaluate``: scores a language pipeline on our gold and on the corpora present."""

from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from flows.cli.options import JsonOption, ModelOption
from flows.cli.output import message_console, write_facts, write_json, write_line, write_table
from flows.settings import load_settings
from warehouse.errors import GateError, UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from evaluation.comparison import Metric
    from evaluation.sets import EvaluationSet

COLUMNS = ("set", "kind", "metric", "gold", "score")
COMPARED_COLUMNS = (*COLUMNS, "baseline", "change")
STORED_SCORES = "scores.json"


def evaluate(
    *,
    model: ModelOption = None,
    corpora: Annotated[
        Path | None,
        typer.Option(
            metavar="DIR",
            help="Folder that holds the corpora, itself or in training/ and benchmarks/. "
            "[env: TALLYBOOK_CORPORA] [default: none, our own gold only]",
            show_default=False,
        ),
    ] = None,
    set_names: Annotated[
        list[str] | None, typer.Option("--set", metavar="NAME", help="Only this set; repeatable.")
    ] = None,
    split: Annotated[
        Literal["dev", "test", "all"], typer.Option(help="Only sets of this kind.")
    ] = "all",
    product: Annotated[
        bool, typer.Option("--product", help="Score the names of `tallybook extract` too.")
    ] = False,
    speed: Annotated[
        bool, typer.Option("--speed", help="Measure words per second, load time and memory too.")
    ] = False,
    out: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Store the scores here as JSON.")
    ] = None,
    baseline: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            help="Stored scores to compare with. [default: those beside the packaged pipeline]",
            show_default=False,
        ),
    ] = None,
    fail_below: Annotated[
        float | None,
        typer.Option(metavar="POINTS", min=0, help="Exit 1 if a metric fell by more than this."),
    ] = None,
    json: JsonOption = False,
) -> None:
    """Score the language pipeline on our own gold and on the corpora that are present.

    A corpus that is absent is named and left out. Exit code 1 means that a metric shown in the
    table fell by more than `--fail-below`; 2 wrong usage; 3 a pipeline that is not installed.

    Examples:
    `tallybook evaluate`

    `tallybook evaluate --corpora ../corpora --split dev --fail-below 0.5`
    """
    from evaluation.comparison import (  # noqa: PLC0415 - imports spaCy
        headline_metrics,
        write_scores,
    )
    from evaluation.sets import chosen_sets  # noqa: PLC0415 - as above

    settings = load_settings(model=model, corpora=corpora)
    chosen = chosen_sets(set_names or [], split)
    check_folder(settings.corpora)
    stored = stored_scores(settings.model, baseline, is_needed=fail_below is not None)
    report = make_report(settings.model, chosen, settings.corpora, product=product)
    if speed:
        report["speed"] = speed_of(settings.model)
    metrics = headline_metrics(report, stored)
    if out is not None:
        write_scores(out, report)
    if json:
        rows = [{**asdict(metric), "change": metric.change} for metric in metrics]
        write_json({**report, "metrics": rows})
    else:
        show(report, metrics, is_compared=stored is not None)
    if fail_below is not None:
        hold_gate(metrics, fail_below)


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
    model: str, chosen: "list[EvaluationSet]", corpora: Path | None, *, product: bool
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


@contextmanager
def bars() -> "Iterator[Callable[[str, int], Callable[[], None]]]":
    """Show a bar per set on standard error; gives what begins a bar, which gives what moves it."""
    from rich.progress import MofNCompleteColumn, Progress  # noqa: PLC0415 - keeps the help fast

    console = message_console()
    columns = (*Progress.get_default_columns(), MofNCompleteColumn())
    with Progress(
        *columns, console=console, disable=not console.is_terminal, transient=True
    ) as progress:

        def begin(title: str, total: int) -> "Callable[[], None]":
            bar = progress.add_task(title, total=total)
            return lambda: progress.advance(bar)

        yield begin


def show(report: dict[str, Any], metrics: "list[Metric]", *, is_compared: bool) -> None:
    """Show the headline metrics, the speed if measured, and which sets are absent."""
    names = COMPARED_COLUMNS if is_compared else COLUMNS
    rows = [(m.set_name, m.kind, m.metric, m.gold, f"{m.score:.2f}", *changes(m)) for m in metrics]
    title = f"{report['model']['name']} {report['model']['version']}"
    if rows:
        write_table((row[: len(names)] for row in rows), names, title=title)
    else:
        write_line(f"{title} predicts nothing that these sets annotate")
    if "speed" in report:
        write_facts(report["speed"], title="On one core")
    if report["absent"]:
        write_line(f"absent: {', '.join(report['absent'])} (--corpora DIR tells where they lie)")


def changes(metric: "Metric") -> tuple[str | None, str | None]:
    """Return baseline and change as the table shows them."""
    if metric.baseline is None:
        return None, None
    return f"{metric.baseline:.2f}", f"{metric.change:+.2f}"


def hold_gate(metrics: "list[Metric]", limit: float) -> None:
    """Stop if a metric fell too far.

    Raises:
        GateError: Naming the metrics.
    """
    from evaluation.comparison import fallen  # noqa: PLC0415 - imports spaCy

    worse = fallen(metrics, limit)
    if worse:
        listed = ", ".join(f"{m.set_name} {m.metric} ({m.change:+.2f})" for m in worse)
        msg = f"these metrics fell by more than {limit:g} points: {listed}; see what changed"
        raise GateError(msg)

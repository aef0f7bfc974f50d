"""``tallybook run``: folders of texts into the published warehouse."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Final

import typer

from flows.cli.flow_call import flow_engine
from flows.cli.options import JsonOption, ModelOption, WarehouseOption
from flows.cli.output import message_console, write_facts, write_frame, write_json, write_line
from flows.settings import Settings, load_settings

if TYPE_CHECKING:
    import polars as pl

    from tasks.runs import RunSummary
    from warehouse.questions import Question

SAMPLE_QUESTION: Final = "reported_deaths"
SAMPLE_ROWS: Final = 8


def run(
    sources: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="[SOURCE]...", help="Folders or files; the inbox when none is given."
        ),
    ] = None,
    *,
    model: ModelOption = None,
    workers: Annotated[
        int | None, typer.Option(min=1, help="Processes that extract. [default: 1]")
    ] = None,
    batch_size: Annotated[
        int | None, typer.Option(min=1, help="Documents per extraction task. [default: 64]")
    ] = None,
    force_reason: Annotated[
        str | None,
        typer.Option(
            metavar="TEXT",
            help="Publish new rules or another model though they score below their floors; the "
            "reason is recorded. [env: TALLYBOOK_FORCE_REASON]",
        ),
    ] = None,
    verbose: Annotated[
        bool, typer.Option("--verbose", "-v", help="Show Prefect's log too.")
    ] = False,
    warehouse: WarehouseOption = None,
    json: JsonOption = False,
) -> None:
    """Load texts into the warehouse: only what changed is read, and every row is validated.

    Examples:
    `tallybook run seeds/corpus`

    `tallybook run reports/ wire.jsonl --warehouse desk.duckdb --workers 4`
    """
    overrides: dict[str, Any] = {"model": model, "workers": workers, "batch_size": batch_size}
    overrides["force_reason"] = force_reason
    given = {name: value for name, value in overrides.items() if value is not None}
    settings = load_settings(warehouse=warehouse, **given)
    check_sources(sources)
    with flow_engine(verbose=verbose, warm_up=lambda: warm_up(settings)):
        from flows.build_warehouse import build_warehouse  # noqa: PLC0415 - imports prefect

        summary = build_warehouse(
            sources=[str(source) for source in sources] if sources else None,
            warehouse=str(settings.warehouse),
            options=given,
        )
    show_summary(summary, as_json=json)


def check_sources(sources: list[Path] | None) -> None:
    """Refuse a missing source at once, not after the engine has started.

    Raises:
        UsageError: Naming the first source that cannot be reached.
    """
    from tasks.sources.finding import source_names  # noqa: PLC0415 - keeps the help fast

    source_names(sources or [])


def warm_up(settings: Settings) -> None:
    """Import spaCy and great_expectations and load the pipeline, before they are needed."""
    from expectations.engine import warm_up as warm_up_expectations  # noqa: PLC0415 - slow import
    from tasks.nlp.pipeline import load_pipeline  # noqa: PLC0415 - imports spaCy

    load_pipeline(settings.model)
    warm_up_expectations()


def show_summary(summary: "RunSummary", *, as_json: bool) -> None:
    """Show what the run did, then a question with its answer from the warehouse."""
    question, answer = sample_answer(summary)
    if as_json:
        asked = {"name": question.name, "question": question.title, "rows": answer.to_dicts()}
        write_json({**summary.as_record(), "question": asked})
        return
    if not summary.document_count:
        message_console().print(summary.empty_note(), markup=False, soft_wrap=True)
    write_facts(summary.as_facts(), title="Run")
    if summary.document_count:
        write_line(f"\n{question.sql.strip()}\n")
        write_frame(answer, title=question.title)


def sample_answer(summary: "RunSummary") -> "tuple[Question, pl.DataFrame]":
    """Return a ready-made question and the first rows of its answer."""
    from warehouse.queries import query_published  # noqa: PLC0415 - keeps the help fast
    from warehouse.questions import read_question  # noqa: PLC0415 - as above

    question = read_question(SAMPLE_QUESTION)
    return question, query_published(summary.warehouse, question.sql).head(SAMPLE_ROWS)

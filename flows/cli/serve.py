"""``tallybook serve``: both schedules in this process, with the Prefect page."""

import os
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final, cast

import typer

from flows.cli.options import JsonOption, WarehouseOption
from flows.cli.output import write_json, write_line
from flows.engine import Engine, prepare_environment
from flows.schedules import CONCURRENT_RUNS, SCHEDULES, Schedule
from flows.settings import load_settings
from warehouse.errors import UsageError

if TYPE_CHECKING:
    from prefect.deployments.runner import RunnerDeployment

PAGE_PORT: Final = 4200


def serve(
    *,
    inbox: Annotated[
        Path | None,
        typer.Option(metavar="DIR", help="Folder to load. [env: TALLYBOOK_INBOX]"),
    ] = None,
    port: Annotated[int, typer.Option(min=0, help="Port of the page; 0 takes a free one.")] = (
        PAGE_PORT
    ),
    interval: Annotated[
        float | None,
        typer.Option(min=1, metavar="SECONDS", help="Replaces the hourly schedule."),
    ] = None,
    cron: Annotated[str | None, typer.Option(help="Replaces the nightly schedule (UTC).")] = None,
    warehouse: WarehouseOption = None,
    json: JsonOption = False,
) -> None:
    """Load the inbox hourly and nightly, one run at a time, until Ctrl-C; shows the Prefect page.

    Uses the server of PREFECT_API_URL when it is set, else starts one on this machine.

    Examples:
    `tallybook serve --inbox data/inbox`

    `tallybook serve --interval 60`
    """
    settings = load_settings(warehouse=warehouse, inbox=inbox)
    settings.inbox.mkdir(parents=True, exist_ok=True)
    # The scheduled runs are processes of their own: the environment is what reaches them.
    os.environ["TALLYBOOK_INBOX"] = str(settings.inbox)
    os.environ["TALLYBOOK_WAREHOUSE"] = str(settings.warehouse)
    prepare_environment(log_level="INFO")
    with Engine(port=port, has_page=True) as engine:
        from prefect import serve as serve_deployments  # noqa: PLC0415 - after the environment

        engine.wait()
        served = [deployment_of(each, interval=interval, cron=cron) for each in SCHEDULES]
        announce(engine.page_url, settings.inbox, settings.warehouse, as_json=json)
        serve_deployments(*served, limit=CONCURRENT_RUNS, print_starting_message=False)


def deployment_of(
    schedule: Schedule, *, interval: float | None, cron: str | None
) -> "RunnerDeployment":
    """Return the deployment of a schedule, with the times of the command line if given.

    Args:
        schedule: The schedule as declared.
        interval: Seconds between two runs in place of the hourly times.
        cron: Times in place of the nightly ones, UTC.

    Raises:
        UsageError: If ``cron`` is no schedule.
    """
    from prefect.client.schemas.objects import (  # noqa: PLC0415 - after the environment
        ConcurrencyLimitConfig,
        ConcurrencyLimitStrategy,
    )
    from prefect.types.entrypoint import EntrypointType  # noqa: PLC0415 - as above

    from flows.build_warehouse import build_warehouse  # noqa: PLC0415 - as above

    is_interval = interval is not None and schedule.name == "hourly"
    times = cron if cron is not None and schedule.name == "nightly" else schedule.cron
    try:
        deployment = build_warehouse.to_deployment(
            name=schedule.name,
            description=schedule.description,
            # By module, not by file: the scheduled run need not start in the project's folder.
            entrypoint_type=EntrypointType.MODULE_PATH,
            parameters={"is_audited": schedule.is_audited},
            interval=timedelta(seconds=interval) if interval is not None and is_interval else None,
            cron=None if is_interval else times,
            concurrency_limit=ConcurrencyLimitConfig(
                limit=CONCURRENT_RUNS, collision_strategy=ConcurrencyLimitStrategy.CANCEL_NEW
            ),
        )
    except ValueError as error:
        msg = f"--cron {times!r} is no schedule; give five fields such as '0 3 * * *'"
        raise UsageError(msg) from error
    return cast("RunnerDeployment", deployment)  # outside async code it is never a coroutine


def announce(page_url: str, inbox: Path, warehouse: Path, *, as_json: bool) -> None:
    """Tell where the page, the inbox and the warehouse are."""
    facts = {"page": page_url, "inbox": str(inbox), "warehouse": str(warehouse)}
    if as_json:
        write_json(facts)
    else:
        write_line(f"Prefect page {page_url}; loading {inbox} into {warehouse}; Ctrl-C ends it")

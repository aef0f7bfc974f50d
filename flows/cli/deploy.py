"""``tallybook deploy``: registers the deployments of prefect.yaml with a Prefect server."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Annotated, Final

import typer

from flows.cli.options import JsonOption
from flows.cli.output import write_json, write_line
from flows.engine import Engine, prepare_environment
from flows.schedules import CONCURRENT_RUNS, SCHEDULES, WORK_POOL
from warehouse.errors import EnvironmentFault, UsageError

DEFAULT_FILE: Final = Path("prefect.yaml")


def deploy(
    *,
    prefect_file: Annotated[
        Path, typer.Option("--file", metavar="FILE", help="Deployments to register.")
    ] = DEFAULT_FILE,
    json: JsonOption = False,
) -> None:
    """Register the schedules of prefect.yaml and their process pool with a running Prefect server.

    PREFECT_API_URL must name the server (`prefect server start` prints it). The runs happen in a
    worker: `prefect worker start --pool tallybook --limit 1`.

    Example: `PREFECT_API_URL=http://127.0.0.1:4200/api tallybook deploy`
    """
    if not os.environ.get("PREFECT_API_URL"):
        msg = "deploy needs a running server: start `prefect server start` and set PREFECT_API_URL"
        raise UsageError(msg)
    if not prefect_file.is_file():
        msg = f"{prefect_file} is no file; run deploy in the project's folder or give --file"
        raise UsageError(msg)
    prepare_environment(log_level="WARNING")
    with Engine() as engine:
        engine.wait()
        create_pool()
        register(prefect_file)
    names = [f"build-warehouse/{schedule.name}" for schedule in SCHEDULES]
    if json:
        write_json({"work_pool": WORK_POOL, "deployments": names})
    else:
        write_line(f"registered {', '.join(names)} with the pool {WORK_POOL}")


def create_pool() -> None:
    """Create the local process pool, or set its limit when it is there already."""
    from prefect.client.orchestration import get_client  # noqa: PLC0415 - after the environment
    from prefect.client.schemas.actions import WorkPoolCreate  # noqa: PLC0415 - as above

    with get_client(sync_client=True) as client:
        client.create_work_pool(
            WorkPoolCreate(name=WORK_POOL, type="process", concurrency_limit=CONCURRENT_RUNS),
            overwrite=True,
        )


def register(prefect_file: Path) -> None:
    """Register every deployment of the file.

    Raises:
        EnvironmentFault: If Prefect refuses, with the last line that it wrote.
    """
    command = [sys.executable, "-m", "prefect", "--no-prompt", "deploy", "--all"]
    command += ["--prefect-file", str(prefect_file)]
    done = subprocess.run(command, check=False, capture_output=True, text=True)  # noqa: S603 - ours
    if done.returncode:
        last = ((done.stderr or done.stdout).strip().splitlines() or ["no reason given"])[-1]
        msg = f"Prefect did not register {prefect_file}: {last.strip()}"
        raise EnvironmentFault(msg)

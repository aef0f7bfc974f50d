"""Where the batches of a run are extracted in parallel: processes of this machine, or dask."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from warehouse.errors import EnvironmentFault

if TYPE_CHECKING:
    from tasks.runs import RunContext


def make_runner(run: RunContext) -> Any:  # noqa: ANN401 - the runners of Prefect share no typed base
    """Return Prefect's task runner for a run; it is a context manager.

    Batches and frames travel as Parquet files in the staging folder, so the workers of a dask
    cluster must see that folder under the same path and have this version of tallybook installed.

    Args:
        run: Run with ``runner``, ``workers`` and ``dask_address``.

    Raises:
        EnvironmentFault: If dask is asked for and not installed.
    """
    if run.runner == "processes":
        from prefect.task_runners import ProcessPoolTaskRunner  # noqa: PLC0415 - rarely needed

        return ProcessPoolTaskRunner(max_workers=run.workers)
    try:
        from prefect_dask import DaskTaskRunner  # noqa: PLC0415 - an extra
    except ImportError as error:
        msg = "the runner 'dask' is not installed; run: pip install 'tallybook[dask]'"
        raise EnvironmentFault(msg) from error
    if run.dask_address:
        return DaskTaskRunner(address=run.dask_address)
    local = {"n_workers": run.workers, "threads_per_worker": 1, "dashboard_address": None}
    return DaskTaskRunner(cluster_kwargs=local)

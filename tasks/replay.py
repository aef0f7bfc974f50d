"""Node ``collect``: the refused rows of loaded documents, beside all that is loaded of these.

A replay goes through the same nodes as a run: what it collects are complete frames of some
documents, as extraction gives them, so that references, rules and entities are judged as always.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, replace
from typing import TYPE_CHECKING, Final

import polars as pl
from prefect import task
from prefect.cache_policies import NO_CACHE

from expectations.cascade import REFERENCE_EXISTS
from tasks.plan import RunPlan
from tasks.progress import stage
from tasks.replay_frames import parse_rows, write_batch
from tasks.replay_outcome import KEY
from tasks.sources.changes import plan_changes
from warehouse.known_state import read_known_state
from warehouse.open_rejections import replayable_rows
from warehouse.queries import query_published

if TYPE_CHECKING:
    from pathlib import Path

    from tasks.runs import RunContext

LEDGER: Final = "ops.rejected_rows"
"""What a replay names as its source."""
EXTRACTION: Final = """
    select extraction_fingerprint as fingerprint, rules_version, model_name as model
    from ops.runs
    where status = 'published'
    order by started_at desc, run_id desc
    limit 1
"""


@dataclass(frozen=True, kw_only=True)
class Selection:
    """Which open rows are replayed: those of a table, those that broke a rule; None for all."""

    table: str | None = None
    rule: str | None = None


@dataclass(frozen=True, kw_only=True)
class Collected:
    """What a replay starts from.

    ``rows`` holds the refused rows by qualified table name; ``folders`` the complete frames of
    their documents, refused rows among them; ``unreadable_count`` how many rows were refused under
    another declaration of their table and stay where they are.
    """

    rows: dict[str, pl.DataFrame]
    folders: list[Path]
    unreadable_count: int

    @property
    def document_ids(self) -> list[str]:
        """Documents of the refused rows, sorted."""
        return sorted({name for frame in self.rows.values() for name in frame["document_id"]})


@task(name="collect", cache_policy=NO_CACHE)
def collect_rows(run: RunContext, selection: Selection) -> Collected:
    """Write the complete frames of all documents that miss rows of a selection, in batches.

    Args:
        run: The replay.
        selection: Which refused rows take part; the others stay refused.

    Raises:
        EnvironmentFault: If there is no readable warehouse, or the disk refuses.
    """
    opened = select_rows(replayable_rows(run.warehouse), selection)
    texts = opened.unique([*KEY, "row_key"], maintain_order=True)
    rows, unreadable_count = parse_rows(texts)
    collected = Collected(rows=rows, folders=[], unreadable_count=unreadable_count)
    ids = collected.document_ids
    starts = range(0, len(ids), run.batch_size)
    with stage("collect", len(ids)) as progress:
        for start in starts:
            batch = ids[start : start + run.batch_size]
            collected.folders.append(write_batch(run, batch, rows, start))
            progress.advance("collect", len(batch))
    return collected


def select_rows(opened: pl.DataFrame, selection: Selection) -> pl.DataFrame:
    """Return the open rows of a selection, and those that were refused only along with them.

    Args:
        opened: Rows of ``replayable_rows``.
        selection: Which of them are wanted. All rows of one key belong together; rows that broke
            nothing but ``reference_exists`` belong to the wanted ones of their document.

    Returns:
        Those rows, one per row and rule, in their order.
    """
    wanted = opened
    if selection.table is not None:
        wanted = wanted.filter(pl.col("table_name") == selection.table)
    if selection.rule is not None:
        wanted = wanted.filter(pl.col("rule") == selection.rule)
    went_along = (pl.col("rule") == REFERENCE_EXISTS).all().over(KEY)
    dependents = opened.filter(went_along).join(wanted, on="document_id", how="semi")
    chosen = pl.concat([wanted, dependents])
    return opened.join(chosen, on=KEY, how="semi", maintain_order="left")


def as_replay(run: RunContext, selection: Selection) -> RunContext:
    """Return the run under the version that its rows were extracted with, its selection named.

    The rows are not extracted anew, so fingerprint, rules and model are those of the run that did.

    Args:
        run: Context as ``begin_run`` makes it.
        selection: What is replayed.

    Raises:
        EnvironmentFault: If there is no readable warehouse.
    """
    extraction = next(query_published(run.warehouse, EXTRACTION).iter_rows(named=True), {})
    stated = {**json.loads(run.settings_json), "replay": asdict(selection)}
    settings_json = json.dumps(stated, ensure_ascii=False, separators=(",", ":"))
    return replace(run, **extraction, settings_json=settings_json)


def without_limit(run: RunContext) -> RunContext:
    """Return the run without a limit of refused rows: those of a replay were refused already.

    What is lost besides has its limit in ``tasks.replay_outcome``.
    """
    return replace(run, max_rejected_share=1.0)


def plan_replay(run: RunContext, collected: Collected) -> RunPlan:
    """Return a plan that replaces the collected documents and leaves every file as it is."""
    known = read_known_state(run.warehouse)
    unchanged = plan_changes(
        sources=[],
        outlines=[],
        known_files=known.document_files,
        known_documents=known.documents,
        fingerprint=run.fingerprint,
    )
    ids = collected.document_ids
    changes = replace(
        unchanged, replaced_document_ids=ids, documents_to_extract=ids, has_changes=True
    )
    return RunPlan(
        changes=changes,
        known=known,
        found_file_count=0,
        batches=collected.folders,
        has_new_corrections=False,
    )

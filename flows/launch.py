"""The edge of a run: where settings, clock and chance become the run's context."""

from __future__ import annotations

import secrets
from dataclasses import fields
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from expectations.limits import read_limits
from flows.settings import Settings, load_settings
from tasks.nlp.fingerprint import extraction_fingerprint, rules_version
from tasks.runs import RunContext, make_run_id
from warehouse.code_version import code_version
from warehouse.corrections import read_corrections
from warehouse.snapshots import SnapshotStore

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


def begin_run(
    sources: Sequence[str] | None, warehouse: str | None, options: Mapping[str, Any]
) -> RunContext:
    """Return the context of a run that starts now.

    Args:
        sources: Folders and files; the inbox, which is created if need be, when None.
        warehouse: Path of the warehouse, over that of the settings.
        options: Other settings to override, by name.

    Raises:
        UsageError: If a setting, a limit or a correction is wrong.
    """
    settings = load_settings(**{"warehouse": warehouse, **options})
    # Read now, so that a faulty row stops a run before its work and not after.
    read_limits()
    started_at = datetime.now(UTC)
    if sources is None:
        settings.inbox.mkdir(parents=True, exist_ok=True)
    return RunContext(
        run_id=make_run_id(started_at, secrets.token_hex(4)),
        started_at=started_at,
        store=SnapshotStore(settings.warehouse),
        warehouse=settings.warehouse,
        sources=(settings.inbox,) if sources is None else tuple(map(Path, sources)),
        is_inbox=sources is None,
        fingerprint=extraction_fingerprint(
            settings.model, max_document_chars=settings.max_document_chars
        ),
        rules_version=rules_version(settings.model),
        settings_json=settings.model_dump_json(),
        code_version=code_version(),
        corrections=read_corrections(settings.corrections),
        **shared_settings(settings),
    )


def shared_settings(settings: Settings) -> dict[str, Any]:
    """Return the settings that the run's context has under the same name."""
    names = {field.name for field in fields(RunContext)} & set(Settings.model_fields)
    return {name: getattr(settings, name) for name in names - {"warehouse", "corrections"}}

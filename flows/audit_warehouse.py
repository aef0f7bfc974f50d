"""The second flow: checks every row of the published warehouse again."""

from __future__ import annotations

from pathlib import Path

from prefect import flow

from flows.settings import load_settings
from tasks.audit import AuditReport, audit_rows


@flow(name="audit-warehouse", validate_parameters=False)
def audit_warehouse(warehouse: str | None = None) -> AuditReport:
    """Check keys and references, cut every span again, parse every figure again.

    Args:
        warehouse: Path of the published warehouse; that of the settings when None.

    Returns:
        What was checked and which rows do not match; the caller judges.

    Raises:
        EnvironmentFault: If there is no readable warehouse.
    """
    settings = load_settings(warehouse=warehouse)
    return audit_rows(Path(settings.warehouse))

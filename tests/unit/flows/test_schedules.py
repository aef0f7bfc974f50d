"""``prefect.yaml`` and ``flows/schedules.py`` say the same, and no two runs may overlap."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from flows.schedules import SCHEDULES, WORK_POOL

PREFECT_FILE = Path(__file__).parents[3] / "prefect.yaml"


@pytest.fixture
def deployments() -> dict[str, dict[str, Any]]:
    """Give the deployments of prefect.yaml by name."""
    content = yaml.safe_load(PREFECT_FILE.read_text(encoding="utf-8"))
    return {deployment["name"]: deployment for deployment in content["deployments"]}


def test_deployments_repeat_the_schedules(deployments: dict[str, dict[str, Any]]) -> None:
    """Names, times, parameters and pool are those that are declared in Python."""
    declared = {schedule.name: schedule for schedule in SCHEDULES}

    assert set(deployments) == set(declared)
    for name, deployment in deployments.items():
        assert deployment["schedules"] == [{"cron": declared[name].cron, "timezone": "UTC"}]
        assert deployment["parameters"] == {"is_audited": declared[name].is_audited}
        assert deployment["description"] == declared[name].description
        assert deployment["work_pool"] == {"name": WORK_POOL}


def test_deployments_never_overlap_themselves(deployments: dict[str, dict[str, Any]]) -> None:
    """A run that is due while another goes on is cancelled."""
    limits = [deployment["concurrency_limit"] for deployment in deployments.values()]

    assert limits == [{"limit": 1, "collision_strategy": "CANCEL_NEW"}] * len(SCHEDULES)

"""The schedules that ``tallybook serve`` is given."""

import pytest

from flows.cli.serve import deployment_of
from flows.schedules import SCHEDULES
from warehouse.errors import UsageError

NIGHTLY = next(schedule for schedule in SCHEDULES if schedule.name == "nightly")

pytestmark = pytest.mark.flow


def test_cron_that_is_no_schedule_is_a_usage_error() -> None:
    """A mistyped --cron is one sentence that shows what a schedule looks like."""
    with pytest.raises(UsageError, match="no schedule; give five fields"):
        deployment_of(NIGHTLY, interval=None, cron="nonsense")


def test_cron_replaces_the_nightly_times() -> None:
    """A given --cron is the nightly deployment's schedule."""
    deployment = deployment_of(NIGHTLY, interval=None, cron="0 3 * * *")

    assert [str(each.schedule.cron) for each in deployment.schedules] == ["0 3 * * *"]

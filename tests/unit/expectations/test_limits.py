"""The file of limits: complete, sound, and clear about what is wrong with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from expectations.limits import EVERY_SUBJECT, LOSSES, find_limit, limit_of, read_limits
from expectations.measures.catalogue import MEASURES
from warehouse.errors import UsageError
from warehouse.seeds import gate_folder
from warehouse.tables import TABLES_BY_NAME

if TYPE_CHECKING:
    from pathlib import Path

HEADER = "measure,subject,unit,minimum,maximum,max_robust_z,min_history,min_base,severity,reason\n"
SOUND = "rejected_share,*,share of 1,,0.2,,0,10,critical,Too many.\n"


@pytest.fixture
def limits_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a file of limits that stands in place of the project's."""
    monkeypatch.setattr("warehouse.seeds.gate_folder", lambda: tmp_path)
    return tmp_path / "limits.csv"


def test_limits_cover_every_measure() -> None:
    """Each measure has a limit for every subject: one that nobody bounds would be dropped."""
    assert {name for name, subject in read_limits() if subject == EVERY_SUBJECT} == set(MEASURES)


def test_every_measure_is_documented() -> None:
    """What is measured stands in the docs."""
    text = (gate_folder().parent / "docs" / "quality.md").read_text(encoding="utf-8")

    assert [name for name in MEASURES if f"| `{name}` |" not in text] == []


def test_limits_are_sorted() -> None:
    """Rows are in order, so that changes show as small diffs."""
    lines = (gate_folder() / "limits.csv").read_text(encoding="utf-8").splitlines()[1:]

    assert lines == sorted(lines)


def test_measures_tell_about_tables_that_exist() -> None:
    """The table of a measure is one of the contract."""
    tables = {measure.table for measure in MEASURES.values() if measure.table}

    assert tables <= set(TABLES_BY_NAME)


def test_only_losses_stop_a_run() -> None:
    """By default nothing that merely differs from earlier runs keeps a run from publishing."""
    critical = {limit.measure for limit in read_limits().values() if limit.severity == "critical"}

    assert critical == LOSSES


def test_limit_of_a_subject_wins(limits_file: Path) -> None:
    """A row of a subject stands before the row of all."""
    own = "rejected_share,core.figures,share of 1,,0.5,,0,10,critical,Many.\n"
    limits_file.write_text(HEADER + SOUND + own, encoding="utf-8")

    found = [limit_of("rejected_share", name) for name in ("core.figures", "core.dates")]

    assert [limit.maximum for limit in found if limit] == [0.5, 0.2]
    assert limit_of("language_share") is None


def test_setting_overrides_losses_only() -> None:
    """The share of the caller's stands in place of the limits of losses and of no other."""
    usual, changed = read_limits(), read_limits(0.9)

    different = {name for name, _ in (key for key in usual if usual[key] != changed[key])}

    assert different == LOSSES
    assert find_limit(changed, "rejected_share", "core.dates") == changed["rejected_share", "*"]
    assert changed["rejected_share", "*"].maximum == 0.9


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        ("rejected_shares,*,share of 1,,0.2,,0,10,critical,Many.", "nothing of that name is meas"),
        ("rejected_share,*,share of 1,0.3,0.2,,0,10,critical,Many.", "minimum 0.3 is above the ma"),
        ("rejected_share,*,share of 1,,nan,,0,10,critical,Many.", "a bound is not finite"),
        ("rejected_share,*,share of 1,,,3.5,0,10,critical,Many.", "needs a min_history of at lea"),
        ("rejected_share,*,share of 1,,much,,0,10,critical,Many.", "line 2, column maximum: "),
        ("rejected_share,*,share of 1,,0.2,,0,10,fatal,Many.", "'fatal' is none of critical, w"),
        ("rejected_share,*,share of 1,,0.2,,0,-1,critical,Many.", "-1 is below 0"),
        ("rejected_share,*,share of 1,,0.2,,0,10,critical,", "column reason: a value is missing"),
        ("rejected_share,*,share of 1,0.2,,0,10,critical,Many.", "9 cells, but 10 columns"),
        (f"{SOUND}rejected_share,*,days,,1,,0,1,warning,Twice.", "stands already in line 2"),
    ],
    ids=["name", "bounds", "nan", "history", "number", "word", "base", "reason", "cells", "twice"],
)
def test_read_limits_names_the_bad_row(limits_file: Path, row: str, fault: str) -> None:
    """A faulty row is refused with the file, the row and what to do."""
    limits_file.write_text(f"{HEADER}{row}\n", encoding="utf-8")

    with pytest.raises(UsageError, match=fault) as caught:
        read_limits()

    assert str(limits_file) in str(caught.value)
    assert "; " in str(caught.value)


@pytest.mark.parametrize(
    ("row", "setting", "share"),
    [
        pytest.param(SOUND, None, 0.2, id="critical"),
        pytest.param(SOUND, 0.5, 0.5, id="setting"),
        pytest.param(SOUND.replace("critical", "warning"), None, None, id="warning"),
        pytest.param(SOUND.replace("critical", "warning"), 0.5, 0.5, id="warning_and_setting"),
        pytest.param(SOUND.replace("0.2", ""), None, None, id="unbounded"),
    ],
)
def test_only_critical_losses_stop_a_run(
    limits_file: Path, row: str, setting: float | None, share: float | None
) -> None:
    """A limit that warns stops nothing, unless the caller states a share."""
    limits_file.write_text(f"{HEADER}{row}", encoding="utf-8")
    limit = limit_of("rejected_share", "core.figures")

    assert limit is not None
    assert limit.largest_loss(setting) == share

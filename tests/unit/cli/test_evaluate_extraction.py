"""``tallybook evaluate`` of the extraction: what is scored, recorded, shown, and the exit code."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from expectations.floors import Metric
from flows.cli.app import exit_code_of
from tests.floor_files import KIND, use_floors
from tests.snapshot_cycles import age_file
from warehouse.queries import query_published

if TYPE_CHECKING:
    from pathlib import Path

    from warehouse.snapshots import SnapshotStore

PASSAGES = ["evaluate", "--model", "rules", "--set", "passages"]
RECORDED = "select part, metric, floor, is_success from ops.model_scores order by part, metric"


@pytest.fixture(autouse=True)
def _in_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def evaluated(*arguments: str, capsys: pytest.CaptureFixture[str]) -> dict[str, Any]:
    """Return the JSON of a call that ends well."""
    assert exit_code_of([*arguments, "--json"]) == 0
    result: dict[str, Any] = json.loads(capsys.readouterr().out)
    return result


def test_extraction_is_scored_by_part(capsys: pytest.CaptureFixture[str]) -> None:
    """A set of the extraction is scored without being asked for more, dev and test apart."""
    result = evaluated(*PASSAGES, capsys=capsys)

    scores = result["extraction"]["scores"]
    assert {(one["set_name"], one["part"]) for one in scores} == {
        ("passages", "dev"),
        ("passages", "test"),
    }
    assert all(one["floor"] is None and one["is_success"] for one in scores)
    assert result["extraction"]["warehouse"] is None


def test_split_leaves_one_part(capsys: pytest.CaptureFixture[str]) -> None:
    """The option means the same as for sets of the model."""
    scores = evaluated(*PASSAGES, "--split", "test", capsys=capsys)["extraction"]["scores"]

    assert {one["part"] for one in scores} == {"test"}


def test_only_the_named_set_is_shown(capsys: pytest.CaptureFixture[str]) -> None:
    """Quotations and claimants are read together, but only what was asked for is told."""
    arguments = ["evaluate", "--model", "rules", "--set", "quotes", "--split", "test"]

    scores = evaluated(*arguments, capsys=capsys)["extraction"]["scores"]

    assert {one["set_name"] for one in scores} == {"quotes"}


def test_table_marks_what_is_below_its_floor(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The table is shown whole, the message names what is wrong, and the exit code is 1."""
    other = Metric("passages", "test", "kind_accuracy")
    use_floors(tmp_path / "gate", monkeypatch, {KIND: 99.9, other: 1.0}, model="rules")

    code = exit_code_of(PASSAGES)

    captured = capsys.readouterr()
    assert code == 1
    assert captured.out.count("BELOW") == 1
    assert "1.00" in captured.out
    assert "passages dev kind_accuracy" in " ".join(captured.err.split())


def test_scores_are_recorded_where_there_is_a_warehouse(
    published_store: SnapshotStore,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """A run with the same rules finds them, failed ones too."""
    use_floors(tmp_path / "gate", monkeypatch, {KIND: 99.9}, model="rules")

    code = exit_code_of([*PASSAGES, "--split", "dev", "--warehouse", str(published_store.path)])

    assert code == 1
    assert "recorded in ops.model_scores" in " ".join(capsys.readouterr().err.split())
    assert query_published(published_store.path, RECORDED).rows() == [
        ("dev", "kind_accuracy", 99.9, False),
        ("dev", "not_article_characters_f1", None, True),
        ("dev", "not_article_f1", None, True),
    ]


@pytest.mark.parametrize("is_older", [False, True])
def test_user_is_told_when_nothing_is_recorded(
    published_store: SnapshotStore,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    *,
    is_older: bool,
) -> None:
    """No warehouse is made for scores alone, and one of an older contract waits for its run."""
    warehouse = published_store.path if is_older else tmp_path / "none.duckdb"
    age_file(published_store.path.resolve())

    assert exit_code_of([*PASSAGES, "--warehouse", str(warehouse)]) == 0
    assert "the scores are not recorded" in " ".join(capsys.readouterr().err.split())
    assert warehouse.exists() is is_older


def test_absent_gold_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """An installation without the clone has not all gold; that is no error."""
    monkeypatch.setattr("evaluation.product.passages.GOLD", tmp_path)

    assert exit_code_of(PASSAGES) == 0
    assert "absent: passages dev, passages test" in capsys.readouterr().out


def test_both_are_scored_if_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    """A set of each kind gives both reports in one object."""
    result = evaluated(*PASSAGES, "--set", "pud", capsys=capsys)

    assert result["absent"] == ["pud"]
    assert result["extraction"]["scores"]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--what", "extraction", "--speed"], "--speed is about the language model"),
        (["--what", "extraction", "--set", "pud"], "pud is about the language model"),
        (["--what", "model", "--set", "quotes"], "the set quotes is about the extraction"),
        (["--set", "quots"], "give one of passages, figures"),
    ],
    ids=["option_of_model", "set_of_model", "set_of_extraction", "no_such_set"],
)
def test_options_must_fit_what_is_scored(
    arguments: list[str], message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """An option that would mean nothing is wrong usage."""
    assert exit_code_of(["evaluate", *arguments]) == 2
    assert message in " ".join(capsys.readouterr().err.split())

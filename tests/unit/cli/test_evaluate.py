"""``tallybook evaluate``: which sets, which scores, which exit code."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import spacy

from flows.cli.app import exit_code_of

PUD = """# sent_id = p1
# text = Kofi left Rome.
1\tKofi\tB-PER
2\tleft\tO
3\tRome\tB-LOC
4\t.\tO
"""


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a pipeline that knows one town and finds sentences."""
    folder = tmp_path_factory.mktemp("model") / "en_small"
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    ruler = nlp.add_pipe("entity_ruler")
    ruler.add_patterns([{"label": "GPE", "pattern": "Rome"}])  # type: ignore[attr-defined]
    nlp.to_disk(folder)
    return folder


@pytest.fixture
def corpora(tmp_path: Path) -> Path:
    """Give a folder of corpora that holds one of them."""
    file = tmp_path / "corpora/benchmarks/uner_pud/en_pud-ud-test.iob2"
    file.parent.mkdir(parents=True)
    file.write_text(PUD, encoding="utf-8")
    return tmp_path / "corpora"


@pytest.fixture
def pud(model: Path, corpora: Path) -> list[str]:
    """Give the command that scores the small pipeline on the corpus that is there."""
    return ["evaluate", "--model", str(model), "--corpora", str(corpora), "--set", "pud"]


@pytest.fixture(autouse=True)
def _in_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def evaluated(*arguments: str, capsys: pytest.CaptureFixture[str]) -> dict[str, Any]:
    """Return the JSON of a call that ends well."""
    assert exit_code_of(["evaluate", "--json", *arguments]) == 0
    result: dict[str, Any] = json.loads(capsys.readouterr().out)
    return result


def stored(path: Path, f1: float) -> Path:
    """Store the score of an earlier model."""
    exact = {"f1": f1, "gold": 2}
    scores = {"sets": {"pud": {"kind": "test", "names": {"exact": exact, "overlap": {}}}}}
    path.write_text(json.dumps(scores), encoding="utf-8")
    return path


def test_sets_that_are_present_are_scored(
    model: Path, corpora: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Others are named as absent, which is no error."""
    result = evaluated(
        "--model", str(model), "--corpora", str(corpora), "--split", "test", capsys=capsys
    )

    assert list(result["sets"]) == ["gold-test", "pud"]
    assert result["absent"] == ["ewt-test", "gum-test", "re3d-test"]
    exact = result["sets"]["pud"]["names"]["exact"]
    assert (exact["precision"], exact["recall"]) == (100.0, 50.0)
    assert result["sets"]["pud"]["names"]["labels"]["PERSON"]["exact"]["gold"] == 1
    assert "wire" in result["sets"]["gold-test"]["groups"]
    assert {"set_name": "pud", "metric": "names F1"}.items() <= next(
        metric.items() for metric in result["metrics"] if metric["set_name"] == "pud"
    )


def test_corpora_folder_may_come_from_the_environment(
    model: Path, corpora: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """TALLYBOOK_CORPORA is the setting of that name."""
    monkeypatch.setenv("TALLYBOOK_CORPORA", str(corpora))

    assert evaluated("--model", str(model), "--set", "pud", capsys=capsys)["absent"] == []


def test_product_names_are_scored_if_asked_for(
    corpora: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The rules alone find what the gazetteer knows; their pipeline itself has no names."""
    result = evaluated(
        "--model", "rules", "--corpora", str(corpora), "--set", "pud", "--product", capsys=capsys
    )

    scores = result["sets"]["pud"]
    assert "names" not in scores
    assert scores["product_names"]["labels"]["LOC"]["exact"]["f1"] == 100.0


def test_table_shows_scores_and_absent_sets(
    pud: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    """The table is what a user sees first."""
    code = exit_code_of([*pud, "--set", "re3d-dev"])

    shown = capsys.readouterr().out
    assert code == 0
    assert "names overlap F1" in shown
    assert "baseline" not in shown
    assert "absent: re3d-dev" in shown


def test_pipeline_that_predicts_nothing_is_told(
    pud: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    """An empty table would look like a fault."""
    assert exit_code_of([*pud, "--model", "rules"]) == 0
    assert "predicts nothing" in capsys.readouterr().out


def test_stored_scores_are_the_same_each_time(pud: list[str], tmp_path: Path) -> None:
    """They can be compared by their bytes."""
    for name in ("a.json", "b.json"):
        assert exit_code_of([*pud, "--out", str(tmp_path / name)]) == 0

    assert (tmp_path / "a.json").read_bytes() == (tmp_path / "b.json").read_bytes()


@pytest.mark.parametrize(
    ("f1", "limit", "code"), [(66.0, "0", 0), (70.0, "5", 0), (70.0, "3", 1), (99.0, "100", 0)]
)
def test_fall_below_the_limit_ends_with_exit_code_1(
    f1: float, limit: str, code: int, pud: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    """The table is shown first; the message names what fell."""
    baseline = stored(Path("old.json"), f1)

    assert exit_code_of([*pud, "--baseline", str(baseline), "--fail-below", limit]) == code
    captured = capsys.readouterr()
    assert f"{66.67 - f1:+.2f}" in captured.out
    assert ("pud names F1 (-3.33)" in captured.err) == (code == 1)


def test_speed_is_measured_but_not_stored(
    pud: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Stored scores must not change with the machine."""
    monkeypatch.setattr("evaluation.scores.speed.measure_speed", lambda _: {"words_per_second": 7})

    code = exit_code_of([*pud, "--speed", "--json", "--out", "x.json"])

    assert code == 0
    assert json.loads(capsys.readouterr().out)["speed"] == {"words_per_second": 7}
    assert "speed" not in json.loads(Path("x.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        pytest.param(["--set", "puddle"], 2, "gold-dev", id="unknown_set"),
        pytest.param(["--corpora", "nowhere"], 2, "there is no folder", id="no_folder"),
        pytest.param(["--baseline", "nowhere.json"], 2, "nowhere.json", id="no_baseline"),
        pytest.param(["--fail-below", "1", "--model", "rules"], 2, "--baseline", id="no_scores"),
        pytest.param(["--fail-below", "-1"], 2, "--fail-below", id="negative_limit"),
        pytest.param(["--split", "train"], 2, "train", id="split"),
        pytest.param(["--model", "en_none"], 3, "en_none", id="no_model"),
        pytest.param(
            ["--out", "no/x.json", "--set", "pud", "--model", "rules"], 3, "x.json", id="out"
        ),
    ],
)
def test_wrong_usage_has_its_exit_code(
    arguments: list[str], code: int, message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """One sentence on standard error says what is wrong."""
    assert exit_code_of(["evaluate", *arguments]) == code
    assert message in " ".join(capsys.readouterr().err.split())

"""What the command line tells of a figure: answers, lineage and the rule that found it."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest

from flows.cli.app import exit_code_of
from tests.sample_rows import FINGERPRINT
from tests.snapshot_cycles import publish_text

if TYPE_CHECKING:
    from pathlib import Path

    from warehouse.snapshots import SnapshotStore

OBEYED = "\x1b]0;hurt\x07"


def figure_id(warehouse: Path, capsys: pytest.CaptureFixture[str]) -> str:
    """Return the id of the only figure."""
    exit_code_of(["sql", "from core.figures", "--json", "--warehouse", str(warehouse)])
    return str(json.loads(capsys.readouterr().out)[0]["figure_id"])


def test_ask_lists_and_answers(published: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Without a name the questions are listed; with one, its rows are printed."""
    exit_code_of(["ask", "--json"])
    names = json.loads(capsys.readouterr().out)
    code = exit_code_of(["ask", "largest_counts", "--json", "--warehouse", str(published)])

    assert code == 0
    assert "largest_counts" in names
    assert json.loads(capsys.readouterr().out)[0]["figure_text"] == "5"


def test_lineage_leads_from_figure_to_file(
    published: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A figure's lineage holds its characters with context, its file and its fingerprint."""
    wanted = figure_id(published, capsys)

    code = exit_code_of(["lineage", wanted, "--json", "--warehouse", str(published)])

    found = json.loads(capsys.readouterr().out)
    assert code == 0
    assert found["context"] == {
        "before": "Police stopped ",
        "text": "5",
        "after": " trucks at the border.",
    }
    assert found["files"][0]["path"] == "a.txt"
    assert found["figure"]["extraction_fingerprint"] == FINGERPRINT


@pytest.mark.parametrize("command", ["lineage", "explain"])
def test_text_of_a_figure_cannot_command_the_terminal(
    command: str, store: SnapshotStore, capsys: pytest.CaptureFixture[str]
) -> None:
    """Escape sequences of a source are shown as characters, not sent."""
    publish_text(store, f"Police {OBEYED}stopped 5 trucks at the border.")
    wanted = figure_id(store.path, capsys)

    code = exit_code_of([command, wanted, "--warehouse", str(store.path)])

    shown = "".join(capsys.readouterr())
    assert code == 0
    assert "hurt" in shown
    assert not set(shown) & set("\x1b\x07")


def test_error_cannot_command_the_terminal(
    published: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nor does what the sentence of an error repeats."""
    code = exit_code_of(["lineage", OBEYED, "--warehouse", str(published)])

    said = capsys.readouterr().err
    assert code == 2
    assert "hurt" in said
    assert not set(said) & set("\x1b\x07")


def test_lineage_of_an_unknown_figure_is_wrong_usage(
    published: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """An id that the warehouse lacks is named."""
    code = exit_code_of(["lineage", "0" * 16, "--warehouse", str(published)])

    assert code == 2
    assert "0" * 16 in capsys.readouterr().err


def test_explain_shows_the_rule_of_a_figure(
    published: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A figure is explained with the candidates of its own sentence."""
    wanted = figure_id(published, capsys)

    code = exit_code_of(["explain", wanted, "--json", "--warehouse", str(published)])

    explained = json.loads(capsys.readouterr().out)
    assert code == 0
    assert [(c["text"], c["verdict"]) for c in explained["candidates"]] == [("5", "figure")]


def test_explain_shows_what_the_parse_says(capsys: pytest.CaptureFixture[str]) -> None:
    """With a model that parses, tokens have arcs, and nulls of a figure are shown."""
    code = exit_code_of(["explain", "Rebels killed 5 men."])

    shown = capsys.readouterr().out
    assert code == 0
    assert re.search(r"men\W+16..19\W+NOUN\W+obj\W+killed", shown)
    assert re.search(r"modality\W+asserted", shown)
    assert "total " in shown


def test_explain_without_a_parse_has_no_columns_for_it(capsys: pytest.CaptureFixture[str]) -> None:
    """With ``rules`` there are neither arcs nor moods to show."""
    code = exit_code_of(["explain", "Police stopped 5 men.", "--model", "rules"])

    shown = capsys.readouterr().out
    assert code == 0
    assert "men" in shown
    assert not {"part_of_speech", "dependency", "head", "modality", "total"} & {*shown.split()}

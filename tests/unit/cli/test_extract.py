"""``tallybook extract``: JSON lines in, JSON lines out, whatever a line holds."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

import pytest

from flows.cli.app import exit_code_of

if TYPE_CHECKING:
    from pathlib import Path

GOOD = '{"id": "a", "text": "Police stopped 12 trucks on 3 May 2021."}'
FIELDS = ["id", "document", "passages", "entities", "things", "figures", "dates", "quotes"]
FIELDS += ["roles", "relations"]


def extracted(path: Path) -> list[dict[str, object]]:
    """Return the output objects of a file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def test_extract_writes_one_line_per_record(tmp_path: Path) -> None:
    """Each record gives one object with the fields of the contract."""
    (tmp_path / "in.jsonl").write_text(GOOD + "\n")

    code = exit_code_of(
        ["extract", "--jsonl", str(tmp_path / "in.jsonl"), "--out", str(tmp_path / "out.jsonl")]
    )

    line = extracted(tmp_path / "out.jsonl")[0]
    assert code == 0
    assert list(line) == [*FIELDS, "rejected_numbers"]
    assert line["id"] == "a"
    assert [figure["text"] for figure in line["figures"]] == ["12"]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("line", "name", "reason"),
    [
        pytest.param(b"{", "line 1", "no JSON", id="broken"),
        pytest.param(b"[1]", "line 1", "not an object", id="no_object"),
        pytest.param(b'{"id": "b"}', "b", "no text", id="no_text"),
        pytest.param(b'{"id": 7, "text": 3}', 7, "no text", id="text_is_number"),
        pytest.param(b'{"id": "c", "text": "\\u0000"}', "c", "NUL", id="nul"),
        pytest.param(b'{"id": "d", "text": "\xff"}', "line 1", "not UTF-8", id="encoding"),
        pytest.param(b'{"text": "x" "y"}', "line 1", "no JSON", id="garbled"),
    ],
)
def test_extract_answers_a_bad_line_with_an_error(
    line: bytes, name: object, reason: str, tmp_path: Path
) -> None:
    """A bad line gives its id or number and the reason, and the next line is read."""
    (tmp_path / "in.jsonl").write_bytes(line + b"\n" + GOOD.encode() + b"\n")

    code = exit_code_of(
        ["extract", "--jsonl", str(tmp_path / "in.jsonl"), "--out", str(tmp_path / "out.jsonl")]
    )

    bad, good = extracted(tmp_path / "out.jsonl")
    assert code == 0
    assert bad["id"] == name
    assert reason in str(bad["error"])
    assert good["id"] == "a"


def test_extract_refuses_a_line_that_is_too_long(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A text above max_document_chars gives an error, not a crash."""
    monkeypatch.setenv("TALLYBOOK_MAX_DOCUMENT_CHARS", "20")
    (tmp_path / "in.jsonl").write_text(GOOD + "\n" + '{"id": "b", "text": "Short."}\n')

    exit_code_of(
        ["extract", "--jsonl", str(tmp_path / "in.jsonl"), "--out", str(tmp_path / "out.jsonl")]
    )

    bad, good = extracted(tmp_path / "out.jsonl")
    assert "max_document_chars" in str(bad["error"])
    assert good["id"] == "b"


def test_extract_of_files_goes_to_standard_output(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Files are named by their path; one that cannot be read gives an error line."""
    (tmp_path / "a.txt").write_text("Police stopped 12 trucks.")
    (tmp_path / "b.txt").write_bytes(b"\x00\x01\x02\x03")

    code = exit_code_of(["extract", str(tmp_path)])

    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert code == 0
    assert [line["id"] for line in lines] == ["a.txt", "b.txt"]
    assert "error" in lines[1]


def test_extract_imports_no_prefect(tmp_path: Path) -> None:
    """Extraction without a warehouse needs neither engine nor expectations."""
    import subprocess  # noqa: PLC0415 - beside its only use

    (tmp_path / "a.txt").write_text("Police stopped 12 trucks.")
    script = (
        "import sys\nfrom flows.cli.app import exit_code_of\n"
        f"exit_code_of(['extract', {str(tmp_path / 'a.txt')!r}])\n"
        "sys.exit('prefect' in sys.modules or 'great_expectations' in sys.modules)\n"
    )

    done = subprocess.run([sys.executable, "-c", script], check=False, capture_output=True)

    assert done.returncode == 0


def test_extract_goes_on_after_a_text_that_breaks_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An error that nobody expected costs one line, of JSON lines and of files."""

    def break_down(_: object, record: dict[str, object]) -> dict[str, object]:
        if "Seven" in str(record["text"]):
            msg = "nobody thought of this"
            raise RuntimeError(msg)
        return {"id": record["id"]}

    monkeypatch.setattr("tasks.lines.extract_json", break_down)
    (tmp_path / "in.jsonl").write_text('{"id": 1, "text": "Seven."}\n{"id": 2, "text": "Six."}\n')
    (tmp_path / "a.txt").write_text("Seven.")
    (tmp_path / "b.txt").write_text("Six.")
    out = tmp_path / "out"

    codes, lines = [], []
    for arguments in (["--jsonl", "in.jsonl"], ["a.txt", "b.txt"]):
        named = [name if name.startswith("--") else str(tmp_path / name) for name in arguments]
        codes.append(exit_code_of(["extract", *named, "--out", str(out)]))
        lines += extracted(out)

    assert codes == [0, 0]
    assert [line["id"] for line in lines] == [1, 2, "a.txt", "b.txt"]
    assert ["RuntimeError: nobody thought" in str(line.get("error")) for line in lines] == [
        True,
        False,
        True,
        False,
    ]

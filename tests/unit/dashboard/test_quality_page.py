"""What a run's quality comes to, and where the row of a ledger leads."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.quality.query import link_of_key, link_of_refused
from dashboard.quality.verdict import verdict_of
from tests.quality_ledgers import REFUSED, STOPPED, UNCHANGED, write_ledger
from warehouse.connections import open_for_writing

if TYPE_CHECKING:
    from pathlib import Path

FACTS: dict[str, Any] = {
    "status": "published",
    "error_text": None,
    "rejected_row_count": 0,
    "failed_file_count": 0,
    "failed_warning_count": 0,
    "failed_critical_measure_count": 0,
    "failed_warning_measure_count": 0,
    "is_forced": False,
}


def test_sound_run_is_good_and_asks_for_nothing() -> None:
    """Without anything odd there is nothing to do."""
    verdict = verdict_of(FACTS)

    assert (verdict.kind, verdict.hints) == ("good", ())


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"rejected_row_count": 1234}, "1,234 rows were refused"),
        ({"rejected_row_count": 1}, "1 row was refused"),
        ({"failed_file_count": 2}, "2 files could not be read"),
        ({"failed_file_count": 1}, "1 file could not be read"),
        ({"failed_critical_measure_count": 1, "failed_warning_measure_count": 2}, "3 measures lie"),
        ({"failed_warning_measure_count": 1}, "1 measure lies"),
        ({"failed_warning_count": 5}, "5 rules warn"),
        ({"failed_warning_count": 1}, "1 rule warns"),
        ({"is_forced": True}, "scores too low"),
    ],
)
def test_each_trouble_of_a_published_run_is_a_hint(changes: dict[str, Any], words: str) -> None:
    """A run that was published in spite of something says of what, and is a warning."""
    verdict = verdict_of({**FACTS, **changes})

    assert verdict.kind == "warning"
    assert [hint for hint in verdict.hints if words in hint] == list(verdict.hints)


@pytest.mark.parametrize("status", ["failed", "failed_gate"])
def test_failed_run_is_an_error_and_says_why(status: str) -> None:
    """The reason of the ledger stands in the sentence."""
    verdict = verdict_of({**FACTS, "status": status, "error_text": "No space left."})

    assert verdict.kind == "error"
    assert verdict.words.endswith("No space left.")


@pytest.mark.parametrize(
    ("key", "link"),
    [
        ('{"figure_id": "0a"}', "document?figure=0a"),
        ('{"quote_id": "0a"}', "document?quote=0a"),
        ('{"document_id": "ff", "start_char": 3, "end_char": 9}', "document?id=ff&at=3-9"),
        ('{"document_id": "ff", "sentence_index": 3}', "document?id=ff"),
        ('{"document_id": "a&figure=b"}', "document?id=a%26figure%3Db"),
        ('{"entity_id": "e"}', None),
        ("{}", None),
        ("[1]", None),
        ("no json", None),
        ('{"figure_id": 5}', None),
    ],
)
def test_key_of_a_row_leads_to_its_characters(key: str, link: str | None) -> None:
    """Whatever names a document has a link; hostile values stay values."""
    assert link_of_key(key) == link


@pytest.mark.parametrize(
    ("row", "link"),
    [
        (
            '{"figure_id": "0a", "document_id": "ff", "start_char": 3, "end_char": 9}',
            "document?id=ff&at=3-9",
        ),
        ('{"document_id": "ff", "text": "x"}', "document?id=ff"),
        ('{"figure_id": "0a"}', None),
        ('{"figure_id": "0a", "document_id": "ff", "figure_te', None),
        ("[1]", None),
    ],
)
def test_refused_row_leads_to_its_document(row: str, link: str | None) -> None:
    """Its own id leads nowhere: it was refused."""
    assert link_of_refused(row) == link


def quality_script() -> None:
    """Draw the view."""
    from dashboard.quality.page import draw_quality  # noqa: PLC0415 - runs by itself

    draw_quality()


def opened(warehouse: Path, run_id: str, patch: pytest.MonkeyPatch) -> AppTest:
    """Return the view of a warehouse at a run."""
    patch.setenv("TALLYBOOK_WAREHOUSE", str(warehouse))
    app = AppTest.from_function(quality_script, default_timeout=60)
    app.query_params.update({"run": run_id} if run_id else {})
    app.run()
    assert not app.exception
    return app


def shown(app: AppTest) -> str:
    """Return the markup of the view."""
    return " ".join(str(html.proto.body) for html in app.get("html"))


def test_run_that_is_not_there_is_not_passed_off_as_the_latest(
    warehouse_template: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An address of an unknown run opens the latest one and says that it does."""
    path = write_ledger(warehouse_template, tmp_path / "w.duckdb")
    words = "no run of the id in the address"

    unknown = opened(path, "<b>", monkeypatch)

    assert unknown.selectbox(key="run").value == UNCHANGED
    assert words in shown(unknown)
    assert words not in shown(opened(path, REFUSED, monkeypatch))
    assert words not in shown(opened(path, "", monkeypatch))


def test_run_older_than_those_offered_opens(
    warehouse_template: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The list has 200 runs; a link to an earlier one holds all the same."""
    path = write_ledger(warehouse_template, tmp_path / "w.duckdb")
    with open_for_writing(path) as connection:
        connection.execute("""
            insert into ops.runs
            select runs.* replace (
                format('20270101T000000Z-{:08}', number) as run_id,
                started_at + to_days(100 + number::integer) as started_at
            )
            from ops.runs as runs, range(250) as numbers (number)
            where run_id = (select max(run_id) from ops.runs)
        """)

    app = opened(path, REFUSED, monkeypatch)

    assert app.selectbox(key="run").value == REFUSED
    assert len(app.selectbox(key="run").options) == 201


def test_judgement_of_an_earlier_run_is_not_passed_off_as_that_of_the_run(
    warehouse_template: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A run that met nothing new judged nothing; what is shown names the run that did."""
    path = write_ledger(warehouse_template, tmp_path / "w.duckdb")

    assert f"the last run that did, {STOPPED}" in shown(opened(path, UNCHANGED, monkeypatch))
    assert "judged no rows" not in shown(opened(path, REFUSED, monkeypatch))


def test_warehouse_in_which_nothing_was_judged_does_not_say_that_all_held(
    warehouse_template: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No judgement is no good one."""
    path = write_ledger(warehouse_template, tmp_path / "w.duckdb")
    with open_for_writing(path) as connection:
        connection.execute("delete from ops.validations")

    words = shown(opened(path, "", monkeypatch))

    assert words.count("No run has judged rows yet.") == 3
    assert "Every expectation held." not in words


def test_command_that_replays_names_the_warehouse(
    warehouse_template: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without it, another warehouse would be changed; its name is quoted for the shell."""
    path = write_ledger(warehouse_template, tmp_path / "my desk.duckdb")

    (command,) = [code.value for code in opened(path, REFUSED, monkeypatch).code]

    assert command == f"tallybook quality replay --dry-run --warehouse '{path}'"

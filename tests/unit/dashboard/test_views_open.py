"""Views open at any address on a warehouse of one figure, and say what to do where it is empty."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.launch import APP
from tests.quality_ledgers import write_ledger
from warehouse.connections import open_for_writing

if TYPE_CHECKING:
    from pathlib import Path

HOSTILE = "<script>window.hurt=1</script>' or 1=1 --"


def view_script(address: str) -> None:
    """Draw the view of an address."""
    from dashboard.pages import VIEWS  # noqa: PLC0415 - runs by itself

    VIEWS[address][2]()


@pytest.mark.parametrize(
    ("view", "address", "expected"),
    [
        ("comparison", {}, "1 figure of 1 document, from 5 to 5: 0 that somebody states"),
        ("comparison", {"category": "*", "unit": "nonsense"}, "1 figure of 1 document"),
        ("comparison", {"counted": HOSTILE}, "No figure counts that."),
        ("comparison", {"category": HOSTILE, "figure": HOSTILE, "page": "-7"}, "1 figure of 1"),
        ("comparison", {"find": HOSTILE}, "No figure is like that."),
        ("entities", {}, "The texts name nobody and nothing."),
        ("entities", {"find": HOSTILE, "page": "9"}, "Nothing is named so."),
        ("entities", {"entity": HOSTILE}, "The warehouse has no entity of this id any more."),
        ("ledger", {"figure": HOSTILE}, "No figure of this id is shown"),
        ("ledger", {"words": HOSTILE}, "No figure is like that."),
        ("comparison", {"figure": HOSTILE}, "No figure of this id is shown"),
        ("document", {"id": HOSTILE}, "The warehouse has nothing of this id any more"),
        ("runs", {"run": HOSTILE}, "The warehouse has no run of this id."),
        ("runs", {"ended": "stopped"}, "No run ended so."),
    ],
)
def test_view_opens_and_says_what_it_shows(
    view: str,
    address: dict[str, str],
    expected: str,
    published: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Without an exception, and without any word of the address among its own."""
    monkeypatch.setenv("TALLYBOOK_WAREHOUSE", str(published))
    app = AppTest.from_function(view_script, args=(view,), default_timeout=60)
    app.query_params.update(address)

    app.run()

    shown = " ".join(str(html.proto.body) for html in app.get("html"))
    assert not app.exception
    assert expected in shown
    assert "<script>" not in shown


@pytest.mark.parametrize("view", ["ledger", "comparison"])
def test_empty_warehouse_does_not_ask_to_take_filters_away(
    view: str, warehouse_template: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where there is no figure at all, no filter is to blame."""
    monkeypatch.setenv("TALLYBOOK_WAREHOUSE", str(warehouse_template))

    app = AppTest.from_function(view_script, args=(view,), default_timeout=60).run()

    shown = " ".join(str(html.proto.body) for html in app.get("html"))
    assert not app.exception
    assert "The warehouse holds no figure yet." in shown


@pytest.mark.parametrize(
    ("amount", "expected"), [("1e-9", 1e-9), ("1e18", 1e18), ("inf", None), ("nan", None)]
)
def test_amount_in_the_address_is_shown_with_all_its_digits(
    amount: str, expected: float | None, published: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A bound of a billionth must not read as 0.00; what is no number is no bound."""
    monkeypatch.setenv("TALLYBOOK_WAREHOUSE", str(published))
    app = AppTest.from_function(view_script, args=("ledger",), default_timeout=60)
    app.query_params["at_least"] = amount

    field = app.run().number_input(key="at_least")

    assert not app.exception
    assert field.value == expected
    assert field.proto.format == "%g"


def test_warehouse_that_is_found_damaged_by_a_view_is_named(
    warehouse_template: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What breaks after the frame is drawn is a sentence too, not a crash of the page."""
    damaged = write_ledger(warehouse_template, tmp_path / "w.duckdb")
    with open_for_writing(damaged) as connection:
        connection.execute("drop view mart.corrections")
    monkeypatch.setenv("TALLYBOOK_WAREHOUSE", str(damaged))

    app = AppTest.from_file(str(APP), default_timeout=60).run()

    shown = " ".join(str(html.proto.body) for html in app.get("html"))
    assert not app.exception
    assert 'role="alert"' in shown
    assert "The query failed" in shown


def test_command_that_makes_a_warehouse_is_quoted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A path with a blank is one argument."""
    missing = tmp_path / "my desk.duckdb"
    monkeypatch.setenv("TALLYBOOK_WAREHOUSE", str(missing))

    app = AppTest.from_file(str(APP), default_timeout=60).run()

    assert [code.value for code in app.code] == [
        f"tallybook run FOLDER --warehouse '{missing}'",
    ]

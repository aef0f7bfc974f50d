"""Views open at any address on a warehouse of one figure, and say what to do where it is empty."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from streamlit.testing.v1 import AppTest

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

"""The view Document shows what its address names, or says that it is not there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.document import query
from tests.dashboard_rows import add_document, changing_warehouse, read_from
from tests.snapshot_cycles import publish_text
from warehouse.queries import query_published

if TYPE_CHECKING:
    from pathlib import Path

    from warehouse.snapshots import SnapshotStore

LOST = "The warehouse has nothing of this id any more"
LONG_TEXT = "Police stopped 5 trucks. " + "Nothing more was said. " * 2_000


def document_script() -> None:
    """Draw the view."""
    from dashboard.document.page import draw_document  # noqa: PLC0415 - runs by itself

    draw_document()


def opened(warehouse: Path, address: dict[str, str], patch: pytest.MonkeyPatch) -> AppTest:
    """Return the view of a warehouse, opened at an address."""
    patch.setenv("TALLYBOOK_WAREHOUSE", str(warehouse))
    app = AppTest.from_function(document_script, default_timeout=60)
    app.query_params.update(address)
    return app.run()


def shown(app: AppTest) -> str:
    """Return the markup of the view."""
    assert not app.exception
    return " ".join(str(html.proto.body) for html in app.get("html"))


def test_document_in_the_address_is_offered_behind_many_newer_ones(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The list is bounded, and yet a link never opens another document."""
    with changing_warehouse() as connection:
        for number in range(230):
            add_document(connection, f"d{number:03}", "5")
        read_from(connection, monkeypatch, query)

        offered = [choice.document_id for choice in query.find_documents("", "d229")]

    assert len(offered) == 200
    assert offered[-2:] == ["d198", "d229"]


def test_choice_of_a_document_shows_no_endless_title(monkeypatch: pytest.MonkeyPatch) -> None:
    """A page offers 200 documents, and a title may be as long as a text."""
    with changing_warehouse() as connection:
        add_document(connection, "d1", "5")
        connection.execute("update raw.documents set title = repeat('T', 1000000)")
        read_from(connection, monkeypatch, query)

        (choice,) = query.find_documents("ttt")

    assert len(choice.words()) == query.LONGEST_NAME


@pytest.mark.parametrize(
    "address", [{"id": "gone"}, {"figure": "gone"}, {"quote": "gone"}, {"id": "gone", "at": "3-5"}]
)
def test_address_of_what_is_gone_shows_no_other_document(
    address: dict[str, str], published: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who follows an old link learns that; no text is shown, and none is chosen."""
    app = opened(published, address, monkeypatch)

    assert LOST in shown(app)
    assert "tb-text" not in shown(app)
    assert app.selectbox(key="document").value is None


@pytest.mark.parametrize(
    "characters",
    ["9" * 5_000 + "-" + "9" * 5_001, "9" * 30 + "-" + "9" * 40, "\u0663-\u0664", "5-", "-5--3"],
)
def test_characters_that_no_text_has_lead_nowhere(
    characters: str, published: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever stands in the address, the document is shown, without an outline."""
    document_id = query_published(published, "select document_id from raw.documents").item()

    app = opened(published, {"id": document_id, "at": characters}, monkeypatch)

    assert "tb-text" in shown(app)
    assert "tb-focus" not in shown(app)


def test_document_that_is_chosen_takes_the_place_of_the_old_one_in_the_address(
    published: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A shared address opens what was seen; the figure of another document is not beside it."""
    document_id = query_published(published, "select document_id from raw.documents").item()
    app = opened(published, {"figure": "gone", "part": "7", "find": "a.txt"}, monkeypatch)

    app.selectbox(key="document").select(document_id).run()

    assert "tb-text" in shown(app)
    assert dict(app.query_params) == {"find": "a.txt", "id": document_id}


@pytest.mark.parametrize(
    ("asked", "expected"), [("", 1), ("2", 2), ("3", 3), ("4", 1), ("-1", 1), ("x", 1)]
)
def test_part_of_a_long_text_stands_in_the_address(
    asked: str, expected: int, store: SnapshotStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A part that is not there is the first one; one that is chosen can be shared."""
    publish_text(store, LONG_TEXT)
    app = opened(store.path, {"part": asked}, monkeypatch)
    first = app.number_input[0].value

    app.number_input[0].set_value(2).run()

    assert "tb-text" in shown(app)
    assert first == expected
    assert dict(app.query_params) == {"part": "2"}


def test_warehouse_without_documents_says_so(
    warehouse_template: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody is told to write fewer letters who has written none."""
    words = shown(opened(warehouse_template, {}, monkeypatch))

    assert "holds no document yet" in words

"""Choices of the views Comparison, Entities and Runs stand in the address."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from streamlit.testing.v1 import AppTest

from charts.places_map import places_map
from dashboard import chosen_row, plots
from dashboard.comparison.choices import counted_words
from tests.unit.charts.test_charts import OUTLINE, PLACES


def category_script() -> None:
    """Offer two categories, and say which one is chosen."""
    import streamlit as st  # noqa: PLC0415 - runs by itself

    from dashboard.comparison.choices import ask_counted  # noqa: PLC0415 - as above

    words = {"killed": "killed · 9", "aid": "aid · 2"}
    chosen = ask_counted("What", "what", words, resets=("unit",), keeps={"of": "all"}, free=True)
    st.text(chosen)


def paging_script() -> None:
    """Offer the pages of as many rows as the address says."""
    import streamlit as st  # noqa: PLC0415 - runs by itself

    from dashboard.paging import ask_page  # noqa: PLC0415 - as above

    total = st.number_input("Rows", value=1000, key="rows")
    st.text(ask_page(int(total), 100))


@pytest.mark.parametrize(
    ("address", "expected"),
    [({}, "killed"), ({"what": "aid"}, "aid"), ({"what": "<b>"}, "<b>")],
)
def test_address_chooses_an_option(address: dict[str, str], expected: str) -> None:
    """The first option without any; one that is typed may be anything."""
    app = AppTest.from_function(category_script)
    app.query_params.update(address)

    app.run()

    assert app.text[0].value == expected
    assert not app.exception


def test_choice_of_an_option_stands_in_the_address_without_its_count() -> None:
    """A link goes on to hold when the counts change; what depends on the choice is taken away."""
    app = AppTest.from_function(category_script)
    app.query_params.update({"unit": "USD", "claimant": "Police"})

    app.run().selectbox[0].select("aid").run()

    assert app.text[0].value == "aid"
    assert dict(app.query_params) == {"claimant": "Police", "of": "all", "what": "aid"}


def test_options_tell_their_counts() -> None:
    """A reader sees how much there is before choosing."""
    assert counted_words({"killed": 1_073}) == {"killed": "killed · 1,073"}


def test_page_in_the_address_holds_until_the_rows_are_others() -> None:
    """A shared link opens its page; a filter that leaves fewer rows shows the first page."""
    app = AppTest.from_function(paging_script)
    app.query_params["page"] = "7"
    first = app.run().text[0].value
    same = app.run().text[0].value

    other = app.number_input(key="rows").set_value(900).run().text[0].value

    assert [first, same, other] == ["7", "7", "1"]


def test_one_page_is_no_choice() -> None:
    """Where all rows are shown there is nothing to turn."""
    app = AppTest.from_function(paging_script)

    app.run().number_input(key="rows").set_value(100).run()

    assert app.text[0].value == "1"


@pytest.mark.parametrize(
    ("rows", "expected"),
    [([1], {"entity": "b", "find": "x"}), ([], {"find": "x"}), ([7], {"find": "x"})],
)
def test_row_that_is_clicked_stands_in_the_address(
    rows: list[int], expected: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its id does; without a choice, or with a row that is not there any more, none does."""
    state = {"table": SimpleNamespace(selection=SimpleNamespace(rows=rows))}
    address = {"entity": "old", "find": "x"}
    fake = SimpleNamespace(session_state=state, query_params=address)
    monkeypatch.setattr(chosen_row, "st", fake)

    chosen_row.keep_choice("table", "entity", ["a", "b"])

    assert address == expected


def test_choice_among_other_rows_is_forgotten() -> None:
    """The second row of another page is another thing."""
    keys = {chosen_row.table_key("entity", ids) for ids in (["a", "b"], ["b", "a"], ["a"], [])}

    assert len(keys) == 4
    assert chosen_row.table_key("entity", ["a"]) == chosen_row.table_key("entity", ["a"])


@pytest.mark.parametrize(
    ("marks", "expected"),
    [([{"entity_id": "e1"}], {"entity": "e1"}), ([], {}), ([{"other": "e1"}], {})],
)
def test_mark_that_is_clicked_stands_in_the_address(
    marks: list[dict[str, str]], expected: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its id does; a click beside all marks changes nothing."""
    state = {"map": SimpleNamespace(selection={"place": marks})}
    address: dict[str, str] = {}
    monkeypatch.setattr(plots, "st", SimpleNamespace(session_state=state, query_params=address))

    plots.keep_clicked("map", plots.Click(selection="place", field="entity_id", parameter="entity"))

    assert address == expected


def test_texts_of_a_map_stay_with_their_layers() -> None:
    """Streamlit would take them for tables; both layers keep all their rows."""
    spec = places_map(PLACES, OUTLINE).to_dict()

    plots.keep_texts_whole(spec)

    assert "datasets" not in spec
    assert "data" not in spec
    values = [layer["data"]["values"] for layer in spec["layer"]]
    assert ["Polygon" in values[0], "Kabul" in values[1]] == [True, True]
    assert all("name" not in layer["data"] for layer in spec["layer"])


def test_rows_of_a_chart_stay_where_they_are() -> None:
    """A chart whose data are rows is left as it is."""
    spec = {"data": {"name": "d"}, "datasets": {"d": [{"x": 1}]}, "layer": [{}]}

    plots.keep_texts_whole(spec)

    assert spec == {"data": {"name": "d"}, "datasets": {"d": [{"x": 1}]}, "layer": [{}]}

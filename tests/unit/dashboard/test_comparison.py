"""What is compared: which figures, in which order, with what is said of them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from dashboard import evidence
from dashboard.comparison import query, subject
from dashboard.comparison.filters import ORDERS, Comparison
from dashboard.comparison.page import describe, spans_much
from dashboard.comparison.query import Extent
from dashboard.comparison.subject import Scale, Subject
from tests.dashboard_rows import add_document, add_entity, add_figure, changing_warehouse, read_from

if TYPE_CHECKING:
    from collections.abc import Iterator

    import duckdb

COUNT = Scale(kind="count", unit=None)
KILLED = Subject(category="people_killed")


@pytest.fixture
def connection(monkeypatch: pytest.MonkeyPatch) -> Iterator[duckdb.DuckDBPyConnection]:
    """Give a warehouse with figures a to f of two documents, which the view reads."""
    with changing_warehouse() as warehouse:
        add_figures(warehouse)
        read_from(warehouse, monkeypatch, query, subject, evidence)
        yield warehouse


def add_figures(warehouse: duckdb.DuckDBPyConnection) -> None:
    """Add two documents with six figures, of which three can be compared."""
    add_document(warehouse, "d1", "Police say\n\n 5 men died.")
    add_document(warehouse, "d2", "Later.")
    warehouse.execute("update raw.documents set published_on = '2020-02-01' where document_id='d1'")
    warehouse.execute("update raw.documents set published_on = '2021-01-01' where document_id='d2'")
    add_entity(warehouse, "e1", entity_name="Kabul Police")
    add_entity(warehouse, "e2", entity_name="Secret", is_hidden=True)
    add_entity(warehouse, "e3", entity_name="Kabul", label="GPE")
    add_figure(
        warehouse, "a", claimant_text="police", claimant_entity_id="e1", place_entity_id="e3"
    )
    add_figure(
        warehouse,
        "b",
        document_id="d2",
        low=2,
        high=None,
        claimant_text="a man",
        claimant_name="Secret",
        claimant_entity_id="e2",
        counted_head="Soldier",
        as_of_start=date(2019, 1, 1),
    )
    add_figure(warehouse, "c", low=None, high=9000, start_char=3, modality="denied")
    add_figure(warehouse, "d", change="increase_by")
    add_figure(warehouse, "e", category="aid", kind="money", unit="USD")
    add_figure(warehouse, "f", low=None, high=None)


@pytest.mark.usefixtures("connection")
@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, "bac"),
        ({"has_differences": True}, "badc"),
        ({"claimants": ("KABUL",)}, "a"),
        ({"claimants": ("a man",)}, "b"),
        ({"claimants": ("secret",)}, ""),
        ({"claimants": ("police", "a man")}, "ba"),
        ({"places": ("kab",)}, "a"),
        ({"words": "MEN"}, "bac"),
        ({"words": "' or true --"}, ""),
        ({"modalities": ("denied",)}, "c"),
        ({"published_from": date(2021, 1, 1)}, "b"),
        ({"published_to": date(2020, 2, 1)}, "ac"),
        ({"subject": Subject(category="people_killed", head="soldier")}, "b"),
        ({"subject": Subject()}, "bac"),
        ({"scale": Scale(kind="money", unit="USD"), "subject": Subject()}, "e"),
        ({"scale": Scale(kind="money", unit=None), "subject": Subject()}, ""),
    ],
)
def test_comparison_leaves(changes: dict[str, Any], expected: str) -> None:
    """Same subject, kind and unit; amounts only; names of hidden entities find nothing."""
    comparison = Comparison(**{"subject": KILLED, "scale": COUNT, **changes})

    found = query.read_page(comparison, "Newest document first", 1)

    assert "".join(found["figure_id"]) == expected
    assert query.read_extent(comparison).figure_count == len(expected)


@pytest.mark.usefixtures("connection")
@pytest.mark.parametrize(
    ("order", "expected"), list(zip(ORDERS, ["bac", "acb", "cab", "bac"], strict=True))
)
def test_order_of_a_comparison(order: str, expected: str) -> None:
    """By publication, by the day that it is true of, and by amount, whichever bound there is."""
    found = query.read_page(Comparison(subject=KILLED, scale=COUNT), order, 1)

    assert "".join(found["figure_id"]) == expected


@pytest.mark.usefixtures("connection")
def test_page_of_a_comparison_tells_what_a_reader_needs() -> None:
    """Sentence on one line, the file where there is no title, the claimant's name unless hidden."""
    rows = query.read_page(Comparison(subject=KILLED, scale=COUNT), "Newest document first", 1)

    assert rows["sentence_text"].to_list() == ["Later."] + ["Police say 5 men died."] * 2
    assert rows["title"].to_list() == ["d2/a.txt", "d1/a.txt", "d1/a.txt"]
    assert rows["claimant"].to_list() == ["a man", "Kabul Police", None]
    assert rows["place_name"].to_list() == [None, "Kabul", None]


def test_pages_of_a_comparison_hold_each_figure_once(
    connection: duckdb.DuckDBPyConnection,
) -> None:
    """What does not fit on the first page is on the others, in the same order."""
    for number in range(query.ROWS_PER_PAGE):
        add_figure(connection, f"more{number:02}")
    comparison = Comparison(subject=KILLED, scale=COUNT)

    pages = [query.read_page(comparison, "Smallest amount first", page) for page in (1, 2, 3)]

    assert [page.height for page in pages] == [30, 3, 0]
    assert pages[0]["figure_id"][0] == "b"
    assert pages[1]["figure_id"][-1] == "c"
    assert len({*pages[0]["figure_id"], *pages[1]["figure_id"]}) == 33


@pytest.mark.parametrize(
    ("qualifier", "start", "expected"),
    [("about", 4, "about 70 injured"), ("or more", 13, "70 or more injured")],
)
def test_words_of_a_qualifier_stand_where_they_stood(
    qualifier: str, start: int, expected: str, connection: duckdb.DuckDBPyConnection
) -> None:
    """A reader of the axis sees how sure a text is."""
    add_figure(
        connection,
        "q",
        figure_text="70",
        start_char=10,
        end_char=12,
        qualifier_text=qualifier,
        qualifier_start_char=start,
        counted_text="injured",
        category="people_injured",
    )

    found = query.read_page(
        Comparison(subject=Subject(category="people_injured"), scale=COUNT),
        "Newest document first",
        1,
    )

    assert found["as_written"].to_list() == [expected]


@pytest.mark.usefixtures("connection")
def test_extent_spans_the_bounds_that_are_there() -> None:
    """An open bound counts with the one that is stated."""
    extent = query.read_extent(Comparison(subject=KILLED, scale=COUNT))

    assert extent == Extent(
        figure_count=3,
        document_count=2,
        claimed_count=2,
        smallest=Decimal(2),
        largest=Decimal(9000),
    )


@pytest.mark.usefixtures("connection")
def test_choices_are_counted_and_the_most_claimed_stands_first() -> None:
    """What many state can be compared; ``other`` is no thing to compare."""
    assert subject.offered_categories() == {"people_killed": 5, "aid": 1}
    assert list(subject.offered_heads(KILLED).items()) == [("man", 4), ("soldier", 1)]
    assert subject.offered_scales(Subject()) == {COUNT: 5, Scale(kind="money", unit="USD"): 1}
    assert query.offered_values(KILLED, COUNT, "claimant") == ["Kabul Police"]
    assert query.offered_values(KILLED, COUNT, "place") == ["Kabul"]


def test_category_other_stands_last(connection: duckdb.DuckDBPyConnection) -> None:
    """However often it occurs."""
    for number in range(9):
        add_figure(connection, f"o{number}", category="other", claimant_text="police")

    assert list(subject.offered_categories()) == ["people_killed", "aid", "other"]


def test_series_are_compared_once_the_warehouse_has_them(
    connection: duckdb.DuckDBPyConnection,
) -> None:
    """Without mart.figure_series, or with other columns than these, categories are compared."""
    assert not subject.has_series()

    connection.execute(
        "create view mart.figure_series as select 's1' as series_id, 'a' as figure_id"
    )
    assert not subject.has_series()

    connection.execute(
        "create or replace view mart.figure_series as select 's1' as series_id, "
        "'Raid' as series_name, unnest(['a', 'c']) as figure_id"
    )
    series = Subject(series_id="s1")
    found = query.read_page(Comparison(subject=series, scale=COUNT), "Newest document first", 1)

    assert subject.has_series()
    assert subject.offered_series() == {"s1": ("Raid", 2)}
    assert subject.offered_scales(series) == {COUNT: 2}
    assert found["figure_id"].to_list() == ["a", "c"]


@pytest.mark.parametrize(
    ("smallest", "largest", "expected"),
    [(1, 100, False), (1, 101, True), (0, 101, False), (-5, 101, False), (None, None, False)],
)
def test_axis_is_logarithmic_where_amounts_span_much(
    smallest: int | None, largest: int | None, *, expected: bool
) -> None:
    """Beyond a hundredfold, unless an amount has no place on such an axis."""
    extent = Extent(
        figure_count=2,
        document_count=1,
        claimed_count=0,
        smallest=None if smallest is None else Decimal(smallest),
        largest=None if largest is None else Decimal(largest),
    )

    assert spans_much(extent) is expected


@pytest.mark.usefixtures("connection")
def test_description_counts_statements_and_pairs_and_judges_none() -> None:
    """What overlaps and what excludes each other, and why that need be no contradiction."""
    comparison = Comparison(subject=KILLED, scale=COUNT)
    figures = query.read_page(comparison, "Newest document first", 1)

    words = describe(figures, query.read_extent(comparison))

    assert words == (
        "3 figures of 2 documents, from 2 to 9,000: 2 that somebody states, 1 of the articles "
        "themselves. Of the 3 pairs drawn here, 3 have an amount in common and 0 have none; they "
        "may speak of different events, places or days."
    )

"""Metadata: only what file, record or sidecar state, each from its best place."""

from __future__ import annotations

import json
from datetime import date

import pytest

from tasks.nlp.document import DocumentInput, extract_document
from tasks.nlp.metadata import Metadata, parse_published
from tasks.nlp.pipeline import load_pipeline

BODY = "\n\nThe army said on Monday that it had found a store of rifles in the old mill.\n"


def metadata(text: str, stated: dict[str, object] | None = None, path: str = "") -> Metadata:
    """Return the metadata of a text."""
    given = json.dumps(stated) if stated else None
    return extract_document(load_pipeline(), DocumentInput("d", text, given, path)).metadata


DATES = {
    "header": ("A store is found\n\nPublished: 21 February 2025", "", "2025-02-21", "header"),
    "dateline": ("A store is found\n\nDecember 10, 2015", "", "2015-12-10", "dateline"),
    "place": ("A store is found\n\nZenica, 9 July 2025", "", "2025-07-09", "dateline"),
    "file_name": ("A store is found", "in/2024-05-03-raid.txt", "2024-05-03", "file_name"),
    "nowhere": ("A store is found", "raid.txt", None, None),
    "impossible_file_name": ("A store is found", "2024-13-45.txt", None, None),
}


@pytest.mark.parametrize(("head", "path", "published", "rule"), DATES.values(), ids=DATES)
def test_published_comes_from_its_best_place(
    head: str, path: str, published: str | None, rule: str | None
) -> None:
    """Header and dateline win over the file name; nowhere means null."""
    found = metadata(head + BODY, path=path)

    assert (found.published, found.published_rule) == (published, rule)


def test_stated_metadata_wins() -> None:
    """Record and sidecar win over what the text says."""
    stated = {"title": "T", "published": "2020-01", "authors": ["A B"], "publisher": "P"}

    found = metadata("A store is found\n\nDecember 10, 2015" + BODY, stated)

    assert (found.title, found.published, found.published_on) == ("T", "2020-01", date(2020, 1, 1))
    assert (found.author_names, found.publisher_name) == (("A B",), "P")


AUTHORS = {
    "two": ("By Amal Rifai and Thomas Keane", ("Amal Rifai", "Thomas Keane")),
    "label": ("Author: Xu Peilan, Ma Tingyu", ("Xu Peilan", "Ma Tingyu")),
    "outlet_and_date": ("By Jo Falk \u2013 The Review \u2013 6 January 2025", ("Jo Falk",)),
    "place": ("By Edda Lindqvist, Copenhagen", ("Edda Lindqvist",)),
    "bare_name": ("Elene Gvaramia", ("Elene Gvaramia",)),
    "outlet": ("The Baltic Ledger", ()),
}


@pytest.mark.parametrize(("line", "authors"), AUTHORS.values(), ids=AUTHORS)
def test_authors_are_the_persons_of_the_byline(line: str, authors: tuple[str, ...]) -> None:
    """A byline gives its persons, not the outlet, the date or the place."""
    assert metadata(f"A store is found\n\n{line}{BODY}").author_names == authors


def test_publisher_line_gives_the_publisher() -> None:
    """A line below the title that names the publication is its publisher."""
    assert metadata(f"A store is found\n\nThe Baltic Ledger{BODY}").publisher_name == (
        "The Baltic Ledger"
    )


@pytest.mark.parametrize(
    ("value", "published"),
    [("2020-02-30", None), ("soon", None), ("2020", "2020"), ("2020-02-03T10:00Z", "2020-02-03")],
)
def test_parse_published_reads_iso_dates(value: str, published: str | None) -> None:
    """ISO dates of any precision are read; others and impossible ones are not."""
    period = parse_published(value)

    assert (period.value if period else None) == published

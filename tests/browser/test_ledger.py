"""The ledger in a browser: filters, addresses, downloads, and the way to the characters."""

from __future__ import annotations

import csv
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.browser_pages import visiting
from warehouse.queries import query_published

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = [pytest.mark.slow, pytest.mark.browser]
WORDS = "Words in the figure, in what is counted or in the category"


def shown_count(page: Page) -> int:
    """Return the number of figures that the ledger says it has."""
    words = page.get_by_text(re.compile(r"^[\d,]+ figures(; shown.*)?$")).inner_text()
    return int(words.split()[0].replace(",", ""))


def figures_in(warehouse: Path, condition: str) -> int:
    """Return the number of figures in the warehouse that are like that."""
    sql = f"select count(*) from mart.figure_ledger where {condition}"
    return int(query_published(warehouse, sql).item())


def test_ledger_shows_every_figure(browser: Browser, address: str, sample_warehouse: Path) -> None:
    """Without a filter all figures of the warehouse are there."""
    with visiting(browser, address) as visitor:
        assert shown_count(visitor.open("ledger")) == figures_in(sample_warehouse, "true")


def test_words_narrow_the_ledger_and_stand_in_the_address(
    browser: Browser, address: str, sample_warehouse: Path
) -> None:
    """Typed words leave the figures with them; the address opens the same again."""
    expected = figures_in(
        sample_warehouse, "concat_ws('|', figure_text, counted_text, category) ilike '%rifles%'"
    )
    with visiting(browser, address) as visitor:
        page = visitor.open("ledger")
        page.get_by_label(WORDS).fill("rifles")
        page.keyboard.press("Enter")
        page.wait_for_url("**words=rifles*")
        visitor.drawn()

        assert shown_count(page) == expected
        shared = page.url
    with visiting(browser, address) as visitor:
        assert shown_count(visitor.open(shared.removeprefix(address).lstrip("/"))) == expected


@pytest.mark.parametrize(
    ("filters", "condition"),
    [
        ("category=weapons_stock", "category = 'weapons_stock'"),
        ("kind=money&qualifier=about", "kind = 'money' and qualifier = 'about'"),
        ("claimant=police", "concat_ws('|', claimant_name, claimant_text) ilike '%police%'"),
        ("from=2025-01-01&to=2025-06-30", "published_on between '2025-01-01' and '2025-06-30'"),
        ("at_least=1000000", "high >= 1000000 or high is null"),
        ("document=003-", "path like '%003-%'"),
    ],
)  # fmt: skip
def test_filter_of_an_address_holds(
    filters: str, condition: str, browser: Browser, address: str, sample_warehouse: Path
) -> None:
    """Each filter leaves the figures that SQL finds."""
    expected = figures_in(sample_warehouse, condition)
    assert expected > 0
    with visiting(browser, address) as visitor:
        assert shown_count(visitor.open(f"ledger?{filters}")) == expected


def test_filter_that_leaves_nothing_says_what_to_do(browser: Browser, address: str) -> None:
    """An empty ledger has a sentence in place of an empty table."""
    with visiting(browser, address) as visitor:
        page = visitor.open("ledger?words=no-such-thing-anywhere")

        page.get_by_text("Take a filter away").wait_for()


def test_figure_leads_to_its_characters(
    browser: Browser, address: str, sample_warehouse: Path
) -> None:
    """The link of the chosen figure opens its document, scrolled to its outlined characters."""
    sql = "select figure_id, figure_text from mart.figure_ledger where figure_text = 'several thousand' limit 1"  # noqa: E501
    figure_id, figure_text = query_published(sample_warehouse, sql).row(0)
    with visiting(browser, address) as visitor:
        page = visitor.open("ledger?words=several+thousand&category=")
        page.get_by_role("link", name="Show it in its document").click()
        page.wait_for_url(f"**/document?figure={figure_id}*")
        visitor.drawn()
        target = page.locator("#tb-focus-target")
        target.wait_for()
        page.wait_for_timeout(500)

        assert target.inner_text() == figure_text
        box = target.bounding_box()
        assert box is not None
        assert 0 < box["y"] < 900


def test_download_holds_no_formula(browser: Browser, address: str, tmp_path: Path) -> None:
    """In the CSV file a cell that a spreadsheet would run begins with an apostrophe."""
    with visiting(browser, address) as visitor:
        page = visitor.open("ledger?document=%3Dcmd")
        with page.expect_download() as download:
            page.get_by_role("button", name=re.compile("spreadsheet")).click()
        file = Path(tmp_path, "figures.csv")
        download.value.save_as(file)

    with file.open(encoding="utf-8-sig", newline="") as lines:
        rows = list(csv.DictReader(lines))
    assert rows
    assert {row["path"][:5] for row in rows} == {"'=cmd"}

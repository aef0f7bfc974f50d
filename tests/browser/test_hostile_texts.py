"""A hostile text in a browser: shown as text, never run, never wider than the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser.conftest import LONG_WORD
from tests.browser_pages import visiting
from warehouse.queries import query_published

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser

pytestmark = [pytest.mark.slow, pytest.mark.browser]


@pytest.fixture(scope="module")
def hostile_id(sample_warehouse: Path) -> str:
    """Give the id of the hostile text."""
    sql = "select document_id from raw.documents where text like 'Hostile report%'"
    return str(query_published(sample_warehouse, sql).item())


@pytest.mark.parametrize("width", [1280, 400])
def test_markup_in_a_text_is_shown_and_not_run(
    width: int, browser: Browser, address: str, hostile_id: str
) -> None:
    """Script, image, formula, Markdown and a word of 10,000 letters stand there as written."""
    with visiting(browser, address, width=width) as visitor:
        page = visitor.open(f"document?id={hostile_id}")
        shown = page.locator("article.tb-text").inner_text()

        for words in (
            "<script>window.hurt = 1</script>",
            '"><img src=x onerror="window.hurt = 2">',
            '=HYPERLINK("http://evil.example/","rifles")',
            "**Bold** [a link](javascript:window.hurt=3) :red[red] $x^2$ <b>and</b>",
            LONG_WORD,
        ):
            assert words in shown
        assert page.evaluate("window.hurt") is None
        assert page.locator("article.tb-text :is(script, img, b, strong)").count() == 0
        assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize(
    "view", ["ledger?document=%3Dcmd", "comparison?find=rifles", "quality", "entities", "runs"]
)
def test_hostile_values_hurt_no_view(view: str, browser: Browser, address: str) -> None:
    """Names, titles and sentences of the hostile text run nowhere."""
    with visiting(browser, address) as visitor:
        page = visitor.open(view)

        assert page.evaluate("window.hurt") is None
        assert page.locator("main img[src='x']").count() == 0
        assert page.locator("main a[href^='javascript:']").count() == 0


@pytest.mark.parametrize(
    "query",
    [
        "figure=%3Cscript%3Ewindow.hurt%3D4%3C%2Fscript%3E",
        "id=%27%20or%201%3D1%20--",
        "id=x&at=9-99999999999999999999",
        "find=%25%27%3B%20drop%20table%20core.figures%3B",
    ],
)
def test_hostile_address_is_only_a_value(query: str, browser: Browser, address: str) -> None:
    """Whatever stands in the address, the page shows a document or says that there is none."""
    with visiting(browser, address) as visitor:
        page = visitor.open(f"document?{query}")

        assert page.locator('[data-testid="stException"]').count() == 0
        assert page.evaluate("window.hurt") is None
        assert page.locator("article.tb-text, .tb-note").count() > 0

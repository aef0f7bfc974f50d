"""Every view in a browser: it opens, stays on this machine, and reads well in every window."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest

from dashboard.pages import VIEWS
from tests.browser_pages import served_dashboard, visiting

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser

pytestmark = [pytest.mark.slow, pytest.mark.browser]
UNNAMED: Final = """
() => [...document.querySelectorAll("input, button, select, textarea, [role=button], a[href]")]
  .filter(one => one.checkVisibility({ visibilityProperty: true }) && !one.closest("[inert]"))
  .filter(one => one.innerText !== undefined && one.getAttribute("aria-hidden") !== "true")
  .filter(one => !one.closest("details:not([open])"))
  .filter(one => one.tabIndex >= 0)
  .filter(one => !(one.innerText || one.getAttribute("aria-label") || one.title
    || one.getAttribute("aria-labelledby") || (one.labels && one.labels.length)))
  .map(one => one.outerHTML.slice(0, 200))
"""


@pytest.mark.parametrize("width", [1280, 400])
@pytest.mark.parametrize("view", VIEWS)
def test_view_opens_and_fits_its_window(
    view: str, width: int, browser: Browser, address: str
) -> None:
    """Each view has its title, no error and nothing that sticks out; it asks this machine only."""
    with visiting(browser, address, width=width) as visitor:
        page = visitor.open(view)

        assert page.locator("h1").inner_text() == VIEWS[view][0]
        assert page.locator('[data-testid="stException"], .tb-error').count() == 0
        assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("view", VIEWS)
def test_everything_that_can_be_used_has_a_name(view: str, browser: Browser, address: str) -> None:
    """Whatever the keyboard reaches tells a screen reader what it is."""
    with visiting(browser, address) as visitor:
        assert visitor.open(view).evaluate(UNNAMED) == []


@pytest.mark.parametrize("view", VIEWS)
def test_view_follows_the_scheme_of_the_system(view: str, browser: Browser, address: str) -> None:
    """In a dark system the page is dark and its words are light."""
    with visiting(browser, address, scheme="dark") as visitor:
        page = visitor.open(view)
        style = "getComputedStyle(document.querySelector('[data-testid=stApp]'))"

        assert brightness(page.evaluate(f"{style}.backgroundColor")) < 60
        assert brightness(page.evaluate(f"{style}.color")) > 200


def brightness(colour: str) -> float:
    """Return the mean of red, green and blue of a colour as browsers write it."""
    numbers = colour[colour.index("(") + 1 : -1].split(",")[:3]
    return sum(map(float, numbers)) / 3


def test_keyboard_alone_reaches_every_view(browser: Browser, address: str) -> None:
    """Tab and Enter open the ledger from the first view."""
    with visiting(browser, address) as visitor:
        page = visitor.open("")
        for _ in range(20):
            page.keyboard.press("Tab")
            if page.evaluate("document.activeElement.innerText").strip().endswith("Ledger"):
                break
        page.keyboard.press("Enter")
        page.wait_for_url("**/ledger*")
        page.get_by_role("heading", name="Ledger", level=1).wait_for()


def test_without_warehouse_the_page_says_how_to_get_one(browser: Browser, tmp_path: Path) -> None:
    """A dashboard over nothing shows the command that makes a warehouse."""
    missing = tmp_path / "none.duckdb"
    with served_dashboard(missing) as lonely, visiting(browser, lonely) as visitor:
        page = visitor.open("ledger")

        page.get_by_text(f"tallybook run FOLDER --warehouse {missing}").wait_for()


def test_file_that_is_no_warehouse_is_named(browser: Browser, tmp_path: Path) -> None:
    """A damaged file gives a sentence, no traceback and nothing else."""
    broken = tmp_path / "broken.duckdb"
    broken.write_text("no database")
    with served_dashboard(broken) as lonely, visiting(browser, lonely) as visitor:
        page = visitor.open("runs")

        assert "broken.duckdb" in page.locator(".tb-error").inner_text()
        assert page.get_by_text("Traceback").count() == 0


def test_document_that_is_chosen_can_be_shared(browser: Browser, address: str) -> None:
    """The keyboard chooses another document; its address opens the same one elsewhere."""
    article = "article.tb-text"
    with visiting(browser, address) as visitor:
        page = visitor.open("document")
        first = page.locator(article).inner_text()
        page.get_by_role("combobox", name="Document").focus()
        for key in ("ArrowDown", "ArrowDown", "Enter"):
            page.keyboard.press(key)
        page.wait_for_url("**id=*")
        visitor.drawn()
        chosen, shared = page.locator(article).inner_text(), page.url
    assert chosen != first
    with visiting(browser, address) as visitor:
        page = visitor.open(shared.removeprefix(address).lstrip("/"))

        assert page.locator(article).inner_text() == chosen


def test_link_to_what_is_gone_opens_no_other_text(browser: Browser, address: str) -> None:
    """The page says so, and offers the choice."""
    with visiting(browser, address) as visitor:
        page = visitor.open("document?figure=0123456789abcdef")

        page.get_by_text("The warehouse has nothing of this id any more").wait_for()
        assert page.locator("article.tb-text").count() == 0

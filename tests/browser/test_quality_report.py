"""The quality report in a browser: from a file, without a network, whatever the texts hold."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

from tasks.quality_report.file import write_report
from tests.quality_ledgers import REFUSED, write_ledger

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

pytestmark = [pytest.mark.slow, pytest.mark.browser]

HOSTILE = (
    "</script><script>window.hurt = 1</script>\"><img src=x onerror='window.hurt = 2'>" + "Z" * 900
)
WHITE, NIGHT = "rgb(255, 255, 255)", "rgb(14, 17, 23)"


@pytest.fixture(scope="module")
def report(warehouse_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the report of a run that refused rows, in which every text is hostile."""
    path = tmp_path_factory.mktemp("report") / "w.duckdb"
    write_ledger(warehouse_template, path, HOSTILE)
    return write_report(path, REFUSED).file


@contextmanager
def opened(
    browser: Browser,
    report: Path,
    *,
    width: int = 1280,
    scheme: str = "light",
    scripts: bool = True,
) -> Iterator[Page]:
    """Give the open report; a fault, a message of the policy or any request fails the test."""
    context = browser.new_context(
        viewport={"width": width, "height": 900},
        color_scheme="dark" if scheme == "dark" else "light",
        java_script_enabled=scripts,
    )
    faults: list[str] = []
    page = context.new_page()
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("console", lambda said: faults.append(said.text) if said.type == "error" else None)
    page.on(
        "request", lambda asked: faults.append(asked.url) if asked.url != report.as_uri() else None
    )
    page.goto(report.as_uri())
    if scripts:
        page.wait_for_selector("html[data-drawn=yes]")
    yield page
    context.close()
    assert faults == []


@pytest.mark.parametrize(("scheme", "background"), [("light", WHITE), ("dark", NIGHT)])
@pytest.mark.parametrize("width", [1280, 400])
def test_report_opens_and_fits(
    browser: Browser, report: Path, width: int, scheme: str, background: str
) -> None:
    """Every chart is drawn, nothing is wider than the window, and colours follow the reader."""
    with opened(browser, report, width=width, scheme=scheme) as page:
        drawn = page.locator(".plot svg").count()
        shown = page.evaluate("getComputedStyle(document.body).backgroundColor")

        assert drawn == page.locator(".plot").count() >= 4
        assert page.evaluate("document.documentElement.scrollWidth") == width
        assert shown == background


def test_nothing_of_a_text_runs(browser: Browser, report: Path) -> None:
    """Script and handler stand there as written."""
    with opened(browser, report) as page:
        page.locator("summary").first.wait_for()

        assert page.evaluate("window.hurt") is None
        assert page.locator("img").count() == 0
        assert "<script>window.hurt = 1</script>" in page.content().replace("&lt;", "<").replace(
            "&gt;", ">"
        )


def test_places_are_kept_for_the_charts(browser: Browser, report: Path) -> None:
    """Nothing jumps when the charts appear: their places are as high before."""
    with opened(browser, report) as page:
        places = page.evaluate(
            "[...document.querySelectorAll('.plot')].map(place => "
            "[parseInt(place.style.minHeight), place.getBoundingClientRect().height])"
        )

    assert all(height == kept for kept, height in places), places


def test_pointing_at_a_bar_shows_its_numbers(browser: Browser, report: Path) -> None:
    """The policy does not keep the tooltip from its place beside the pointer."""
    with opened(browser, report) as page:
        page.locator("[data-spec=spec-failing-rules] path[aria-roledescription=bar]").first.hover()
        tooltip = page.locator("#vg-tooltip-element")
        tooltip.wait_for()
        box = tooltip.bounding_box()

        assert "low_not_above_high" in tooltip.inner_text()
        assert box is not None
        assert box["x"] > 0


def test_report_can_be_read_without_scripts(browser: Browser, report: Path) -> None:
    """The rows of each chart unfold beneath it."""
    with opened(browser, report, scripts=False) as page:
        page.get_by_text("This chart needs JavaScript").first.wait_for()
        page.get_by_text("Rows of this chart").first.click()

        assert page.get_by_role("table", name="Refused rows by run").is_visible()


def test_keyboard_reaches_the_content_first(browser: Browser, report: Path) -> None:
    """The first stop is a link past the contents."""
    with opened(browser, report) as page:
        page.keyboard.press("Tab")

        assert page.evaluate("document.activeElement.textContent") == "Skip to the content"
        assert page.get_by_text("Skip to the content").is_visible()


def test_printed_report_is_dark_on_white(browser: Browser, report: Path) -> None:
    """Who reads at night need not print a black page."""
    with opened(browser, report, scheme="dark") as page:
        page.emulate_media(media="print", color_scheme="dark")

        assert page.evaluate("getComputedStyle(document.body).backgroundColor") == WHITE

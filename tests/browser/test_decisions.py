"""Decisions in a browser: taken beside a figure, downloaded as a file that a run can read."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser_pages import settled, visiting
from warehouse.corrections import read_corrections
from warehouse.queries import query_published

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser, Page

pytestmark = [pytest.mark.slow, pytest.mark.browser]
FIGURE = """
    select figure_id, document_id, start_char, end_char, figure_text
    from mart.corrected_figures
    where figure_text = 'several thousand'
    limit 1
"""


def open_form(page: Page) -> None:
    """Open the form of the chosen figure and give what every decision needs."""
    page.get_by_text("Accept, correct or hide").click()
    fill(page, "Why, one sentence", "=A duplicate of the table above.")
    fill(page, "Who decides", "desk-1")


def choose(page: Page, label: str, option: str) -> None:
    """Take an option and wait until the view is drawn with it."""
    page.get_by_role("combobox", name=label).click()
    page.get_by_role("option", name=option, exact=True).click()
    settled(page)


def fill(page: Page, label: str, words: str) -> None:
    """Write into a field and leave it, as a reader does."""
    page.get_by_label(label).fill(words)
    page.get_by_label(label).press("Tab")
    settled(page)


def test_hidden_figure_is_in_the_file_that_a_run_reads(
    browser: Browser, address: str, sample_warehouse: Path, tmp_path: Path
) -> None:
    """A decision that is kept can be downloaded, and the file holds it with who, when and why."""
    figure_id, document_id, start, end, text = query_published(sample_warehouse, FIGURE).row(0)
    with visiting(browser, address) as visitor:
        page = visitor.open(f"document?figure={figure_id}")
        open_form(page)
        choose(page, "Decision", "Hide: leave it out")
        page.get_by_role("button", name="Keep this decision").click()
        page.get_by_text("1 decision in this window").wait_for()
        with page.expect_download() as download:
            page.get_by_role("button", name="Download corrections.csv").click()
        file = tmp_path / "corrections.csv"
        download.value.save_as(file)

    decisions = read_corrections(file).filter(decided_by="desk-1").to_dicts()
    assert len(decisions) == 1
    (decision,) = decisions
    assert (decision["subject"], decision["action"]) == ("figure", "hide")
    assert (decision["document_id"], decision["name"]) == (document_id, text)
    assert (decision["anchor_start_char"], decision["anchor_end_char"]) == (start, end)
    assert decision["reason"] == "=A duplicate of the table above."


def test_value_that_the_contract_refuses_is_explained(
    browser: Browser, address: str, sample_warehouse: Path
) -> None:
    """A number that is none is not kept; the page says what is wrong."""
    figure_id = query_published(sample_warehouse, FIGURE).row(0)[0]
    with visiting(browser, address) as visitor:
        page = visitor.open(f"document?figure={figure_id}")
        open_form(page)
        choose(page, "Decision", "Correct: give it another value")
        choose(page, "Column", "low")
        fill(page, "New value", "many")
        page.get_by_role("button", name="Keep this decision").click()

        page.get_by_role("alert").filter(has_text="many").wait_for()
        assert page.get_by_text("in this window, in no file yet").count() == 0

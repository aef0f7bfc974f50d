"""A browser for tests: Chromium of the system, sealed off from everything but this machine."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, sync_playwright

from dashboard.launch import HOST, streamlit_command, streamlit_environment
from tests.processes import PATIENCE_S, running

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, BrowserContext

NAMES: Final = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
ARGUMENTS: Final = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
DRAWN: Final = '[data-testid="stApp"][data-test-script-state="notRunning"]'
PATIENCE_MS: Final = 120_000


def chromium() -> str:
    """Return the path of the browser; skip the test where there is none, unless CI requires one."""
    found = next(filter(None, map(shutil.which, NAMES)), None)
    if found:
        return found
    reason = "no Chromium is installed: apt-get install chromium, or any of " + ", ".join(NAMES)
    if os.environ.get("TALLYBOOK_BROWSER_TESTS") == "required":
        pytest.fail(reason)
    pytest.skip(reason)


@contextmanager
def opened_browser() -> Iterator[Browser]:
    """Give a browser."""
    path = chromium()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(ARGUMENTS))
        try:
            yield browser
        finally:
            browser.close()


@contextmanager
def served_dashboard(warehouse: Path) -> Iterator[str]:
    """Give the address of a dashboard that shows a warehouse."""
    with socket.create_server((HOST, 0)) as listener:
        port = listener.getsockname()[1]
    command = streamlit_command(port, opens_browser=False)
    streams = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    with running(command, env=streamlit_environment(warehouse), **streams):
        await_port(port)
        yield f"http://{HOST}:{port}"


def await_port(port: int) -> None:
    """Return as soon as something listens.

    Raises:
        TimeoutError: If nothing does in time.
    """
    deadline = time.monotonic() + PATIENCE_S
    while time.monotonic() < deadline:
        try:
            socket.create_connection((HOST, port), timeout=1).close()
        except OSError:
            time.sleep(0.1)
        else:
            return
    msg = f"nothing listens at port {port} after {PATIENCE_S} s"
    raise TimeoutError(msg)


class Visitor:
    """A tab that remembers which hosts it was sent to."""

    def __init__(self, page: Page, address: str) -> None:
        """Open nothing yet."""
        self.page = page
        self.address = address
        self.hosts: set[str] = set()
        page.set_default_timeout(PATIENCE_MS)
        page.on("request", lambda request: self.hosts.add(urlsplit(request.url).netloc))

    def open(self, path: str) -> Page:
        """Open a view and wait until it is drawn."""
        self.page.goto(f"{self.address}/{path}")
        return self.drawn()

    def drawn(self) -> Page:
        """Wait until the view is drawn, as its heading and the end of its script tell."""
        self.page.wait_for_selector("h1")
        settled(self.page)
        return self.page


def settled(page: Page) -> None:
    """Wait until what was chosen or written has reached the script, and the script has ended."""
    page.wait_for_timeout(600)
    page.wait_for_selector(DRAWN)


def window(browser: Browser, width: int, scheme: str) -> BrowserContext:
    """Return a window of some width and scheme; its tabs share what Streamlit itself loads."""
    for context in browser.contexts:
        pages = context.pages or [context.new_page()]
        size = pages[0].viewport_size
        is_dark = pages[0].evaluate("matchMedia('(prefers-color-scheme: dark)').matches")
        if size and size["width"] == width and is_dark == (scheme == "dark"):
            return context
    return browser.new_context(
        viewport={"width": width, "height": 900},
        color_scheme="dark" if scheme == "dark" else "light",
    )


@contextmanager
def visiting(
    browser: Browser, address: str, *, width: int = 1280, scheme: str = "light"
) -> Iterator[Visitor]:
    """Give a fresh tab of a window of some width; errors and foreign requests fail the test."""
    faults: list[str] = []
    page = window(browser, width, scheme).new_page()
    page.on("pageerror", lambda error: faults.append(repr(error)))
    visitor = Visitor(page, address)
    try:
        yield visitor
    finally:
        page.close()
    assert not faults, faults
    assert visitor.hosts == {urlsplit(address).netloc}

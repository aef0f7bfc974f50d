"""A page as one HTML document under a policy: nothing is fetched, and only our own scripts run.

The policy names style and scripts by their hashes. Attributes of style are allowed, because the
charts place themselves with them; texts never become attributes.
"""

from __future__ import annotations

from base64 import b64encode
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Final

from charts.theme import DARK, LIGHT, css_variables
from tasks.quality_report.markup import Html, element, join, text
from tasks.quality_report.vega import vega_script

if TYPE_CHECKING:
    from collections.abc import Sequence

START: Final = '<!doctype html>\n<html lang="en" data-made-by="tallybook quality report">\n'
"""How every report begins; a file that begins otherwise is none and is not replaced."""


def render_document(title: str, body: Html) -> str:
    """Return a whole document with charts.

    Args:
        title: Title of the window.
        body: What stands on the page.
    """
    return _render(title, body, [vega_script(), _own_file("report.js")])


def render_plain(title: str, body: Html) -> str:
    """Return a whole document without any script.

    Args:
        title: Title of the window.
        body: What stands on the page.
    """
    return _render(title, body, [])


def _render(title: str, body: Html, scripts: Sequence[str]) -> str:
    style = _style()
    head = (
        Html('<meta charset="utf-8">'),
        _meta_policy(style, scripts),
        Html('<meta name="viewport" content="width=device-width, initial-scale=1">'),
        Html('<meta name="color-scheme" content="light dark">'),
        Html('<meta name="referrer" content="no-referrer">'),
        element("title", text(title)),
        element("style", Html(style)),
    )
    running = join(element("script", Html(script)) for script in scripts)
    return f"{START}{element('head', *head)}\n{element('body', body, running)}\n</html>\n"


def _meta_policy(style: str, scripts: Sequence[str]) -> Html:
    sources = " ".join(map(_hash_source, scripts)) or "'none'"
    policy = (
        f"default-src 'none'; script-src {sources}; style-src {_hash_source(style)}; "
        "style-src-attr 'unsafe-inline'; base-uri 'none'; form-action 'none'"
    )
    return Html(f'<meta http-equiv="Content-Security-Policy" content="{policy}">')


def _hash_source(content: str) -> str:
    digest = sha256(content.encode()).digest()
    return f"'sha256-{b64encode(digest).decode()}'"


@cache
def _style() -> str:
    dark = f"@media (prefers-color-scheme:dark){{:root{{{css_variables(DARK)}}}}}"
    printed = f"@media print{{:root{{{css_variables(LIGHT)}}}}}"
    return f":root{{{css_variables(LIGHT)}}}{dark}{printed}\n{_own_file('report.css')}"


@cache
def _own_file(name: str) -> str:
    return Path(__file__).with_name(name).read_text(encoding="utf-8")

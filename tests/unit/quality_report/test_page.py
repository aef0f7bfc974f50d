"""The report as a document: complete, sealed, and safe whatever the texts hold."""

from __future__ import annotations

import json
import re
from base64 import b64encode
from hashlib import sha256
from html.parser import HTMLParser
from typing import TYPE_CHECKING

import pytest

from tasks.quality_report import document
from tasks.quality_report.figures import script_json
from tasks.quality_report.page import CONTENTS, render_report
from tests.quality_ledgers import REFUSED, UNCHANGED, write_ledger
from warehouse.quality import read_quality

if TYPE_CHECKING:
    from pathlib import Path

HOSTILE = '</script><script>alert(1)</script>"><img src=x onerror=alert(2)>{{7*7}}\u2028\u202e'
VEGA = "window.vegaEmbed = null;"
VOID = {"meta", "br", "link", "img"}


class Outline(HTMLParser):
    """The elements of a page with their attributes, and what is open at its end."""

    def __init__(self, page: str) -> None:
        """Read a page."""
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.scripts: list[str] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element."""
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Close an element."""
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        """Note what stands in scripts."""
        if self.open and self.open[-1] == "script":
            self.scripts.append(data)

    def named(self, tag: str) -> list[dict[str, str | None]]:
        """Return the attributes of all elements of a name."""
        return [attributes for name, attributes in self.elements if name == tag]


@pytest.fixture(scope="module")
def page(warehouse_template: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    """Give a report in which every text is hostile."""
    path = tmp_path_factory.mktemp("hostile") / "w.duckdb"
    write_ledger(warehouse_template, path, HOSTILE)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(document, "vega_script", lambda: VEGA)
        return render_report(read_quality(path), path)


def test_hostile_texts_stay_texts(page: str) -> None:
    """No text of the ledger becomes an element, a handler or a script."""
    outline = Outline(page)
    inlined = [
        attributes
        for _, attributes in outline.elements
        if any(n.startswith("on") for n in attributes)
    ]

    assert not outline.open
    assert not outline.named("img")
    assert not inlined
    assert page.count("<script") == len(outline.scripts)
    assert "&lt;/script&gt;&lt;script&gt;alert(1)" in page


def test_policy_lets_nothing_be_fetched_and_nothing_else_run(page: str) -> None:
    """The hashes of the policy are those of our own two scripts and of the style."""
    outline = Outline(page)
    policy = next(m["content"] for m in outline.named("meta") if m.get("http-equiv"))
    assert policy is not None
    running = [
        script
        for attributes, script in zip(outline.named("script"), outline.scripts, strict=True)
        if attributes.get("type") != "application/json"
    ]
    hashes = [f"'sha256-{b64encode(sha256(s.encode()).digest()).decode()}'" for s in running]

    assert policy.startswith("default-src 'none'; ")
    assert f"script-src {' '.join(hashes)};" in policy
    assert "unsafe-eval" not in policy
    assert "script-src 'unsafe-inline'" not in policy
    assert re.search(r"style-src 'sha256-[^']+';", policy)


def test_page_refers_to_nothing_outside(page: str) -> None:
    """Links stay on the page; nothing is loaded from anywhere."""
    outline = Outline(page)
    targets = [
        a[n] for _, a in outline.elements for n in ("src", "href", "action", "data") if n in a
    ]

    assert targets
    assert all(str(target).startswith("#") for target in targets)


def test_contents_lead_to_sections_that_are_there(page: str) -> None:
    """Every link of the contents has its section, with its heading."""
    outline = Outline(page)
    anchors = {attributes.get("id") for _, attributes in outline.elements}

    assert {a["href"] for a in outline.named("a")} >= {f"#{name}" for name in CONTENTS}
    assert {str(a["href"]).removeprefix("#") for a in outline.named("a")} <= anchors


def test_page_can_be_read_aloud(page: str) -> None:
    """Language, one main heading, named sections, captions and scopes."""
    outline = Outline(page)

    assert outline.named("html")[0]["lang"] == "en"
    assert len(outline.named("h1")) == len(outline.named("main")) == 1
    assert all("aria-labelledby" in section for section in outline.named("section"))
    assert len(outline.named("caption")) == len(outline.named("table"))
    assert all(head.get("scope") in {"row", "col"} for head in outline.named("th"))
    assert outline.named("a")[0]["href"] == "#content"


def test_charts_have_their_rows_beside_them(page: str) -> None:
    """Without scripts the numbers are there all the same, and a sentence says where."""
    outline = Outline(page)
    drawn = {str(place.get("data-spec")) for place in outline.named("div") if "data-spec" in place}
    given = {str(s["id"]) for s in outline.named("script") if s.get("type") == "application/json"}

    assert drawn == given
    assert page.count("This chart needs JavaScript; its rows stand beneath it.") == len(drawn)
    assert page.count("<summary>Rows of this chart</summary>") >= 4


def test_specifications_are_json(page: str) -> None:
    """Each chart can be parsed, with the hostile text in its data only."""
    outline = Outline(page)
    specs = [
        json.loads(script)
        for attributes, script in zip(outline.named("script"), outline.scripts, strict=True)
        if attributes.get("type") == "application/json"
    ]

    assert all(spec["$schema"].endswith(".json") for spec in specs)
    assert all("config" in spec for spec in specs)


def test_script_json_ends_no_script() -> None:
    """Neither an end tag nor a comment nor a line separator survives in a script."""
    made = script_json({"text": HOSTILE + "<!--"})

    assert "<" not in made
    assert "\u2028" not in made
    assert json.loads(made) == {"text": HOSTILE + "<!--"}


def test_run_that_judged_nothing_names_the_one_that_did(page: str) -> None:
    """A reader does not take yesterday's judgement for today's."""
    assert "This run judged no rows." in page


def test_run_that_judged_shows_rules_rows_and_the_way_back(
    warehouse_template: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Failed rules with reason and rows, refused rows with values, and the command to replay."""
    monkeypatch.setattr(document, "vega_script", lambda: VEGA)
    folder = tmp_path / "my data"
    folder.mkdir()
    path = write_ledger(warehouse_template, folder / "w.duckdb", "about 5 rifles")

    page = render_report(read_quality(path, REFUSED), path)

    assert "The lower bound is not above the upper bound." in page
    assert "figure_id f0" in page
    assert "<dt>figure_text</dt><dd>about 5 rifles</dd>" in page
    assert f"tallybook quality replay --warehouse &#x27;{path}&#x27;" in page
    assert "This run judged no rows." not in page


def test_report_is_the_same_for_the_same_run(
    warehouse_template: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No clock and no chance decides a page."""
    monkeypatch.setattr(document, "vega_script", lambda: VEGA)
    path = write_ledger(warehouse_template, tmp_path / "w.duckdb")

    pages = {render_report(read_quality(path, UNCHANGED), path) for _ in range(2)}

    assert len(pages) == 1

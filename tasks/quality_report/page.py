"""What stands on the report, in order."""

from __future__ import annotations

import shlex
from typing import TYPE_CHECKING, Final

from tasks.quality_report import delivered, figures, judged, measured
from tasks.quality_report.advice import CRITICAL, GOOD, WARNING, Advice, advise, headline, level
from tasks.quality_report.document import render_document
from tasks.quality_report.markup import (
    Html,
    code,
    element,
    facts,
    items,
    join,
    paragraph,
    section,
    text,
)

if TYPE_CHECKING:
    from pathlib import Path

    from warehouse.quality import RunQuality

CONTENTS: Final = {
    "trends": "Over time",
    "rules": "Rules",
    "refused": "Refused rows",
    "warnings": "Warnings",
    "files": "Files",
    "measures": "Measures",
    "scores": "Scores",
    "sources": "Sources",
    "figures": "Figures",
    "tables": "Expectations",
}
SIGNS: Final = {GOOD: "✓", WARNING: "!", CRITICAL: "✕"}


def render_report(quality: RunQuality, warehouse: Path) -> str:
    """Return the report of a run as one HTML document.

    Args:
        quality: What is known about the run.
        warehouse: The published warehouse, as users name it.
    """
    drawn = (figures.draw(figure) for figure in figures.trends(quality))
    trends = section("trends", "Over time", element("div", *drawn, class_="charts"))
    rules = figures.failing_rules(quality) if quality.failing_rules.height else Html("")
    scored = figures.scores(quality) if quality.scores.height else Html("")
    main = element(
        "main",
        _judged_by(quality),
        trends,
        judged.failing_rules(quality, rules),
        judged.refused_rows(quality, warehouse),
        judged.warnings(quality),
        delivered.files(quality),
        measured.measures(quality),
        measured.scores(quality, scored),
        delivered.sources(quality),
        section("figures", "What the figures count", figures.categories(quality)),
        judged.tables(quality),
        id="content",
    )
    skip = element("a", text("Skip to the content"), href="#content", class_="skip")
    body = join((skip, _header(quality, warehouse), main, _footer(quality, warehouse)))
    return render_document(f"{headline(quality)}: quality of {warehouse.name}", body)


def _header(quality: RunQuality, warehouse: Path) -> Html:
    run, advice = quality.facts, advise(quality)
    state = level(advice)
    told = {
        "Documents": run["document_count"],
        "Figures": run["figure_count"],
        "Refused rows": run["rejected_row_count"],
        "Warnings": run["issue_count"],
        "Files failed": run["failed_file_count"],
        "Read anew": run["extracted_document_count"],
        "Seconds": round(float(run["duration_s"]), 1),
    }
    links = (element("a", text(words), href=f"#{anchor}") for anchor, words in CONTENTS.items())
    return element(
        "header",
        element("p", text("Quality of "), code(warehouse)),
        element("h1", text(headline(quality))),
        element("p", text("Run "), code(quality.run_id), text(f", {text(run['started_at'])}")),
        element("p", text(f"{SIGNS[state]} {_state_words(state)}"), class_=f"status {state}"),
        element("ul", *map(_advice_item, advice), class_="advice"),
        facts(told),
        element("nav", items(links), aria_label="Contents"),
    )


def _state_words(state: str) -> str:
    words = {GOOD: "all is well", WARNING: "worth a look", CRITICAL: "needs attention"}
    return words[state]


def _advice_item(advice: Advice) -> Html:
    more = (
        (
            text(" "),
            element("a", text(f"See {CONTENTS[advice.anchor].lower()}."), href=f"#{advice.anchor}"),
        )
        if advice.anchor
        else ()
    )
    return element("li", element("p", text(advice.words, 1200), *more), class_=advice.level)


def _judged_by(quality: RunQuality) -> Html:
    if quality.judged_run_id == quality.run_id:
        return Html("")
    if quality.judged_run_id is None:
        return paragraph("No run has judged any rows yet.", class_="note")
    return paragraph(
        "This run judged no rows. Failed rules, refused rows and expectations below are those of "
        f"the last run that did, {quality.judged_run_id}, and so are warnings besides its own.",
        class_="note",
    )


def _footer(quality: RunQuality, warehouse: Path) -> Html:
    run = quality.facts
    words = f"tallybook {run['code_version']}, pipeline {run['model_name']}, rules "
    again = f"tallybook quality report --warehouse {shlex.quote(str(warehouse))}"
    return element(
        "footer",
        element("p", text(words), code(run["rules_version"])),
        element("p", text("Written anew by each run and by "), code(again)),
    )

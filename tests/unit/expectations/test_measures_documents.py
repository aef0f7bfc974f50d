"""Documents beside others of their source, and what the ledger says of them."""

from __future__ import annotations

import json

import polars as pl
import pytest

from expectations.limits import read_limits
from expectations.measures.catalogue import DEVIATING, DOCUMENT_FIGURES, FIGURES, REJECTED_ROWS
from expectations.measures.documents import deviating_samples, judge_documents
from expectations.measures.judging import Verdict, judge_sample
from expectations.measures.rows import SHOWN_ISSUES, measured_run
from expectations.measures.samples import Sample
from tests.gate_rows import RUN_ID
from tests.measured_samples import SOURCE, documents, limit

USUAL = documents([(600, figures) for figures in (6, 7, 8, 9, 10)] * 8)
"""Forty documents with 10 to 17 figures per 1,000 words."""


def judged(counts: list[tuple[int, int]], others: pl.DataFrame = USUAL) -> dict[str, Verdict]:
    """Judge documents of the source by the limits of the project."""
    return judge_documents(documents(counts), others, read_limits())


@pytest.mark.parametrize(
    ("counts", "is_success"),
    [((600, 8), True), ((600, 0), False), ((600, 25), True), ((600, 60), False), ((101, 0), True)],
    ids=["usual", "none", "more", "far more", "short"],
)
def test_document_far_from_its_source_is_odd(counts: tuple[int, int], *, is_success: bool) -> None:
    """Far more and far fewer figures are odd; in a short text few figures tell little."""
    (verdict,) = judged([counts]).values()

    assert verdict.is_success is is_success
    assert verdict.history_count == USUAL.height


@pytest.mark.parametrize(
    ("counts", "others"),
    [
        ((600, 90), USUAL.head(29)),
        ((600, 90), documents([(600, 8)] * 40, "/blogs")),
        ((600, 90), documents([(99, 1)] * 40)),
        ((600, 90), documents([(600, 0)] * 40, SOURCE, "de")),
        ((99, 90), USUAL),
        ((0, 0), USUAL),
    ],
    ids=["few others", "other source", "short others", "others not read", "short", "empty"],
)
def test_document_without_equals_is_not_compared(
    counts: tuple[int, int], others: pl.DataFrame
) -> None:
    """Only enough long texts of the same source, in a language that is read, tell anything."""
    assert judged([counts], others) == {}


def test_document_that_is_not_read_is_not_compared() -> None:
    """A text in another language has no figures by rule, which is not odd."""
    foreign = documents([(600, 0)], SOURCE, "de")

    assert judge_documents(foreign, USUAL, read_limits()) == {}


def test_deviating_share_is_of_those_compared() -> None:
    """The share counts documents that could be compared only."""
    (sample,) = deviating_samples(judged([(600, 8), (600, 90), (600, 9), (600, 7), (20, 9)]))

    assert (sample.measure, sample.value, sample.base_count) == (DEVIATING, 0.25, 4)
    assert deviating_samples({}) == []


def test_odd_document_has_an_issue_with_its_numbers() -> None:
    """The row names the document, what it has, what was expected, and what to look at."""
    measured = measured_run(RUN_ID, [], judged([(600, 8), (600, 90)]))

    (issue,) = measured.issues.to_dicts()
    assert json.loads(issue["row_key"]) == {"document_id": "/wire-0001"}
    assert (issue["table_name"], issue["rule"]) == ("raw.documents", DOCUMENT_FIGURES.name)
    assert issue["detail"].startswith(
        "150 figures per 1,000 words, expected at least 0.18 and at most 47.3; "
        "13.3 robust standard deviations from the median of 40 others. Far more or fewer"
    )


def test_many_odd_documents_are_bounded() -> None:
    """The farthest documents have a row each, one more row counts all others."""
    counts = [(600, 100 + number) for number in range(SHOWN_ISSUES + 30)]

    issues = measured_run(RUN_ID, [], judged(counts)).issues

    (others,) = issues.filter(pl.col("row_key") == "{}")["detail"].to_list()
    named = {json.loads(key).get("document_id") for key in issues["row_key"]} - {None}
    assert others == "30 more documents deviate less far."
    assert named == {f"/wire-{number:04d}" for number in range(30, 50)}
    assert issues.select("table_name", "row_key", "rule").is_unique().all()


def test_measures_have_a_row_each() -> None:
    """The ledger has every value with what was allowed, kept or not."""
    far = judge_sample(
        Sample(measure=FIGURES, value=30.0, base_count=9000),
        limit(FIGURES, max_robust_z=5),
        (9.0, 10.0, 11.0),
    )
    kept = judge_sample(
        Sample(measure=REJECTED_ROWS, subject="core.dates", value=0.0, base_count=7, weight=0),
        limit(REJECTED_ROWS, maximum=0.2, severity="critical"),
        (),
    )

    measured = measured_run(RUN_ID, [far, kept])

    first, second = measured.measures.to_dicts()
    (issue,) = measured.issues.to_dicts()
    assert (first["value"], first["is_success"], first["severity"]) == (30.0, False, "warning")
    assert (first["history_count"], second["expected_high"]) == (3, 0.2)
    assert (second["subject"], second["is_success"]) == ("core.dates", True)
    assert (issue["rule"], issue["row_key"]) == ("figures_per_1000_words", "{}")
    assert measured.refusal is None


def test_share_of_a_table_has_its_issue_there() -> None:
    """Where the subject is a table, the issue is of that table; nothing is allowed below zero."""
    broken = judge_sample(
        Sample(measure=REJECTED_ROWS, subject="core.dates", value=0.5, base_count=9),
        limit(REJECTED_ROWS, minimum=0.0, maximum=0.2),
        (),
    )

    (issue,) = measured_run(RUN_ID, [broken]).issues.to_dicts()

    assert issue["table_name"] == "core.dates"
    assert issue["detail"] == "50.0%, expected at most 20.0%. Look at it."


def test_subjects_have_issues_of_their_own() -> None:
    """Two sources that break one limit are two rows of the ledger."""
    broken = [
        judge_sample(
            Sample(measure=FIGURES, subject=name, value=9.0, base_count=1),
            limit(FIGURES, maximum=1.0),
            (),
        )
        for name in ("/a", "/b")
    ]

    rules = measured_run(RUN_ID, broken).issues["rule"].to_list()

    assert rules == ["figures_per_1000_words(/a)", "figures_per_1000_words(/b)"]


def test_critical_limit_refuses_the_run() -> None:
    """A broken critical limit is a sentence that stops the run, and no warning."""
    broken = judge_sample(
        Sample(measure=REJECTED_ROWS, subject="core.dates", value=0.5, base_count=20, weight=10),
        limit(REJECTED_ROWS, maximum=0.2, severity="critical", unit="share of 1"),
        (),
    )

    measured = measured_run(RUN_ID, [broken])

    assert measured.issues.is_empty()
    assert measured.refusal == (
        "The run breaks its limits, nothing was published: rejected_share(core.dates): 50.0%, "
        "expected at most 20.0%. Look at it."
    )


def test_value_that_is_no_number_is_never_recorded() -> None:
    """A fault of ours is loud."""
    verdict = judge_sample(
        Sample(measure=FIGURES, value=float("nan"), base_count=1), limit(FIGURES), ()
    )

    with pytest.raises(ValueError, match="figures_per_1000_words is nan"):
        measured_run(RUN_ID, [verdict])

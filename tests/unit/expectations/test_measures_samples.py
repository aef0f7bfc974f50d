"""What is taken of a run: losses, volumes, languages, silence and freshness."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import polars as pl
import pytest

from expectations.limits import read_limits
from expectations.measures.catalogue import LANGUAGES
from expectations.measures.days import day_of_run, freshness_samples, silence_samples
from expectations.measures.history import History
from expectations.measures.judging import judge_samples
from expectations.measures.losses import (
    failed_document_samples,
    failed_file_samples,
    rejected_samples,
    unknown_unit_samples,
)
from expectations.measures.volumes import (
    completeness_samples,
    figure_samples,
    language_samples,
    mention_samples,
)
from expectations.validated import Validated
from tests.gate_rows import RUN_ID
from tests.measured_samples import documents, history
from tests.sample_rows import frame_of
from warehouse.vocabularies import ENTITY_LABELS

if TYPE_CHECKING:
    from expectations.measures.samples import Sample

MONDAY = date(2026, 1, 5)
OTHER = "/blogs"


def values(samples: list[Sample]) -> dict[str, float]:
    """Return the value of each subject."""
    assert len({sample.subject for sample in samples}) == len(samples)
    return {sample.subject: sample.value for sample in samples}


def outcomes(*rows: tuple[str, str, str]) -> pl.DataFrame:
    """Return outcomes of files: source, path, outcome."""
    return pl.DataFrame(rows, schema=["source", "path", "outcome"], orient="row")


def ledger(refused: int, unknown_units: int) -> Validated:
    """Return a judgement of ten figures: each refused one under two rules, units by a warning."""
    own = {"run_id": RUN_ID, "table_name": "core.figures"}
    rejected = [
        {**own, "row_key": f"{{{number}}}", "rule": rule, "row_json": "{}"}
        for number in range(refused)
        for rule in ("not_null(kind)", "span_in_document")
    ]
    judged = {
        **own,
        "column_name": "unit,kind",
        "expectation": "unit_known",
        "severity": "warning",
        "is_success": not unknown_units,
        "unexpected_count": unknown_units,
        "unexpected_share": unknown_units / 10,
        "duration_s": 0.0,
    }
    other = {**judged, "expectation": "percent_within_whole", "unexpected_count": 7}
    return Validated(
        accepted={
            "core.dates": pl.DataFrame({"document_id": ["a"]}),
            "core.figures": pl.DataFrame({"figure_id": ["a"] * (10 - refused)}),
            "core.quotes": pl.DataFrame(schema={"quote_id": pl.String}),
        },
        rejected_rows=frame_of("ops.rejected_rows", rejected),
        validations=frame_of("ops.validations", [judged, other]),
        issues=frame_of("ops.issues", []),
    )


def test_rejected_share_counts_a_row_once() -> None:
    """Each table with rows has its share of refused ones; a row under two rules counts once."""
    samples = {sample.subject: sample for sample in rejected_samples(ledger(2, 0))}

    figures = samples["core.figures"]
    assert (figures.value, figures.base_count, figures.weight) == (0.2, 10, 2)
    assert set(samples) == {"core.figures", "core.dates"}
    assert samples["core.dates"].value == 0


def test_unknown_units_are_those_of_the_rule() -> None:
    """The share of all judged figures is what the expectation unit_known saw."""
    (sample,) = unknown_unit_samples(ledger(2, 3))

    assert (sample.value, sample.base_count) == (0.3, 10)


def test_failed_documents_weigh_by_their_number() -> None:
    """What the gate on documents looks at is recorded, too."""
    (sample,) = failed_document_samples(3, 12)

    assert (sample.value, sample.base_count, sample.weight) == (0.25, 12, 3)
    assert failed_document_samples(0, 0) == []


def test_file_with_good_lines_is_read() -> None:
    """A JSONL file with a bad line is no failed file; skipped ones were no input."""
    rows = outcomes(
        ("/wire", "a.jsonl", "new"),
        ("/wire", "a.jsonl", "failed"),
        ("/wire", "b.txt", "failed"),
        ("/wire", "c.txt", "unchanged"),
        ("/wire", "d.pdf", "skipped"),
        ("/wire", "e.txt", "removed"),
    )

    assert values(failed_file_samples(rows)) == {"*": pytest.approx(1 / 3)}
    assert failed_file_samples(rows.clear()) == []


def test_failed_files_are_told_apart_by_source() -> None:
    """Where several sources were given, each has its own share."""
    rows = outcomes(("/wire", "a", "new"), ("/blogs", "b", "failed"), ("/blogs", "c", "new"))

    found = values(failed_file_samples(rows))

    assert found == {"*": pytest.approx(1 / 3), "/wire": 0.0, "/blogs": 0.5}


def test_figures_are_counted_in_texts_that_are_read() -> None:
    """Words of a text in another language hold no figures by rule and count for nothing."""
    rows = pl.concat([documents([(500, 10), (1500, 30)]), documents([(9000, 0)], OTHER, "de")])

    (sample,) = figure_samples(rows)

    assert (sample.subject, sample.value, sample.base_count) == ("*", 20.0, 2000)


def test_figures_are_told_apart_by_source() -> None:
    """Where several sources were read, each has its own rate."""
    rows = pl.concat([documents([(1000, 10)]), documents([(1000, 30)], OTHER)])

    assert values(figure_samples(rows)) == {"*": 20.0, "/wire": 10.0, OTHER: 30.0}


def test_vanished_label_has_a_value() -> None:
    """A label without any mention is measured as zero, in the words of the texts that are read."""
    rows = pl.concat([documents([(2000, 0)]), documents([(500, 0)], OTHER, "de")])
    found = values(mention_samples(rows, {"GPE": 30}))

    assert set(found) == set(ENTITY_LABELS)
    assert (found["GPE"], found["WEAPON"]) == (15.0, 0.0)


def test_languages_share_the_documents() -> None:
    """Each language has its share, an unknown one as und, one that is gone as zero."""
    rows = pl.concat(
        [
            documents([(10, 0)] * 2),
            documents([(10, 0)], OTHER, "de"),
            documents([(10, 0)], "/c", None),
        ]
    )
    samples = language_samples(rows, history(LANGUAGES, [0.5], subject="fr"))

    assert values(samples[:1]) == {"*": 0.25}
    assert values(samples[1:]) == {"de": 0.25, "en": 0.5, "fr": 0.0, "und": 0.25}


def test_completeness_needs_facts() -> None:
    """A share without a whole is not measured."""
    counts = {"figures_with_place_share": (3, 12), "unattributed_quote_share": (0, 0)}

    (sample,) = completeness_samples(counts)

    assert (sample.measure.name, sample.value) == ("figures_with_place_share", 0.25)


@pytest.mark.parametrize("take", [figure_samples, lambda rows: mention_samples(rows, {})])
def test_run_without_documents_has_no_volume(take: object) -> None:
    """Where nothing was read, nothing is taken."""
    assert callable(take)
    assert take(documents([])) == []
    assert language_samples(documents([]), History()) == []


def test_day_of_run_is_that_of_its_id() -> None:
    """No clock is asked for the day of a run."""
    assert day_of_run("20260105T235959Z-0badcafe") == MONDAY


@pytest.mark.parametrize(
    ("days", "expected"),
    [(4, True), (7, True), (10, True), (13, False), (60, False)],
    ids=str,
)
def test_weekly_source_is_missed(days: int, *, expected: bool) -> None:
    """A source of every Monday is silent when nothing came for nearly two weeks."""
    arrivals = {"/wire": [MONDAY - timedelta(weeks=week) for week in range(10)]}

    samples = silence_samples(arrivals, (), MONDAY + timedelta(days=days))
    (verdict,) = judge_samples(samples, read_limits(), History())

    assert (verdict.sample.value, verdict.history_count) == (days, 9)
    assert verdict.is_success is expected


def test_source_that_delivers_is_not_silent() -> None:
    """What this run met is an arrival of its day; two on one day are one."""
    arrivals = {"/wire": [MONDAY, MONDAY - timedelta(days=40), MONDAY - timedelta(days=41)]}

    (sample,) = silence_samples(arrivals, {"/wire"}, MONDAY)

    assert (sample.value, sample.history) == (0.0, (1.0, 40.0))


def test_run_of_a_slow_clock_ignores_later_days() -> None:
    """Days after that of the run, from a machine whose clock was ahead, are left out."""
    later = MONDAY + timedelta(days=3)

    (sample,) = silence_samples({"/wire": [MONDAY - timedelta(days=2), later]}, (), MONDAY)

    assert (sample.value, sample.history) == (2.0, ())
    assert silence_samples({"/wire": [later]}, (), MONDAY) == []


def test_new_source_has_no_history() -> None:
    """A source of one arrival, or of none, is never judged."""
    samples = silence_samples({"/wire": [MONDAY]}, {"/new"}, MONDAY + timedelta(days=900))

    verdicts = judge_samples(samples, read_limits(), History())

    assert {each.sample.subject: each.sample.value for each in verdicts} == {
        "/wire": 900,
        "/new": 0,
    }
    assert all(verdict.is_success for verdict in verdicts)


def test_freshness_needs_a_publication_day() -> None:
    """Freshness is the age of the newest publication; without any there is none."""
    (sample,) = freshness_samples(date(2025, 12, 31), 7, MONDAY)

    assert (sample.value, sample.base_count) == (5.0, 7)
    assert freshness_samples(None, 0, MONDAY) == []

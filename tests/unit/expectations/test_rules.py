"""Every domain rule accepts one example and rejects another; great_expectations stays out."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

import polars as pl
import pytest

from expectations.rules import RULES, Context, Rule
from expectations.rules.mentions import parse_iso_days
from tests.as_of_rule_cases import AS_OF_CASES
from tests.copy_rule_cases import COPY_CASES, TOTAL_CASES
from tests.corrected_rule_cases import CORRECTED_CASES
from tests.document_rule_cases import DOCUMENT_CASES
from tests.figure_rule_cases import FIGURE_CASES
from tests.gate_decided import decided_frames
from tests.gate_frames import all_frames as sample_frames
from tests.gate_frames import many_documents, other_frames
from tests.gate_ledger import ledger_frames
from tests.gate_rows import Frames, Row, change_row
from tests.ledger_rule_cases import LEDGER_CASES
from tests.link_rule_cases import LINK_CASES
from tests.party_rule_cases import PARTY_CASES
from tests.rule_cases import MENTION_CASES, SPAN_CASES, Case
from tests.seed_rule_cases import SEED_CASES
from tests.thing_rule_cases import THING_CASES
from tests.wording_rule_cases import WORDING_CASES
from warehouse.errors import GateError

CASES = [
    *SPAN_CASES,
    *DOCUMENT_CASES,
    *FIGURE_CASES,
    *AS_OF_CASES,
    *WORDING_CASES,
    *MENTION_CASES,
    *PARTY_CASES,
    *THING_CASES,
    *LINK_CASES,
    *COPY_CASES,
    *TOTAL_CASES,
    *LEDGER_CASES,
    *SEED_CASES,
    *CORRECTED_CASES,
]


def all_frames() -> Frames:
    """Return sound rows of all tables that rules are about, in a mapping of the caller's own."""
    frames = sample_frames()
    return frames | ledger_frames() | decided_frames(frames)


def find_rule(table: str, name: str) -> Rule:
    """Return the one rule of that name."""
    (rule,) = [rule for rule in RULES if (rule.table, rule.name) == (table, name)]
    return rule


@lru_cache(maxsize=8)
def frames_of_documents(seeds: tuple[str, ...]) -> Frames:
    """Return sound rows of all tables, of several documents."""
    frames = many_documents(list(seeds)) | other_frames(seeds)
    return frames | ledger_frames() | decided_frames(frames)


def frames_of(case: Case) -> Frames:
    """Return the sample frames of a case, with its rows beside the one that it is about."""
    frames = dict(frames_of_documents(case.seeds))
    for name, (position, changes) in case.beside.items():
        frames[name] = change_row(frames[name], position, changes)
    return frames


def broken_rows(case: Case, changes: Row) -> list[int]:
    """Return the rows of the frames of a case, one of them changed, that break its rule."""
    rule = find_rule(case.table, case.rule)
    frames = frames_of(case)
    frames[rule.table] = change_row(frames[rule.table], case.row, changes)
    context = Context(frames=frames, run_on=date(2026, 11, 3))
    return rule.broken_rows(frames[rule.table], context).arg_true().to_list()


def case_name(case: Case) -> str:
    """Return the id of a case."""
    return f"{case.table}-{case.rule}"


@pytest.mark.parametrize("case", CASES, ids=case_name)
def test_rule_accepts_its_good_example(case: Case) -> None:
    """No row of a frame that obeys the rule is called broken."""
    assert broken_rows(case, case.accepts) == []


@pytest.mark.parametrize("case", CASES, ids=case_name)
def test_rule_rejects_its_bad_example(case: Case) -> None:
    """Exactly the row that breaks the rule is called broken."""
    assert broken_rows(case, case.rejects) == [case.row]


def test_rules_all_have_an_example() -> None:
    """No rule is without a frame that it accepts and one that it rejects."""
    assert {(rule.table, rule.name) for rule in RULES} == {(c.table, c.rule) for c in CASES}


def test_rules_have_distinct_names_and_known_columns() -> None:
    """A rule is found by table and name, and names columns that its table has."""
    frames = all_frames()

    assert len({(rule.table, rule.name) for rule in RULES}) == len(RULES)
    assert all(set(rule.columns) <= set(frames[rule.table].columns) for rule in RULES)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: f"{rule.table}-{rule.name}")
def test_rule_judges_no_rows_without_error(rule: Rule) -> None:
    """Empty frames give an empty judgement."""
    frames = {name: frame.clear() for name, frame in all_frames().items()}
    context = Context(frames=frames, run_on=date(2026, 11, 3))

    assert rule.broken_rows(frames[rule.table], context).len() == 0


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: f"{rule.table}-{rule.name}")
def test_rule_judges_rows_of_nulls_without_error(rule: Rule) -> None:
    """Rows without any value get a true or false, never null."""
    frames = all_frames()
    nulls = frames[rule.table].clear(2)
    context = Context(frames=frames | {rule.table: nulls}, run_on=date(2026, 11, 3))

    broken = rule.broken_rows(nulls, context)

    assert broken.dtype == pl.Boolean
    assert (broken.len(), broken.null_count()) == (2, 0)


def test_rule_that_lacks_a_frame_is_named() -> None:
    """A span cannot be checked without its document, and that is said, not skipped."""
    frames = all_frames()
    context = Context(frames={"core.figures": frames["core.figures"]}, run_on=date(2026, 11, 3))
    rule = find_rule("core.figures", "span_text_matches_document")

    with pytest.raises(GateError, match=r"span_text_matches_document .* without raw.documents"):
        rule.broken_rows(frames["core.figures"], context)


def test_rule_that_fails_is_named() -> None:
    """An error inside a rule becomes a gate error with the rule's name."""
    rule = Rule(
        name="broken_rule",
        table="core.figures",
        columns=("low",),
        reason="It reads a column that is not there.",
        broken=pl.col("no_such_column") > 0,
    )
    frames = all_frames()
    context = Context(frames=frames, run_on=date(2026, 11, 3))

    with pytest.raises(GateError, match="the rule broken_rule failed to judge"):
        rule.broken_rows(frames["core.figures"], context)


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2016", date(2016, 1, 1), date(2016, 12, 31)),
        ("2016-02", date(2016, 2, 1), date(2016, 2, 29)),
        ("2016-02-29", date(2016, 2, 29), date(2016, 2, 29)),
        ("2010-12/2015-12", date(2010, 12, 1), date(2015, 12, 31)),
        ("2015-11-28/2015-11-29", date(2015, 11, 28), date(2015, 11, 29)),
    ],
)
def test_parse_iso_days_reads_days_months_years_intervals(
    value: str, first: date, last: date
) -> None:
    """Every granularity of core.dates.value gives its first and last day."""
    assert parse_iso_days(value) == (first, last)


@pytest.mark.parametrize(
    "value",
    [
        "",
        "2015-13",
        "2015-02-30",
        "2016/2015",
        "2015/2016/2017",
        "2015-11-03 ",
        "\uff12\uff10\uff11\uff15",
    ],
)
def test_parse_iso_days_refuses_anything_else(value: str) -> None:
    """What is no ISO 8601 day, month, year or interval raises."""
    with pytest.raises(ValueError, match=r".+"):
        parse_iso_days(value)

"""Relaxed, strict and value scores count what they say."""

from __future__ import annotations

from evaluation.dates.calendar import days_or_null
from evaluation.dates.inventory import date_sets
from evaluation.dates.report import table_lines
from evaluation.dates.scoring import SetScore, score_set
from evaluation.dates.statements import DateInput, DateStatement, FoundDate
from evaluation.dates.wording import core
from evaluation.dates.wrong import errors_of, wrong_lines

TEXT = "In the spring of 1916 it rained for two days; on 16-17 May 1917 and now it did not."


def marked(words: str, value: str, kind: str = "date") -> DateStatement:
    """Return a mark over words of the text."""
    start = TEXT.index(words)
    return DateStatement((start, start + len(words)), kind, (days_or_null(value),))


def found(words: str, value: str) -> FoundDate:
    """Return a date over words of the text."""
    start = TEXT.index(words)
    return FoundDate((start, start + len(words)), days_or_null(value), "day", value, "rule")


FIRST_END = TEXT.index("16-17")
GOLD = DateInput(
    "a-1",
    TEXT,
    None,
    (
        marked("the spring of 1916", "1916-03/1916-05"),
        marked("two days", "-", "duration"),
        DateStatement((FIRST_END, FIRST_END + 2), "date", (days_or_null("1917-05-16"),)),
        marked("17 May 1917", "1917-05-17"),
    ),
)


def scored(*dates: FoundDate, exact: bool = False) -> SetScore:
    """Return the score of found dates."""
    return score_set("set", [GOLD], lambda _: list(dates), exact=exact)


def hits(score: SetScore) -> list[int]:
    """Return relaxed, strict and value hits, then what was found and marked."""
    counts = [score.counts[metric] for metric in ("relaxed", "strict", "value")]
    return [*(count.hits for count in counts), counts[0].predicted, counts[0].gold]


def test_determiners_count_only_where_spans_are_exact() -> None:
    """The article belongs to the mark but not to our span."""
    date = found("spring of 1916", "1916-03/1916-05")

    assert hits(scored(date)) == [1, 1, 1, 1, 3]
    assert hits(scored(date, exact=True)) == [1, 0, 1, 1, 3]


def test_overlap_is_relaxed_and_a_wrong_value_costs_only_the_value() -> None:
    """A part of the mark is found, with days of its own."""
    assert hits(scored(found("1916", "1916"))) == [1, 0, 0, 1, 3]


def test_two_marks_are_one_interval_where_we_read_one() -> None:
    """Both ends are found, and both count as one date."""
    assert hits(scored(found("16-17 May 1917", "1917-05-16/1917-05-17"))) == [1, 1, 1, 1, 2]


def test_one_mark_may_be_read_as_its_two_ends() -> None:
    """The interval of two found dates has the days of the mark."""
    whole = DateInput("a-2", TEXT, None, (marked("16-17 May 1917", "1917-05-16/1917-05-17"),))
    ends = [
        FoundDate(GOLD.expected[2].span, days_or_null("1917-05-16"), "day", "1917-05-16", "rule"),
        found("17 May 1917", "1917-05-17"),
    ]

    assert hits(score_set("set", [whole], lambda _: ends, exact=False)) == [1, 1, 1, 1, 1]


def test_dates_over_marks_that_are_not_scored_are_no_errors() -> None:
    """They are counted apart; elsewhere a date is extra."""
    score = scored(found("two days", "-"), found("now", "-"))

    assert hits(score) == [0, 0, 0, 1, 3]
    assert score.apart == {
        ("duration", "marked"): 1,
        ("duration", "touched"): 1,
        ("duration", "right"): 1,
    }


def test_errors_are_listed_by_sort_and_form() -> None:
    """Missed, extra, wrong and other spans, each with its context."""
    score = scored(found("1916", "1916"), found("now", "-"))
    lines = "\n".join(wrong_lines(score, 5))

    sorts = sorted((one.sort, one.form) for one in errors_of(score))
    assert sorts == [
        ("extra", "now"),
        ("missed", "N"),
        ("missed", "N MONTH YYYY"),
        ("span", "the SEASON of YYYY"),
        ("value", "the SEASON of YYYY"),
    ]
    assert "should be 1916-03-01/1916-05-31, is 1916 (rule)" in lines


def test_a_table_has_a_line_for_each_set() -> None:
    """With what was marked and found."""
    head, line = table_lines([scored(found("1916", "1916"))])

    assert head.split()[:4] == ["set", "texts", "dates", "found"]
    assert line.split()[:7] == ["set", "1", "3", "1", "50.0", "100.0", "33.3"]


def test_core_keeps_at_least_a_word() -> None:
    """A preposition alone stays; a possessive goes."""
    assert core("in", (0, 2)) == (0, 2)
    assert core("the year's", (0, 10)) == (4, 8)


def test_public_sets_are_left_out_without_a_folder() -> None:
    """Our own gold needs nothing from outside; its test part is never listed."""
    sets = list(date_sets(None, {}))

    assert [(one.name, one.may_be_listed) for one in sets] == [
        ("own gold, dev", True),
        ("own gold, test", False),
    ]
    assert all(one.inputs and one.exact for one in sets)

"""Lists what is missed, extra, or has a wrong value, the most frequent forms first."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from evaluation.dates.scoring import Comparison, SetScore, same_span
from evaluation.dates.statements import Days, Range

REACH: Final = 60
SORTS: Final = ("missed", "extra", "value", "span")
MASKS: Final = (
    (
        re.compile(
            r"\b(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
            r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b"
        ),
        "MONTH",
    ),
    (re.compile(r"\b(?:mon|tue|tues|wed|wednes|thu|thurs|fri|satur|sun)(?:days?)?\b"), "WEEKDAY"),
    (re.compile(r"\b(?:spring|summer|autumn|fall|winter)\b"), "SEASON"),
    (re.compile(r"\b(?:first|second|third|(?:four|fif|six|seven|eigh|nin|ten)th)\b"), "NTH"),
    (
        re.compile(
            r"\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|few|several"
            r"|many|\w+teen|twenty|thirty|forty|fifty)\b"
        ),
        "NUMBER",
    ),
    (re.compile(r"\d{4}"), "YYYY"),
    (re.compile(r"\d+"), "N"),
)


@dataclass(frozen=True, slots=True)
class Error:
    """A date that is not right.

    Attributes:
        sort: ``missed``, ``extra``, ``value`` or ``span``.
        form: Its words with names and numbers masked.
        line: The date in its context, with both values.
    """

    sort: str
    form: str
    line: str


def errors_of(score: SetScore) -> Iterator[Error]:
    """Yield the errors of a set, in order of its texts."""
    for one in score.comparisons:
        for marked in one.missed:
            yield error(one, "missed", marked.span, f"should be {shown(marked.values)}")
        for found in one.extra:
            yield error(one, "extra", found.span, f"is {found.value} ({found.rule})")
        for marked, found in one.pairs:
            if not same_span(one.source.text, marked, found, exact=score.exact):
                yield error(one, "span", marked.span, f"is [{one.source.text[slice(*found.span)]}]")
            if not marked.accepts(found.days):
                side = f" {marked.side}" if marked.side else ""
                what = f"should be {shown(marked.values)}{side}, is {found.value} ({found.rule})"
                yield error(one, "value", marked.span, what)


def error(one: Comparison, sort: str, span: Range, what: str) -> Error:
    """Return an error at a place of a text."""
    text = one.source.text
    before, behind = text[max(0, span[0] - REACH) : span[0]], text[span[1] : span[1] + REACH]
    context = f"{before}[{text[slice(*span)]}]{behind}".replace("\n", " ")
    day = f", published {one.source.published}" if one.source.published else ""
    return Error(
        sort, form_of(text[slice(*span)]), f"{one.source.key}:{span[0]} {what}{day}: {context}"
    )


def form_of(surface: str) -> str:
    """Return the words of a date with names and numbers masked.

    >>> form_of("the 3rd of May, 1915")
    'the Nrd of MONTH, YYYY'
    """
    form = " ".join(surface.lower().split())
    for pattern, mask in MASKS:
        form = pattern.sub(mask, form)
    return form


def shown(values: tuple[Days | None, ...]) -> str:
    """Return what a mark may mean, for people."""
    return " or ".join(
        "null" if days is None else "/".join(dict.fromkeys(day.isoformat() for day in days))
        for days in dict.fromkeys(values)
    )


def wrong_lines(score: SetScore, number: int) -> Iterator[str]:
    """Yield the forms of the errors of a set by frequency, each with its cases.

    Args:
        score: A set.
        number: Of each sort at most so many forms, and of each form at most so many cases.
    """
    cases: dict[tuple[str, str], list[str]] = defaultdict(list)
    for one in errors_of(score):
        cases[one.sort, one.form].append(one.line)
    for sort in SORTS:
        forms = Counter({form: len(lines) for (kind, form), lines in cases.items() if kind == sort})
        yield f"\n== {score.name}, {sort}: {forms.total()}"
        for form, count in forms.most_common(number):
            yield f"{count:5} {form}"
            yield from (f"        {line}" for line in cases[sort, form][:number])

"""Relaxed, strict and value scores as TempEval-3 counts them (UzZaman et al. 2013)."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Final

from evaluation.dates.ours import Reader
from evaluation.dates.statements import (
    CALENDAR,
    DateInput,
    DateStatement,
    Days,
    FoundDate,
    Range,
)
from evaluation.dates.wording import core
from evaluation.figures.matching import shared
from evaluation.scores.counts import Counts

METRICS: Final = ("relaxed", "strict", "value", "precision")
LINK: Final = re.compile(r"\s*(?:[-\u2013\u2014/~]|to|until|till|through|and)\s*(?:the\s+)?")
"""What stands between two dates that are the ends of one interval."""
Pair = tuple[DateStatement, FoundDate]


@dataclass(frozen=True, slots=True)
class Comparison:
    """A text with what was marked, what was found, and what belongs together.

    Attributes:
        source: The text.
        pairs: Marked dates with the found ones that they overlap most.
        missed: Marked dates that nothing was found for.
        extra: Found dates that belong to no mark, save those over marks that are not scored.
        apart: Kinds of the marks that are not scored: how many, touched, and right.
    """

    source: DateInput
    pairs: list[Pair]
    missed: list[DateStatement]
    extra: list[FoundDate]
    apart: Counter[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class SetScore:
    """How the product does on a set.

    Attributes:
        name: Name of the set.
        exact: Whether determiners and prepositions in its spans count.
        texts: How many texts there are.
        counts: By metric.
        comparisons: What they are counted from.
        apart: As in ``Comparison``, over all texts.
    """

    name: str
    exact: bool
    texts: int
    counts: dict[str, Counts]
    comparisons: list[Comparison] = field(repr=False)
    apart: Counter[tuple[str, str]]

    def as_record(self) -> dict[str, Any]:
        """Return the score for machines."""
        apart: dict[str, dict[str, int]] = {}
        for (kind, what), count in sorted(self.apart.items()):
            apart.setdefault(kind, {})[what] = count
        reports = {metric: counts.report() for metric, counts in self.counts.items()}
        return {"set": self.name, "texts": self.texts, **reports, "apart": apart}


def score_set(name: str, inputs: Iterable[DateInput], read: Reader, *, exact: bool) -> SetScore:
    """Return the score of a set.

    Args:
        name: Name of the set.
        inputs: Its texts.
        read: Gives the dates of a text.
        exact: Whether determiners and prepositions in spans count.
    """
    compared = [compare(one, read(one)) for one in inputs]
    counts = dict.fromkeys(METRICS, Counts())
    apart: Counter[tuple[str, str]] = Counter()
    for one in compared:
        apart.update(one.apart)
        for metric, hits in hits_of(one, exact=exact).items():
            found, marked = len(one.pairs) + len(one.extra), len(one.pairs) + len(one.missed)
            counts[metric] += Counts(hits, found, marked)
    return SetScore(name, exact, len(compared), counts, compared, apart)


def hits_of(one: Comparison, *, exact: bool) -> dict[str, int]:
    """Return how many pairs of a text are right, by metric."""
    text = one.source.text
    return {
        "relaxed": len(one.pairs),
        "strict": sum(same_span(text, *pair, exact=exact) for pair in one.pairs),
        "value": sum(marked.accepts(found.days) for marked, found in one.pairs),
        "precision": sum(marked.precision == found.precision for marked, found in one.pairs),
    }


def same_span(text: str, marked: DateStatement, found: FoundDate, *, exact: bool) -> bool:
    """Tell whether a found date stands in the place of a marked one."""
    if exact:
        return marked.span == found.span
    return core(text, marked.span) == core(text, found.span)


def compare(one: DateInput, found: Sequence[FoundDate]) -> Comparison:
    """Return what of a text is found, missed and extra."""
    dates = [marked for marked in one.expected if marked.kind == CALENDAR]
    apart = [marked for marked in one.expected if marked.kind != CALENDAR]
    dates = list(joined(one.text, dates, found))
    found = list(found_joined(one.text, dates, found))
    pairs = paired(dates, found)
    taken = {id(part) for pair in pairs for part in pair}
    extra = [
        date
        for date in found
        if id(date) not in taken and not any(shared(date.span, mark.span) for mark in apart)
    ]
    missed = [marked for marked in dates if id(marked) not in taken]
    free = [date for date in found if id(date) not in taken]
    return Comparison(one, pairs, missed, extra, apart_counts(apart, free))


def joined(
    text: str, dates: Sequence[DateStatement], found: Sequence[FoundDate]
) -> Iterator[DateStatement]:
    """Yield marked dates, the two ends of an interval as one where we read them as one date.

    TIMEX2 marks "16" and "17 April" of "16-17 April"; our dates hold both.
    """
    rest = list(dates)
    while rest:
        first = rest.pop(0)
        if rest and is_one(text, (first.span, rest[0].span), [date.span for date in found]):
            yield interval(first, rest.pop(0))
        else:
            yield first


def found_joined(
    text: str, dates: Sequence[DateStatement], found: Sequence[FoundDate]
) -> Iterator[FoundDate]:
    """Yield found dates, two as one interval where they are marked as one ("2014 through 2018")."""
    rest = list(found)
    while rest:
        first = rest.pop(0)
        if rest and is_one(text, (first.span, rest[0].span), [date.span for date in dates]):
            last = rest.pop(0)
            days = bounds(first.days, last.days)
            span = (first.span[0], last.span[1])
            value = f"{first.value}/{last.value}" if days else None
            yield replace(first, span=span, days=days, value=value, precision="interval")
        else:
            yield first


def is_one(text: str, ends: tuple[Range, Range], others: Iterable[Range]) -> bool:
    """Tell whether one of the others covers two dates that only a link stands between."""
    first, last = ends
    linked = LINK.fullmatch(text[first[1] : last[0]])
    return bool(linked) and any(shared(one, first) and shared(one, last) for one in others)


def interval(first: DateStatement, last: DateStatement) -> DateStatement:
    """Return the interval of two marked dates."""
    start, end = first.values[0], last.values[0]
    span = (first.span[0], last.span[1])
    return replace(first, span=span, values=(bounds(start, end),), side="", precision="interval")


def bounds(first: Days | None, last: Days | None) -> Days | None:
    """Return the days from one date to another, None where either is not known."""
    if first is None or last is None or first[0] > last[1]:
        return None
    return first[0], last[1]


def paired(dates: Sequence[DateStatement], found: Sequence[FoundDate]) -> list[Pair]:
    """Return pairs that share a character, the longest overlaps first; no date is in two."""
    overlaps = sorted(
        (-length, one, other)
        for one, marked in enumerate(dates)
        for other, date in enumerate(found)
        if (length := shared(marked.span, date.span))
    )
    taken: tuple[set[int], set[int]] = (set(), set())
    pairs = []
    for _, one, other in overlaps:
        if one not in taken[0] and other not in taken[1]:
            taken[0].add(one)
            taken[1].add(other)
            pairs.append((one, other))
    return [(dates[one], found[other]) for one, other in sorted(pairs)]


def apart_counts(
    apart: Sequence[DateStatement], free: Sequence[FoundDate]
) -> Counter[tuple[str, str]]:
    """Return of each kind that is not scored how many there are, are touched, and have our days."""
    counts: Counter[tuple[str, str]] = Counter()
    for marked in apart:
        touching = [date for date in free if shared(date.span, marked.span)]
        counts[marked.kind, "marked"] += 1
        counts[marked.kind, "touched"] += bool(touching)
        counts[marked.kind, "right"] += any(marked.accepts(date.days) for date in touching)
    return counts

"""Scores of the figures of stories: spans, values, units, bounds, what is counted, meaning."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any, Final, TypeAlias

from evaluation.figures.gold import GoldFigure, GoldStory
from evaluation.figures.matching import Pair, paired, range_of, shared
from evaluation.scores.counts import Counts, points
from tasks.nlp.spans import Figure, Span

Check: TypeAlias = Callable[[GoldFigure, Figure], bool]
DEFAULTS: Final = {"modality": "asserted", "temporal_type": "unknown"}
"""What a mark means that says nothing of a column."""


def same_value(gold: GoldFigure, figure: Figure) -> bool:
    """Tell whether both bounds are the same."""
    return (gold.low, gold.high) == (figure.low, figure.high)


def same_unit(gold: GoldFigure, figure: Figure) -> bool:
    """Tell whether bounds, kind and unit are the same."""
    unit = gold.fields.get("unit")
    return same_value(gold, figure) and (gold.kind, unit) == (figure.kind, figure.unit)


def same_bound(gold: GoldFigure, figure: Figure) -> bool:
    """Tell whether bounds and qualifier are the same."""
    return same_value(gold, figure) and gold.qualifier == figure.qualifier


def same_change(gold: GoldFigure, figure: Figure) -> bool:
    """Tell whether bounds and change are the same; most figures state no change."""
    return same_value(gold, figure) and gold.fields.get("change") == figure.change


def same_span(gold: GoldFigure, figure: Figure) -> bool:
    """Tell whether the figures stand in the same place."""
    return gold.span == range_of(figure.span)


def same_counted(gold: GoldFigure, figure: Figure) -> bool:
    """Tell whether the same characters say what is counted."""
    return figure.counted is not None and gold.counted == range_of(figure.counted)


def near_counted(gold: GoldFigure, figure: Figure) -> bool:
    """Tell whether the phrases that say what is counted share a character."""
    return gold.counted is not None and shared(gold.counted, range_of(figure.counted)) > 0


FOUND: Final[dict[str, Check]] = {
    "span": same_span,
    "value": same_value,
    "value_unit": same_unit,
    "value_qualifier": same_bound,
    "value_change": same_change,
}
"""What a figure that is found must have right, beside its place."""
FIELDS: Final = {
    "category": "category",
    "modality": "modality",
    "temporal": "temporal_type",
    "change": "change",
    "household": "household_unit",
    "share": "share",
    "per": "per",
    "total": "total_span",
}
"""Keys of the mark-up and the columns that they mean."""


def score(
    stories: Iterable[GoldStory], find: Callable[[str], Sequence[Figure]]
) -> dict[str, dict[str, Any]]:
    """Return counts and shares, in points, over stories.

    Args:
        stories: Marked stories.
        find: Gives the figures of a text.
    """
    counts = dict.fromkeys((*FOUND, "counted", "counted_exact"), Counts())
    pairs: list[Pair] = []
    for story in stories:
        found = find(story.text)
        here = paired(story.figures, found)
        pairs += here
        for name, check in FOUND.items():
            hits = sum(check(*pair) for pair in here)
            counts[name] += Counts(hits, len(found), len(story.figures))
        phrases = sum(figure.counted is not None for figure in found)
        marked = sum(figure.counted is not None for figure in story.figures)
        for name, check in (("counted", near_counted), ("counted_exact", same_counted)):
            counts[name] += Counts(sum(check(*pair) for pair in here), phrases, marked)
    report: dict[str, dict[str, Any]] = {name: item.report() for name, item in counts.items()}
    return report | {key: field_report(pairs, key) for key in FIELDS}


def field_report(pairs: Sequence[Pair], key: str) -> dict[str, Any]:
    """Return how often a column is right in figures that were found, and where a mark says it."""
    column = FIELDS[key]
    values = [(wanted(gold, key), stated(figure, column)) for gold, figure in pairs]
    default = DEFAULTS.get(column, "")
    said = [pair for pair in values if pair[0] != default]
    given = sum(value != default for _, value in values)
    return {
        "accuracy": points(sum(one == other for one, other in values), len(values)),
        "found": len(values),
        **Counts(sum(one == other for one, other in said), given, len(said)).report(),
    }


def wanted(gold: GoldFigure, key: str) -> str:
    """Return what a mark says of a column."""
    return gold.fields.get(key) or DEFAULTS.get(FIELDS[key], "")


def stated(figure: Figure, column: str) -> str:
    """Return what a figure says of a column, as the mark-up writes it."""
    value = getattr(figure, column)
    if isinstance(value, bool):
        return "true" if value else ""
    if isinstance(value, Span):
        return value.text
    return str(value or DEFAULTS.get(column, ""))

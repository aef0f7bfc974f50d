"""Names: exact and overlapping spans, class by class."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final, TypeAlias

from evaluation.corpora.annotated import AnnotatedText
from evaluation.corpora.re3d import holds_capital
from evaluation.scores.counts import Counts

Classes: TypeAlias = Mapping[str, str]
Span: TypeAlias = tuple[int, int]
NOTHING: Final = Counts()


@dataclass(frozen=True, slots=True)
class Found:
    """A predicted name: ``[start, end)`` in the text, and a label of ours."""

    start: int
    end: int
    label: str


@dataclass(frozen=True, slots=True)
class ClassScores:
    """The scores of one class."""

    exact: Counts = NOTHING
    overlap: Counts = NOTHING

    def __add__(self, other: "ClassScores") -> "ClassScores":
        """Return the scores over both."""
        return ClassScores(self.exact + other.exact, self.overlap + other.overlap)

    def report(self) -> dict[str, Any]:
        """Return both measures with their counts."""
        return {"exact": self.exact.report(), "overlap": self.overlap.report()}


NameScores: TypeAlias = dict[str, ClassScores]
"""Scores by class."""


def score_names(
    text: AnnotatedText, found: Iterable[Found], classes: Classes, *, named_only: bool = False
) -> NameScores:
    """Return the scores of the names predicted in one text.

    Args:
        text: The text with its gold names.
        found: Predicted names.
        classes: Class of each label, as ``classes_of`` gives it.
        named_only: Whether predictions without a capital letter are left out.
    """
    gold = gold_spans(text, classes)
    kept = [
        name
        for name in found
        if is_counted(text, name, classes)
        and (not named_only or holds_capital(text.text[name.start : name.end]))
    ]
    predicted = by_class((classes[name.label], (name.start, name.end)) for name in kept)
    return {
        name: score_class(gold.get(name, set()), predicted.get(name, set()))
        for name in sorted(gold.keys() | predicted.keys())
    }


def gold_spans(text: AnnotatedText, classes: Classes) -> dict[str, set[Span]]:
    """Return the gold spans by class; names of which the corpus says no label are left out."""
    return by_class(
        (classes[min(name.labels)], (name.start, name.end))
        for name in text.names or ()
        if name.labels
    )


def by_class(items: Iterable[tuple[str, Span]]) -> dict[str, set[Span]]:
    """Return spans by class, each once."""
    groups: dict[str, set[Span]] = {}
    for name, span in items:
        groups.setdefault(name, set()).add(span)
    return groups


def is_counted(text: AnnotatedText, found: Found, classes: Classes) -> bool:
    """Tell whether the annotation of a text can say that a prediction is right or wrong.

    It cannot for labels that the corpus does not have, where a gold name of unknown label stands,
    and for labels that it marks only now and then if no gold name is near.
    """
    if found.label not in classes:
        return False
    touched = [name for name in text.names or () if touches(found, (name.start, name.end))]
    known = [name for name in touched if name.labels]
    if len(known) < len(touched):
        return any(found.label in name.labels for name in known)
    return bool(known) or found.label in text.exhaustive


def touches(found: Found, span: Span) -> bool:
    """Tell whether a prediction shares a character with a span."""
    return found.start < span[1] and span[0] < found.end


def score_class(gold: set[Span], predicted: set[Span]) -> ClassScores:
    """Return the scores of one class in one text."""
    sizes = len(predicted), len(gold)
    return ClassScores(
        Counts(len(gold & predicted), *sizes), Counts(overlapping(gold, predicted), *sizes)
    )


def overlapping(gold: set[Span], predicted: set[Span]) -> int:
    """Return how many predictions can each be given a gold name of their own that they overlap.

    Predictions never overlap each other, so each gold name overlaps a run of them; giving each
    prediction the gold name that ends first is then the largest matching. Equal ends go to the
    later start.
    """
    free = sorted(gold, key=lambda span: (span[1], -span[0]))
    hits = 0
    for start, end in sorted(predicted):
        partner = next((span for span in free if start < span[1] and span[0] < end), None)
        if partner is not None:
            free.remove(partner)
            hits += 1
    return hits


def add_scores(scores: Iterable[NameScores]) -> NameScores:
    """Return the sum over texts."""
    total: NameScores = {}
    for text_scores in scores:
        for name, of_class in text_scores.items():
            total[name] = total.get(name, ClassScores()) + of_class
    return total


def report_names(scores: NameScores) -> dict[str, Any]:
    """Return micro-averaged scores over all classes, and those of each."""
    total = sum(scores.values(), start=ClassScores())
    return {
        **total.report(),
        "labels": {name: scores[name].report() for name in sorted(scores)},
    }

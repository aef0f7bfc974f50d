"""Counts the pairs of texts that rightly, wrongly or not at all are put into one group."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from evaluation.duplicates.generation import Generated
from evaluation.scores.counts import Counts


def score_groups(texts: Sequence[Generated], groups: Mapping[int, str]) -> Counts:
    """Score groups by pairs.

    Args:
        texts: Generated texts.
        groups: Group of each text by its position; texts without a group are left out.
    """
    stories: defaultdict[int, list[int]] = defaultdict(list)
    for position, text in enumerate(texts):
        stories[text.story].append(position)
    found: defaultdict[str, list[int]] = defaultdict(list)
    for position, group in sorted(groups.items()):
        found[group].append(position)
    wanted, predicted = set(pairs(stories)), set(pairs(found))
    return Counts(len(wanted & predicted), len(predicted), len(wanted))


def pairs(groups: Mapping[int, list[int]] | Mapping[str, list[int]]) -> Iterator[tuple[int, int]]:
    """Yield the pairs of positions that share a group."""
    for members in groups.values():
        yield from combinations(members, 2)


def missed_changes(texts: Sequence[Generated], groups: Mapping[int, str]) -> Counter[str]:
    """Return how the copies were made that are in no group."""
    return Counter(
        text.change for position, text in enumerate(texts) if text.change and position not in groups
    )

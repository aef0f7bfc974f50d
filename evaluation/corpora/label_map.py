"""What the labels of each corpus mean in ours (``labels.csv``)."""

import csv
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from importlib import resources


@dataclass(frozen=True, slots=True)
class LabelMap:
    """The labels of one corpus.

    Attributes:
        targets: For each label of the corpus, the labels of ours that it may mean; none for what
            is no name for us, such as a date.
        exhaustive: Labels of ours that the corpus marks wherever they occur.
    """

    targets: dict[str, frozenset[str]]
    exhaustive: frozenset[str]

    def meaning(self, label: str) -> frozenset[str]:
        """Return the labels of ours that a label may mean; none for one that is not declared."""
        return self.targets.get(label, frozenset())

    def is_name(self, label: str) -> bool:
        """Tell whether what bears the label may be a name for us."""
        return self.targets.get(label) != frozenset()


@cache
def label_map(source: str) -> LabelMap:
    """Return the map of a corpus.

    Raises:
        KeyError: If ``labels.csv`` has no such corpus.
    """
    return label_maps()[source]


@cache
def label_maps() -> dict[str, LabelMap]:
    """Return the maps of all corpora."""
    targets: dict[str, dict[str, frozenset[str]]] = defaultdict(dict)
    exhaustive: dict[str, set[str]] = defaultdict(set)
    with resources.files(__package__).joinpath("labels.csv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            targets[row["source"]][row["label"]] = listed(row["targets"])
            exhaustive[row["source"]] |= listed(row["exhaustive"])
    return {source: LabelMap(targets[source], frozenset(exhaustive[source])) for source in targets}


def listed(cell: str) -> frozenset[str]:
    """Return the labels in a cell.

    >>> sorted(listed("GPE;LOC")), sorted(listed(""))
    (['GPE', 'LOC'], [])
    """
    return frozenset(label for label in cell.split(";") if label)

"""The classes that names are scored in: labels that a corpus does not tell apart are one."""

from functools import cache
from typing import Final

from evaluation.corpora.label_map import label_map
from warehouse.vocabularies import ENTITY_LABELS

OWN: Final = "gold"
PLACES: Final = frozenset({"GPE", "LOC", "FAC"})


def class_name(labels: frozenset[str]) -> str:
    """Return what the scores call labels that a corpus does not tell apart.

    >>> class_name(frozenset({"ORG"})), class_name(frozenset({"GPE", "LOC"}))
    ('ORG', 'LOC')
    >>> class_name(frozenset({"PRODUCT", "WEAPON"}))
    'MISC'
    """
    if len(labels) == 1:
        return min(labels)
    return "LOC" if labels <= PLACES else "MISC"


@cache
def classes_of(source: str) -> dict[str, str]:
    """Return the class of each label of ours that a corpus can mean; others are not scored there.

    Raises:
        ValueError: If a label would be in two classes, so that hits could not be counted.
    """
    if source == OWN:
        return {label: label for label in ENTITY_LABELS}
    classes: dict[str, str] = {}
    for labels in label_map(source).targets.values():
        name = class_name(labels) if labels else ""
        for label in sorted(labels):
            if classes.setdefault(label, name) != name:
                msg = f"labels.csv: {label} of {source!r} is in {classes[label]} and in {name}"
                raise ValueError(msg)
    return classes

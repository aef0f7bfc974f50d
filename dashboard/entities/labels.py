"""What the labels of entities are called in the view."""

from __future__ import annotations

from typing import Final

LABEL_WORDS: Final = {
    "PERSON": "person",
    "ORG": "organisation",
    "GPE": "country or town",
    "LOC": "region or water",
    "FAC": "building or site",
    "NORP": "people or faith",
    "EVENT": "event",
    "WEAPON": "weapon",
    "VEHICLE": "vehicle",
    "PRODUCT": "product",
    "LAW": "law or treaty",
    "WORK_OF_ART": "work or title",
}
"""A word by label of the contract; readers of a newspaper know none of the labels."""

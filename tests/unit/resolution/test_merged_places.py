"""A decision merges two places: where the one thing is, is said by one of them alone."""

from __future__ import annotations

import pytest

from tests.document_things import correction, entity_of, thing

OLD = thing("a", "GPE", "Old Halden", place="h-9", country_code="NO", at=(59.1, 11.4))
NEW = thing("b", "GPE", "New Halden", place="h-1", country_code="CH", at=(47.0, 8.5))
UNKNOWN = thing("c", "GPE", "Haldenheim")
COLUMNS = ("place_key", "country_code", "feature_class", "latitude", "longitude")


def merged(name: str, target: str) -> tuple[object, ...]:
    """Return where the thing is that becomes of three, in whatever order they come."""
    decisions = [
        correction("merge", one, label="GPE", target=target)
        for one in sorted({name, "Haldenheim"} - {target})
    ]
    things = [OLD, NEW, UNKNOWN]
    rows = [entity_of(order, decisions) for order in (things, things[::-1])]
    assert rows[0] == rows[1]
    return tuple(rows[0][column] for column in COLUMNS)


@pytest.mark.parametrize(
    ("name", "target", "place"),
    [
        ("Old Halden", "New Halden", ("h-1", "CH", "city", 47.0, 8.5)),
        ("New Halden", "Old Halden", ("h-9", "NO", "city", 59.1, 11.4)),
    ],
    ids=["smaller_key", "greater_key"],
)
def test_merged_place_is_where_the_target_is(
    name: str, target: str, place: tuple[object, ...]
) -> None:
    """Key, country, class and point are all those of the target."""
    assert merged(name, target) == place


def test_place_merged_into_an_unknown_one_stays_on_the_map() -> None:
    """Where no table knows the target, the place that went over tells where it is."""
    decision = correction("merge", "Old Halden", label="GPE", target="Haldenheim")

    row = entity_of([OLD, UNKNOWN], [decision])

    assert (row["entity_name"], row["place_key"], row["latitude"]) == ("Haldenheim", "h-9", 59.1)

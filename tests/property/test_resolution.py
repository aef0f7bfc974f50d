"""Laws of resolution: only the set of documents counts, and every thing has one entity."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, Any

import polars as pl
from hypothesis import given, settings
from hypothesis import strategies as st

from tasks.resolution.entities import Resolution, resolve_entities
from tests.document_things import counts_of, frame_of, resolved, thing
from warehouse.identifiers import entity_id

if TYPE_CHECKING:
    from collections.abc import Sequence
    from random import Random

Row = dict[str, Any]
NAMES = {
    "PERSON": (
        *("Ada Korr", "A. Korr", "Korr", "Ada Lena Korr", "Jan Korr", "Korr Ada", "ADA KORR"),
        *("Andrej Timofeev", "Andrey Timofeyev", "Andrei Timofeev", "Timofeev", "A. Timofeev"),
        *("Han Do-gyeom", "Do-gyeom Han", "Varek Tide"),
    ),
    "ORG": (
        *("Interior Ministry", "Malian Interior Ministry", "Supreme Court", "KLB", "Varek"),
        *("Kestrel Lake Bureau", "Kestrel Lake", "Lake Bureau", "Bureau of Kestrel Lake"),
        *("Kestrel Ltd", "Kestrel", "Varek Tide"),
    ),
    "GPE": ("Halden", "New Halden", "Likoro Island", "Likoro", "Varek"),
    "WEAPON": ("Vadda rifle", "Vadda rifles", "vadda rifle"),
}
FORMS = (
    *("Andrej Timofeev", "Andrey Timofeyev", "Andrei Timofeev", "A. Timofeev", "Timofeev Andrei"),
    *("Andrej Jurij Timofeev", "Andrej Jan Timofeev", "A. J. Timofeev"),
)
"""Full names that may be of one person over documents."""
CONTEXT = ("org:kestrel", "org:klb", "country:ML", "country:NE", "role:general", "role:baker")
SEEDS = (("GPE", "Mali", "mali"), ("ORG", "UN", "united-nations"), ("NORP", "Malian", "mali"))
DOCUMENTS = "abcdef"
AROUND = st.sampled_from(["", "ML", "NE", "ML;NE"])


@st.composite
def unknown(draw: st.DrawFn, document: str, around: str) -> Row:
    """Draw a thing that neither seeds nor places know."""
    label = draw(st.sampled_from(sorted(NAMES)))
    context = draw(st.sets(st.sampled_from(CONTEXT), max_size=2)) if label != "WEAPON" else ()
    others = "klb" if label == "ORG" and draw(st.booleans()) else ""
    name = draw(st.sampled_from(NAMES[label]))
    said = ";".join(sorted(context))
    return thing(document, label, name, context=said, around=around, other_names=others)


@st.composite
def known(draw: st.DrawFn, document: str, around: str) -> Row:
    """Draw a thing of the seeds, or a place of the table."""
    if draw(st.booleans()):
        label, name, key = draw(st.sampled_from(SEEDS))
        return thing(document, label, name, seed=key, around=around)
    key = draw(st.sampled_from(["h-1", "h-2"]))
    return thing(document, "GPE", "Halden", place=key, around=around, country_code="ML")


@st.composite
def collections(draw: st.DrawFn) -> list[Row]:
    """Draw a few documents with a few things each; no two of a label and key in one document."""
    rows: list[Row] = []
    for document in DOCUMENTS[: draw(st.integers(1, len(DOCUMENTS)))]:
        around = draw(AROUND)
        things = st.one_of(
            unknown(document, around), unknown(document, around), known(document, around)
        )
        rows += draw(
            st.lists(
                things, min_size=1, max_size=4, unique_by=lambda r: (r["label"], r["local_key"])
            )
        )
    return rows


def outcome(found: Resolution) -> dict[tuple[str, str, str], tuple[str, str]]:
    """Return entity and rule of each thing of each document, by its label and key there."""
    rows = found.document_entities
    columns = rows.select("document_id", "label", "local_key", "entity_id", "resolution_rule")
    return {tuple(row[:3]): tuple(row[3:]) for row in columns.iter_rows()}


@settings(max_examples=40, deadline=None)
@given(collections(), st.randoms(use_true_random=False))
def test_order_of_rows_does_not_matter(things: list[Row], random: Random) -> None:
    """Rows in any order, and frames in any order, give the same two tables."""
    frame = frame_of(things)
    order = random.sample(range(frame.height), frame.height)
    one = resolve_entities(frame, counts_of(frame))
    other = resolve_entities(frame[order], counts_of(frame[order[::-1]]))

    assert one.entities.equals(other.entities)
    assert one.document_entities.equals(other.document_entities)


@settings(max_examples=40, deadline=None)
@given(collections(), st.permutations(range(4)))
def test_order_of_things_in_a_document_does_not_matter(
    things: list[Row], order: Sequence[int]
) -> None:
    """Which thing a document names first changes its index and nothing else."""
    places = Counter[str]()
    ranked = []
    for row in things:
        ranked.append((row["document_id"], order[places[row["document_id"]]], row))
        places[row["document_id"]] += 1
    moved = [row for _, _, row in sorted(ranked, key=lambda item: item[:2])]

    assert outcome(resolved(things)) == outcome(resolved(moved))


@settings(max_examples=40, deadline=None)
@given(collections(), st.permutations(DOCUMENTS))
def test_names_of_documents_do_not_matter(things: list[Row], names: Sequence[str]) -> None:
    """Which things are one depends on what documents say, not on their ids."""
    renamed = dict(zip(DOCUMENTS, names, strict=True))
    other = [{**row, "document_id": renamed[row["document_id"]]} for row in things]

    assert same(things, {name: name for name in DOCUMENTS}) == same(
        other, {new: old for old, new in renamed.items()}
    )


def same(things: Sequence[Row], names: dict[str, str]) -> set[frozenset[tuple[str, str, str]]]:
    """Return which things are one entity, under other names of their documents."""
    groups: dict[str, set[tuple[str, str, str]]] = defaultdict(set)
    for (document, label, key), (entity, _) in outcome(resolved(things)).items():
        groups[entity].add((names[document], label, key))
    return set(map(frozenset, groups.values()))


@settings(max_examples=30, deadline=None)
@given(collections())
def test_document_that_was_added_and_removed_leaves_no_trace(things: list[Row]) -> None:
    """Resolution remembers nothing: what a document brought goes with it."""
    kept = [row for row in things if row["document_id"] != "a"]
    if not kept:
        return
    before = resolved(kept)
    added = resolved(things).document_entities
    after_rows = added.filter(pl.col("document_id") != "a")
    after = resolve_entities(after_rows, counts_of(after_rows))

    assert before.entities.equals(after.entities)
    assert before.document_entities.equals(after.document_entities)


@settings(max_examples=40, deadline=None)
@given(collections())
def test_every_thing_has_exactly_one_entity(things: list[Row]) -> None:
    """Each row keeps its place and leads to one row of core.entities, whose id is its key's."""
    found = resolved(things)
    ids = found.entities["entity_id"]

    assert found.document_entities.height == len(things)
    assert ids.n_unique() == found.entities.height
    assert set(found.document_entities["entity_id"]) == set(ids)
    for row in found.entities.iter_rows(named=True):
        assert row["entity_id"] == entity_id(row["label"], row["canonical_key"])
    assert found.entities["mention_count"].sum() == len(things)


@settings(max_examples=40, deadline=None)
@given(collections())
def test_known_things_keep_their_keys(things: list[Row]) -> None:
    """Whatever else the documents say, a seed is that seed and a place that place."""
    found = resolved(things)
    keys = dict(found.entities.select("entity_id", "canonical_key").iter_rows())
    for row in found.document_entities.iter_rows(named=True):
        if row["is_seeded"] or row["place_key"]:
            assert keys[row["entity_id"]] == row["local_key"]


@settings(max_examples=150, deadline=None)
@given(st.sets(st.tuples(st.sampled_from("abc"), st.sampled_from(FORMS)), max_size=6))
def test_two_persons_of_one_document_stay_two(names: set[tuple[str, str]]) -> None:
    """Full names that one document gives to two persons are never one entity, nor over others."""
    things = [thing(document, "PERSON", name, around="ML") for document, name in sorted(names)]

    found = resolved(things).document_entities.select("document_id", "entity_id")

    assert found.height == found.n_unique()


@settings(max_examples=30, deadline=None)
@given(collections())
def test_resolving_again_changes_nothing(things: list[Row]) -> None:
    """The result of resolution, resolved, is itself."""
    once = resolved(things)
    again = resolve_entities(once.document_entities, counts_of(once.document_entities))

    assert once.entities.equals(again.entities)
    assert once.document_entities.equals(again.document_entities)

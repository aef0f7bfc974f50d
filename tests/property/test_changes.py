"""Laws of the plan: the path to a state of the files does not matter, only the state.

A world is a mapping from (source, path) to what the file holds; a warehouse is simulated by
applying plans to two frames, and each step lists unchanged files exactly as a run does.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field, replace

import polars as pl
from hypothesis import given, settings
from hypothesis import strategies as st

from tasks.sources.changes import ChangePlan, plan_changes, unchanged_files
from tasks.sources.problems import Problem
from tasks.sources.readings import FileOutline, RecordOutline
from warehouse.tables.raw import DOCUMENT_FILES

SOURCES = ("/a", "/a/sub", "/b.txt")
DOCUMENTS_SCHEMA = {
    "document_id": pl.String,
    "stated_metadata": pl.String,
    "extraction_fingerprint": pl.String,
    "path": pl.String,
}
Place = tuple[str, str]
World = dict[Place, "File"]


@dataclass(frozen=True)
class File:
    """What a file holds: its texts, and what its sidecar states."""

    texts: tuple[str, ...]
    metadata: str | None


@dataclass(frozen=True)
class Step:
    """One run: the files as they are then, the sources that it is given, its fingerprint."""

    world: World
    sources: tuple[str, ...]
    fingerprint: str
    is_reversed: bool
    unreachable: frozenset[Place] = frozenset()


@dataclass
class Warehouse:
    """The two frames that a run knows, and what the extraction saw of each document."""

    files: pl.DataFrame = field(default_factory=DOCUMENT_FILES.polars_schema.to_frame)
    documents: pl.DataFrame = field(default_factory=lambda: pl.DataFrame(schema=DOCUMENTS_SCHEMA))

    def run(self, step: Step) -> ChangePlan:
        """Plan a step and apply it."""
        known_documents = self.documents.drop("path")
        unchanged = unchanged_files(self.files, known_documents, step.fingerprint)
        outlines = [
            cut_off(place) if place in step.unreachable else outline(place, file, unchanged)
            for place, file in sorted(step.world.items(), reverse=step.is_reversed)
            if place[0] in step.sources
        ]
        plan = plan_changes(
            sources=step.sources,
            outlines=outlines,
            known_files=self.files.reverse() if step.is_reversed else self.files,
            known_documents=known_documents,
            fingerprint=step.fingerprint,
        )
        self._apply(plan, step.fingerprint)
        return plan

    def _apply(self, plan: ChangePlan, fingerprint: str) -> None:
        stays = self.files.filter(~pl.col("source").is_in(plan.replaced_sources))
        self.files = pl.concat([stays, plan.document_files]).sort(DOCUMENT_FILES.key)
        gone = [*plan.removed_document_ids, *plan.replaced_document_ids]
        extracted = plan.owners.with_columns(extraction_fingerprint=pl.lit(fingerprint))
        kept = self.documents.filter(~pl.col("document_id").is_in(gone))
        self.documents = pl.concat([kept, extracted.select(kept.columns)]).sort("document_id")


def sha256(*parts: str) -> str:
    """Return a hash of the parts."""
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()


def outline(
    place: Place, file: File, unchanged: dict[Place, tuple[str, str | None]]
) -> FileOutline:
    """Return the outline that reading the file gives."""
    source, path = place
    hashes = (sha256(*file.texts), file.metadata and sha256(file.metadata))
    is_unchanged = unchanged.get(place) == hashes
    return FileOutline(
        source=source,
        path=path,
        byte_count=1,
        file_sha256=hashes[0],
        sidecar_sha256=hashes[1],
        is_unchanged=is_unchanged,
        records=()
        if is_unchanged
        else tuple(
            RecordOutline(
                record_index=index, document_id=sha256(text), stated_metadata=file.metadata
            )
            for index, text in enumerate(file.texts)
        ),
    )


def cut_off(place: Place) -> FileOutline:
    """Return the outline of a file that the system keeps us from."""
    source, path = place
    problem = Problem(path=path, record_index=0, rule="r", reason="why", outcome="failed")
    return FileOutline(source=source, path=path, is_unreachable=True, problems=(problem,))


def full_run(world: World, fingerprint: str) -> Warehouse:
    """Return the warehouse of one run over everything."""
    warehouse = Warehouse()
    warehouse.run(Step(world, SOURCES, fingerprint, is_reversed=False))
    return warehouse


places = st.one_of(
    st.tuples(st.sampled_from(SOURCES[:2]), st.sampled_from(["1.txt", "2.txt", "é/3.jsonl"])),
    st.just((SOURCES[2], "")),
)
# few texts and few metadata, so that files share documents and owners change
contents = st.builds(
    File,
    texts=st.lists(st.sampled_from("uvwx"), min_size=1, max_size=3).map(tuple),
    metadata=st.sampled_from([None, "m", "n"]),
)
worlds = st.dictionaries(places, contents, max_size=6)
steps = st.builds(
    Step,
    world=worlds,
    sources=st.lists(st.sampled_from(SOURCES), min_size=1, unique=True).map(tuple),
    fingerprint=st.sampled_from(["0" * 16, "1" * 16]),
    is_reversed=st.booleans(),
    unreachable=st.frozensets(places, max_size=3),
)


# one step takes milliseconds, but the machine of the tests may be busy
@settings(deadline=None)
@given(history=st.lists(steps, max_size=5), last=steps, order=st.permutations(SOURCES))
def test_any_history_that_ends_on_the_same_files_equals_one_full_run(
    history: list[Step], last: Step, order: list[str]
) -> None:
    """After every source was read in its final state, one by one, nothing recalls the history."""
    warehouse = Warehouse()
    for step in history:
        warehouse.run(step)
    for source in order:
        warehouse.run(replace(last, sources=(source,), unreachable=frozenset()))

    expected = full_run(last.world, last.fingerprint)
    assert warehouse.files.equals(expected.files)
    assert warehouse.documents.equals(expected.documents)


@settings(deadline=None)
@given(history=st.lists(steps, max_size=3), last=steps)
def test_a_second_run_over_the_same_files_changes_nothing(history: list[Step], last: Step) -> None:
    """Running twice is running once, and the second plan says so."""
    warehouse = Warehouse()
    for step in [*history, last]:
        warehouse.run(step)
    files, documents = warehouse.files, warehouse.documents

    again = warehouse.run(replace(last, is_reversed=not last.is_reversed))

    assert not again.has_changes
    assert set(again.outcomes["outcome"]) <= {"unchanged", "failed"}
    assert warehouse.files.equals(files)
    assert warehouse.documents.equals(documents)


@settings(deadline=None)
@given(history=st.lists(steps, max_size=3), last=steps)
def test_the_plan_does_not_depend_on_the_order_of_files(history: list[Step], last: Step) -> None:
    """Files and known rows may come in any order."""
    plans = []
    for is_reversed in (False, True):
        warehouse = Warehouse()
        for step in history:
            warehouse.run(step)
        plans.append(warehouse.run(replace(last, is_reversed=is_reversed)))

    first, second = plans
    assert first.document_files.equals(second.document_files)
    assert first.owners.equals(second.owners)
    assert first.outcomes.equals(second.outcomes)
    assert first.removed_document_ids == second.removed_document_ids


@settings(deadline=None)
@given(step=steps, history=st.lists(steps, max_size=3))
def test_documents_are_exactly_the_texts_that_files_hold(history: list[Step], step: Step) -> None:
    """Equal bytes are one document; a document without file is gone; each row has its document."""
    warehouse = Warehouse()
    for earlier in history:
        warehouse.run(earlier)
    plan = warehouse.run(replace(step, sources=SOURCES, unreachable=frozenset()))

    texts = {sha256(text) for file in step.world.values() for text in file.texts}
    assert set(warehouse.documents["document_id"]) == texts
    assert warehouse.documents["document_id"].is_unique().all()
    assert set(warehouse.files["document_id"]) == texts
    assert not set(plan.removed_document_ids) & set(plan.documents_to_extract)
    assert set(plan.replaced_document_ids) <= set(plan.documents_to_extract)
    keys = plan.outcomes.select("source", "path", "record_index")
    assert keys.is_unique().all()


@settings(deadline=None)
@given(history=st.lists(steps, max_size=3), last=steps)
def test_what_cannot_be_reached_keeps_its_rows(history: list[Step], last: Step) -> None:
    """A run changes no row of a file that it cannot reach, and no document of it goes."""
    warehouse = Warehouse()
    for step in history:
        warehouse.run(step)
    met = last.unreachable & last.world.keys()
    is_met = pl.concat_list("source", "path").is_in([list(place) for place in met])
    before = warehouse.files.filter(is_met) if met else warehouse.files.clear()

    warehouse.run(last)

    after = warehouse.files.filter(is_met) if met else warehouse.files.clear()
    assert after.equals(before)
    assert set(before["document_id"]) <= set(warehouse.documents["document_id"])

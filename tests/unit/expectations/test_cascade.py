"""References to refused and missing rows, without any engine."""

from __future__ import annotations

import pytest

from expectations.cascade import find_orphans
from tests.gate_frames import all_frames, many_documents, other_frames
from tests.gate_rows import Frames, change_row, id_of, sha256


def lost_rows(frames: Frames, refused: dict[str, set[int]]) -> dict[str, list[int]]:
    """Return the orphans by table, leaving out tables without."""
    lost: dict[str, list[int]] = {}
    for item in find_orphans(frames, refused):
        if item.rows:
            lost.setdefault(item.table_name, []).extend(item.rows)
    return {name: sorted(rows) for name, rows in lost.items()}


def test_find_orphans_finds_none_among_whole_frames() -> None:
    """Every reference of the sample frames leads somewhere, and all of them are judged."""
    found = find_orphans(all_frames(), {})

    assert [item.rows for item in found if item.rows] == []
    assert ("core.figures", "core.sentences") in {
        (item.table_name, item.reference.target) for item in found
    }


def test_find_orphans_follows_a_document_to_all_its_rows() -> None:
    """With a document goes everything that was read from it, and nothing of another document."""
    frames = many_documents(["a", "b"])

    assert lost_rows(frames, {"raw.documents": {0}}) == {
        "raw.passages": [0, 1],
        "core.sentences": [0, 1],
        "core.signatures": [0],
        "core.document_entities": [0, 1, 2],
        "core.entity_mentions": [0, 1, 2],
        "core.roles": [0],
        "core.relations": [0, 1],
        "core.figures": [0, 1, 2, 3],
        "core.dates": [0],
        "core.quotes": [0],
        "core.rejected_numbers": [0],
    }


def test_find_orphans_follows_chains() -> None:
    """A refused passage takes its sentence, and the sentence what was read in it."""
    assert lost_rows(all_frames(), {"raw.passages": {1}}) == {
        "core.sentences": [1],
        "core.relations": [0],
        "core.figures": [2, 3],
        "core.dates": [0],
    }


def test_find_orphans_follows_a_part_to_its_whole() -> None:
    """A figure whose whole is refused is lost, through any number of steps."""
    frames = all_frames()
    frames["core.figures"] = change_row(
        frames["core.figures"], 2, {"total_figure_id": id_of("100 kilometers")}
    )

    assert lost_rows(frames, {"core.figures": {1}}) == {"core.figures": [0, 2]}


def test_find_orphans_follows_an_entity() -> None:
    """What a document says of an entity that is refused is lost, figures without one stay."""
    assert lost_rows(all_frames(), {"core.entities": {0}}) == {
        "core.document_entities": [0],
        "core.entity_mentions": [0],
        "core.roles": [0],
        "core.relations": [1],
        "core.figures": [0],
        "core.quotes": [0],
    }


def test_find_orphans_follows_an_entity_of_a_document() -> None:
    """Between mention and entity stands the thing that the document names."""
    frames = many_documents(["a", "b"]) | other_frames()

    assert lost_rows(frames, {"core.document_entities": {4}}) == {
        "core.entity_mentions": [4],
        "core.roles": [1],
        "core.relations": [3],
    }


def test_find_orphans_finds_an_entity_of_another_number() -> None:
    """Document, position and id must lead to one row together."""
    frames = all_frames()
    frames["core.figures"] = change_row(frames["core.figures"], 0, {"place_entity_index": 1})

    assert lost_rows(frames, {}) == {"core.figures": [0]}


def test_find_orphans_finds_a_reference_to_a_missing_row() -> None:
    """A row of a document that leads to no row at all is lost too."""
    frames = all_frames()
    frames["core.dates"] = change_row(frames["core.dates"], 0, {"sentence_index": 7})

    assert lost_rows(frames, {}) == {"core.dates": [0]}


def test_find_orphans_lets_a_file_lead_to_a_document_of_an_earlier_run() -> None:
    """Only files of a document that is refused now are lost: others may be in the warehouse."""
    frames = all_frames()
    elsewhere = change_row(frames["raw.document_files"], 0, {"document_id": sha256("earlier")})

    assert "raw.document_files" not in lost_rows(frames | {"raw.document_files": elsewhere}, {})
    assert lost_rows(frames, {"raw.documents": {0}})["raw.document_files"] == [0]


@pytest.mark.parametrize("missing", ["core.entities", "core.sentences"])
def test_find_orphans_judges_no_reference_out_of_the_frames(missing: str) -> None:
    """A table that is not given is nobody's fault."""
    frames = all_frames()
    del frames[missing]

    assert lost_rows(frames, {}) == {}
    assert missing not in {item.reference.target for item in find_orphans(frames, {})}

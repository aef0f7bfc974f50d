"""The gold of entities is read as it is marked; its scores are those that a hand computes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from evaluation.entities.gold import GoldCollection, GoldDocument, read_collections, read_document
from evaluation.entities.ours import stage
from evaluation.entities.scoring import ClusterScores, b_cubed

if TYPE_CHECKING:
    from pathlib import Path

    from evaluation.entities.ours import Place

MARKED = """\
tarsk-1 2019-05-04
[Ada Korr|korr] left [Tarsk|tarsk].

[Korr|korr] came back.
"""


def test_marks_are_cut_and_lines_are_joined() -> None:
    """Offsets count in the text without marks; a line break is one space."""
    document = read_document(MARKED)

    assert (document.key, document.published) == ("tarsk-1", "2019-05-04")
    assert document.text == "Ada Korr left Tarsk. Korr came back."
    assert [
        (document.text[name.start_char : name.end_char], name.thing) for name in document.names
    ] == [("Ada Korr", "korr"), ("Tarsk", "tarsk"), ("Korr", "korr")]


@pytest.mark.parametrize(
    ("block", "message"),
    [
        pytest.param("tarsk-2\nHe left.", "needs an id and a day", id="no_day"),
        pytest.param("tarsk-2 2019 May\nHe left.", "needs an id and a day", id="three_words"),
        pytest.param("tarsk-2 2019-05-04\n[Korr] left.", "tarsk-2: a bracket", id="no_thing"),
        pytest.param("tarsk-2 2019-05-04\n[Korr|Korr] left.", "tarsk-2: a bracket", id="capitals"),
        pytest.param("tarsk-2 2019-05-04\nKorr|korr left.", "tarsk-2: a bracket", id="bar"),
    ],
)
def test_what_cannot_be_read_is_refused(block: str, message: str) -> None:
    """A bad head or a bad mark names its document."""
    with pytest.raises(ValueError, match=message):
        read_document(block)


def test_collections_of_a_folder_come_in_order(tmp_path: Path) -> None:
    """Sets are read file by file, each with its documents."""
    second = "== set c\n-- c-1 2019-05-04\nNobody came.\n"
    first = (
        f"== set a\n-- a-1 2019-05-04\n[It|it] rained.\n-- a-2 2019-05-05\n[It|it] froze.\n{second}"
    )
    (tmp_path / "b.txt").write_text(second.replace("c", "d"), encoding="utf-8")
    (tmp_path / "a.txt").write_text(first, encoding="utf-8")

    found = list(read_collections(tmp_path))

    assert [collection.key for collection in found] == ["a", "c", "d"]
    assert [document.key for document in found[0].documents] == ["a-1", "a-2"]
    assert [document.text for document in found[0].documents] == ["It rained.", "It froze."]


def test_part_of_a_collection_depends_on_its_name_only() -> None:
    """About one in three is for the test, whatever the documents."""
    parts = [GoldCollection(f"set-{number}", ()).split for number in range(300)]
    documents = (GoldDocument("a", "2019-05-04", "", ()),)

    assert parts == [GoldCollection(f"set-{number}", documents).split for number in range(300)]
    assert 70 < parts.count("test") < 130
    assert set(parts) == {"dev", "test"}


def test_documents_are_staged_as_a_run_stages_them() -> None:
    """Each document has an id of its own and the counts of its text."""
    staged = stage([read_document(MARKED), read_document("b 2019-05-04\nÉtat")])

    assert staged["key"].to_list() == ["tarsk-1", "b"]
    assert staged["document_id"].str.len_chars().to_list() == [64, 64]
    assert staged["document_id"].n_unique() == 2
    assert staged.select("char_count", "byte_count").row(1) == (4, 5)


@pytest.mark.parametrize(
    ("pairs", "precision", "recall"),
    [
        pytest.param([("a", "1"), ("a", "1"), ("b", "2")], 1.0, 1.0, id="perfect"),
        # Two of three names of entity 1 are of a, one of b: (2/3 + 2/3 + 1/3) / 3.
        pytest.param([("a", "1"), ("a", "1"), ("b", "1")], 5 / 9, 1.0, id="too_much_in_one"),
        pytest.param([("a", "1"), ("a", "1"), ("a", "2")], 1.0, 5 / 9, id="too_much_apart"),
        # Precision: 1/2, 1/2, 1. Recall: 1/2, 1, 1/2.
        pytest.param([("a", "1"), ("b", "1"), ("a", "2")], 2 / 3, 2 / 3, id="both"),
        # A name that the gold lacks is wrong in ours: (1/2 + 0) / 2; so is one that we lack.
        pytest.param([("a", "1"), (None, "1")], 1 / 4, 1.0, id="not_in_the_gold"),
        pytest.param([("a", "1"), ("a", None)], 1.0, 1 / 4, id="not_in_ours"),
        pytest.param([], 1.0, 1.0, id="nothing"),
    ],
)
def test_b_cubed_by_hand(
    pairs: list[tuple[str | None, str | None]], precision: float, recall: float
) -> None:
    """Precision and recall are means over the names of ours and of the gold."""
    assert b_cubed(pairs) == pytest.approx((precision, recall))


def scores(ours: dict[Place, str], *, other: dict[Place, str] | None = None) -> ClusterScores:
    """Return the scores of a collection of one document, and of a second one like it."""
    document = read_document(MARKED)
    found = ClusterScores()
    found.add(GoldCollection("one", (document,)), ours)
    if other is not None:
        found.add(GoldCollection("two", (document,)), other)
    return found


RIGHT: dict[Place, str] = {
    ("tarsk-1", 0, 8): "k",
    ("tarsk-1", 14, 19): "t",
    ("tarsk-1", 21, 25): "k",
}


def test_right_answers_score_one() -> None:
    """Names of entities do not matter, only which mentions share one."""
    found = scores(RIGHT)

    assert found.mention_f1 == 1.0
    assert found.b_cubed_f1(is_matched=True) == found.b_cubed_f1(is_matched=False) == 1.0


def test_missing_and_additional_names_count_in_all_only() -> None:
    """``matched`` judges linking alone; ``all`` judges what is found too."""
    ours = {("tarsk-1", 0, 8): "k", ("tarsk-1", 21, 25): "k", ("tarsk-1", 26, 30): "x"}

    found = scores(ours)

    assert found.mention_f1 == pytest.approx(2 * 2 / 6)
    assert found.b_cubed_f1(is_matched=True) == 1.0
    # Precision: 1, 1, 0. Recall: 1, 1, 0.
    assert found.b_cubed_f1(is_matched=False) == pytest.approx(2 / 3)


def test_names_that_are_one_entity_cost_precision() -> None:
    """All three names as one: precision 5/9, recall 1."""
    found = scores(dict.fromkeys(RIGHT, "k"))

    assert found.b_cubed_f1(is_matched=True) == pytest.approx(2 * (5 / 9) / (5 / 9 + 1))


def test_other_bounds_are_another_name() -> None:
    """A name is found only with exact bounds."""
    found = scores({("tarsk-1", 4, 8): "k"})

    assert found.mention_f1 == 0.0
    assert found.b_cubed_f1(is_matched=False) == 0.0


def test_things_of_two_collections_are_never_one() -> None:
    """The same entity in two collections is two."""
    assert scores(RIGHT, other=RIGHT).b_cubed_f1(is_matched=False) == 1.0


def test_nothing_to_find_and_nothing_found_is_right() -> None:
    """An empty gold is not a fault of ours."""
    assert ClusterScores().mention_f1 == 1.0
    assert ClusterScores().b_cubed_f1(is_matched=False) == 1.0

"""The declared evaluation sets: which there are, and where they are looked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from evaluation.corpora.inventory import READERS
from evaluation.scores.classes import classes_of
from evaluation.sets import SETS, chosen_sets, find_set, read_set
from warehouse.errors import UsageError

if TYPE_CHECKING:
    from pathlib import Path

BY_NAME = {declared.name: declared for declared in SETS}


def test_sets_have_names_readers_and_classes_of_their_own() -> None:
    """Each can be read and its names be scored."""
    assert len(BY_NAME) == len(SETS)
    for declared in SETS:
        assert declared.source in READERS
        assert classes_of(declared.labels)


def test_test_sets_are_no_dev_sets() -> None:
    """No file is both tuned on and reported."""
    dev = {file for declared in SETS if declared.kind == "dev" for file in declared.files}
    test = {file for declared in SETS if declared.kind == "test" for file in declared.files}

    assert dev
    assert not dev & test


@pytest.mark.parametrize("place", ["", "training", "benchmarks"])
def test_set_is_found_itself_or_one_folder_below(place: str, tmp_path: Path) -> None:
    """The user gives one folder for all corpora."""
    pud = BY_NAME["pud"]
    file = tmp_path / place / pud.files[0]
    file.parent.mkdir(parents=True)
    file.write_text("# sent_id = a\n# text = Hi\n1\tHi\tO\n", encoding="utf-8")

    folder = find_set(pud, tmp_path)

    assert folder == tmp_path / place
    assert [text.text for text in read_set(pud, tmp_path / place)] == ["Hi"]


def test_set_with_a_missing_file_is_absent(tmp_path: Path) -> None:
    """A treebank without its names is not half scored."""
    file = tmp_path / BY_NAME["ewt-test"].files[0]
    file.parent.mkdir()
    file.touch()

    assert find_set(BY_NAME["ewt-test"], tmp_path) is None
    assert find_set(BY_NAME["ewt-test"], None) is None


def test_our_gold_is_always_there() -> None:
    """It needs no folder."""
    folder = find_set(BY_NAME["gold-dev"], None)

    assert folder is not None
    assert read_set(BY_NAME["gold-dev"], folder)


def test_sets_are_chosen_by_name_and_kind() -> None:
    """In the order of their declaration."""
    assert [s.name for s in chosen_sets([], "dev")] == ["gold-dev", "gum-dev", "re3d-dev"]
    assert [s.name for s in chosen_sets(["pud", "gold-dev"], "all")] == ["gold-dev", "pud"]


@pytest.mark.parametrize(
    ("names", "split", "message"), [(["puddle"], "all", "gold-dev"), (["pud"], "dev", "--split")]
)
def test_choice_that_leaves_nothing_is_wrong_usage(
    names: list[str], split: str, message: str
) -> None:
    """A wrong name is answered with the right ones."""
    with pytest.raises(UsageError, match=message):
        chosen_sets(names, split)  # type: ignore[arg-type]

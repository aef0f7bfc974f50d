"""One thing, one label: the whole document settles what the model files under several."""

from __future__ import annotations

import pytest

from tasks.nlp.linking.labels import settled_label
from tests.linked_texts import linked, read_marked, things_of


def test_rare_label_gives_way_to_the_frequent_one() -> None:
    """A name that is a body twice and a person once is a body each time."""
    found = linked("[Varek|ORG] came. [Varek|ORG] saw. [Varek|PERSON] left.")

    assert things_of(found) == [["Varek", "Varek", "Varek"]]
    assert [mention.label for mention in found.mentions] == ["ORG", "ORG", "ORG"]
    assert found.mentions[2].link_rule == "same_name_other_label"


def test_name_of_several_words_needs_no_majority() -> None:
    """Two words are rarely two things; the label of the first mention decides."""
    found = linked("[Varek Tide|ORG] came. [Varek Tide|EVENT] left.")

    assert things_of(found) == [["Varek Tide", "Varek Tide"]]
    assert found.entities[0].label == "ORG"


@pytest.mark.parametrize(
    "marked",
    [
        pytest.param("[Varek|ORG] met [Varek|PERSON].", id="equal_shares_of_one_word"),
        pytest.param("[Varek|WEAPON], [Varek|WEAPON], [Varek|LAW]", id="labels_never_confused"),
    ],
)
def test_labels_that_stay(marked: str) -> None:
    """One word under two labels as often, and labels that models do not confuse, stay two."""
    assert len(linked(marked).entities) == 2


def test_known_name_keeps_its_label() -> None:
    """A mention whose thing the seeds know is not filed anew."""
    found = linked("[Mali|PERSON], [Mali|PERSON] and [Mali|GPE mali]")

    assert [mention.label for mention in found.mentions] == ["PERSON", "PERSON", "GPE"]


@pytest.mark.parametrize(
    ("labels", "main", "expected"),
    [
        pytest.param(["ORG", "PERSON", "PERSON"], "ORG", "ORG", id="main_family_counts"),
        pytest.param(["GPE", "LOC", "LOC"], "GPE", "LOC", id="most_frequent_place"),
        pytest.param(["LOC", "GPE"], "LOC", "GPE", id="tie_by_vocabulary"),
        pytest.param(["LOC", "GPE", "PERSON", "PERSON"], "FAC", "PERSON", id="main_not_among"),
    ],
)
def test_settled_label(labels: list[str], main: str, expected: str) -> None:
    """The most frequent label of the main family is that of the thing."""
    _, mentions = read_marked(" ".join(f"[Varek|{label}]" for label in labels))

    assert settled_label(mentions, main) == expected

"""Names from scores of tags."""

from __future__ import annotations

import numpy as np
import pytest

from tasks.nlp.encoder.names import NameDecoder, NameSpan

TAGS = ["O", "B-ORG", "I-ORG", "B-GPE", "I-GPE"]


def scores(*rows: str) -> np.ndarray:
    """Return scores that prefer one tag for each word."""
    found = np.zeros((len(rows), len(TAGS)), dtype=np.float32)
    for place, tag in enumerate(rows):
        found[place, TAGS.index(tag)] = 5
    return found


def starts(count: int, *places: int) -> np.ndarray:
    """Return flags of sentence starts."""
    flags = np.zeros(count, dtype=bool)
    flags[[0, *places]] = True
    return flags


def test_names_that_touch_stay_apart() -> None:
    """A new B begins a new name."""
    found = NameDecoder(TAGS).spans([scores("B-ORG", "I-ORG", "B-ORG", "O")], starts(4))

    assert found == [NameSpan(0, 2, "ORG"), NameSpan(2, 3, "ORG")]


def test_a_name_at_the_very_end_is_found() -> None:
    """Nothing need follow a name."""
    assert NameDecoder(TAGS).spans([scores("O", "B-GPE", "I-GPE")], starts(3)) == [
        NameSpan(1, 3, "GPE")
    ]


def test_no_name_lies_across_a_sentence_start() -> None:
    """The rest of such a name is cut off, or becomes another one."""
    found = NameDecoder(TAGS).spans([scores("B-ORG", "I-ORG", "I-ORG")], starts(3, 1))

    assert all(not name.first < 1 < name.end for name in found)
    assert found


@pytest.mark.parametrize("label", ["ORG", "GPE"])
def test_no_name_lies_across_windows(label: str) -> None:
    """Of a sentence in two windows, the second begins a name of its own or none."""
    first, second = scores("O", f"B-{label}"), scores(f"I-{label}", "O")

    found = NameDecoder(TAGS).spans([first, second], starts(4))

    assert NameSpan(1, 2, label) in found
    assert all(not name.first < 2 < name.end for name in found)


def test_scores_of_the_caller_stay_as_they_are() -> None:
    """What cannot be is ruled out in a copy, so the same scores can be read again."""
    window = scores("I-ORG", "I-ORG")
    before = window.copy()

    NameDecoder(TAGS).spans([window], starts(2, 1))

    assert (window == before).all()


def test_a_name_never_changes_its_label() -> None:
    """The best allowed tags are taken together, not word by word."""
    wanted = scores("B-ORG", "I-GPE", "I-GPE")
    wanted[0, TAGS.index("B-GPE")] = 4

    assert NameDecoder(TAGS).spans([wanted], starts(3)) == [NameSpan(0, 3, "GPE")]


def test_transitions_count() -> None:
    """A step that was learned to be unlikely is avoided."""
    learned = np.zeros((5, 5), dtype=np.float32)
    learned[0, 1] = -9

    assert NameDecoder(TAGS, learned).spans([scores("O", "B-ORG")], starts(2)) == []


def test_windows_of_any_length_do_not_touch_each_other() -> None:
    """Windows found together give what each gives alone."""
    random = np.random.default_rng(2)
    windows = [random.normal(size=(n, 5)).astype(np.float32) for n in (1, 30, 3, 1, 7)]
    decoder = NameDecoder(TAGS)
    alone, offset = [], 0
    for window in windows:
        found = decoder.spans([window], starts(len(window)))
        alone += [NameSpan(name.first + offset, name.end + offset, name.label) for name in found]
        offset += len(window)

    assert decoder.spans(windows, starts(offset, 1, 31, 34, 35)) == alone


def test_transitions_of_another_size_are_refused() -> None:
    """Files that do not fit together are told apart."""
    with pytest.raises(ValueError, match="transitions of shape"):
        NameDecoder(TAGS, np.zeros((2, 2), dtype=np.float32))

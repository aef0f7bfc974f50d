"""Spellings of names from other scripts fold to one form."""

from __future__ import annotations

import pytest

from tasks.resolution.spelling import spelled_alike


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("timofeev", "timofeyev"),
        ("andrey", "andrei"),
        ("andrej", "andrey"),
        ("mohammed", "muhammad"),
        ("mohamed", "mohammad"),
        ("khalid", "halid"),
        ("yusuf", "yousuf"),
        ("karimoff", "karimov"),
        ("wasiliev", "vasiliev"),
        ("abdulla", "abdullla"),
        ("filip", "philip"),
        ("tariq", "tarik"),
        ("yelena", "elena"),
        ("sharif", "scharif"),
    ],
)
def test_transliterations_fold_to_one_form(one: str, other: str) -> None:
    """What transliterations write differently is written alike."""
    assert spelled_alike(one) == spelled_alike(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("petrov", "petrova"), ("ada", "ana"), ("korr", "kerr"), ("ivan", "jovan")],
)
def test_other_names_stay_other(one: str, other: str) -> None:
    """Folding does not make one name of two."""
    assert spelled_alike(one) != spelled_alike(other)


@pytest.mark.parametrize("word", ["e", "ye", "gh", "aaaa", "y", "щука", "7"])
def test_every_word_folds_to_a_word(word: str) -> None:
    """Folding leaves at least a letter, of short words and of other scripts too."""
    assert spelled_alike(word)

"""Names as words that can be compared: case, accents, legal forms, acronyms, initials."""

from __future__ import annotations

import pytest

from tasks.nlp.linking.names import (
    body_tokens,
    initials_of,
    is_acronym,
    is_sublist,
    name_tokens,
)
from warehouse.names import normalise_name


@pytest.mark.parametrize(
    ("name", "key"),
    [
        pytest.param("Jürgen  Vosk", "jurgen-vosk", id="accent_and_spaces"),
        pytest.param("ÉLAN", "elan", id="case"),
        pytest.param("Vosk's", "vosk", id="possessive"),
        pytest.param("Vosk\u2019s", "vosk", id="curly_possessive"),
        pytest.param("al-Darweesh", "al-darweesh", id="hyphen"),
        pytest.param("…", "unnamed", id="no_letter"),
        pytest.param("Ростань", "ростань", id="other_script"),
        pytest.param("-Vosk-", "vosk", id="marks_at_the_ends"),
    ],
)
def test_key_has_no_case_accents_or_marks(name: str, key: str) -> None:
    """The key of an unknown name is its folded words with hyphens."""
    assert normalise_name(name) == key


@pytest.mark.parametrize("name", ["Jürgen Vosk", "al-Darweesh", "U.N.", "…", "Ростань", "Ǆ İ ﬁ"])
def test_key_of_a_key_is_the_key(name: str) -> None:
    """Normalising twice is normalising once."""
    assert normalise_name(normalise_name(name)) == normalise_name(name)


@pytest.mark.parametrize(
    ("name", "tokens"),
    [
        pytest.param("Kestrelline Arms N.V.", ("kestrelline", "arms"), id="dotted_legal_form"),
        pytest.param("Kestrelline Pte. Ltd.", ("kestrelline",), id="two_legal_forms"),
        pytest.param("Holding", ("holding",), id="no_legal_form"),
        pytest.param("Ltd", ("ltd",), id="nothing_else"),
        pytest.param("K.L.B.", ("klb",), id="dotted_acronym"),
        pytest.param("Ltd Brothers", ("ltd", "brothers"), id="form_in_front"),
    ],
)
def test_body_loses_its_legal_form(name: str, tokens: tuple[str, ...]) -> None:
    """A legal form at the end is no part of a body's name, and dots in acronyms are none."""
    assert body_tokens(name) == tokens


def test_person_keeps_what_would_be_a_legal_form() -> None:
    """Legal forms are of bodies: a person may be called so."""
    assert name_tokens("Ada Sa") == ("ada", "sa")


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("KLB", True),
        ("G7", False),
        ("K.L.B.", True),
        ("KLBs", True),
        ("R&D", True),
        ("Klb", False),
        ("K", False),
        ("KLB Union", False),
        ("ABCDEFGHIJKL", False),
    ],
)
def test_acronym_is_capitals_only(name: str, *, expected: bool) -> None:
    """An acronym has two capitals or more, is one word, and is not long."""
    assert is_acronym(name) is expected


@pytest.mark.parametrize(
    ("name", "initials"),
    [
        pytest.param("Kestrel Lake Bureau", {"klb"}, id="capitals"),
        pytest.param("Bureau of Lake Transport", {"bolt", "blt"}, id="small_words"),
        pytest.param("Kestrel-Lake Bureau", {"klb"}, id="hyphen"),
        pytest.param("Kestrel", set(), id="one_word"),
        pytest.param("12 Kestrel", set(), id="number"),
    ],
)
def test_initials_with_and_without_small_words(name: str, initials: set[str]) -> None:
    """Acronyms take the small words or leave them out."""
    assert initials_of(name) == initials


@pytest.mark.parametrize(
    ("part", "expected"),
    [(("b", "c"), True), (("a", "c"), False), (("c", "b"), False), (("a", "b", "c"), True)],
)
def test_sublist_is_together_and_in_order(part: tuple[str, ...], *, expected: bool) -> None:
    """Words of a part stand beside each other in the whole, in its order."""
    assert is_sublist(part, ("a", "b", "c")) is expected

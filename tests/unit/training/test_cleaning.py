"""Silver names that cannot be trusted say nothing."""

from pathlib import Path

import pytest

from evaluation.corpora.annotated import AnnotatedText, Name
from training.cleaned import UNKNOWN, with_cleaned_names, write_names
from training.tags import WordTag
from training.vetting import checked, majorities, vetoed

PERSON, GPE = frozenset({"PERSON"}), frozenset({"GPE"})


def silver(text: str, *names: Name) -> AnnotatedText:
    """Return a text of GMB."""
    return AnnotatedText(text, "gmb", text, ((0, len(text)),), names=names)


def test_cleaned_names_come_back_from_their_file(tmp_path: Path) -> None:
    """Key, place and labels are kept; what became of the names is counted."""
    before = silver("Kenya voted", Name(0, 5, PERSON))
    after = silver("Kenya voted", Name(0, 5, GPE), Name(6, 11, UNKNOWN))
    counts = write_names([after], tmp_path / "names.jsonl")
    assert counts == {"kept": 1, "unknown": 1}
    assert list(with_cleaned_names([before], tmp_path / "names.jsonl")) == [after]


def test_a_text_without_a_record_is_an_error(tmp_path: Path) -> None:
    """A file of another corpus is not taken silently."""
    write_names([], tmp_path / "names.jsonl")
    with pytest.raises(KeyError):
        list(with_cleaned_names([silver("Kenya voted")], tmp_path / "names.jsonl"))


def test_the_gazetteer_overrules_a_mark_of_another_kind() -> None:
    """It narrows what it knows, and says nothing where it knows several things."""
    known = {"Kenya": GPE, "Jordan": PERSON | GPE}
    text = silver("Kenya met Jordan", Name(0, 5, PERSON), Name(10, 16, frozenset({"ORG"})))
    names = checked(text, known, {}).names or ()
    assert [name.labels for name in names] == [GPE, UNKNOWN]


def test_a_surface_form_keeps_its_majority() -> None:
    """Four of five marks are one; the fifth says nothing."""
    texts = [silver("Bush spoke", Name(0, 4, PERSON)) for _ in range(4)]
    texts.append(silver("Bush spoke", Name(0, 4, GPE)))
    most = majorities(texts)
    found = [(checked(text, {}, most).names or ())[0].labels for text in texts]
    assert found == [PERSON] * 4 + [UNKNOWN]


def test_a_surface_form_without_a_majority_says_nothing() -> None:
    """Half of the marks are not enough."""
    texts = [silver("Bush", Name(0, 4, PERSON)), silver("Bush", Name(0, 4, GPE))]
    assert majorities(texts) == {"Bush": UNKNOWN}


def test_a_certain_network_vetoes_a_mark_and_a_missing_mark() -> None:
    """An uncertain one does neither."""
    text = AnnotatedText(
        "key", "gmb", "Bush met Rao", ((0, 12),), names=(Name(0, 4, GPE),), exhaustive=PERSON
    )
    sure = [
        WordTag(0, 4, "B-PERSON", 0.99),
        WordTag(5, 8, "O", 0.99),
        WordTag(9, 12, "B-PERSON", 0.95),
    ]
    unsure = [WordTag(tag.start, tag.end, tag.tag, 0.6) for tag in sure]
    assert vetoed(text, sure).names == (Name(0, 4, UNKNOWN), Name(9, 12, UNKNOWN))
    assert vetoed(text, unsure).names == text.names

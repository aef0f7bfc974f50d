"""Scores of names: what is a hit, a miss, and what is not counted."""

from __future__ import annotations

import pytest

from evaluation.corpora.annotated import AnnotatedText, Name
from evaluation.scores.classes import classes_of
from evaluation.scores.counts import Counts
from evaluation.scores.names import Found, add_scores, report_names, score_names
from warehouse.vocabularies import ENTITY_LABELS

TEXT = "Police in Port Sudan met Amina Bakri of Radio Omdurman."
PORT_SUDAN = (10, 20)
AMINA_BAKRI = (25, 36)
RADIO = (40, 54)
UNER = classes_of("uner")
ALL = frozenset(ENTITY_LABELS)


def annotated(
    *names: tuple[tuple[int, int], str], exhaustive: frozenset[str] = ALL
) -> AnnotatedText:
    """Return the text with names; labels are written with a semicolon between them."""
    marks = tuple(
        Name(*span, frozenset(label for label in labels.split(";") if label))
        for span, labels in names
    )
    return AnnotatedText("t", "gold", TEXT, ((0, len(TEXT)),), names=marks, exhaustive=exhaustive)


def test_same_offsets_and_label_are_a_hit() -> None:
    """An exact hit is an overlap hit too; what is missed costs recall only."""
    text = annotated((PORT_SUDAN, "GPE"), (AMINA_BAKRI, "PERSON"))

    scores = score_names(text, [Found(*PORT_SUDAN, "GPE")], classes_of("gold"))

    assert scores["GPE"].exact == scores["GPE"].overlap == Counts(1, 1, 1)
    assert scores["PERSON"].exact == scores["PERSON"].overlap == Counts(0, 0, 1)


def test_wrong_offsets_are_an_overlap_hit_only() -> None:
    """A part of a name with the right label overlaps."""
    scores = score_names(
        annotated((AMINA_BAKRI, "PERSON")), [Found(31, 36, "PERSON")], classes_of("gold")
    )

    assert scores["PERSON"].exact == Counts(0, 1, 1)
    assert scores["PERSON"].overlap == Counts(1, 1, 1)


def test_wrong_label_is_a_false_name_and_a_missed_one() -> None:
    """The label decides, also for overlap."""
    scores = score_names(
        annotated((PORT_SUDAN, "GPE")), [Found(*PORT_SUDAN, "PERSON")], classes_of("gold")
    )

    assert scores["GPE"].overlap == Counts(0, 0, 1)
    assert scores["PERSON"].overlap == Counts(0, 1, 0)


def test_one_gold_name_is_hit_once() -> None:
    """Two predictions inside of one name are one overlap hit."""
    found = [Found(25, 30, "PERSON"), Found(31, 36, "PERSON")]

    scores = score_names(annotated((AMINA_BAKRI, "PERSON")), found, classes_of("gold"))

    assert scores["PERSON"].overlap == Counts(1, 2, 1)


@pytest.mark.parametrize("label", ["GPE", "LOC", "FAC"])
def test_place_of_any_kind_hits_a_place_of_unknown_kind(label: str) -> None:
    """Where the corpus has only LOC, our three labels of places are one class."""
    scores = score_names(annotated((PORT_SUDAN, "GPE;LOC;FAC")), [Found(*PORT_SUDAN, label)], UNER)

    assert scores == {"LOC": scores["LOC"]}
    assert scores["LOC"].exact == Counts(1, 1, 1)


@pytest.mark.parametrize("label", ["NORP", "EVENT", "PRODUCT", "WEAPON"])
def test_label_that_a_corpus_does_not_have_is_not_counted(label: str) -> None:
    """Neither alone nor over a gold name."""
    text = annotated((RADIO, "ORG"))

    scores = score_names(text, [Found(*RADIO, label), Found(0, 6, label)], UNER)

    assert set(scores) == {"ORG"}
    assert scores["ORG"].exact == Counts(0, 0, 1)


def test_label_that_is_marked_now_and_then_counts_only_near_gold() -> None:
    """GUM marks some events: one that touches no gold name says nothing, another does."""
    text = annotated((RADIO, "ORG"), exhaustive=frozenset({"ORG"}))

    apart = score_names(text, [Found(0, 6, "EVENT")], classes_of("gum"))
    near = score_names(text, [Found(*RADIO, "EVENT")], classes_of("gum"))

    assert "EVENT" not in apart
    assert near["EVENT"].exact == Counts(0, 1, 0)


@pytest.mark.parametrize("label", ["WEAPON", "VEHICLE", "PRODUCT"])
def test_weapon_and_vehicle_count_as_the_product_of_a_corpus(label: str) -> None:
    """GUM's objects may be any of these."""
    text = annotated((RADIO, "PRODUCT;WORK_OF_ART;VEHICLE;WEAPON"))

    scores = score_names(text, [Found(*RADIO, label)], classes_of("gum"))

    assert scores["MISC"].exact == Counts(1, 1, 1)


def test_gold_of_unknown_label_is_neither_hit_nor_miss() -> None:
    """Nor is what is predicted over it."""
    text = annotated((PORT_SUDAN, ""), (RADIO, "ORG"))

    scores = score_names(text, [Found(15, 20, "GPE"), Found(*RADIO, "ORG")], classes_of("gold"))

    assert set(scores) == {"ORG"}
    assert scores["ORG"].exact == Counts(1, 1, 1)


def test_known_gold_beside_unknown_gold_is_still_hit() -> None:
    """A name with two marks, one of unknown label, counts for the label that is known."""
    text = annotated((PORT_SUDAN, ""), (PORT_SUDAN, "GPE"))

    scores = score_names(text, [Found(*PORT_SUDAN, "GPE")], classes_of("gold"))

    assert scores["GPE"].exact == Counts(1, 1, 1)


def test_named_only_leaves_out_predictions_without_a_capital() -> None:
    """As the gold of re3d leaves out common nouns."""
    found = [Found(37, 39, "ORG"), Found(*RADIO, "ORG")]

    scores = score_names(annotated((RADIO, "ORG")), found, classes_of("re3d"), named_only=True)

    assert scores["ORG"].exact == Counts(1, 1, 1)


def test_report_sums_texts_and_classes() -> None:
    """The total is micro-averaged."""
    text = annotated((PORT_SUDAN, "GPE"), (AMINA_BAKRI, "PERSON"))
    one = score_names(text, [Found(*PORT_SUDAN, "GPE")], classes_of("gold"))

    report = report_names(add_scores([one, one]))

    assert report["exact"] == {
        "f1": 66.67, "precision": 100.0, "recall": 50.0, "hits": 2, "predicted": 2, "gold": 4,
    }  # fmt: skip
    assert list(report["labels"]) == ["GPE", "PERSON"]


def test_corpus_whose_labels_overlap_cannot_be_scored() -> None:
    """GMB's labels share out ours in no clear way."""
    with pytest.raises(ValueError, match="gmb"):
        classes_of("gmb")

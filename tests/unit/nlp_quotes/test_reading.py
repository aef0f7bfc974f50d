"""The reports of a whole Doc."""

import pytest
from spacy.tokens import Doc

from tasks.nlp.quotes.reading import LONGEST_SENTENCE, read_reports
from tests.parsed import english, parsed
from tests.parsed_reports import ENVOY, NINE_DIED, THAT_SAFE, said

TWO = (
    "Envoys/NOUN/nsubj>said said=say/VERB:VBD/ROOT "
    + NINE_DIED.format("ccomp>said")
    + "Doctors/NOUN/nsubj>warned warned=warn/VERB:VBD/ROOT "
    + THAT_SAFE.format("ccomp>warned")
)


def padded(words: int) -> Doc:
    """Return a Doc of one sentence: a report, with words behind it up to a number."""
    start = ["Envoys", "said", "men", "died"]
    rest = words - len(start)
    return Doc(
        english().vocab,
        words=start + ["so"] * rest,
        pos=["NOUN", "VERB", "NOUN", "VERB"] + ["ADV"] * rest,
        tags=["NNS", "VBD", "NNS", "VBD"] + ["RB"] * rest,
        lemmas=["envoy", "say", "man", "die"] + ["so"] * rest,
        heads=[1, 1, 3, 1] + [3] * rest,
        deps=["nsubj", "ROOT", "nsubj", "ccomp"] + ["advmod"] * rest,
    )


def test_reports_stand_in_the_order_of_their_cues() -> None:
    """Each sentence has its own."""
    assert said(TWO) == [("Envoys", "said", "nine men died"), ("Doctors", "warned", "it was safe")]


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        (0, 5, []),
        (0, 12, ["said"]),
        (30, 60, ["warned"]),
        (0, 60, ["said", "warned"]),
    ],
)
def test_only_cues_in_the_stretches_are_read(first: int, last: int, expected: list[str]) -> None:
    """Tables and page furniture report nothing."""
    found = read_reports(parsed(TWO), [(first, last)])

    assert [report.cue.text for report in found] == expected


def test_stretches_are_read_one_behind_the_other() -> None:
    """Words between two stretches are left out."""
    doc = parsed(TWO)
    warned = doc.text.index("warned")
    found = read_reports(doc, [(0, 5), (warned, warned + 6)])

    assert [report.cue.text for report in found] == ["warned"]


@pytest.mark.parametrize(("words", "expected"), [(LONGEST_SENTENCE, 1), (LONGEST_SENTENCE + 1, 0)])
def test_endless_sentence_is_not_read(words: int, expected: int) -> None:
    """What is longer than a sentence can be is a list."""
    doc = padded(words)

    assert len(read_reports(doc, [(0, len(doc.text))])) == expected


@pytest.mark.parametrize("label", ["amod", "aux", "cop", "case", "mark", "fixed"])
def test_words_of_grammar_are_no_cues(label: str) -> None:
    """``the said man``, ``going to``: a cue is a verb or noun of its own."""
    notation = (
        f"Envoys/NOUN/nsubj>said said=say/VERB:VBD/{label}>left "
        + THAT_SAFE.format("ccomp>said")
        + "left=leave/VERB:VBD/ROOT"
    )

    assert said(notation) == []


def test_finite_verb_is_read_whatever_its_class() -> None:
    """A parse that takes ``notes`` for a noun but gives it a verb's tag is right about the tag."""
    notation = ENVOY.format("notes") + "notes/NOUN:VBZ/ROOT " + THAT_SAFE.format("ccomp>notes")

    assert said(notation) == [("envoy", "notes", "it was safe")]


def test_words_of_a_phrase_are_no_second_cue() -> None:
    """In ``as told by police`` the verb is a part of the phrase."""
    notation = (
        "Nine/NUM/nsubj>died died=die/VERB:VBD/ROOT ,/PUNCT/punct>told as/SCONJ/mark>told "
        "told=tell/VERB:VBN/advcl>died by/ADP/case>police police/NOUN/obl:agent>told"
    )

    assert said(notation) == [("police", "as told by", "Nine died")]


def test_first_word_of_a_phrase_may_be_a_cue_by_itself() -> None:
    """``in`` and ``by`` open phrases and stand everywhere."""
    notation = ENVOY.format("said") + "said=say/VERB:VBD/ROOT by/ADP/case>Osk Osk/PROPN/obl>said "

    assert said(notation + THAT_SAFE.format("ccomp>said")) == [("envoy", "said", "it was safe")]


def test_capitals_do_not_hide_a_cue() -> None:
    """Headlines shout."""
    notation = "ENVOYS/NOUN/nsubj>SAY SAY=say/VERB:VBP/ROOT NINE/NUM/nsubj>DIED DIED/VERB/ccomp>SAY"

    assert said(notation) == [("ENVOYS", "SAY", "NINE DIED")]


def test_text_without_a_cue_has_no_reports() -> None:
    """Most sentences report nothing."""
    assert said("Nine/NUM/nsubj>died died=die/VERB:VBD/ROOT") == []

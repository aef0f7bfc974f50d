"""What has the property of which a percentage tells the share."""

from __future__ import annotations

import pytest

from tests.parsed import parsed, read_parsed

OF_ARMS = "of/ADP/case>arms the/DET/det>arms arms/NOUN/nmod>percent "
ARMS = "80/NUM/nummod>percent percent/NOUN/{0}>{1} " + OF_ARMS
TAKE = "take/VERB/ROOT 80/NUM/nummod>percent percent/NOUN/obj>take " + OF_ARMS
CASES = {
    "adjective": (ARMS.format("nsubj", "old") + "were/AUX/cop>old old/ADJ/ROOT", "old"),
    "noun with its modifiers": (
        ARMS.format("nsubj", "guns") + "were/AUX/cop>guns heavy/ADJ/amod>guns guns/NOUN/ROOT",
        "heavy guns",
    ),
    "participle without its auxiliary": (
        ARMS.format("nsubj:pass", "sold") + "were/AUX/aux:pass>sold sold=sell/VERB/ROOT",
        "sold",
    ),
    "participle with its agent": (
        ARMS.format("nsubj:pass", "sold")
        + "were/AUX/aux:pass>sold sold=sell/VERB/ROOT by/ADP/case>firms firms/NOUN/obl>sold",
        "sold by firms",
    ),
    "predicate with its negation": (
        ARMS.format("nsubj:pass", "sold")
        + "were/AUX/aux:pass>sold never/ADV/advmod>sold sold=sell/VERB/ROOT",
        "never sold",
    ),
    "predicate up to the first mark": (
        ARMS.format("nsubj", "need") + "need/VERB/ROOT repair/NOUN/obj>need ,/PUNCT/punct>need "
        "he/PRON/nsubj>said said=say/VERB/parataxis>need",
        "need repair",
    ),
    "what of them is": (
        (
            "Arms/NOUN/nsubj>came came=come/VERB/ROOT ,/PUNCT/punct>percent "
            "80/NUM/nummod>percent percent/NOUN/parataxis>came of/ADP/case>them "
            "them/PRON/nmod>percent new/ADJ/amod>rifles rifles/NOUN/appos>percent"
        ),
        "new rifles",
    ),
    "noun that goes on a list": (
        (
            "Wages/NOUN/nsubj>take take/VERB/ROOT 9/NUM/nummod>percents percents/NOUN/obj>take "
            "of/ADP/case>costs costs/NOUN/nmod>percents ,/PUNCT/punct>fuel fuel/NOUN/conj>percents "
            "80/NUM/nummod>percent percent/NOUN/orphan>fuel"
        ).replace("percents", "percent"),
        "fuel",
    ),
    "subject of a verb": ("The/DET/det>tanks tanks/NOUN/nsubj>take " + TAKE, "tanks"),
    "subject that accounts for it": (
        "Tanks/NOUN/nsubj>account account/VERB/ROOT for/ADP/case>percent "
        "80/NUM/nummod>percent percent/NOUN/obl>account " + OF_ARMS,
        "Tanks",
    ),
}
NOTHING = {
    "no whole": (
        "80/NUM/nummod>percent percent/NOUN/nsubj>old were/AUX/cop>old old/ADJ/ROOT",
        "80 percent",
    ),
    "a pronoun": ("They/PRON/nsubj>take " + TAKE, "80 percent"),
    "a verb that does not make a share": (
        "Thieves/NOUN/nsubj>sold "
        + TAKE.replace(">take", ">sold").replace("take/VERB", "sold=sell/VERB"),
        "80 percent",
    ),
    "size of a change": (
        "Wages/NOUN/nsubj>rose rose=rise/VERB/ROOT 80/NUM/nummod>percent percent/NOUN/obj>rose",
        "80 percent",
    ),
    "a count": (
        (
            "80/NUM/nsubj>old of/ADP/case>arms the/DET/det>arms arms/NOUN/nmod>80 were/AUX/cop>old "
            "old/ADJ/ROOT"
        ),
        "80",
    ),
}


@pytest.mark.parametrize(("notation", "expected"), CASES.values(), ids=CASES)
def test_share_is_the_property(notation: str, expected: str) -> None:
    """A share that is the subject has its predicate, one that is the object has the subject."""
    share = read_parsed(parsed(notation))["80 percent"].share

    assert share is not None
    assert share.text == expected


@pytest.mark.parametrize(("notation", "figure"), NOTHING.values(), ids=NOTHING)
def test_share_without_property(notation: str, figure: str) -> None:
    """Where nothing is said of the share, the property stays open."""
    assert read_parsed(parsed(notation))[figure].share is None

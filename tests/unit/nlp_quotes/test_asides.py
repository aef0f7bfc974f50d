"""Insertions that say who speaks."""

import pytest

from tests.parsed_reports import only, said

TEN_MEN = "Ten/NUM/nummod>men men/NOUN/nsubj:pass>held "
WERE_HELD = "were=be/AUX/aux:pass>held held=hold/VERB:VBN/ROOT"
POLICE = ",/PUNCT/punct>{0} police/NOUN/nsubj>{0} "
INSERTIONS = {
    "between commas": (
        TEN_MEN
        + POLICE.format("said")
        + "said=say/VERB:VBD/parataxis>held ,/PUNCT/punct>said "
        + WERE_HELD,
        ("police", "said", "Ten men | were held"),
    ),
    "tied to the noun before": (
        TEN_MEN
        + POLICE.format("said")
        + "said=say/VERB:VBD/acl:relcl>men ,/PUNCT/punct>said "
        + WERE_HELD,
        ("police", "said", "Ten men | were held"),
    ),
    "behind as": (
        TEN_MEN + ",/PUNCT/punct>noted as/SCONJ/mark>noted police/NOUN/nsubj>noted "
        "noted=note/VERB:VBD/advcl>held ,/PUNCT/punct>noted " + WERE_HELD,
        ("police", "noted", "Ten men | were held"),
    ),
    "taken for an adverbial clause": (
        TEN_MEN
        + WERE_HELD
        + " ,/PUNCT/punct>said said=say/VERB:VBD/advcl>held police/NOUN/nsubj>said",
        ("police", "said", "Ten men were held"),
    ),
    "with adverbials of its own": (
        TEN_MEN + POLICE.format("said") + "said=say/VERB:VBD/parataxis>held "
        "on/ADP/case>Monday Monday/PROPN/obl>said ,/PUNCT/punct>said " + WERE_HELD,
        ("police", "said", "Ten men | were held"),
    ),
    "at the end": (
        TEN_MEN + WERE_HELD + " " + POLICE.format("said") + "said=say/VERB:VBD/parataxis>held",
        ("police", "said", "Ten men were held"),
    ),
    "between two clauses": (
        TEN_MEN
        + WERE_HELD
        + " "
        + POLICE.format("said")
        + "said=say/VERB:VBD/parataxis>held ,/PUNCT/punct>fled and/CCONJ/cc>fled "
        "two/NUM/nsubj>fled fled=flee/VERB:VBD/conj>held",
        ("police", "said", "Ten men were held | and two fled"),
    ),
    "before a second verb": (
        TEN_MEN
        + WERE_HELD
        + " "
        + POLICE.format("said")
        + "said=say/VERB:VBD/parataxis>held ,/PUNCT/punct>fled and/CCONJ/cc>fled "
        "fled=flee/VERB:VBD/conj>held",
        ("police", "said", "Ten men were held"),
    ),
    "before a contrast": (
        TEN_MEN
        + WERE_HELD
        + " "
        + POLICE.format("said")
        + "said=say/VERB:VBD/parataxis>held ,/PUNCT/punct>fled but/CCONJ/cc>fled "
        "two/NUM/nsubj>fled fled=flee/VERB:VBD/conj>held",
        ("police", "said", "Ten men were held"),
    ),
}
NO_INSERTIONS = {
    "relative clause": (
        TEN_MEN + ",/PUNCT/punct>said who/PRON:WP/nsubj>said said=say/VERB:VBD/acl:relcl>men "
        ",/PUNCT/punct>said " + WERE_HELD
    ),
    "relative clause without a pronoun": (
        TEN_MEN + "police/NOUN/nsubj>said said=say/VERB:VBD/acl:relcl>men " + WERE_HELD
    ),
    "no comma before": (
        TEN_MEN
        + "police/NOUN/nsubj>said said=say/VERB:VBD/acl:relcl>men ,/PUNCT/punct>men "
        + WERE_HELD
    ),
    "no comma behind": (
        TEN_MEN + POLICE.format("said") + "said=say/VERB:VBD/acl:relcl>men " + WERE_HELD
    ),
    "adverbial clause": (
        TEN_MEN + ",/PUNCT/punct>said when/ADV/advmod>said police/NOUN/nsubj>said "
        "said=say/VERB:VBD/advcl>held ,/PUNCT/punct>said " + WERE_HELD
    ),
    "no subject": (
        TEN_MEN
        + ",/PUNCT/punct>said said=say/VERB:VBD/parataxis>held ,/PUNCT/punct>said "
        + WERE_HELD
    ),
}
FELL = "Shells/NOUN/nsubj>fell fell=fall/VERB:VBD/ROOT ,/PUNCT/punct>{0} "
IN_OSK = "in/ADP/case>Osk Osk/PROPN/obl>fell"


@pytest.mark.parametrize("name", INSERTIONS)
def test_clause_around_an_insertion_is_its_content(name: str) -> None:
    """The content stands on both sides, and goes on with a clause that is not set against it."""
    notation, expected = INSERTIONS[name]

    assert said(notation) == [expected]


@pytest.mark.parametrize("name", NO_INSERTIONS)
def test_clauses_that_describe_are_no_insertions(name: str) -> None:
    """They say something of a noun or a time; the clause around is the article's."""
    assert all(content == "" for _, _, content in said(NO_INSERTIONS[name]))


@pytest.mark.parametrize("label", ["parataxis", "appos"])
def test_verb_taken_for_a_name_is_read(label: str) -> None:
    """``Admiral Orun notes`` looks like a name of three words."""
    notation = (
        FELL.format("notes") + "Admiral/PROPN/compound>notes Orun/PROPN/compound>notes "
        f"notes/NOUN/{label}>fell ,/PUNCT/punct>notes " + IN_OSK
    )
    report = only(notation, {"Orun": "PERSON"})

    assert report.rule == "verb/aside"
    assert [content.text for content in report.contents] == ["Shells fell", "in Osk"]
    assert report.source is not None
    assert report.source.named is not None
    assert report.source.named.text == "Orun"


NOUNS = {
    "no name before it": "field/NOUN/compound>notes notes/NOUN/appos>fell ,/PUNCT/punct>notes ",
    "capital": "Orun/PROPN/compound>Notes Notes/NOUN/appos>fell ,/PUNCT/punct>Notes ",
    "no verb of speech": "Orun/PROPN/compound>guns guns/NOUN/appos>fell ,/PUNCT/punct>guns ",
    "no mark behind it": "Orun/PROPN/compound>notes notes/NOUN/appos>fell ",
    "part of the clause": "Orun/PROPN/compound>notes notes/NOUN/obj>fell ,/PUNCT/punct>notes ",
}


@pytest.mark.parametrize("name", NOUNS)
def test_nouns_in_commas_are_no_verbs(name: str) -> None:
    """Only a lower-case verb of speech behind a name, with a mark behind it, is an insertion."""
    noun = NOUNS[name].partition("notes")[1] or ("Notes" if "Notes" in NOUNS[name] else "guns")

    assert said(FELL.format(noun) + NOUNS[name] + IN_OSK) == []

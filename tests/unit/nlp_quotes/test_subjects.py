"""Who speaks, in every voice and order of words, and who passes it on."""

import pytest

from tests.parsed_reports import ENVOY, NINE_DIED, THAT_SAFE, reports_of, said

SAID_SAFE = "said=say/VERB:VBD/{} " + THAT_SAFE.format("ccomp>said")
SPEAKERS = {
    "active": (ENVOY.format("said") + SAID_SAFE.format("ROOT"), "envoy"),
    "passive": (
        "A/DET/det>truce truce/NOUN/nsubj:pass>announced was=be/AUX/aux:pass>announced "
        "announced=announce/VERB:VBN/ROOT by/ADP/case>envoys envoys/NOUN/obl:agent>announced "
        + NINE_DIED.format("ccomp>announced"),
        "envoys",
    ),
    "passive without a label for the agent": (
        (
            "The/DET/det>raid raid/NOUN/nsubj:pass>called was=be/AUX/aux:pass>called "
            "called=call/VERB:VBN/ROOT crimes/NOUN/xcomp>called by/ADP/case>envoys "
            "envoys/NOUN/obl>called"
        ),
        "envoys",
    ),
    "behind a quotation": (
        (
            '"/PUNCT/punct>Go Go/VERB/ccomp>said ,/PUNCT/punct>Go "/PUNCT/punct>Go '
            "said=say/VERB:VBD/ROOT the/DET/det>envoy envoy/NOUN/dep>said"
        ),
        "envoy",
    ),
    "behind a quotation and a name of two words": (
        (
            '"/PUNCT/punct>Go Go/VERB/ccomp>said "/PUNCT/punct>Go ,/PUNCT/punct>Go '
            "said=say/VERB:VBD/ROOT Ivan/PROPN/compound>Petrov Petrov/PROPN/obj>said"
        ),
        "Ivan Petrov",
    ),
    "taken for a part of the verb": (
        "Police/NOUN/compound>said " + SAID_SAFE.format("ROOT"),
        "Police",
    ),
    "before a comma, and no subject": (
        "Envoys/NOUN/dep>said ,/PUNCT/punct>said " + SAID_SAFE.format("ROOT"),
        "Envoys",
    ),
    "of a second verb": (
        ENVOY.format("left")
        + "left=leave/VERB:VBD/ROOT and/CCONJ/cc>said "
        + SAID_SAFE.format("conj>left"),
        "envoy",
    ),
    "of a second verb behind a passive": (
        "The/DET/det>envoy envoy/NOUN/nsubj:pass>held was=be/AUX/aux:pass>held "
        "held=hold/VERB:VBN/ROOT and/CCONJ/cc>said " + SAID_SAFE.format("conj>held"),
        "envoy",
    ),
    "relative": (
        "The/DET/det>envoy envoy/NOUN/nsubj>left who/PRON:WP/nsubj>said "
        + SAID_SAFE.format("acl:relcl>envoy")
        + "left=leave/VERB:VBD/ROOT",
        "envoy",
    ),
    "participle": (
        "An/DET/det>envoy envoy/NOUN/nsubj>left saying=say/VERB:VBG/acl>envoy "
        + THAT_SAFE.format("ccomp>saying")
        + "left=leave/VERB:VBD/ROOT",
        "envoy",
    ),
    "pronoun it": ("It/PRON/nsubj>said " + SAID_SAFE.format("ROOT"), "It"),
}
NOBODY = {
    "question": "Who/PRON:WP/nsubj>said " + SAID_SAFE.format("ROOT"),
    "embedded question": (
        "We/PRON/nsubj>see see/VERB:VBP/ROOT who/PRON:WP/nsubj>said "
        + SAID_SAFE.format("ccomp>see")
    ),
    "told as the subject": (
        "The/DET/det>envoy envoy/NOUN/nsubj:pass>told was=be/AUX/aux:pass>told "
        "told=tell/VERB:VBN/ROOT " + THAT_SAFE.format("ccomp>told")
    ),
    "told in a clause of its own": (
        "Told=tell/VERB:VBN/advcl>left "
        + THAT_SAFE.format("ccomp>Told")
        + ENVOY.format("left")
        + "left=leave/VERB:VBD/ROOT"
    ),
}


@pytest.mark.parametrize("name", SPEAKERS)
def test_speaker_is_found(name: str) -> None:
    """Voice, inversion, coordination and relative clauses do not hide who speaks."""
    notation, expected = SPEAKERS[name]

    assert [source for source, _, _ in said(notation)] == [expected]


@pytest.mark.parametrize("name", NOBODY)
def test_nobody_is_no_speaker(name: str) -> None:
    """A question names nobody, and who is told something has not said it."""
    assert said(NOBODY[name]) == []


def test_listener_behind_a_quotation_does_not_speak() -> None:
    """``"Go", told Reuters`` lacks its speaker; Reuters is told."""
    notation = (
        '"/PUNCT/punct>Go Go/VERB/ccomp>told "/PUNCT/punct>Go ,/PUNCT/punct>Go '
        "told=tell/VERB:VBD/ROOT Reuters/PROPN/iobj>told"
    )

    assert reports_of(notation, {"Reuters": "ORG"}) == []


def test_noun_behind_a_verb_speaks_only_behind_a_quotation() -> None:
    """Without a quotation before it, a noun behind the verb is not the speaker."""
    notation = "Go/VERB/ccomp>said -/PUNCT/punct>Go said=say/VERB:VBD/ROOT envoys/NOUN/dep>said"

    assert said(notation) == []


FLED = "nine/NUM/nsubj>fled have/AUX/aux>fled fled=flee/VERB:VBN/ccomp>estimates "
ESTIMATES = "Envoys/NOUN/nsubj>estimates estimates=estimate/VERB:VBZ/ROOT that/SCONJ/mark>fled "
GOING_ON = {
    "of the same tense": "and/CCONJ/cc>warns warns=warn/VERB:VBZ/conj>fled ",
    "set off as a participle": ",/PUNCT/punct>warns warns=warn/VERB:VBG/advcl>fled ",
}


@pytest.mark.parametrize("name", GOING_ON)
def test_speaker_goes_on_behind_a_content(name: str) -> None:
    """A second cue in the content of the first one is the first speaker's."""
    notation = ESTIMATES + FLED + GOING_ON[name] + THAT_SAFE.format("ccomp>warns")

    assert said(notation) == [
        ("Envoys", "estimates", "nine have fled"),
        ("Envoys", "warns", "it was safe"),
    ]


def test_speaker_goes_on_behind_a_content_of_his_tense() -> None:
    """``said nine died and warned that``: the dead do not warn."""
    notation = (
        "Envoys/NOUN/nsubj>said said=say/VERB:VBD/ROOT nine/NUM/nsubj>died "
        "died=die/VERB:VBD/ccomp>said and/CCONJ/cc>warned warned=warn/VERB:VBD/conj>died "
        + THAT_SAFE.format("ccomp>warned")
    )

    assert said(notation)[1] == ("Envoys", "warned", "it was safe")


def test_second_cue_behind_a_predicate_without_tense_is_the_first_speakers() -> None:
    """In ``helps her leave and says`` the one who helps says it: the tense tells so."""
    notation = (
        ENVOY.format("helps")
        + "helps=help/VERB:VBZ/ROOT her/PRON/obj>helps leave/VERB:VB/xcomp>helps "
        "and/CCONJ/cc>says says=say/VERB:VBZ/conj>leave " + THAT_SAFE.format("ccomp>says")
    )

    assert said(notation) == [("envoy", "says", "it was safe")]


def test_that_tied_to_the_cue_hides_the_subject_behind_it() -> None:
    """In ``said that it`` the noun behind ``that`` does not speak, whatever the parse says."""
    notation = (
        ENVOY.format("left") + "left=leave/VERB:VBD/ROOT and/CCONJ/cc>said "
        "said=say/VERB:VBD/conj>left that/SCONJ/mark>said men/NOUN/nsubj>said died/VERB/dep>said"
    )

    assert said(notation) == [("envoy", "said", "men died")]


OMAR = "Omar/PROPN/{}>mayor Haddad/PROPN/flat>Omar ,/PUNCT/punct>mayor "
MAYOR = ",/PUNCT/punct>said the/DET/det>mayor mayor/NOUN/nsubj>died ,/PUNCT/punct>mayor "
MISTAKEN = {
    "day": (
        "Nine/NUM/nsubj>died died=die/VERB:VBD/ccomp>said "
        + MAYOR
        + OMAR.format("appos")
        + "said=say/VERB:VBD/ROOT Friday/PROPN/nsubj>said",
        {"Omar Haddad": "PERSON", "Friday": "DATE"},
        "Omar Haddad",
    ),
    "listener": (
        "Envoys/NOUN/dep>said said=say/VERB:VBD/ROOT to/ADP/case>reporters "
        "reporters/NOUN/nsubj>said " + THAT_SAFE.format("ccomp>said"),
        None,
        "Envoys",
    ),
    "thing before a relative clause": (
        "Rockets/NOUN/nsubj>fell at/ADP/case>Ruria Ruria/PROPN/nmod>Rockets ,/PUNCT/punct>said "
        "which/PRON:WDT/nsubj>said "
        + SAID_SAFE.format("acl:relcl>Rockets")
        + "fell=fall/VERB:VBD/ROOT",
        {"Ruria": "GPE"},
        "Ruria",
    ),
}


@pytest.mark.parametrize("name", MISTAKEN)
def test_days_and_things_are_no_speakers(name: str) -> None:
    """Where the parse has taken one for the subject, the noun before the verb speaks."""
    notation, names, expected = MISTAKEN[name]
    [report] = reports_of(notation, names)

    assert report.source is not None
    assert report.source.span.text == expected


@pytest.mark.parametrize("between", ["left=leave/VERB/dep>fell", "walls/NOUN/dep>fell"])
def test_speaker_is_not_looked_for_over_a_verb_or_a_thing(between: str) -> None:
    """Only a comma or a relative pronoun stands between a speaker and his verb."""
    notation = (
        f"Rockets/NOUN/nsubj>fell at/ADP/case>envoys envoys/NOUN/nmod>Rockets {between} "
        ",/PUNCT/punct>said which/PRON:WDT/nsubj>said "
        + SAID_SAFE.format("acl:relcl>Rockets")
        + "fell=fall/VERB:VBD/ROOT"
    )

    assert said(notation) == []

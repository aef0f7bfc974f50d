"""Contents that are clauses: said that, vowed to, denied firing."""

import pytest

from tests.parsed_reports import ENVOY, NINE_DIED, THAT_SAFE, only, said

FINITE = {
    "behind that": (
        ENVOY.format("said") + "said=say/VERB:VBD/ROOT " + THAT_SAFE.format("ccomp>said"),
        ("envoy", "said", "it was safe"),
    ),
    "without that": (
        ENVOY.format("said") + "said=say/VERB:VBD/ROOT " + NINE_DIED.format("ccomp>said"),
        ("envoy", "said", "nine men died"),
    ),
    "behind the person who is told": (
        ENVOY.format("told") + "told=tell/VERB:VBD/ROOT reporters/NOUN/iobj>told "
        "on/ADP/case>Monday Monday/PROPN/obl>told " + THAT_SAFE.format("ccomp>told"),
        ("envoy", "told", "it was safe"),
    ),
    "before its cue": (
        NINE_DIED.format("ccomp>said")
        + ",/PUNCT/punct>died the/DET/det>envoy envoy/NOUN/nsubj>said said=say/VERB:VBD/ROOT",
        ("envoy", "said", "nine men died"),
    ),
    "that tied to the cue": (
        ENVOY.format("said") + "said=say/VERB:VBD/ROOT that/SCONJ/mark>said "
        "it/PRON/nsubj>was was=be/VERB:VBD/parataxis>said there/ADV/advmod>was",
        ("envoy", "said", "it was there"),
    ),
    "that tied to the statement": (
        ENVOY.format("said") + "said=say/VERB:VBD/ROOT in/ADP/case>statement "
        "a/DET/det>statement statement/NOUN/obl>said " + THAT_SAFE.format("acl>statement"),
        ("envoy", "said", "it was safe"),
    ),
    "behind an adverbial before that": (
        ENVOY.format("said")
        + "said=say/VERB:VBD/ROOT on/ADP/case>Monday Monday/PROPN/obl>safe "
        + THAT_SAFE.format("ccomp>said"),
        ("envoy", "said", "it was safe"),
    ),
    "behind a colon": (
        ENVOY.format("said")
        + "said=say/VERB:VBD/ROOT :/PUNCT/punct>died "
        + NINE_DIED.format("parataxis>said"),
        ("envoy", "said", "nine men died"),
    ),
    "a question": (
        ENVOY.format("asked") + "asked=ask/VERB:VBD/ROOT whether/SCONJ/mark>safe "
        "it/PRON/nsubj>safe was=be/AUX/cop>safe safe/ADJ/ccomp>asked",
        ("envoy", "asked", "whether it was safe"),
    ),
}
URGED = ENVOY.format("urged") + "urged=urge/VERB:VBD/ROOT "
INFINITIVES = {
    "own": (
        ENVOY.format("vowed") + "vowed=vow/VERB:VBD/ROOT to/PART/mark>return "
        "return/VERB/xcomp>vowed",
        "to return",
    ),
    "refused as a deed": (
        ENVOY.format("refused") + "refused=refuse/VERB:VBD/ROOT to/PART/mark>recognise "
        "recognise/VERB/xcomp>refused courts/NOUN/obj>recognise",
        "to recognise courts",
    ),
    "of others": (
        URGED + "residents/NOUN/obl>urged to/PART/mark>leave leave/VERB/xcomp>urged",
        "to leave",
    ),
    "of others who are named": (
        URGED + "all/DET/det>residents residents/NOUN/obj>urged to/PART/mark>leave "
        "leave/VERB/xcomp>urged",
        "all residents to leave",
    ),
    "of a pronoun": (
        URGED + "them/PRON/obj>urged to/PART/mark>leave leave/VERB/xcomp>urged",
        "to leave",
    ),
    "behind a particle": (
        ENVOY.format("called") + "called=call/VERB:VBD/ROOT on/ADP/case>residents "
        "residents/NOUN/obl>called to/PART/mark>leave leave/VERB/xcomp>called",
        "to leave",
    ),
    "tied to the noun behind a particle": (
        ENVOY.format("called") + "called=call/VERB:VBD/ROOT on/ADP/case>residents "
        "residents/NOUN/obl>called to/PART/mark>leave leave/VERB/acl>residents",
        "to leave",
    ),
}
GERUNDS = {
    "bare": (
        ENVOY.format("denied") + "denied=deny/VERB:VBD/ROOT killing=kill/VERB:VBG/xcomp>denied "
        "nine/NUM/nummod>men men/NOUN/obj>killing",
        "killing nine men",
    ),
    "behind a preposition": (
        ENVOY.format("accused") + "accused=accuse/VERB:VBD/ROOT rebels/NOUN/obj>accused "
        "of/SCONJ/mark>killing killing=kill/VERB:VBG/advcl>accused men/NOUN/obj>killing",
        "killing men",
    ),
    "of being": (
        ENVOY.format("complained") + "complained=complain/VERB:VBD/ROOT of/SCONJ/mark>late "
        "being=be/AUX:VBG/cop>late late/ADJ/advcl>complained",
        "being late",
    ),
}


@pytest.mark.parametrize("name", FINITE)
def test_finite_clause_is_content(name: str) -> None:
    """It is found on either side of its cue, without ``that``."""
    notation, expected = FINITE[name]

    assert said(notation) == [expected]


@pytest.mark.parametrize("name", INFINITIVES)
def test_infinitive_is_content(name: str) -> None:
    """What a speaker or others are to do, with the others where a noun names them."""
    notation, expected = INFINITIVES[name]

    assert [content for _, _, content in said(notation)] == [expected]


@pytest.mark.parametrize("name", GERUNDS)
def test_gerund_is_content(name: str) -> None:
    """``denied killing`` and ``accused of killing`` report a deed."""
    notation, expected = GERUNDS[name]
    report = only(notation)

    assert (report.rule, report.contents[0].text) == ("verb/gerund", expected)


@pytest.mark.parametrize("silence", ["say", "comment", "confirm", "disclose"])
def test_silence_reports_nothing(silence: str) -> None:
    """Who declines to say something has not said it."""
    notation = (
        ENVOY.format("declined") + f"declined=decline/VERB:VBD/ROOT to/PART/mark>{silence} "
        f"{silence}/VERB/xcomp>declined " + NINE_DIED.format(f"ccomp>{silence}")
    )

    assert said(notation) == []


def test_promise_to_others_is_not_theirs() -> None:
    """In ``promised men to return`` the men are told it: no noun stands in the content."""
    notation = (
        ENVOY.format("promised") + "promised=promise/VERB:VBD/ROOT men/NOUN/iobj>promised "
        "to/PART/mark>return return/VERB/xcomp>promised"
    )

    assert only(notation).contents == ()


def test_clause_without_a_colon_is_no_content() -> None:
    """Two clauses side by side are two statements of the article."""
    notation = (
        ENVOY.format("spoke")
        + "spoke=speak/VERB:VBD/ROOT ,/PUNCT/punct>died "
        + NINE_DIED.format("parataxis>spoke")
    )

    assert said(notation) == []
    assert said(notation.replace("spoke=speak", "said=say").replace("spoke", "said")) == [
        ("envoy", "said", "")
    ]


def test_clause_of_another_noun_is_no_content() -> None:
    """``spoke for the view that it was safe`` does not say so."""
    notation = (
        ENVOY.format("said") + "said=say/VERB:VBD/ROOT for/ADP/case>reasons "
        "reasons/NOUN/obl>said " + THAT_SAFE.format("acl>reasons")
    )

    assert only(notation).contents == ()


def test_noun_behind_of_is_no_gerund() -> None:
    """``accused of theft`` names a crime; there is no clause to it."""
    notation = (
        ENVOY.format("accused") + "accused=accuse/VERB:VBD/ROOT rebels/NOUN/obj>accused "
        "of/ADP/case>theft theft/NOUN/obl>accused"
    )

    assert only(notation).rule == "verb/naming"

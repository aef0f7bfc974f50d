"""Nouns that report speech."""

import pytest

from tests.parsed_reports import THAT_SAFE, only, reports_of, said

CLAIM_SAFE = THAT_SAFE.format("acl>claim")
FELL = "fell=fall/VERB:VBD/ROOT"
OF_FLOODS = "of/ADP/case>floods floods/NOUN/nmod>warning "
CONTENTS = {
    "clause": (
        "Its/PRON/nmod:poss>claim claim/NOUN/nsubj>fell " + CLAIM_SAFE + FELL,
        ("Its", "claim", "it was safe"),
    ),
    "infinitive": (
        "Its/PRON/nmod:poss>vow vow/NOUN/nsubj>fell to/PART/mark>return return/VERB/acl>vow "
        + FELL,
        ("Its", "vow", "to return"),
    ),
    "noun behind of": (
        "Its/PRON/nmod:poss>warning warning/NOUN/nsubj>fell " + OF_FLOODS + FELL,
        ("Its", "warning", "floods"),
    ),
    "question": (
        "Its/PRON/nmod:poss>claims claims/NOUN/nsubj>fell about/SCONJ/mark>fled "
        "how/ADV:WRB/advmod>fled they/PRON/nsubj>fled fled=flee/VERB:VBD/acl>claims " + FELL,
        ("Its", "claims", "how they fled"),
    ),
    "question word tied to the noun": (
        "Its/PRON/nmod:poss>claims claims/NOUN/nsubj>fell about/ADP/case>how "
        "how/ADV:WRB/nmod>claims they/PRON/nsubj>fled fled=flee/VERB:VBD/acl>claims " + FELL,
        ("Its", "claims", "how they fled"),
    ),
}
HOLDERS = {
    "by": (
        "A/DET/det>claim claim/NOUN/nsubj>fell by/ADP/case>envoys envoys/NOUN/nmod>claim "
        + CLAIM_SAFE
        + FELL,
        "envoys",
    ),
    "from": (
        "A/DET/det>warning warning/NOUN/nsubj>fell from/ADP/case>envoys "
        "envoys/NOUN/nmod>warning " + OF_FLOODS + FELL,
        "envoys",
    ),
    "of": (
        "A/DET/det>claim claim/NOUN/nsubj>fell of/ADP/case>envoys envoys/NOUN/nmod>claim "
        + CLAIM_SAFE
        + FELL,
        "envoys",
    ),
    "owner": (
        "Envoys/NOUN/nmod:poss>claim 's/PART/case>Envoys claim/NOUN/nsubj>fell "
        + CLAIM_SAFE
        + FELL,
        "Envoys",
    ),
    "by goes before the owner": (
        "Osk/PROPN/nmod:poss>claim 's/PART/case>Osk claim/NOUN/nsubj>fell by/ADP/case>envoys "
        "envoys/NOUN/nmod>claim " + CLAIM_SAFE + FELL,
        "envoys",
    ),
    "body before it": (
        "Army/NOUN/compound>claim claim/NOUN/nsubj>fell " + CLAIM_SAFE + FELL,
        "Army",
    ),
    "subject of the verb": (
        "Envoys/NOUN/nsubj>made made=make/VERB:VBD/ROOT the/DET/det>claim claim/NOUN/obj>made "
        + CLAIM_SAFE,
        "Envoys",
    ),
    "owner goes before the subject": (
        "Envoys/NOUN/nsubj>heard heard/VERB:VBD/ROOT its/PRON/nmod:poss>claim "
        "claim/NOUN/obj>heard " + CLAIM_SAFE,
        "its",
    ),
}
NO_REPORTS = {
    "nobody holds it": "A/DET/det>claim claim/NOUN/nsubj>fell " + CLAIM_SAFE + FELL,
    "no content": "Its/PRON/nmod:poss>claim claim/NOUN/nsubj>fell " + FELL,
    "relative clause": (
        "Its/PRON/nmod:poss>claim claim/NOUN/nsubj>fell that/SCONJ/mark>made "
        "he/PRON/nsubj>made made=make/VERB:VBD/acl:relcl>claim " + FELL
    ),
    "judged by a verb of speech": (
        "Envoys/NOUN/nsubj>denied denied=deny/VERB:VBD/ROOT claims/NOUN/obj>denied "
        + THAT_SAFE.format("acl>claims")
    ),
    "no body before it": "Bogus/ADJ/amod>claim claim/NOUN/nsubj>fell " + CLAIM_SAFE + FELL,
    "another preposition": (
        "Its/PRON/nmod:poss>warning warning/NOUN/nsubj>fell in/ADP/case>May "
        "May/PROPN/nmod>warning " + FELL
    ),
    "it makes a claim": (
        "It/PRON/expl>makes makes=make/VERB:VBZ/ROOT the/DET/det>claim claim/NOUN/obj>makes "
        + CLAIM_SAFE
    ),
    "no object of the verb": (
        "Envoys/NOUN/nsubj>left left=leave/VERB:VBD/ROOT after/ADP/case>claim "
        "the/DET/det>claim claim/NOUN/obl>left " + CLAIM_SAFE
    ),
    "adjective": "Claimed/ADJ/amod>losses losses/NOUN/nsubj>fell " + FELL,
}


@pytest.mark.parametrize("name", CONTENTS)
def test_noun_has_a_content(name: str) -> None:
    """A clause, an infinitive, a noun behind ``of`` or a question says what is claimed."""
    notation, expected = CONTENTS[name]

    assert said(notation) == [expected]


@pytest.mark.parametrize("name", HOLDERS)
def test_noun_has_a_holder(name: str) -> None:
    """Who says it stands behind ``by`` or ``from``, before the noun, or is the subject."""
    notation, expected = HOLDERS[name]
    [report] = [report for report in reports_of(notation) if report.rule.startswith("noun/")]

    assert report.source is not None
    assert report.source.span.text == expected


@pytest.mark.parametrize("name", NO_REPORTS)
def test_nouns_that_report_nothing(name: str) -> None:
    """A noun needs somebody who says it, and what he says."""
    rules = [report.rule.partition("/")[0] for report in reports_of(NO_REPORTS[name])]

    assert not {"noun", "impersonal"} & {*rules}


@pytest.mark.parametrize("label", ["PERSON", "ORG", "GPE"])
def test_of_a_name_is_no_content(label: str) -> None:
    """``its criticism of Osk`` does not say ``Osk``."""
    notation = (
        "Its/PRON/nmod:poss>criticism criticism/NOUN/nsubj>fell of/ADP/case>Osk "
        "Osk/PROPN/nmod>criticism " + FELL
    )

    assert said(notation, {"Osk": label}) == []


def test_name_before_a_noun_is_a_body() -> None:
    """``Osk claims that`` are claims of Osk."""
    notation = "Osk/PROPN/compound>claim claim/NOUN/nsubj>fell " + CLAIM_SAFE + FELL

    assert said(notation, {"Osk": "GPE"}) == [("Osk", "claim", "it was safe")]
    assert said(notation, {"Osk": "WEAPON"}) == []


def test_rule_and_stance_are_those_of_the_noun() -> None:
    """A denial denies; quoted words beside a noun are not its content."""
    report = only(
        "Its/PRON/nmod:poss>denial denial/NOUN/nsubj>fell " + THAT_SAFE.format("acl>denial") + FELL
    )

    assert (report.rule, report.stance, report.takes_speech) == ("noun/denial", "denied", False)


HEARSAY = {
    "subject": "Claims/NOUN/nsubj>fell " + THAT_SAFE.format("acl>Claims") + FELL,
    "there are claims": (
        "There/PRON/expl>are are=be/VERB:VBP/ROOT claims/NOUN/nsubj>are "
        + THAT_SAFE.format("acl>claims")
    ),
}


@pytest.mark.parametrize("name", HEARSAY)
def test_claims_of_nobody_are_hearsay(name: str) -> None:
    """``there are claims that it was safe`` is said by somebody, and not by the article."""
    report = only(HEARSAY[name])

    assert (report.source, report.rule, report.stance) == (None, "impersonal/clause", "claimed")


@pytest.mark.parametrize("noun", ["fears", "denials", "promises"])
def test_only_claims_and_reports_are_hearsay(noun: str) -> None:
    """Fears, denials and promises of nobody are the article's own account."""
    assert said(f"{noun}/NOUN/nsubj>fell " + THAT_SAFE.format(f"acl>{noun}") + FELL) == []

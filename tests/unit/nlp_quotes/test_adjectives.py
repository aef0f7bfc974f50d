"""Adjectives that report what somebody is sure or afraid of."""

import pytest

from tests.parsed_reports import ENVOY, THAT_SAFE, only, said

IS_SURE = ENVOY.format("sure") + "is=be/AUX/cop>sure sure/ADJ/ROOT "
SURE_SAFE = THAT_SAFE.format("ccomp>sure")
READY = "is=be/AUX/cop>ready ready/ADJ/ROOT to/PART/mark>open open/VERB/xcomp>ready"
REPORTS = {
    "clause": (IS_SURE + SURE_SAFE, ("envoy", "sure", "it was safe")),
    "infinitive": (ENVOY.format("ready") + READY, ("envoy", "ready", "to open")),
    "relative clause": (
        "envoys/NOUN/ROOT who/PRON:WP/nsubj>sure are=be/AUX/cop>sure sure/ADJ/acl:relcl>envoys "
        + SURE_SAFE,
        ("envoys", "sure", "it was safe"),
    ),
}
NO_REPORTS = {
    "negated": (
        ENVOY.format("sure") + "is=be/AUX/cop>sure not/PART/advmod>sure sure/ADJ/ROOT " + SURE_SAFE
    ),
    "no predicate": ENVOY.format("sure") + "sure/ADJ/ROOT " + SURE_SAFE,
    "no subject": "Be/AUX/cop>sure sure/ADJ/ROOT " + SURE_SAFE,
    "no content": IS_SURE,
    "thing": "The/DET/det>road road/NOUN/nsubj>ready " + READY,
    "before a noun": "A/DET/det>sign sure/ADJ/amod>sign sign/NOUN/ROOT " + SURE_SAFE,
}


@pytest.mark.parametrize("name", REPORTS)
def test_predicate_reports(name: str) -> None:
    """Who is sure or ready says so."""
    notation, expected = REPORTS[name]

    assert said(notation) == [expected]


@pytest.mark.parametrize("name", NO_REPORTS)
def test_other_adjectives_report_nothing(name: str) -> None:
    """Only what persons and bodies are, not what they are not, and no road."""
    assert said(NO_REPORTS[name]) == []


def test_words_in_marks_beside_an_adjective_are_not_its_content() -> None:
    """It is a state, no act of speech; ``afraid`` warns."""
    report = only(
        ENVOY.format("afraid")
        + "is=be/AUX/cop>afraid afraid/ADJ/ROOT "
        + THAT_SAFE.format("ccomp>afraid")
    )

    assert (report.stance, report.takes_speech) == ("warned", False)

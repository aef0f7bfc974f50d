"""Who speaks in each report, in whose words it stands, and who passes it on."""

from __future__ import annotations

import pytest

from tasks.nlp.quotes.voices import Voices
from tests.attributed_texts import attributed


def chains(marked: str, rules: dict[int, str] | None = None) -> list[tuple[str | None, str | None]]:
    """Return the names of speaker and passer-on of each report, in order of the cues."""
    found = attributed(marked, rules=rules)
    voices = Voices(found.scene, found.reports, [])
    return [
        (who.name if who else None, via.name if via else None)
        for number in range(len(found.reports))
        for who, via in [(voices.speakers[number], voices.via(number))]
    ]


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        pytest.param("The {s1 army} {c1 said} {r1 so}.", [("army", None)], id="no_chain"),
        pytest.param(
            "The {s1 army}, quoted by {v1 [TASS|ORG]}, {c1 said} {r1 so}.",
            [("army", "TASS")],
            id="named_in_the_report",
        ),
        pytest.param(
            "{s1 [TASS|ORG]} {c1 said} {r1 the {s2 army} {c2 said} {r2 so}}.",
            [("TASS", None), ("army", "TASS")],
            id="speaker_around",
        ),
        pytest.param(
            "{s1 [Ada Korr|PERSON]} {c1 said} {r1 {s2 she} {c2 believed} {r2 so}}.",
            [("Ada Korr", None), ("Ada Korr", None)],
            id="same_person",
        ),
        pytest.param(
            "The {s1 army} {c1 said} {r1 {s2 Army} {c2 believed} {r2 so}}.",
            [("army", None), ("Army", None)],
            id="same_phrase",
        ),
        pytest.param(
            "The {s1 army} {c1 said} {r1 it} and {s2 [TASS|ORG]} {c2 said} {r2 so}.",
            [("army", None), ("TASS", None)],
            id="side_by_side",
        ),
        pytest.param(
            "{s1 [TASS|ORG]} {c1 said} {r1 the {s2 army}, quoted by {v2 [AFP|ORG]}, "
            "{c2 said} {r2 so}}.",
            [("TASS", None), ("army", "AFP")],
            id="named_one_counts_first",
        ),
        pytest.param(
            "{s1 [TASS|ORG]} {c1 said} {r1 the {s2 army} {c2 said} {r2 the {s3 mayor} {c3 said} "
            "{r3 so}}}.",
            [("TASS", None), ("army", "TASS"), ("mayor", "army")],
            id="the_next_one_of_three",
        ),
        pytest.param(
            "{s1 [TASS|ORG]} {c1 said} {r1 it is {c2 believed} {r2 so}}.",
            [("TASS", None), (None, None)],
            id="nobody_inside",
        ),
        pytest.param(
            "It is {c1 believed} {r1 the {s2 army} {c2 said} {r2 so}}.",
            [(None, None), ("army", None)],
            id="nobody_around",
        ),
    ],
)
def test_chain_of_sources(marked: str, expected: list[tuple[str | None, str | None]]) -> None:
    """Who is named as passing it on counts, else the speaker around, if that is another one."""
    assert chains(marked) == expected


def test_words_between_marks_are_words_around_too() -> None:
    """A report inside a quotation stands in the words of the quotation's speaker."""
    found = attributed('"The {s1 army} {c1 said} {r1 so}," {s2 [Ada Korr|PERSON]} {c2 said}.')
    voices = Voices(found.scene, found.reports, [(1, found.text.rindex('"'), 1)])

    via = voices.via(0)
    assert voices.outer == [1, None]
    assert via is not None
    assert via.name == "Ada Korr"


def test_speaker_of_the_words_around_is_known_first() -> None:
    """The cue stands behind its content; the pronoun inside still means its speaker."""
    found = attributed("{r1 {s2 she} {c2 believed} {r2 so}}, {s1 [Ada Korr|PERSON]} {c1 said}.")
    voices = Voices(found.scene, found.reports, [])

    assert [who.name for who in voices.speakers.values() if who] == ["Ada Korr", "Ada Korr"]


def test_pronoun_that_nobody_is_sure_of_is_the_one_around() -> None:
    """In somebody's words no source stays a mere pronoun."""
    marked = "The {s1 army} {c1 said} {r1 {s2 we} {c2 fear} {r2 so}}."

    assert chains(marked) == [("army", None), ("army", None)]


def test_reports_that_hold_each_other_end() -> None:
    """Contents that overlap crosswise give an answer and no endless loop."""
    marked = "{r1 {s2 army} {c2 said} {r2 {s1 mayor} {c1 said}}}"

    assert {name for name, _ in chains(marked)} == {"army", "mayor"}


def test_quote_takes_all_from_its_report() -> None:
    """A quotation has speaker, chain, cue and stance of its report, and the place given."""
    found = attributed("The {s1 army}, quoted by {v1 [TASS|ORG]}, {c1:denied denied} {r1 so}.")
    voices = Voices(found.scene, found.reports, [])

    quote = voices.quote(0, (4, 8), "indirect", "a/rule")
    assert (quote.span.text, quote.kind, quote.rule) == ("army", "indirect", "a/rule")
    assert quote.cue is not None
    assert (quote.cue.text, quote.stance) == ("denied", "denied")
    assert quote.speaker is not None
    assert quote.via is not None
    assert (quote.speaker.name, quote.via.name) == ("army", "TASS")

"""From the pronoun of a source to who it is, by its own place in the text; or to nobody."""

from __future__ import annotations

import pytest

from tasks.nlp.quotes.voices import Voices
from tests.attributed_texts import Known, attributed, speakers

PHRASE = {1: "phrase/according_to"}


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        pytest.param(
            "{a [Ada Korr|PERSON]} left. {s1 She} {c1 said} so.",
            ("Ada Korr", "person", "pronoun"),
            id="she",
        ),
        pytest.param(
            "{a [Ada Korr|PERSON]} left. {s1 He} {c1 said} so.",
            ("He", "pronoun", "unresolved"),
            id="other_gender",
        ),
        pytest.param(
            "{a:plural Two men} left. {s1 They} {c1 said} so.",
            ("Two men", "role", "pronoun"),
            id="they",
        ),
        pytest.param(
            "{s1 [Coast Bank|ORG]} {c1 agreed} to it. {s2 It} {c2 said} so.",
            ("Coast Bank", "organisation", "pronoun"),
            id="it",
        ),
        pytest.param(
            "{a [Coast Bank|ORG]} closed. {s2 It} {c2 said} so.",
            ("It", "pronoun", "unresolved"),
            id="it_only_for_who_spoke",
        ),
        pytest.param(
            "{a [Ada Korr|PERSON]} left. {s1 We} {c1 said} so.",
            ("We", "pronoun", "unresolved"),
            id="we",
        ),
        pytest.param(
            "{a [Ada Korr|PERSON]} left. {s1 I} {c1 said} so.",
            ("I", "pronoun", "unresolved"),
            id="i_outside_of_a_quotation",
        ),
        pytest.param(
            "{s1 [Ada Korr|PERSON]} {c1 said} so. [Eva Dell|PERSON] left. {s2 She} {c2 added} it.",
            ("Ada Korr", "person", "pronoun"),
            id="goes_on",
        ),
    ],
)
def test_pronoun_outside_of_reported_speech(marked: str, expected: Known) -> None:
    """A pronoun is somebody before it, or it stays what it is."""
    assert speakers(marked)[-1] == expected


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        pytest.param(
            "{a [Omar Dell|PERSON]} left. {s1 [Ole Korr|PERSON]} {c1 said} "
            "{r1 {s2 he} {c2 believed} {r2 it}}.",
            ("Ole Korr", "person", "pronoun"),
            id="he_is_the_speaker",
        ),
        pytest.param(
            "{a [Ada Dell|PERSON]} left. {s1 [Omar Korr|PERSON]} {c1 said} "
            "{r1 {s2 she} {c2 believed} {r2 it}}.",
            ("Ada Dell", "person", "pronoun"),
            id="she_is_another_one",
        ),
        pytest.param(
            "{s1 [Coast Bank|ORG]} {c1 said} {r1 {s2 it} {c2 believed} {r2 so}}.",
            ("Coast Bank", "organisation", "pronoun"),
            id="it_is_the_speaker",
        ),
        pytest.param(
            "{s1 [Ada Korr|PERSON]} {c1 said} {r1 {s2 I} {c2 believe} {r2 so}}.",
            ("Ada Korr", "person", "pronoun"),
            id="i_is_the_speaker",
        ),
        pytest.param(
            "{s1 [Ada Korr|PERSON]} {c1 said} {r1 {s2 it} {c2 believed} {r2 so}}.",
            ("Ada Korr", "person", "name"),
            id="nobody_else_is_left",
        ),
    ],
)
def test_pronoun_in_somebodys_words(marked: str, expected: Known) -> None:
    """In reported speech a pronoun means first the one who speaks, if it can."""
    assert speakers(marked)[-1] == expected


def test_speaker_stands_where_the_text_has_the_source() -> None:
    """The span is that of the pronoun or phrase, not of the name that it stands for."""
    found = attributed("{a [Ada Korr|PERSON]} left. {s1 She} {c1 said} so.")
    speaker = Voices(found.scene, found.reports, []).speakers[0]

    assert speaker is not None
    assert (speaker.span.text, speaker.span.start_char) == ("She", found.text.index("She"))
    assert speaker.entity_index == 0


def test_one_who_is_not_sure_is_forgotten() -> None:
    """A pronoun that nobody can resolve leads no later one astray."""
    marked = "{s1 They} {c1 said} so. {s2 They} {c2 added} more."

    assert speakers(marked) == [("They", "pronoun", "unresolved")] * 2


def test_speaker_by_a_phrase_can_be_meant_later() -> None:
    """Who spoke by ``according to`` is a speaker like any other."""
    found = attributed(
        "It fell, {c1 according to} {s1 [Ada Korr|PERSON]}. {s2 She} {c2 added} more.", rules=PHRASE
    )
    speaker = Voices(found.scene, found.reports, []).speakers[1]

    assert speaker is not None
    assert speaker.name == "Ada Korr"

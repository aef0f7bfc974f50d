"""Whom a pronoun means among those of whom the text spoke, and when nobody can be sure."""

from __future__ import annotations

import pytest

from tasks.nlp.quotes.antecedents import (
    REACH_SENTENCES,
    Antecedent,
    Memory,
    resolve_body,
    resolve_person,
    resolve_several,
)
from tasks.nlp.spans import Span, Speaker

END = 1_000
"""Where the pronoun stands: behind everybody."""


def one(
    name: str,
    sentence: int,
    gender: str | None = None,
    *,
    kind: str = "person",
    is_plural: bool = False,
    is_acting: bool = True,
) -> Antecedent:
    """Return somebody; who stands in a later sentence stands further behind."""
    start = sentence * 100 + len(name)
    speaker = Speaker(
        span=Span(start, start + len(name), name),
        name=name,
        entity_index=None,
        kind=kind,
        rule="pronoun",
    )
    return Antecedent(start, sentence, speaker, gender, is_plural, is_acting)


def person(
    pronoun: str,
    named: list[Antecedent],
    spoken: list[Antecedent] | None = None,
    *,
    sentence: int = 3,
    goes_on: bool = False,
) -> str | None:
    """Return the name of whom a pronoun means."""
    memory = Memory(sorted(named, key=lambda who: who.start_char), spoken or [])
    found = resolve_person(memory, pronoun, END, sentence, goes_on=goes_on)
    return found.name if found else None


KORR, ADA, DELL = one("Korr", 1), one("Ada", 1, "female"), one("Omar Dell", 1, "male")


@pytest.mark.parametrize(
    ("pronoun", "named", "expected"),
    [
        pytest.param("he", [KORR], "Korr", id="only_one"),
        pytest.param("he", [], None, id="nobody"),
        pytest.param("she", [DELL], None, id="other_gender"),
        pytest.param("she", [ADA, DELL], "Ada", id="her_of_two"),
        pytest.param("he", [ADA, DELL], "Omar Dell", id="him_of_two"),
        pytest.param("she", [ADA, KORR], "Ada", id="known_before_unknown"),
        pytest.param("he", [ADA, KORR], "Korr", id="unknown_is_left_over"),
        pytest.param("he", [KORR, one("Moss Vale", 1)], None, id="two_unknown"),
        pytest.param("he", [DELL, one("Ole", 1, "male")], None, id="two_men"),
        pytest.param("he", [KORR, one("Moss Vale", 2)], "Moss Vale", id="nearer_sentence"),
        pytest.param("she", [ADA, one("Ole", 2, "male")], "Ada", id="nearest_who_fits"),
        pytest.param("he", [one("police", 2, kind="organisation")], None, id="body"),
        pytest.param("he", [one("report", 2, kind="document")], None, id="document"),
        pytest.param("he", [one("guards", 2, kind="role", is_plural=True)], None, id="several"),
        pytest.param("he", [one("guard", 2, kind="role")], "guard", id="unnamed"),
        pytest.param("he", [one("source", 2, kind="anonymous")], "source", id="anonymous"),
    ],
)
def test_he_and_she(pronoun: str, named: list[Antecedent], expected: str | None) -> None:
    """The only one of the nearest sentence, or the only one known to have the gender, is meant."""
    assert person(pronoun, named) == expected


def test_same_person_twice_is_no_doubt() -> None:
    """Two mentions of one thing in one sentence are one person."""
    assert person("he", [KORR, one("Korr", 1)]) == "Korr"


def test_who_acts_counts_before_who_is_nearer() -> None:
    """A subject two sentences before counts more than an object right before."""
    assert person("he", [one("Moss Vale", 2, is_acting=False), KORR]) == "Korr"


def test_who_does_not_act_counts_where_nobody_acts() -> None:
    """Somebody who is only mentioned can be meant."""
    assert person("he", [one("Moss Vale", 2, is_acting=False)]) == "Moss Vale"


def test_doubt_between_two_who_act_is_not_solved_by_others() -> None:
    """Two subjects leave it open; an earlier subject is not taken instead."""
    named = [one("Ole", 0), KORR, one("Moss Vale", 1)]

    assert person("he", named) is None


@pytest.mark.parametrize(("behind", "expected"), [(0, "Korr"), (1, None)])
def test_nobody_too_far_back_is_meant(behind: int, expected: str | None) -> None:
    """Persons count up to some sentences before the pronoun."""
    sentence = KORR.sentence + REACH_SENTENCES + behind

    assert person("he", [KORR], sentence=sentence) == expected


def test_nobody_behind_the_pronoun_is_meant() -> None:
    """Who is named later counts for nothing."""
    memory = Memory([KORR])

    assert resolve_person(memory, "he", KORR.start_char, 1, goes_on=False) is None


def test_who_has_spoken_counts_like_one_who_acts() -> None:
    """A speaker may be nobody's subject: according to Korr."""
    quiet = one("Korr", 1, is_acting=False)

    assert person("he", [quiet, one("Moss Vale", 2, is_acting=False)], [KORR]) == "Korr"


@pytest.mark.parametrize(("goes_on", "expected"), [(True, "Korr"), (False, "Moss Vale")])
def test_who_goes_on_is_the_last_speaker(*, goes_on: bool, expected: str) -> None:
    """``He added`` means who spoke last, though another one has acted since."""
    named = [KORR, one("Moss Vale", 2)]

    assert person("he", named, [KORR], goes_on=goes_on) == expected


def test_last_speaker_of_the_other_gender_does_not_go_on() -> None:
    """``She added`` cannot mean a man who spoke last."""
    assert person("she", [ADA], [one("Omar Dell", 2, "male")], goes_on=True) == "Ada"


@pytest.mark.parametrize(
    ("named", "expected"),
    [
        pytest.param([one("guards", 2, kind="role", is_plural=True)], "guards", id="several"),
        pytest.param([one("army", 2, kind="organisation")], "army", id="body"),
        pytest.param([one("Vienna", 2, kind="place")], "Vienna", id="state"),
        pytest.param([one("Kurds", 2, kind="group")], "Kurds", id="group"),
        pytest.param([KORR], None, id="one_person"),
        pytest.param([one("guards", 2, is_plural=True, is_acting=False)], None, id="does_not_act"),
        pytest.param(
            [one("army", 1, kind="organisation"), one("guards", 2, is_plural=True)],
            "guards",
            id="last_of_two",
        ),
        pytest.param(
            [one("army", 1, kind="organisation"), one("Korr", 2)], "army", id="person_between"
        ),
    ],
)
def test_they(named: list[Antecedent], expected: str | None) -> None:
    """``They`` are the last who acted and are several, or a body."""
    found = resolve_several(Memory(named), END, 3)

    assert (found.name if found else None) == expected


@pytest.mark.parametrize(
    ("spoken", "expected"),
    [
        pytest.param([one("army", 2, kind="organisation")], "army", id="body"),
        pytest.param([one("report", 2, kind="document")], "report", id="document"),
        pytest.param([one("army", 1, kind="organisation"), one("Korr", 2)], None, id="person_last"),
        pytest.param([], None, id="nobody"),
    ],
)
def test_it(spoken: list[Antecedent], expected: str | None) -> None:
    """``It`` is the last speaker, if that is a body or text; one that only acted is not meant."""
    memory = Memory([one("ministry", 2, kind="organisation")], spoken)

    found = resolve_body(memory, END, 3)
    assert (found.name if found else None) == expected


def test_last_speaker_is_forgotten_with_distance() -> None:
    """``It`` too does not reach further than some sentences."""
    memory = Memory([], [one("army", 1, kind="organisation")])

    assert resolve_body(memory, END, 1 + REACH_SENTENCES) is not None
    assert resolve_body(memory, END, 2 + REACH_SENTENCES) is None

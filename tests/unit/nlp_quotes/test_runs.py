"""Floating quotations take the speaker of their run, or of who acts beside them, or none."""

from __future__ import annotations

import pytest

from tests.attributed_texts import attribution

ONE = "The pumps have stood still for a week."
TWO = "Nobody has come to look at them yet."
KORR = f'"{ONE}" {{s1 [Ada Korr|PERSON]}} {{c1 said}}.'
DELL = f'"{ONE}" {{s2 [Omar Dell|PERSON]}} {{c2 replied}}.'
PROSE = "Rain fell on the town all night and flooded many streets."
BREAK = "\n\n"


def floating(marked: str, words: str = TWO) -> tuple[str | None, str]:
    """Return speaker and rule of the quotation with some words."""
    (quote,) = (quote for quote in attribution(marked).quotes if quote.span.text == words)
    return quote.speaker.name if quote.speaker else None, quote.rule


@pytest.mark.parametrize(
    "marked",
    [
        pytest.param(f'{KORR} "{TWO}"', id="behind_the_cue"),
        pytest.param(f'{KORR} {PROSE} "{TWO}"', id="behind_prose_in_its_paragraph"),
        pytest.param(f'"{TWO}" {KORR}', id="before_in_its_paragraph"),
        pytest.param(f'{KORR}{BREAK}"{TWO}"', id="next_paragraph"),
        pytest.param(f'{KORR}{BREAK}"{TWO}" All laughed.', id="nearly_alone_there"),
        pytest.param(f'"{TWO}{BREAK}"{ONE}" {{s1 [Ada Korr|PERSON]}} {{c1 said}}.', id="goes_on"),
        pytest.param(
            f'{PROSE} {{s1 [Ada Korr|PERSON]}} {{c1 said}}: "{ONE}{BREAK}"{TWO}" {PROSE}',
            id="opens_again_amid_prose",
        ),
        pytest.param(f'{KORR}{BREAK}"{ONE} It is hot."{BREAK}"{TWO}"', id="second_next_paragraph"),
    ],
)
def test_run_has_one_speaker(marked: str) -> None:
    """Within a paragraph and over paragraphs that are nothing but quotations, one person speaks."""
    assert floating(marked) == ("Ada Korr", "run/same_speaker")


@pytest.mark.parametrize(
    "marked",
    [
        pytest.param(f'{KORR}{BREAK}{PROSE}{BREAK}"{TWO}"', id="paragraph_of_prose_between"),
        pytest.param(f'{KORR}{BREAK}"{TWO}" {PROSE}', id="prose_behind_it"),
        pytest.param(f'{KORR}{BREAK}{PROSE} "{TWO}"', id="prose_before_it"),
        pytest.param(f'{PROSE} {KORR}{BREAK}"{TWO}"', id="prose_before_the_first"),
        pytest.param(f'"{TWO}"{BREAK}{KORR}', id="before_in_another_paragraph"),
        pytest.param(f'{PROSE} "{TWO}"', id="no_run"),
    ],
)
def test_broken_run_leaves_the_speaker_open(marked: str) -> None:
    """Prose ends a run, and no run goes back over paragraphs."""
    assert floating(marked) == (None, "marks")


def test_nearest_speaker_of_a_paragraph_counts() -> None:
    """Behind a second speaker the run is the second one's."""
    assert floating(f'{KORR}{BREAK}{DELL} "{TWO}"') == ("Omar Dell", "run/same_speaker")


def test_speaker_before_counts_more_than_the_one_behind() -> None:
    """Between two speakers the run goes on with the first."""
    assert floating(f'{KORR} "{TWO}" {DELL}') == ("Ada Korr", "run/same_speaker")


def test_run_hands_on_all_but_the_words() -> None:
    """Cue, stance and who passes it on are those of the run."""
    marked = f'"{ONE}" {{s1 [Ada Korr|PERSON]}} {{c1:warned warned}} {{v1 [TASS|ORG]}}. "{TWO}"'

    first, second = attribution(marked).quotes

    assert (second.cue, second.stance, second.via) == (first.cue, "warned", first.via)
    assert second.via is not None


def test_cue_without_a_speaker_hands_nothing_on() -> None:
    """``it was said`` tells of its own quotation only."""
    assert floating(f'"{ONE}" it was {{c1 said}}. "{TWO}"') == (None, "marks")


@pytest.mark.parametrize(
    "marked",
    [
        pytest.param(f'{{a [Ada Korr|PERSON]}} shook her head. "{TWO}"', id="before"),
        pytest.param(f'"{TWO}" {{a [Ada Korr|PERSON]}} shook her head.', id="behind"),
        pytest.param(
            f'{{a [Ada Korr|PERSON]}} nodded. "{TWO}" {{a [Omar Dell|PERSON]}} left.',
            id="before_counts_first",
        ),
        pytest.param(
            f'{{a [Ada Korr|PERSON]}} saw [Omar Dell|PERSON]. "{TWO}"', id="only_who_acts"
        ),
        pytest.param(
            f'{{a [Omar Dell|PERSON]}} left. {{a [Ada Korr|PERSON]}} nodded. "{TWO}"', id="nearest"
        ),
    ],
)
def test_who_acts_beside_a_quotation_speaks(marked: str) -> None:
    """The subject of the sentence before, else of the one behind, is the speaker."""
    assert floating(marked) == ("Ada Korr", "run/beside")


@pytest.mark.parametrize(
    "marked",
    [
        pytest.param(f'{{a [Ada Korr|PERSON]}} nodded. It rained. "{TWO}"', id="too_far_before"),
        pytest.param(f'"{TWO}" It rained. {{a [Ada Korr|PERSON]}} nodded.', id="too_far_behind"),
        pytest.param(f'{{a [Ada Korr|PERSON]}} nodded.{BREAK}"{TWO}"', id="paragraph_before"),
        pytest.param(f'"{TWO}"{BREAK}{{a [Ada Korr|PERSON]}} nodded.', id="paragraph_behind"),
        pytest.param(f'They saw [Ada Korr|PERSON]. "{TWO}"', id="does_not_act"),
    ],
)
def test_nobody_further_away_speaks(marked: str) -> None:
    """Another sentence or paragraph is too far for a guess."""
    assert floating(marked) == (None, "marks")


def test_who_acts_beside_is_quoted_without_a_cue() -> None:
    """The stance is stated; there is no word that says so."""
    (quote,) = attribution(f'{{a [Ada Korr|PERSON]}} nodded. "{TWO}"').quotes

    assert (quote.cue, quote.stance) == (None, "stated")
    assert quote.speaker is not None
    assert quote.speaker.rule == "beside"


def test_run_goes_on_from_who_acts_beside() -> None:
    """The quotation behind one that found its speaker beside it follows."""
    marked = f'{{a [Ada Korr|PERSON]}} nodded. "{ONE}" It rained. "{TWO}"'

    assert floating(marked) == ("Ada Korr", "run/same_speaker")

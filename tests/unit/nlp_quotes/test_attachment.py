"""Which cue the words between marks belong to: one whose content holds them, or one beside them."""

from __future__ import annotations

import pytest

from tasks.nlp.quotes.attachment import REACH_CHARS, Cues
from tasks.nlp.quotes.pairing import QuotedRange
from tests.attributed_texts import attributed
from tests.linked_texts import cut

SPEECH = "We left at dawn."
NOUN = {1: "noun/claim"}
"""A report that takes no words in marks beside its cue."""
FAR = "x" * REACH_CHARS
MANY = " ".join(["long"] * 26)


def attach(
    marked: str, words: str = SPEECH, rules: dict[int, str] | None = None
) -> tuple[str, str, str] | None:
    """Return the rule, the cue and the whole content of the words between marks."""
    found = attributed(marked, rules=rules)
    place = cut(found.text, words)
    cues = Cues(found.text, found.reports)
    attached = cues.attach(QuotedRange(place.start_char, place.end_char))
    if attached is None:
        return None
    return attached.rule, attached.report.cue.text, found.text[slice(*attached.whole)]


@pytest.mark.parametrize(
    "marked",
    [
        pytest.param(f'"{SPEECH}" {{s1 the guard}} {{c1 said}}.', id="source_first"),
        pytest.param(f'"{SPEECH}" {{c1 said}} {{s1 the guard}}.', id="cue_first"),
        pytest.param(f'"{SPEECH}" as {{s1 the guard}} later {{c1 said}}.', id="word_between"),
        pytest.param(
            f'"{SPEECH}" {{s1 the guard who lost his two sons at sea}} {{c1 said}}.',
            id="long_source",
        ),
    ],
)
def test_cue_behind_a_quotation(marked: str) -> None:
    """The reporting clause begins with its source or its cue, whichever stands first."""
    assert attach(marked) == ("behind", "said", SPEECH)


@pytest.mark.parametrize(
    "marked",
    [
        pytest.param(f'"{SPEECH}" one two three four five {{c1 said}}.', id="five_words_between"),
        pytest.param(f'"{SPEECH}" It rained. {{s1 He}} {{c1 said}}.', id="other_sentence"),
        pytest.param(f'"{SPEECH}" {{s1 He}} {{c1 said}} {{r1 it rained}}.', id="other_content"),
        pytest.param(f'"{SPEECH}" It fell.' + FAR + " {c1 said}.", id="out_of_reach"),
    ],
)
def test_cue_further_behind_takes_nothing(marked: str) -> None:
    """Words, a sentence or a content of its own part a cue from the quotation before it."""
    assert attach(marked) is None


def test_nearest_cue_behind_hides_those_that_follow() -> None:
    """The second cue is nobody's, though it stands in the same sentence."""
    marked = f'"{SPEECH}" {{s1 he}} {{c1 said}} {{s2 she}} {{c2 said}}.'

    assert attach(marked) == ("behind", "said", SPEECH)


@pytest.mark.parametrize(
    "marked",
    [
        pytest.param(f'{{s1 The guard}} {{c1 said}}: "{SPEECH}"', id="colon"),
        pytest.param(f'{{s1 The guard}} {{c1 said}} at the gate on Monday, "{SPEECH}"', id="words"),
        pytest.param(f'{{c1 said}} {{s1 the guard}}, "{SPEECH}"', id="source_behind_the_cue"),
    ],
)
def test_cue_before_a_quotation(marked: str) -> None:
    """A cue opens the quotation in its sentence."""
    assert attach(marked) == ("before", "said", SPEECH)


@pytest.mark.parametrize(
    "marked",
    [
        pytest.param(f'{{s1 He}} {{c1 said}} it. "{SPEECH}"', id="other_sentence"),
        pytest.param(f'{{s1 He}} {{c1 said}} {MANY} "{SPEECH}"', id="too_many_words"),
        pytest.param(f'{{s1 He}} {{c1 said}} {{r1 it rained}} and "{SPEECH}"', id="other_content"),
    ],
)
def test_cue_further_before_takes_nothing(marked: str) -> None:
    """A sentence, many words or a content of its own part a cue from the quotation behind it."""
    assert attach(marked) is None


def test_cue_right_before_takes_words_beside_its_own_content() -> None:
    """``(he) said, "..."`` takes what follows it though the parse found a content elsewhere."""
    assert attach(f'{{r1 Rain fell}}, {{s1 he}} {{c1 said}}, "{SPEECH}"') == (
        "before",
        "said",
        SPEECH,
    )


def test_cue_behind_counts_before_the_cue_in_front() -> None:
    """Two speakers: the clause behind the marks is the one that reports them."""
    marked = f'{{s1 He}} {{c1 asked}}, "{SPEECH}" {{s2 she}} {{c2 said}}.'

    assert attach(marked) == ("behind", "said", SPEECH)


@pytest.mark.parametrize(
    "marked",
    [
        pytest.param(f'Their {{c1 claim}}: "{SPEECH}"', id="before"),
        pytest.param(f'"{SPEECH}" {{c1 claims}} of theirs', id="behind"),
    ],
)
def test_noun_takes_no_words_beside_it(marked: str) -> None:
    """Only verbs and phrases take words in marks that are not in their content."""
    assert attach(marked, rules=NOUN) is None


def test_content_around_a_quotation_counts_first() -> None:
    """The words are a part of what is reported, though another cue stands right behind them."""
    marked = '{s1 He} {c1 said} {r1 they had "fled at dawn"} {s2 she} {c2 thought}.'

    assert attach(marked, "fled at dawn") == ("around", "said", 'they had "fled at dawn"')


def test_content_around_a_quotation_may_be_of_any_cue() -> None:
    """A noun takes words that stand in its content."""
    marked = 'Their {c1 claim} that {r1 they had "fled at dawn"} was new.'

    assert attach(marked, "fled at dawn", NOUN) == ("around", "claim", 'they had "fled at dawn"')


def test_narrowest_content_counts() -> None:
    """Of two contents around the words the inner one is theirs."""
    marked = '{s1 He} {c1 said} {r1 {s2 she} {c2 thought} {r2 they had "fled at dawn"}}.'

    assert attach(marked, "fled at dawn") == ("around", "thought", 'they had "fled at dawn"')


def test_content_that_begins_in_the_quotation_is_widened() -> None:
    """The whole is the words between marks together with what goes on behind them."""
    marked = '{s1 He} {c1 said} they had "fled {r1 at dawn" on the ferry}.'

    assert attach(marked, "fled at dawn") == ("around", "said", 'fled at dawn" on the ferry')


def test_content_with_nothing_but_marks_beside_the_words_is_the_words() -> None:
    """Marks and stops at the ends of a content say nothing."""
    marked = f'{{r1 "{SPEECH}",}} {{s1 he}} {{c1 said}}.'

    assert attach(marked) == ("around", "said", SPEECH)


@pytest.mark.parametrize(
    "marked",
    [
        pytest.param('"{s1 Somebody} {c1 said} {r1 we left}"', id="cue_between_the_marks"),
        pytest.param('{s1 The group "Somebody said we left"} {c1 wrote}.', id="name_of_the_source"),
        pytest.param('So {c1 wrote} {s1 the group "Somebody said we left"}.', id="source_behind"),
    ],
)
def test_quotation_never_belongs_to_its_own_words(marked: str) -> None:
    """Neither a cue between the marks nor the phrase of a source makes a quotation."""
    assert attach(marked, "Somebody said we left") is None


def test_without_reports_nothing_is_attached() -> None:
    """No cue, no attachment."""
    assert attach(f'"{SPEECH}" Rain fell.') is None

"""Which words between marks are quotations, and of which kind."""

from __future__ import annotations

import pytest

from tests.attributed_texts import attribution, summaries

KORR = "{s1 [Ada Korr|PERSON]}"
NAMING = {1: "verb/naming"}
LONG = "the roof of the old school at the harbour had been"


def quotes(marked: str, rules: dict[int, str] | None = None) -> list[tuple[str, str, str | None]]:
    """Return kind, content and speaker of the quotations of a marked text."""
    return summaries(attribution(marked, rules=rules).quotes)


@pytest.mark.parametrize(
    "marked",
    [
        pytest.param(f'"We left." {KORR} {{c1 said}}.', id="cue_behind"),
        pytest.param(f'{KORR} {{c1 said}}: "We left."', id="cue_before"),
        pytest.param(f'{{r1 "We left."}} {KORR} {{c1 said}}.', id="content_of_the_parse"),
        pytest.param(f"{KORR} {{c1 said}}: “ We left.”", id="space_behind_the_mark"),
        pytest.param(f'{KORR} {{c1 said}}: ""We left.""', id="doubled_marks"),
        pytest.param(f"{KORR} {{c1 said}}: 'We left.'", id="single_marks"),
        pytest.param(f'{KORR} {{c1 said}}: "We left.', id="never_closed"),
    ],
)
def test_speech_with_a_cue_is_direct(marked: str) -> None:
    """Words between marks that are all of the content are direct, without their marks."""
    assert quotes(marked) == [("direct", "We left.", "Ada Korr")]


def test_cue_in_the_middle_makes_two() -> None:
    """Both halves have the speaker."""
    assert quotes(f'"We left," {KORR} {{c1 said}}, "and we came back."') == [
        ("direct", "We left,", "Ada Korr"),
        ("direct", "and we came back.", "Ada Korr"),
    ]


@pytest.mark.parametrize(
    "marked",
    [
        pytest.param('They call it "free" trade.', id="scare_quotes"),
        pytest.param('Omar "Iron Hand" Dell left.', id="nickname"),
        pytest.param('The ship "Grey Gull of the North" sank.', id="name"),
        pytest.param("The drivers' camp and the guards' yard.", id="apostrophes"),
        pytest.param('A 5" pipe lay there.', id="inches"),
        pytest.param('Rain fell." Then he came.', id="never_opened"),
        pytest.param('It was "" there.', id="nothing"),
    ],
)
def test_marks_without_speech_are_no_quotation(marked: str) -> None:
    """Scare quotes, names and broken marks give no row."""
    assert quotes(marked) == []


def test_speech_without_a_cue_has_no_speaker() -> None:
    """It is kept, and its rule says that only the marks tell."""
    (quote,) = attribution('It rained. "We left the old town at dawn." It snowed.').quotes

    assert (quote.kind, quote.speaker, quote.stance, quote.rule) == ("direct", None, None, "marks")


def test_speech_that_is_never_closed_says_so() -> None:
    """The rule tells that the end is the end of the paragraph."""
    (quote,) = attribution('It rained. "We left the old town at dawn.').quotes

    assert quote.rule == "unclosed_marks"


def test_quoted_words_in_reported_speech_are_mixed() -> None:
    """A few quoted words stand for themselves, inside the content that they are a part of."""
    marked = f'{KORR} {{c1 said}} that {{r1 the old roof was "in bad shape" for years}}.'

    assert quotes(marked) == [
        ("mixed", 'the old roof was "in bad shape" for years', "Ada Korr"),
        ("mixed", "in bad shape", "Ada Korr"),
    ]


def test_one_quoted_word_is_a_choice_of_words() -> None:
    """It gives no row of its own."""
    marked = f'{KORR} {{c1 said}} that {{r1 {LONG} "rotten" for years}}.'

    assert quotes(marked) == [("indirect", f'{LONG} "rotten" for years', "Ada Korr")]


def test_content_nearly_all_in_marks_needs_no_row_beside_it() -> None:
    """Where nine tenths are quoted the content tells it all."""
    marked = f'{KORR} {{c1 said}} {{r1 it was "{LONG} in bad shape"}}.'

    assert quotes(marked) == [("mixed", f'it was "{LONG} in bad shape"', "Ada Korr")]


def test_words_that_go_on_with_the_sentence_are_mixed() -> None:
    """``said that "..."`` weaves the words in, though all of the content is quoted."""
    marked = f'{KORR} {{c1 said}} that {{r1 "the roof is bad"}}.'

    assert quotes(marked) == [("mixed", "the roof is bad", "Ada Korr")]


def test_what_a_thing_is_called_is_mixed() -> None:
    """A cue that names takes the words as a name for something."""
    marked = f'{KORR} {{c1 called}} it "a very bad roof".'

    assert quotes(marked, NAMING) == [("mixed", "a very bad roof", "Ada Korr")]


@pytest.mark.parametrize(
    ("marked", "count"),
    [
        pytest.param(f'{KORR} {{c1 showed}} a film, "no more of it".', 0, id="title_word"),
        pytest.param(f'"No more of it," {KORR} {{c1 said}} of the film.', 1, id="cue_behind"),
    ],
)
def test_title_beside_a_cue_is_no_quotation(marked: str, count: int) -> None:
    """A word for names before the mark counts, unless the cue stands behind the words."""
    assert len(quotes(marked)) == count


def test_inner_quotation_with_its_cue_is_a_row() -> None:
    """Words in words: the inner speaker has them, and the outer one passes them on."""
    marked = (
        f"\"{{s2 The driver}} {{c2 shouted}}: 'We left!' and he ran down the road,\" "
        f"{KORR} {{c1 said}}."
    )

    outer, inner = attribution(marked).quotes

    assert (outer.span.text, outer.kind) == (
        "The driver shouted: 'We left!' and he ran down the road,",
        "direct",
    )
    assert (inner.span.text, inner.kind) == ("We left!", "direct")
    assert inner.speaker is not None
    assert inner.via is not None
    assert (inner.speaker.name, inner.via.name) == ("The driver", "Ada Korr")


def test_inner_words_without_a_cue_there_are_none() -> None:
    """A mark inside a quotation gives no row by itself."""
    marked = f"\"They call it 'free trade', and we pay,\" {KORR} {{c1 said}}."

    assert [text for _, text, _ in quotes(marked)] == ["They call it 'free trade', and we pay,"]

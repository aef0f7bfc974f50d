"""All that a document says by others: its quotations in order, and the statements behind them."""

from __future__ import annotations

from tests.attributed_texts import attribution, summaries

KORR = "{s1 [Ada Korr|PERSON]}"


def test_quotations_stand_in_order_of_the_text() -> None:
    """Of two that begin together the outer one comes first, whatever found them."""
    marked = (
        f"{{r1 The old roof leaks}}, {KORR} {{c1 said}}. "
        '"We left," {s2 [Omar Dell|PERSON]} {c2 said}. '
        "{s3 [TASS|ORG]} {c3 said} {r3 {r4 the dam fell}, the {s4 army} {c4 said}}."
    )

    assert summaries(attribution(marked).quotes) == [
        ("indirect", "The old roof leaks", "Ada Korr"),
        ("direct", "We left,", "Omar Dell"),
        ("indirect", "the dam fell, the army said", "TASS"),
        ("indirect", "the dam fell", "army"),
    ]


def test_each_place_is_quoted_once() -> None:
    """Two cues with one content give one row, and both stay as statements."""
    marked = (
        f"{KORR} {{c1 said}} and {{s2 [Omar Dell|PERSON]}} {{c2 agreed}} {{r1 {{r2 it fell}}}}."
    )
    found = attribution(marked)

    assert summaries(found.quotes) == [("indirect", "it fell", "Ada Korr")]
    assert [who for _, _, who in summaries(found.statements)] == ["Ada Korr", "Omar Dell"]


def test_document_without_reports_may_have_quotations() -> None:
    """Marks alone are enough for speech."""
    found = attribution('It rained. "We left the old town at dawn." It snowed.')

    assert summaries(found.quotes) == [("direct", "We left the old town at dawn.", None)]


def test_empty_document_says_nothing() -> None:
    """No text, no quotation."""
    assert attribution("").quotes == []


def test_report_without_content_or_marks_says_nothing() -> None:
    """A cue that could take speech has none beside it."""
    found = attribution(f"{KORR} {{c1 spoke}} at noon.")

    assert (found.quotes, found.statements) == ([], [])


def test_speaker_is_told_from_the_whole_document() -> None:
    """A pronoun behind a quotation is resolved by what stood before it."""
    marked = '{a [Ada Korr|PERSON]} nodded.\n\n"We left," {s1 she} {c1 said}.'

    assert summaries(attribution(marked).quotes) == [("direct", "We left,", "Ada Korr")]


def test_rule_tells_where_the_cue_stands() -> None:
    """Around, behind or before the words, and what sort of report it is."""
    marked = (
        f'"We left," {KORR} {{c1 said}}.\n\n'
        '{s2 [Omar Dell|PERSON]} {c2 replied}: "We stayed."\n\n'
        '{r3 "They came,"} {s3 [Eva Moss|PERSON]} {c3 added}.'
    )

    assert [quote.rule for quote in attribution(marked).quotes] == [
        "behind/verb/clause",
        "before/verb/clause",
        "around/verb/clause",
    ]


def test_inner_words_whose_cue_stands_outside_are_none() -> None:
    """Marks inside a quotation belong to it, not to the cue around both."""
    marked = f"\"We call it 'grey water' here,\" {KORR} {{c1 said}}."

    assert summaries(attribution(marked).quotes) == [
        ("direct", "We call it 'grey water' here,", "Ada Korr")
    ]

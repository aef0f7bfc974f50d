"""Reported speech: which contents are quotations, of which kind, and which are only statements."""

from __future__ import annotations

import pytest

from tests.attributed_texts import attribution, summaries

KORR = "{s1 [Ada Korr|PERSON]}"


def quotes(marked: str, rule: str = "verb/clause") -> list[tuple[str, str, str | None]]:
    """Return kind, content and speaker of the quotations of a marked text."""
    return summaries(attribution(marked, rules={1: rule}).quotes)


def statements(marked: str, rule: str = "verb/clause") -> list[tuple[str, str, str | None]]:
    """Return the same of all that is said by somebody, contents of a word too."""
    return summaries(attribution(marked, rules={1: rule}).statements)


def test_content_without_marks_is_indirect() -> None:
    """It has speaker, cue, stance and rule of its report."""
    (quote,) = attribution(f"{KORR} {{c1:denied denied}} that {{r1 the roof leaked}}.").quotes

    assert summaries([quote]) == [("indirect", "the roof leaked", "Ada Korr")]
    assert quote.cue is not None
    assert (quote.cue.text, quote.stance, quote.rule) == ("denied", "denied", "verb/clause")


def test_content_around_its_cue_is_two_rows() -> None:
    """An insertion splits what it reports."""
    assert quotes(f"{{r1 The old roof}}, {KORR} {{c1 said}}, {{r1 leaked badly}}.") == [
        ("indirect", "The old roof", "Ada Korr"),
        ("indirect", "leaked badly", "Ada Korr"),
    ]


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        pytest.param('the "old and bad" roof leaked', "mixed", id="half"),
        pytest.param('"the" very old and broken roof leaked', "indirect", id="less_than_a_fifth"),
    ],
)
def test_kind_is_told_by_the_share_between_marks(content: str, kind: str) -> None:
    """From a fifth on a content is mixed."""
    assert (kind, content, "Ada Korr") in quotes(f"{KORR} {{c1 said}} {{r1 {content}}}.")


def test_content_that_cuts_quoted_words_is_widened() -> None:
    """A content ends with the words between marks that it ends in."""
    marked = f'{KORR} {{c1 said}} {{r1 the roof of the school is "old}} and bad".'

    assert ("mixed", 'the roof of the school is "old and bad', "Ada Korr") in quotes(marked)


def test_words_between_marks_are_not_told_twice() -> None:
    """A content that is the quotation, or a part of it, gives no second row."""
    marked = f'"{{r1 The roof leaks}} and it rains," {KORR} {{c1 said}}.'

    assert quotes(marked) == [("direct", "The roof leaks and it rains,", "Ada Korr")]


def test_content_of_one_word_is_only_a_statement() -> None:
    """A figure in it has a claimant, but nobody is quoted."""
    marked = f"{KORR} {{c1 counted}} {{r1 nine}}."

    assert quotes(marked, "verb/amount") == []
    assert statements(marked, "verb/amount") == [("indirect", "nine", "Ada Korr")]


@pytest.mark.parametrize("frame", ["naming", "object"])
def test_quoted_name_stands_without_its_sentence(frame: str) -> None:
    """Of what a thing is called or praised for only the quoted words are a row."""
    marked = f'{KORR} {{c1 praised}} {{r1 the "very brave" crew}}.'

    assert quotes(marked, f"verb/{frame}") == [("mixed", "very brave", "Ada Korr")]
    assert len(statements(marked, f"verb/{frame}")) == 2


@pytest.mark.parametrize(
    ("pronoun", "count"),
    [pytest.param("I", 1, id="own_view"), pytest.param("they", 2, id="others")],
)
def test_own_view_in_own_words_is_no_statement(pronoun: str, count: int) -> None:
    """``I think`` inside a quotation says nothing that its speaker does not say."""
    marked = (
        f'"{{a:plural Two men}} left. {{s2 {pronoun}}} {{c2 think}} {{r2 the roof leaks}}," '
        f"{KORR} {{c1 said}}."
    )

    assert len(statements(marked)) == count


def test_first_person_outside_of_a_quotation_is_a_source() -> None:
    """In the article's own text ``I think`` is a report like any other."""
    assert statements("{s1 I} {c1 think} {r1 the roof leaks}.") == [
        ("indirect", "the roof leaks", "I")
    ]


@pytest.mark.parametrize("frame", ["amount", "object", "naming"])
def test_deed_of_somebody_unknown_is_nobodys_statement(frame: str) -> None:
    """``it lost nine boats`` says nothing if nobody can be sure who it is."""
    marked = "{s1 It} {c1 counted} {r1 nine boats}."

    assert statements(marked, f"verb/{frame}") == []
    assert statements(marked) == [("indirect", "nine boats", "It")]


def test_deed_told_between_marks_is_the_speakers_word() -> None:
    """``"the army counted nine boats"``: who speaks claims it, not the army."""
    marked = f'"The {{s2 army}} {{c2 counted}} {{r2 nine boats}}," {KORR} {{c1 said}}.'

    found = attribution(marked, rules={2: "verb/amount"})

    assert summaries(found.statements) == [("direct", "The army counted nine boats,", "Ada Korr")]


def test_report_between_marks_is_a_row_where_another_one_speaks() -> None:
    """What the quoted speaker says that others said is a quotation in a chain."""
    marked = f'"The {{s2 army}} {{c2 said}} {{r2 we could stay}}," {KORR} {{c1 told}} us.'

    assert quotes(marked) == [
        ("direct", "The army said we could stay,", "Ada Korr"),
        ("indirect", "we could stay", "army"),
    ]


@pytest.mark.parametrize(
    ("source", "rule"),
    [
        pytest.param("{s2 She}", "verb/clause", id="the_speaker_again"),
        pytest.param("The {s2 army}", "noun/claim", id="noun"),
        pytest.param("It is", "impersonal/clause", id="nobody"),
    ],
)
def test_other_report_between_marks_is_only_a_statement(source: str, rule: str) -> None:
    """Figures in it have their claimant; the quotation around it is the only row."""
    marked = f'"{source} {{c2 said}} {{r2 we could stay}}," {KORR} {{c1 told}} us.'
    found = attribution(marked, rules={2: rule})

    assert [quote.kind for quote in found.quotes] == ["direct"]
    assert [quote.span.text for quote in found.statements][-1] == "we could stay"


@pytest.mark.parametrize(
    ("source", "rule", "cue", "count"),
    [
        pytest.param("{s2 army}", "verb/infinitive", "{c2:mute wanted}", 1, id="wish"),
        pytest.param("{s2 army}", "verb/object", "{c2:mute praised}", 1, id="object"),
        pytest.param("{s2 army}", "verb/addressee", "{c2:mute invited}", 1, id="addressee"),
        pytest.param("{s2 army}", "verb/clause", "{c2:mute hoped}", 2, id="clause"),
        pytest.param("{s2 army}", "verb/infinitive", "{c2 vowed}", 2, id="verb_of_speech"),
        pytest.param("{s2 army}", "verb/object", "{c2:denied denied}", 2, id="denial"),
        pytest.param("{s2 report}", "verb/object", "{c2:mute praised}", 2, id="document"),
    ],
)
def test_deed_in_somebodys_words_is_no_statement(
    source: str, rule: str, cue: str, count: int
) -> None:
    """``said the army had wanted 40 tents``: who speaks claims it, the army does not."""
    marked = f"{KORR} {{c1 said}} {{r1 the {source} had {cue} {{r2 40 tents}}}}."

    assert len(attribution(marked, rules={2: rule}).statements) == count


def test_deed_told_by_the_article_is_a_statement() -> None:
    """Outside of somebody's words a wish is its own speaker's."""
    assert statements("The {s1 army} {c1:mute wanted} {r1 40 tents}.", "verb/object") == [
        ("indirect", "40 tents", "army")
    ]

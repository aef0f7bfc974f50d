"""Who claims a figure or says a quotation, after an analyst says who it is, or nobody."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.decided_texts import KORR, POLICE, TEXT, about, applied, change, corrected, statuses

SPAN = ("claimant_start_char", "claimant_end_char")


def claimant(text: str, column_name: str, new_value: str) -> dict[str, Any]:
    """Return a decision about who claims a figure."""
    return change(text, column_name, new_value, "claimant")


def test_pronoun_is_somebody_whom_the_document_names() -> None:
    """The words stay, name, entity and type are those of the thing, and the rule says why."""
    row = corrected(claimant("12", "claimant_name", "harbour POLICE"))

    assert (row["claimant_text"], row["claimant_name"]) == ("He", "Harbour police")
    assert (row["claimant_entity_index"], row["claimant_entity_id"]) == (0, POLICE)
    assert (row["claimant_type"], row["claimant_rule"]) == ("organisation", "correction")
    assert (row["stance"], row["is_corrected"]) == ("stated", True)


def test_name_that_the_sentence_has_takes_the_place_of_the_words() -> None:
    """Another claimant of the same sentence is found by his name."""
    row = corrected(claimant("12", "claimant_name", "Ada Korr"))

    assert TEXT[row[SPAN[0]] : row[SPAN[1]]] == row["claimant_text"] == "Ada Korr"
    assert (row["claimant_entity_id"], row["claimant_type"]) == (KORR, "person")


def test_part_of_a_word_is_no_name() -> None:
    """The sentence that has a longer word does not have the name: the words that were read stay."""
    row = corrected(claimant("12", "claimant_name", "Ad"))

    assert (row["claimant_name"], row["claimant_text"]) == ("Ad", "He")


def test_stated_type_is_taken() -> None:
    """A person may speak as the holder of a role."""
    row = corrected(
        claimant("12", "claimant_name", "Ada Korr"), claimant("12", "claimant_type", "role")
    )

    assert (row["claimant_name"], row["claimant_type"]) == ("Ada Korr", "role")


def test_claimant_may_be_a_phrase() -> None:
    """Words of the text are enough; who they are is what they say."""
    row = corrected(
        claimant("5", "claimant_text", "soldiers"), claimant("5", "claimant_type", "group")
    )

    assert (row["claimant_name"], row["claimant_entity_id"]) == ("soldiers", None)
    assert TEXT[row[SPAN[0]] : row[SPAN[1]]] == "soldiers"


@pytest.mark.parametrize(
    ("column_name", "new_value", "detail"),
    [
        ("claimant_name", "The Mayor", "give the words of the text in claimant_text"),
        ("claimant_text", "the mayor", "the text has no words 'the mayor'"),
        ("claimant_text", "soldiers", "it breaks source_has_type"),
        ("via_name", "Reuters", "give the words of the text in via_text"),
    ],
)
def test_claimant_that_the_text_does_not_name_is_refused(
    column_name: str, new_value: str, detail: str
) -> None:
    """What a text does not say is not put into its mouth."""
    [outcome] = applied(claimant("5", column_name, new_value))[1].values()

    assert outcome.status == "refused"
    assert detail in str(outcome.detail)


@pytest.mark.parametrize(
    "decision",
    [
        pytest.param(about("claimant", "hide", "40"), id="hidden"),
        pytest.param(claimant("40", "claimant_name", "(none)"), id="no_name"),
        pytest.param(claimant("40", "claimant_text", "(none)"), id="no_words"),
    ],
)
def test_figure_without_claimant_is_the_articles_own(decision: dict[str, Any]) -> None:
    """The figure stays; nothing of the claimant, the cue and the stance does."""
    row = corrected(decision)

    assert (row["is_hidden"], row["is_corrected"], row["low"]) == (False, True, 40)
    left = {name for name in row if name.startswith(("claimant_", "cue_", "via_", "stance"))}
    assert {row[name] for name in left} == {None}


@pytest.mark.parametrize("is_hidden_last", [True, False])
def test_nobody_and_somebody_exclude_each_other(*, is_hidden_last: bool) -> None:
    """Of a hidden claimant and another one the later decision counts."""
    day = {"decided_on": date(2026, 1, 3)}
    hidden = about("claimant", "hide", "12")
    named = [claimant("12", "claimant_name", "Ada Korr"), claimant("12", "stance", "denied")]
    if is_hidden_last:
        hidden |= day
    else:
        named = [decision | day for decision in named]
    found = statuses(hidden, *named)
    row = corrected(hidden, *named)

    assert (found[hidden["correction_id"]] == "applied") is is_hidden_last
    assert {found[decision["correction_id"]] for decision in named} == (
        {"idle"} if is_hidden_last else {"applied"}
    )
    assert row["claimant_name"] == (None if is_hidden_last else "Ada Korr")


@pytest.mark.parametrize(
    ("words", "nobody"), [("claimant_text", "claimant_name"), ("claimant_name", "claimant_text")]
)
@pytest.mark.parametrize("is_nobody_last", [True, False])
def test_no_name_is_nobody_beside_somebody(
    words: str, nobody: str, *, is_nobody_last: bool
) -> None:
    """Taking the name away and giving words exclude each other too; neither is applied in part."""
    somebody, none = claimant("40", words, "Harbour police"), claimant("40", nobody, "(none)")
    last = none if is_nobody_last else somebody
    last["decided_on"] = date(2026, 1, 3)
    found = statuses(somebody, none)

    assert found.pop(last["correction_id"]) == "applied"
    assert set(found.values()) == {"idle"}
    name = corrected(somebody, none)["claimant_name"]
    assert name == (None if is_nobody_last else "Harbour police")


def test_nobody_may_be_said_twice() -> None:
    """No name, no words and no stance agree with each other and with a hidden claimant."""
    none = [claimant("40", f"claimant_{part}", "(none)") for part in ("name", "text")]
    found = statuses(about("claimant", "hide", "40"), *none, claimant("40", "stance", "(none)"))

    assert set(found.values()) == {"applied"}


def test_quotation_is_of_nobody_or_somebody() -> None:
    """As a figure is; its kind is another matter."""
    text = "12 soldiers of 90 fell"
    none = change(text, "speaker_name", "(none)", "quote")
    words = change(text, "speaker_text", "Ada Korr", "quote") | {"decided_on": date(2026, 1, 3)}
    kind = change(text, "kind", "indirect", "quote")
    found = statuses(none, words, kind)

    assert found[none["correction_id"]] == "idle"
    assert {found[one["correction_id"]] for one in (words, kind)} == {"applied"}


def test_accepted_claimant_is_no_accepted_figure() -> None:
    """Who says it may be right where the amount is wrong."""
    reading = "claimant_text=Harbour police; claimant_type=organisation; stance=stated"
    row = corrected(about("claimant", "accept", "40", read_value=reading))

    assert (row["is_claimant_accepted"], row["is_accepted"], row["is_corrected"]) == (
        True,
        False,
        False,
    )


def test_figure_and_claimant_are_decided_apart() -> None:
    """One row follows decisions of both subjects, and names both."""
    accepted, named = about("figure", "accept", "12"), claimant("12", "claimant_name", "Ada Korr")
    row = corrected(accepted, named)

    assert (row["is_accepted"], row["claimant_name"]) == (True, "Ada Korr")
    assert row["correction_ids"] == ";".join(
        sorted((accepted["correction_id"], named["correction_id"]))
    )


def test_passing_on_is_corrected_beside_the_claimant() -> None:
    """Who passes a claim on has words and a name of his own; none takes him away."""
    row = corrected(claimant("12", "via_name", "Ada Korr"))
    none = corrected(claimant("12", "via_name", "(none)"))

    assert (row["via_text"], row["via_entity_id"], row["claimant_text"]) == ("Ada Korr", KORR, "He")
    assert (none["via_text"], none["claimant_text"]) == (None, "He")


def test_speaker_of_a_quotation_is_corrected_likewise() -> None:
    """Words, name, entity, type and rule of the speaker follow."""
    decision = change("12 soldiers of 90 fell", "speaker_name", "Harbour police", "quote")
    row = corrected(decision, table="corrected_quotes")

    assert (row["speaker_text"], row["speaker_name"]) == ("He", "Harbour police")
    assert (row["speaker_type"], row["speaker_rule"]) == ("organisation", "correction")


def test_hidden_quotation_leaves_its_figures() -> None:
    """A quotation that is none goes by itself."""
    frames, _ = applied(about("quote", "hide", "12 soldiers of 90 fell"))

    assert frames["corrected_quotes"]["is_hidden"].to_list() == [True]
    assert frames["corrected_figures"].is_empty()

"""``tallybook explain`` of a figure shows what its sentence holds, also rows without a place."""

from __future__ import annotations

from typing import Any

import pytest

from flows.cli.explain import NOBODY, OWN_VOICE, ROWS, facts_of, restrict, shown_value

Item = dict[str, Any]


def span(start_char: int, end_char: int) -> Item:
    """Return an item that stands between two characters."""
    return {"start_char": start_char, "end_char": end_char, "text": "x" * (end_char - start_char)}


def event(verb: Item, party: Item | None) -> Item:
    """Return an event, which has no place of its own."""
    return {"kind": "event", "subject": party, "verb": verb, "object": None}


FAR, NEAR = span(0, 9), span(12, 15)
EXPLANATION: Item = {
    "tokens": [FAR, NEAR],
    "candidates": [FAR, NEAR],
    "lost_names": [FAR, NEAR],
    "rows": {
        "id": "x",
        "entities": [FAR | {"entity_index": 0}, NEAR | {"entity_index": 1}],
        "things": [{"entity_index": 0}, {"entity_index": 1}],
        "relations": [event(FAR, None), event(NEAR, None), event(FAR, NEAR)],
    },
}


def test_restrict_keeps_what_touches_the_sentence() -> None:
    """Tokens, candidates and names, also lost ones, are kept if they share a character with it."""
    shown = restrict(EXPLANATION, 10, 20)

    assert shown["tokens"] == shown["candidates"] == shown["lost_names"] == [NEAR]
    assert shown["lost_names"] == [NEAR]
    assert shown["rows"]["entities"] == [NEAR | {"entity_index": 1}]
    assert shown["rows"]["id"] == "x"


def test_restrict_keeps_the_things_that_the_sentence_names() -> None:
    """A thing has no place: it goes with its mentions."""
    assert restrict(EXPLANATION, 10, 20)["rows"]["things"] == [{"entity_index": 1}]


def test_restrict_keeps_an_event_for_any_of_its_spans() -> None:
    """An event has no place either: verb or one party is enough."""
    shown = restrict(EXPLANATION, 10, 20)["rows"]["relations"]

    assert shown == [event(NEAR, None), event(FAR, NEAR)]


def test_shown_value_of_a_span_is_its_text() -> None:
    """A table shows the characters of a nested span, and anything else as it is."""
    assert (shown_value(span(1, 3)), shown_value(7), shown_value(None)) == ("xx", 7, None)


@pytest.mark.parametrize(("name", "shown"), [("Korr", "x = Korr"), ("x", "x"), (None, "x")])
def test_shown_value_of_somebody_tells_who_it_is(name: str | None, shown: str) -> None:
    """A pronoun stands with the name of whom it means; a name is not repeated."""
    assert shown_value(span(1, 2) | {"name": name}) == shown


def test_facts_of_a_figure_tell_claimant_cue_and_rule() -> None:
    """Nested spans become flat: the words of the text, who that is, and the sort of source."""
    claimant = span(0, 2) | {"name": "Ada Korr", "entity_id": None, "type": "person", "cue": "said"}
    figure = {"text": "40", "claimant": claimant, "claimant_rule": "verb/clause:pronoun"}
    figure |= {"cue_text": "said", "stance": "stated", "via": span(3, 4) | {"name": "TASS"}}

    assert facts_of(figure) == {
        "text": "40",
        "claimant": "xx",
        "claimant_name": "Ada Korr",
        "claimant_type": "person",
        "claimant_rule": "verb/clause:pronoun",
        "cue_text": "said",
        "stance": "stated",
        "via": "x",
        "via_name": "TASS",
    }


@pytest.mark.parametrize(
    ("rule", "said"), [(None, OWN_VOICE), ("impersonal/clause", NOBODY)], ids=["own", "nobody"]
)
def test_facts_of_a_figure_without_a_claimant_say_so(rule: str | None, said: str) -> None:
    """Nobody who is named is not the same as the article's own voice."""
    facts = facts_of({"text": "40", "claimant": None, "claimant_rule": rule})

    assert facts["claimant"] == said


def test_quotations_are_shown_with_all_that_attributes_them() -> None:
    """The table of quotations has speaker, its rule, cue, stance, passer-on and rule."""
    assert set(ROWS["quotes"]) > {"speaker", "speaker_rule", "cue", "stance", "via", "rule"}

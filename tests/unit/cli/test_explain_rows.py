"""``tallybook explain`` of a figure shows what its sentence holds, also rows without a place."""

from __future__ import annotations

from typing import Any

from flows.cli.explain import restrict, shown_value

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

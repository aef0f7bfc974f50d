"""The seeds of events hold together."""

from tasks.nlp.relations.event_words import event_words
from tasks.nlp.relations.object_classes import OF_LABELS, noun_classes
from warehouse.seeds import read_seed_rows
from warehouse.tables.ref import EVENT_WORDS
from warehouse.vocabularies import ENTITY_LABELS, EVENT_KINDS

REFLEXIVE = "reflexive"


def test_every_event_has_verbs_and_nouns() -> None:
    """Each kind of event can be said in both ways, with at least 150 expressions in all."""
    rows = read_seed_rows(EVENT_WORDS)
    said = {(row["event"], row["part_of_speech"]) for row in rows}

    assert len(rows) >= 150
    assert said == {(event, kind) for event in EVENT_KINDS for kind in ("verb", "noun")}


def test_classes_that_words_ask_for_exist() -> None:
    """A misspelt class would silently rule an event in or out."""
    known = {name for names in noun_classes().values() for name in names} | {REFLEXIVE}
    asked = {
        name
        for kind in ("verb", "noun")
        for senses in event_words(kind).values()
        for word in senses
        for name in word.needs | word.excludes
    }

    assert asked <= known
    assert set(OF_LABELS) <= set(ENTITY_LABELS)


def test_fixed_parts_go_before_the_bare_verb() -> None:
    """``take into custody`` is tried before ``take``."""
    senses = event_words("verb")["take"]

    assert senses[0].particle or senses[0].fixed_object
    assert not senses[-1].particle

"""Rules on roles, events and things named together."""

from __future__ import annotations

from typing import Final

import polars as pl

from expectations.rules.rule import Rule

RELATIONS: Final = "core.relations"
EVENT_COLUMNS: Final = ("event", "verb_text", "modality")
PARTY_COLUMNS: Final = ("subject_text", "object_text")
PARTY_INDEXES: Final = ("subject_entity_index", "object_entity_index")
IS_EVENT: Final = pl.col("kind") == "event"
IS_PAIR: Final = pl.col("kind") == "co_mention"


def _has_any(columns: tuple[str, ...]) -> pl.Expr:
    return pl.any_horizontal(pl.col(name).is_not_null() for name in columns)


def _lacks_any(columns: tuple[str, ...]) -> pl.Expr:
    return pl.any_horizontal(pl.col(name).is_null() for name in columns)


def _party_rule(table: str, parties: tuple[str, ...]) -> Rule:
    return Rule(
        name="party_entity_has_text",
        table=table,
        columns=tuple(
            column for party in parties for column in (f"{party}_entity_index", f"{party}_text")
        ),
        reason="An entity that takes part is named in the text.",
        broken=pl.any_horizontal(
            pl.col(f"{party}_entity_index").is_not_null() & pl.col(f"{party}_text").is_null()
            for party in parties
        ),
    )


RELATION_RULES: Final = (
    Rule(
        name="role_has_person",
        table="core.roles",
        columns=("person_text",),
        reason="A role is held by a person whom the text names.",
        broken=pl.col("person_text").is_null(),
    ),
    _party_rule("core.roles", ("person", "organisation", "place")),
    Rule(
        name="event_columns_complete",
        table=RELATIONS,
        columns=("kind", *EVENT_COLUMNS),
        reason="An event has a kind, a verb and a modality.",
        broken=IS_EVENT & _lacks_any(EVENT_COLUMNS),
    ),
    Rule(
        name="event_has_party",
        table=RELATIONS,
        columns=("kind", *PARTY_COLUMNS),
        reason="An event has a subject or an object.",
        broken=IS_EVENT & ~_has_any(PARTY_COLUMNS),
    ),
    Rule(
        name="co_mention_is_no_event",
        table=RELATIONS,
        columns=("kind", *EVENT_COLUMNS),
        reason="Things that are only named together have no event, verb or modality.",
        broken=IS_PAIR & _has_any(EVENT_COLUMNS),
    ),
    Rule(
        name="co_mention_has_two_things",
        table=RELATIONS,
        columns=("kind", *PARTY_COLUMNS, *PARTY_INDEXES),
        reason="A pair is of two things of the document, both with text and entity.",
        broken=IS_PAIR
        & (
            _lacks_any((*PARTY_COLUMNS, *PARTY_INDEXES))
            | (pl.col(PARTY_INDEXES[0]) == pl.col(PARTY_INDEXES[1])).fill_null(value=False)
        ),
    ),
    _party_rule(RELATIONS, ("subject", "object")),
)

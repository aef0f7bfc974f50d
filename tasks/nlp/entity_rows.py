"""Rows of the tables about things: entities of a document, mentions, roles and relations."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import combinations
from typing import Any, Final

from tasks.nlp.linking.contexts import mention_at
from tasks.nlp.linking.document_entity import DocumentEntity, LinkedMention
from tasks.nlp.linking.linking import Linked
from tasks.nlp.relations.relation import Relation
from tasks.nlp.roles.role import Role
from tasks.nlp.spans import Sentence, Span
from tasks.nlp.word_lists import word_list
from warehouse.identifiers import entity_id, relation_id, role_id
from warehouse.seeds import read_seed_rows
from warehouse.tables.ref import ROLE_NOUNS

Row = dict[str, Any]
LIST_MARK: Final = ";"
POSSESSIVE: Final = re.compile(r"['’](?:s\b|\s)")
FIRST_WORD: Final = re.compile(r"\s([a-z]+)")
MAX_NAMED_TOGETHER: Final = 12
"""Things of one sentence that are paired; a longer list says nothing of any two of its members."""


def span_fields(prefix: str, span: Span | None) -> Row:
    """Return the three columns of a secondary span."""
    return {
        f"{prefix}_text": span.text if span else None,
        f"{prefix}_start_char": span.start_char if span else None,
        f"{prefix}_end_char": span.end_char if span else None,
    }


def own_span(document_id: str, span: Span, text_column: str) -> Row:
    """Return the columns of a row's own span."""
    return {
        "document_id": document_id,
        "start_char": span.start_char,
        "end_char": span.end_char,
        text_column: span.text,
    }


def sentence_index(sentences: Sequence[Sentence], start_char: int) -> int:
    """Return the position of the sentence that holds a character, or of the last one before it."""
    return max(0, bisect_right(sentences, start_char, key=lambda s: s.start_char) - 1)


class EntityRows:
    """Builds the rows of one document from its linked mentions."""

    def __init__(self, document_id: str, sentences: Sequence[Sentence], linked: Linked) -> None:
        """Take what linking found; mentions are in order and do not overlap."""
        self.document_id = document_id
        self.sentences = sentences
        self.linked = linked
        self.ids = [entity_id(entity.label, entity.key) for entity in linked.entities]

    def entity_fields(self, prefix: str, span: Span | None) -> Row:
        """Return the columns that refer to the entity named at a span, null without one."""
        found = mention_at(self.linked.mentions, span)
        index = None if found is None else self.linked.mentions[found].entity_index
        return self.index_fields(prefix, index)

    def index_fields(self, prefix: str, index: int | None) -> Row:
        """Return the columns that refer to an entity by its position, null without one."""
        return {
            f"{prefix}_entity_index": index,
            f"{prefix}_entity_id": None if index is None else self.ids[index],
        }

    def entities(self) -> list[Row]:
        """Return rows of core.document_entities; entity_id is settled over all documents later."""
        return [
            {
                "document_id": self.document_id,
                "entity_index": index,
                "document_countries": LIST_MARK.join(self.linked.countries) or None,
                "entity_id": self.ids[index],
                "resolution_rule": "document",
                **thing_fields(entity),
                **place_fields(entity),
            }
            for index, entity in enumerate(self.linked.entities)
        ]

    def mentions(self) -> list[Row]:
        """Return rows of core.entity_mentions."""
        return [self.mention(mention) for mention in self.linked.mentions]

    def mention(self, mention: LinkedMention) -> Row:
        """Return a row of core.entity_mentions."""
        return {
            **own_span(self.document_id, mention.span, "mention_text"),
            "label": mention.label,
            "entity_index": mention.entity_index,
            "entity_id": self.ids[mention.entity_index],
            "precision_code": mention.precision_code,
            "sentence_index": sentence_index(self.sentences, mention.span.start_char),
            "rule": mention.rule,
            "link_rule": mention.link_rule,
        }

    def roles(self, roles: Sequence[Role]) -> list[Row]:
        """Return rows of core.roles."""
        rows = [
            {
                **own_span(self.document_id, role.role, "role_text"),
                **self.party_fields("person", role.person),
                **self.party_fields("organisation", role.organisation),
                **self.party_fields("place", role.place),
                "is_former": role.is_former,
                "sentence_index": sentence_index(self.sentences, role.role.start_char),
                "rule": role.rule,
            }
            for role in roles
        ]
        return [{"role_id": role_id(row), **row} for row in rows]

    def party_fields(self, prefix: str, span: Span | None) -> Row:
        """Return span and entity of one that takes part."""
        return {**span_fields(prefix, span), **self.entity_fields(prefix, span)}

    def actor_fields(self, prefix: str, phrase: Span | None) -> Row:
        """Return a phrase that acts or is acted on, and the entity that it is about."""
        name = name_of_phrase(self.linked.mentions, phrase) if phrase else None
        return {**span_fields(prefix, phrase), **self.entity_fields(prefix, name)}

    def relations(self, relations: Sequence[Relation]) -> list[Row]:
        """Return rows of core.relations: the events, and the things named together."""
        return [*map(self.event, relations), *self.co_mentions()]

    def event(self, relation: Relation) -> Row:
        """Return a row of core.relations about an event."""
        row = {
            "document_id": self.document_id,
            "kind": "event",
            "event": relation.event,
            **self.actor_fields("subject", relation.subject),
            **span_fields("verb", relation.verb),
            **self.actor_fields("object", relation.object),
            "modality": relation.modality,
            "sentence_index": sentence_index(self.sentences, relation.verb.start_char),
            "rule": relation.rule,
        }
        return {"relation_id": relation_id(row), **row}

    def co_mentions(self) -> Iterator[Row]:
        """Yield a row of core.relations for each two things that a sentence names."""
        for index, mentions in self.by_sentence():
            if len(mentions) > MAX_NAMED_TOGETHER:
                continue
            for one, other in combinations(mentions, 2):
                row = {
                    "document_id": self.document_id,
                    "kind": "co_mention",
                    "event": None,
                    **self.party_fields("subject", one.span),
                    **span_fields("verb", None),
                    **self.party_fields("object", other.span),
                    "modality": None,
                    "sentence_index": index,
                    "rule": "same_sentence",
                }
                yield {"relation_id": relation_id(row), **row}

    def by_sentence(self) -> Iterator[tuple[int, list[LinkedMention]]]:
        """Yield each sentence with the first mention of each thing that it names."""
        found: dict[int, dict[int, LinkedMention]] = {}
        for mention in self.linked.mentions:
            index = sentence_index(self.sentences, mention.span.start_char)
            found.setdefault(index, {}).setdefault(mention.entity_index, mention)
        for index, things in found.items():
            yield index, list(things.values())


@cache
def end_of_head() -> re.Pattern[str]:
    """Return the pattern of the words that end the head of a noun phrase."""
    words = sorted(word_list("phrase_preposition") | {"and", "or"})
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b|,", re.IGNORECASE)


def is_role_behind(text: str) -> bool:
    """Tell whether the word behind a name is a role: a Hamas commander is not Hamas."""
    word = FIRST_WORD.match(text)
    return word is not None and word.group(1) in role_words()


@cache
def role_words() -> frozenset[str]:
    """Return the nouns of roles, singular and plural."""
    rows = read_seed_rows(ROLE_NOUNS)
    return frozenset(str(row[form]) for row in rows for form in ("role", "plural") if row[form])


def name_of_phrase(mentions: Sequence[LinkedMention], phrase: Span) -> Span | None:
    """Return the name of what a phrase is about, None where it names only what that belongs to.

    The last name before a preposition or a conjunction: of "Syrian businessman Nabil Haddad" the
    man, of "Russian forces" Russia, of "police in Lyon" and "Haddad's driver" nobody.
    """
    head = end_of_head().search(phrase.text)
    end = phrase.start_char + head.start() if head else phrase.end_char
    at = bisect_left(mentions, phrase.start_char, key=lambda mention: mention.span.start_char)
    found = None
    while at < len(mentions) and mentions[at].span.start_char < end:
        span = mentions[at].span
        behind = phrase.text[span.end_char - phrase.start_char :]
        found = None if POSSESSIVE.match(behind) or is_role_behind(behind) else span
        at += 1
    return found


def thing_fields(entity: DocumentEntity) -> Row:
    """Return the columns of core.document_entities about name and context."""
    return {
        "label": entity.label,
        "entity_name": entity.name,
        "local_key": entity.key,
        "is_seeded": entity.is_seeded,
        "other_names": LIST_MARK.join(entity.other_names) or None,
        "context": LIST_MARK.join(entity.context) or None,
    }


def place_fields(entity: DocumentEntity) -> Row:
    """Return the columns of core.document_entities about where the thing is."""
    place = entity.place
    return {
        "place_key": place.place_key if place else None,
        "country_code": entity.country_code,
        "admin_area": place.admin_area if place else None,
        "feature_class": place.feature_class if place else None,
        "latitude": place.latitude if place else None,
        "longitude": place.longitude if place else None,
        "place_rule": entity.place_rule,
    }

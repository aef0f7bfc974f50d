"""Links the mentions of a document with the things that it names."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from tasks.nlp.entities.gazetteer import seed_countries, seed_labels, seed_names
from tasks.nlp.linking.acronyms import link_acronyms
from tasks.nlp.linking.contexts import BEFORE_BODY, body_contexts, document_countries, role_contexts
from tasks.nlp.linking.document_entity import DocumentEntity, LinkedMention
from tasks.nlp.linking.groups import Group, Links, group_mentions, written_tokens
from tasks.nlp.linking.labels import OTHER_LABEL, link_across_families, settled_label
from tasks.nlp.linking.persons import SURNAME_RULE, link_full_names, link_short_names
from tasks.nlp.linking.short_forms import link_short_forms
from tasks.nlp.linking.state_bodies import is_of_another_state, key_beside
from tasks.nlp.places.mentions import ResolvedPlace
from tasks.nlp.places.table import place_table
from tasks.nlp.roles.role import Role
from tasks.nlp.spans import Mention
from warehouse.names import shown_name

LOCATED: Final = frozenset({"GPE", "LOC", "FAC", "NORP"})
BEHIND_BODY: Final = re.compile(r"\s(?:in|of)\s(?:the\s)?")


@dataclass(frozen=True, slots=True)
class Linked:
    """Mentions with their entities, the entities in order, and what the document is about."""

    mentions: list[LinkedMention]
    entities: list[DocumentEntity]
    countries: tuple[str, ...]


def link_mentions(
    text: str,
    mentions: Sequence[Mention],
    places: Mapping[int, ResolvedPlace],
    roles: Sequence[Role],
) -> Linked:
    """Return which thing each mention of a document means.

    Args:
        text: Text of the document.
        mentions: Its mentions, in order and without overlaps.
        places: What the mentions of places refer to, by position of the mention.
        roles: Its roles; they tell persons of one name apart, over all documents.
    """
    mentions = of_their_states(text, mentions, places)
    groups, of_mention = group_mentions(mentions, places)
    links = Links(groups)
    link_acronyms(text, mentions, of_mention, links)
    link_full_names(links)
    single = link_short_names(links)
    link_across_families(links)
    link_short_forms(links)
    roots = [links.root(single.get(i, group)) for i, group in enumerate(of_mention)]
    rules = [SURNAME_RULE if i in single else links.rules[g] for i, g in enumerate(of_mention)]
    members: dict[int, list[int]] = defaultdict(list)
    for position, root in enumerate(roots):
        members[root].append(position)
    found = known_places(links)
    entities = [
        draft_entity(
            groups[root], links.anchors[root], found.get(root), [mentions[i] for i in positions]
        )
        for root, positions in members.items()
    ]
    order = {root: index for index, root in enumerate(members)}
    indexes = [order[root] for root in roots]
    countries = [entities[index].country_code for index in indexes]
    said = what_is_said(
        text, mentions, roles, [entities[index].key for index in indexes], countries
    )
    return Linked(
        [
            linked_mention(mentions[i], entities[index], index, rules[i], places.get(i))
            for i, index in enumerate(indexes)
        ],
        [
            with_context(entity, positions, said)
            for entity, positions in zip(entities, members.values(), strict=True)
        ],
        document_countries(countries),
    )


def of_their_states(
    text: str, mentions: Sequence[Mention], places: Mapping[int, ResolvedPlace]
) -> list[Mention]:
    """Return the mentions, with the key of the state's body that a common name means here.

    The name beside it tells first: Libya's Coast Guard, the Defence Ministry in Kyiv. Without one a
    body that must be of another state than the seeds' has lost its key.
    """
    known = seed_countries()
    countries = [
        places[i].place.country_code if i in places else known.get(m.known_key or "")
        for i, m in enumerate(mentions)
    ]
    located = {c for c, m in zip(countries, mentions, strict=True) if c and m.label in LOCATED}
    found = []
    for position, mention in enumerate(mentions):
        beside = country_beside(text, mentions, countries, position)
        key = key_beside(mention, beside)
        if key is None and not is_of_another_state(mention, located):
            key = mention.known_key
        found.append(replace(mention, known_key=key))
    return found


def country_beside(
    text: str,
    mentions: Sequence[Mention],
    countries: Sequence[str | None],
    position: int,
) -> str | None:
    """Return the country of the place or people named right before, or behind in, a body."""
    span = mentions[position].span
    if mentions[position].label != "ORG":
        return None
    behind, before = position + 1, position - 1
    if behind < len(mentions) and mentions[behind].label in LOCATED:
        gap = text[span.end_char : mentions[behind].span.start_char]
        if BEHIND_BODY.fullmatch(gap):
            return countries[behind]
    if before >= 0 and mentions[before].label in LOCATED:
        gap = text[mentions[before].span.end_char : span.start_char]
        return countries[before] if BEFORE_BODY.fullmatch(gap) else None
    return None


def known_places(links: Links) -> dict[int, ResolvedPlace]:
    """Return the place of each thing that is one, by the group that stands for it."""
    return {
        links.root(index): group.place
        for index, group in enumerate(links.groups)
        if group.place is not None
    }


def draft_entity(
    group: Group, anchor: str | None, place: ResolvedPlace | None, mentions: Sequence[Mention]
) -> DocumentEntity:
    """Return a thing without its context.

    Args:
        group: The group that stands for the thing.
        anchor: Seed key or place key.
        place: What and where it is, of a place.
        mentions: All its mentions.
    """
    names = {shown_name(m.span.text): written_tokens(m) for m in mentions}
    fullest = min(names, key=lambda name: (-len(names[name]), -len(name), name))
    key = anchor or "-".join(names[fullest])
    is_seeded = key in seed_labels() and anchor is not None
    known_name = seed_names()[key] if is_seeded else place.place.name if place else None
    known_country = seed_countries()[key] if is_seeded else None
    known_place = place.place if place else place_table().of_entity(key) if is_seeded else None
    return DocumentEntity(
        label=seed_labels()[key] if is_seeded else settled_label(mentions, group.labels[0]),
        name=known_name or fullest,
        key=key,
        is_seeded=is_seeded,
        other_names=tuple(sorted({"-".join(tokens) for tokens in names.values()} - {key})),
        context=(),
        country_code=place.place.country_code if place else known_country,
        place=known_place,
        place_rule=place.rule if place else "seed" if known_place else None,
    )


def what_is_said(
    text: str,
    mentions: Sequence[Mention],
    roles: Sequence[Role],
    keys: Sequence[str],
    countries: Sequence[str | None],
) -> dict[int, set[str]]:
    """Return the context of each mention that has one, by its position."""
    said = dict(role_contexts(roles, mentions, keys, countries))
    for position, words in body_contexts(text, mentions, countries).items():
        said[position] = said.get(position, set()) | words
    return said


def with_context(
    entity: DocumentEntity, positions: Sequence[int], said: Mapping[int, set[str]]
) -> DocumentEntity:
    """Return a thing with what is said at any of its mentions."""
    words = {word for position in positions for word in said.get(position, ())}
    return replace(entity, context=tuple(sorted(words)))


def linked_mention(
    mention: Mention, entity: DocumentEntity, index: int, rule: str, place: ResolvedPlace | None
) -> LinkedMention:
    """Return a mention with its entity; what the document files under two labels gets one."""
    is_other = mention.known_key is None and rule in {SURNAME_RULE, OTHER_LABEL}
    return LinkedMention(
        span=mention.span,
        label=entity.label if is_other else mention.label,
        entity_index=index,
        precision_code=place.precision_code if place else None,
        rule=mention.rule,
        link_rule=rule,
    )

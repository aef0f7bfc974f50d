"""Texts with marked names: what linking makes of them, without a pipeline.

``[Ada Korr|PERSON]`` is a mention, ``[FSB|ORG federal-security-service]`` one whose thing the seeds
know.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tasks.nlp.linking.groups import Links, group_mentions
from tasks.nlp.linking.linking import Linked, link_mentions
from tasks.nlp.places.mentions import ResolvedPlace
from tasks.nlp.places.table import Place
from tasks.nlp.roles.role import Role
from tasks.nlp.spans import Mention, Span

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

MARK = re.compile(r"\[([^\[\]|]+)\|([A-Z_]+)(?: ([a-z0-9-]+))?\]")


def read_marked(marked: str) -> tuple[str, list[Mention]]:
    """Return the plain text of a marked one, and its mentions in order."""
    text, position, mentions = "", 0, []
    for match in MARK.finditer(marked):
        text += marked[position : match.start()]
        name, label, key = match.groups()
        span = Span(len(text), len(text) + len(name), name)
        mentions.append(Mention(span, label, key, "test"))
        text += name
        position = match.end()
    return text + marked[position:], mentions


def linked(
    marked: str, places: Mapping[str, ResolvedPlace] | None = None, roles: Sequence[Role] = ()
) -> Linked:
    """Return what linking makes of a marked text.

    Args:
        marked: Text with its names marked.
        places: What the mentions of these names refer to.
        roles: Roles of the plain text.
    """
    text, mentions = read_marked(marked)
    return link_mentions(text, mentions, positions_of(mentions, places or {}), roles)


def links_of(marked: str) -> tuple[str, list[Mention], list[int], Links]:
    """Return text, mentions, the group of each mention, and links before any rule has run."""
    text, mentions = read_marked(marked)
    groups, of_mention = group_mentions(mentions, {})
    return text, mentions, of_mention, Links(groups)


def positions_of(
    mentions: Sequence[Mention], places: Mapping[str, ResolvedPlace]
) -> dict[int, ResolvedPlace]:
    """Return the places by position of the mention instead of by name."""
    return {
        position: places[mention.span.text]
        for position, mention in enumerate(mentions)
        if mention.span.text in places
    }


def things_of(found: Linked) -> list[list[str]]:
    """Return the written names of each thing, in order of the text."""
    return [
        [mention.span.text for mention in found.mentions if mention.entity_index == index]
        for index in range(len(found.entities))
    ]


def place(
    key: str, country_code: str | None = None, entity_key: str | None = None
) -> ResolvedPlace:
    """Return a place somewhere, its name made of its key."""
    codes = (country_code,) if country_code else ()
    known = Place(key, key.title(), "city", country_code, codes, None, 1.5, 2.5, 0, entity_key)
    return ResolvedPlace(known, "exact", "population")


def role(
    text: str, person: str, title: str, *, organisation: str = "", place_name: str = ""
) -> Role:
    """Return the role that a text gives to a person, each by the first place of its words."""
    return Role(
        cut(text, person),
        cut(text, title),
        cut(text, organisation) if organisation else None,
        cut(text, place_name) if place_name else None,
        is_former=False,
        rule="test",
    )


def cut(text: str, part: str) -> Span:
    """Return the first place of some words in a text."""
    start = text.index(part)
    return Span(start, start + len(part), part)

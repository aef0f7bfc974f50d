"""The gender of the persons of a document, as their titles, roles and given names say it."""

import re
from collections.abc import Sequence
from functools import cache
from typing import Final

from tasks.nlp.linking.contexts import mention_at
from tasks.nlp.linking.linking import Linked
from tasks.nlp.roles.role import Role
from tasks.nlp.roles.vocabulary import gender_of, role_nouns
from warehouse.seeds import read_seed_rows
from warehouse.tables.ref import GIVEN_NAMES

WORD_BEFORE: Final = re.compile(r"([^\W\d_]+)\.?\s$")
TITLE_CHARS: Final = 15
"""Characters before a name in which its style of address is looked for."""


def genders_of(text: str, linked: Linked, roles: Sequence[Role]) -> dict[int, str]:
    """Return the gender of the persons whose gender is known, by entity.

    A style of address before any mention counts most, then a role, then the given name. What
    contradicts itself says nothing.
    """
    sources = (addressed(text, linked), by_roles(linked, roles), by_given_names(linked))
    found: dict[int, str] = {}
    for said in sources:
        for index, genders in said.items():
            if index not in found and len(genders) == 1:
                found[index] = next(iter(genders))
    return found


def addressed(text: str, linked: Linked) -> dict[int, set[str]]:
    """Return what Mr and Mrs before a name say."""
    found: dict[int, set[str]] = {}
    for mention in linked.mentions:
        if mention.label != "PERSON":
            continue
        start = mention.span.start_char
        before = WORD_BEFORE.search(text[max(0, start - TITLE_CHARS) : start])
        noun = role_nouns().get((before.group(1).lower(),)) if before else None
        if noun is not None and noun.gender:
            found.setdefault(mention.entity_index, set()).add(noun.gender)
    return found


def by_roles(linked: Linked, roles: Sequence[Role]) -> dict[int, set[str]]:
    """Return what roles say: spokeswoman, king."""
    found: dict[int, set[str]] = {}
    for role in roles:
        position = mention_at(linked.mentions, role.person)
        gender = gender_of(role.role.text)
        if position is not None and gender:
            found.setdefault(linked.mentions[position].entity_index, set()).add(gender)
    return found


def by_given_names(linked: Linked) -> dict[int, set[str]]:
    """Return what given names say; a name of one word may be a surname."""
    found: dict[int, set[str]] = {}
    for index, entity in enumerate(linked.entities):
        words = entity.name.lower().split()
        gender = given_names().get(words[0]) if len(words) > 1 else None
        if entity.label == "PERSON" and gender:
            found[index] = {gender}
    return found


@cache
def given_names() -> dict[str, str]:
    """Return the gender of each given name of the seeds."""
    return {str(row["given_name"]): str(row["gender"]) for row in read_seed_rows(GIVEN_NAMES)}

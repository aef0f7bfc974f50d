"""What a document says of the persons and bodies that it names, as words to compare.

``org:`` is the key of a body that the person has a role in, ``country:`` a country that role or
body belongs to, ``role:`` the noun of the role.
"""

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Final

from tasks.nlp.linking.document_entity import LinkedMention
from tasks.nlp.linking.names import name_tokens
from tasks.nlp.roles.role import Role
from tasks.nlp.spans import Mention, Span
from warehouse.seeds import read_seed_rows
from warehouse.tables.ref import ROLE_NOUNS

Named = Mention | LinkedMention
BEFORE_BODY: Final = re.compile(r"(?:['’]s)?\s")
MIN_SHARE: Final = 0.25
"""Share of the mentions with a country that make it one that the document is about."""


def mention_at(mentions: Sequence[Named], span: Span | None) -> int | None:
    """Return the position of the mention that shares a character with a span, None without one.

    Args:
        mentions: Mentions in order, without overlaps.
        span: Place in the same text.
    """
    if span is None:
        return None
    after = bisect_right(mentions, span.end_char - 1, key=lambda mention: mention.span.start_char)
    if after and mentions[after - 1].span.overlaps(span.start_char, span.end_char):
        return after - 1
    return None


def document_countries(countries: Sequence[str | None]) -> tuple[str, ...]:
    """Return the countries that a document is about, sorted.

    Args:
        countries: Country code of each mention, None where it has none.
    """
    counts = Counter(country for country in countries if country)
    total = counts.total()
    return tuple(sorted(c for c, count in counts.items() if count >= MIN_SHARE * total))


def role_contexts(
    roles: Sequence[Role],
    mentions: Sequence[Mention],
    keys: Sequence[str],
    countries: Sequence[str | None],
) -> Mapping[int, set[str]]:
    """Return what the roles say of persons, by position of the person's mention.

    Args:
        roles: Roles of the document.
        mentions: Its mentions in order.
        keys: Key of the entity of each mention.
        countries: Country code of each mention.
    """
    found: dict[int, set[str]] = defaultdict(set)
    for role in roles:
        person = mention_at(mentions, role.person)
        if person is None:
            continue
        found[person].add(f"role:{role_key(role.role.text)}")
        body = mention_at(mentions, role.organisation)
        if body is not None:
            found[person].add(f"org:{keys[body]}")
        for position in (body, mention_at(mentions, role.place)):
            if position is not None and countries[position]:
                found[person].add(f"country:{countries[position]}")
    return found


def role_key(text: str) -> str:
    """Return what a role is called: a fixed phrase as a whole, else its last word.

    >>> role_key("Secretary-General"), role_key("police captain")
    ('secretary-general', 'captain')
    """
    tokens = name_tokens(text)
    whole = "-".join(tokens)
    ends = ("-".join(tokens[first:]) for first in range(len(tokens)))
    return next((end for end in ends if end in fixed_roles()), tokens[-1] if tokens else whole)


@cache
def fixed_roles() -> frozenset[str]:
    """Return the roles of the seeds that are phrases, as keys."""
    roles = (str(row["role"]) for row in read_seed_rows(ROLE_NOUNS))
    return frozenset("-".join(role.split()) for role in roles if " " in role)


def body_contexts(
    text: str, mentions: Sequence[Mention], countries: Sequence[str | None]
) -> Mapping[int, set[str]]:
    """Return the country that stands right before a body: the Ukrainian Ministry of Defence."""
    found: dict[int, set[str]] = defaultdict(set)
    for position in range(1, len(mentions)):
        one, other = mentions[position - 1], mentions[position]
        between = text[one.span.end_char : other.span.start_char]
        if other.label == "ORG" and BEFORE_BODY.fullmatch(between) and countries[position - 1]:
            found[position].add(f"country:{countries[position - 1]}")
    return found

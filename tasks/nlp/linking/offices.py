"""Holders of offices: President Macron of a text on France is the one whom the seeds know."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from tasks.nlp.entities.gazetteer import seed_names
from tasks.nlp.linking.contexts import mention_at
from tasks.nlp.linking.names import Tokens, name_tokens
from tasks.nlp.linking.persons import PERSON, are_one_person, is_short_for
from tasks.nlp.roles.role import Role
from tasks.nlp.spans import Mention
from warehouse.seeds import read_seed_rows
from warehouse.tables.ref import OFFICES

LATE: Final = 1
"""Years for which a text may still speak of a holder whose term is over."""


@dataclass(frozen=True, slots=True)
class Term:
    """An office that a person held; years inclusive, the last one None when it runs."""

    person_key: str
    name: Tokens
    body_key: str
    from_year: int
    until_year: int | None

    def fits(self, year: int | None, *, is_former: bool) -> bool:
        """Tell whether a text of a year may speak of this term; without a year any may be meant."""
        if year is None:
            return True
        is_begun = self.from_year <= year
        return is_begun and (is_former or self.until_year is None or year <= self.until_year + LATE)


def office_holders(
    mentions: Sequence[Mention], roles: Sequence[Role], year: int | None
) -> Mapping[int, str]:
    """Return the seed key of persons whom name, office, body and year tell, by position.

    The body is the one that the role names, else any that the document names; where several
    holders fit, none is taken.

    Args:
        mentions: Mentions of the document, in order.
        roles: Its roles.
        year: Year of publication, None when it is not known.
    """
    named = {mention.known_key for mention in mentions if mention.known_key}
    found: dict[int, str] = {}
    for role in roles:
        position = mention_at(mentions, role.person)
        if position is None or mentions[position].known_key or mentions[position].label != PERSON:
            continue
        bodies = set(bodies_of(role, mentions)) or named
        holders = {
            term.person_key
            for term in terms_of(role.role.text.casefold())
            if term.body_key in bodies
            and term.fits(year, is_former=role.is_former)
            and is_name_of(name_tokens(mentions[position].span.text), term.name)
        }
        if len(holders) == 1:
            found[position] = holders.pop()
    return found


def bodies_of(role: Role, mentions: Sequence[Mention]) -> Iterator[str]:
    """Yield the seed keys of the body and the state that a role names."""
    for span in (role.organisation, role.place):
        position = mention_at(mentions, span)
        key = None if position is None else mentions[position].known_key
        if key:
            yield key


def is_name_of(tokens: Tokens, full: Tokens) -> bool:
    """Tell whether a name in a text may be that of a known person."""
    return tokens == full or is_short_for(tokens, full) or are_one_person(tokens, full)


def terms_of(role: str) -> Sequence[Term]:
    """Return the terms of all holders of an office."""
    return all_terms().get(role, ())


@cache
def all_terms() -> dict[str, list[Term]]:
    """Return the terms of the seeds by the name of the office."""
    terms: dict[str, list[Term]] = {}
    names = seed_names()
    for row in read_seed_rows(OFFICES):
        key, until = str(row["entity_key"]), row["until_year"]
        term = Term(
            key,
            name_tokens(names[key]),
            str(row["body_key"]),
            int(str(row["from_year"])),
            None if until is None else int(str(until)),
        )
        terms.setdefault(str(row["role"]), []).append(term)
    return terms

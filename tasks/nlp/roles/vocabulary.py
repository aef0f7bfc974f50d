"""The role nouns and the words around them, as the rules ask for them."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Final

from tasks.nlp.word_lists import word_list
from warehouse.seeds import read_seed_rows
from warehouse.tables.ref import ENTITY_ALIASES, ROLE_NOUNS, ROLE_WORDS

PARTS: Final = re.compile(r"[ \-]")
ADDRESS: Final = "address"
RANK: Final = "rank"


@dataclass(frozen=True, slots=True)
class RoleNoun:
    """A noun or fixed phrase that names a role.

    Attributes:
        kind: rank, office, job, expert, membership or address.
        gender: male or female where the word says it.
        is_plural: Whether this is the form for several persons.
    """

    kind: str
    gender: str | None
    is_plural: bool


@cache
def role_nouns() -> dict[tuple[str, ...], RoleNoun]:
    """Return every form by its words in lower case; hyphens divide words, too."""
    forms: dict[tuple[str, ...], RoleNoun] = {}
    for row in read_seed_rows(ROLE_NOUNS):
        kind, gender = str(row["kind"]), row["gender"]
        known = None if gender is None else str(gender)
        if row["plural"] is not None:
            forms.setdefault(parts(str(row["plural"])), RoleNoun(kind, known, is_plural=True))
        forms[parts(str(row["role"]))] = RoleNoun(kind, known, is_plural=False)
    return forms


@cache
def longest_from() -> dict[str, int]:
    """Return for each first word how many words the longest form has."""
    lengths: dict[str, int] = {}
    for form in role_nouns():
        lengths[form[0]] = max(len(form), lengths.get(form[0], 0))
    return lengths


@cache
def modifiers() -> frozenset[str]:
    """Return the words that stand before the last one in a form, for texts without a parse."""
    before_last = frozenset(word for form in role_nouns() for word in form[:-1])
    return (before_last | role_words("deputy")) - role_words("complement_case") - determiners()


@cache
def all_role_words() -> dict[str, frozenset[str]]:
    """Return the words of every class."""
    classes: dict[str, set[str]] = {}
    for row in read_seed_rows(ROLE_WORDS):
        classes.setdefault(str(row["word_class"]), set()).add(str(row["word"]))
    return {name: frozenset(words) for name, words in classes.items()}


def role_words(word_class: str) -> frozenset[str]:
    """Return the words of a class.

    Raises:
        KeyError: If there is no such class.
    """
    return all_role_words()[word_class]


@cache
def determiners() -> frozenset[str]:
    """Return the articles and possessive pronouns that open a noun phrase."""
    return word_list("determiner") | word_list("possessive")


@cache
def known_names() -> dict[str, str]:
    """Return the label of every name of the seeds but persons, by its lower case."""
    rows = read_seed_rows(ENTITY_ALIASES)
    labels = {str(row["alias"]).lower(): str(row["label"]) for row in rows}
    return {alias: label for alias, label in labels.items() if label != "PERSON"}


def parts(form: str) -> tuple[str, ...]:
    """Return the words of a form, divided at spaces and hyphens.

    >>> parts("vice-president")
    ('vice', 'president')
    """
    return tuple(PARTS.split(form))


def gender_of(role: str) -> str | None:
    """Return the gender that a role says, None when it says none.

    >>> gender_of("army spokeswoman"), gender_of("police chief")
    ('female', None)
    """
    words = parts(role.lower().replace(".", ""))
    for start in range(len(words)):
        noun = role_nouns().get(words[start:])
        if noun is not None:
            return noun.gender
    return None

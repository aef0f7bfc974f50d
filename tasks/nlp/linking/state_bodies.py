"""Bodies that every state has: ministries, courts, border guards ... and whose they are."""

from collections.abc import Collection
from functools import cache
from typing import Final

from tasks.nlp.entities.gazetteer import aliases, seed_countries
from tasks.nlp.linking.names import Tokens, body_tokens, is_acronym, name_tokens, without_legal_form
from tasks.nlp.spans import Mention
from tasks.nlp.word_lists import word_list

SPELLINGS: Final = {"defense": "defence", "organization": "organisation"}


def is_of_another_state(mention: Mention, countries: Collection[str]) -> bool:
    """Tell whether a known body bears a common name in a text that never names its country.

    "The Border Guards Service" is Russia's for the seeds, but not in a text on Estonia. What has an
    acronym of its own is known by it everywhere: the Federal Bureau of Investigation.

    Args:
        mention: A mention with the key of a known thing.
        countries: Codes of all countries that the document names otherwise.
    """
    key = mention.known_key or ""
    country = seed_countries().get(key)
    if mention.label != "ORG" or not country or not countries or country in countries:
        return False
    if key in keys_with_acronym():
        return False
    tokens = body_tokens(mention.span.text)
    return bool(state_words(tokens)) and not any(word in country_words() for word in tokens)


def significant_words(tokens: Tokens) -> Tokens:
    """Return the words of a name that carry it, in one spelling.

    >>> significant_words(("ministry", "of", "defense"))
    ('ministry', 'defence')
    """
    small = word_list("small_name_word")
    kept = tuple(word for word in without_legal_form(tokens) if word not in small)
    return tuple(SPELLINGS.get(word, word) for word in kept or tokens)


def state_words(tokens: Tokens) -> Tokens:
    """Return the words of a name that every state's body may bear, without that of the state.

    Nothing for any other name.

    >>> state_words(("ukrainian", "ministry", "of", "defence"))
    ('ministry', 'defence')
    >>> state_words(("free", "ukrainian", "press"))
    ()
    """
    words = tuple(word for word in significant_words(tokens) if word not in country_words())
    return words if words and word_list("state_body_word") >= set(words) else ()


def key_beside(mention: Mention, country: str | None) -> str | None:
    """Return the key of the seeds' body of a country that stands right beside a common name.

    Args:
        mention: A mention of a body.
        country: Country of the name before it (Libya's Coast Guard) or behind it (in Kyiv).
    """
    if mention.label != "ORG" or country is None:
        return None
    words = state_words(body_tokens(mention.span.text))
    return seeded_state_bodies().get((frozenset(words), country)) if words else None


@cache
def keys_with_acronym() -> frozenset[str]:
    """Return the keys of the bodies that the seeds know by an acronym, too."""
    return frozenset(alias.entity_key for alias in aliases() if is_acronym(alias.text))


@cache
def seeded_state_bodies() -> dict[tuple[frozenset[str], str], str]:
    """Return the seeds' bodies with common names, by their words and country code."""
    countries = seed_countries()
    found: dict[tuple[frozenset[str], str], str] = {}
    for alias in aliases():
        country = countries[alias.entity_key]
        words = state_words(name_tokens(alias.text)) if alias.label == "ORG" and country else ()
        if words and country:
            found.setdefault((frozenset(words), country), alias.entity_key)
    return found


@cache
def country_words() -> dict[str, str | None]:
    """Return the words that name a country or its people, with the country's code."""
    countries = seed_countries()
    words = (
        (name_tokens(alias.text), countries[alias.entity_key])
        for alias in aliases()
        if alias.label in {"GPE", "NORP"}
    )
    return {tokens[0]: country for tokens, country in words if len(tokens) == 1}

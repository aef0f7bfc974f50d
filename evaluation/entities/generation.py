"""Generates what many documents say of people and bodies of which it is known who is who.

Names are invented from syllables; surnames follow Zipf's law, so that many people share one, and
some share the full name. A document gives a person in full, with an initial, in another spelling or
by the surname, with a role or without; a body in full or by its acronym.
"""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate
from random import Random
from typing import Any, Final

import polars as pl

from tasks.nlp.linking.names import initials_of, name_tokens
from warehouse.identifiers import entity_id
from warehouse.tables.entities import DOCUMENT_ENTITIES

Row = dict[str, Any]
SYLLABLES: Final = [
    "ba",
    "de",
    "ki",
    "lo",
    "mu",
    "ran",
    "sel",
    "tov",
    "vin",
    "zu",
    "ar",
    "en",
    "ish",
    "gor",
    "pel",
    "dan",
]
ENDINGS: Final = ("ov", "eva", "ian", "ez", "sen", "i", "ko", "ani", "berg", "oglu")
ROLES: Final = ("spokesman", "governor", "minister", "colonel", "doctor", "driver", "farmer")
BODY_WORDS: Final = ("Relief", "Front", "Brigade", "Council", "Union", "Institute", "League")
COUNTRIES: Final = ("SY", "ML", "UA", "CO", "MM", "YE", "NG", "PH", "ET", "GE")
SURNAMES: Final = 3_000
GIVEN_NAMES: Final = 400
TIMES: Final = (1, 2, 4)
TIMES_WEIGHTS: Final = (73, 20, 7)
"""How often a document names a thing: 1.4 times in the mean, as in the sample corpus."""
PEOPLE_SHARE: Final = 0.7
SEEDED: Final = (("GPE", "syria"), ("GPE", "mali"), ("ORG", "united-nations"), ("GPE", "ukraine"))
"""Known things that documents name beside the others."""


@dataclass(frozen=True, slots=True)
class Thing:
    """Somebody or some body; ``country`` and ``role`` are what documents may say of it."""

    index: int
    label: str
    words: tuple[str, ...]
    country: str
    role: str
    body: str


def generate_things(count: int, *, seed: int) -> tuple[pl.DataFrame, pl.DataFrame, list[int]]:
    """Return what documents say of things, and which thing each row is.

    Args:
        count: Mentions; a document names about five things.
        seed: Seed of all draws.

    Returns:
        Rows of core.document_entities; document_id, entity_index and mention_count of each; and the
        number of the true thing of each.
    """
    random = Random(seed)  # noqa: S311 - no secrets
    world = list(make_world(random, max(40, count // 8)))
    rows: list[Row] = []
    truth: list[int] = []
    mentions: list[int] = []
    total = 0
    while total < count:
        document_id = hashlib.sha256(f"{seed}-{len(rows)}".encode()).hexdigest()
        first = random.randrange(len(world))
        country = world[first].country
        near = [thing for thing in world[first : first + 40] if thing.country == country]
        named = random.sample(near, min(len(near), random.randint(1, 5)))
        facts = [*named_rows(random, named, country), *known_rows(random)]
        for index, (row, number) in enumerate(facts):
            rows.append({**row, "document_id": document_id, "entity_index": index})
            truth.append(number)
            mentions.append(random.choices(TIMES, weights=TIMES_WEIGHTS)[0])
            total += mentions[-1]
    frame = pl.DataFrame(rows, schema=DOCUMENT_ENTITIES.polars_schema, orient="row")
    counts = frame.select("document_id", "entity_index").with_columns(
        pl.Series("mention_count", mentions)
    )
    return frame, counts, truth


def make_world(random: Random, count: int) -> Iterator[Thing]:
    """Yield people and bodies."""
    surnames = [made_word(random) + random.choice(ENDINGS) for _ in range(SURNAMES)]
    weights = list(accumulate(1 / (rank + 3) for rank in range(SURNAMES)))
    given = [made_word(random) for _ in range(GIVEN_NAMES)]
    for index in range(count):
        country = random.choice(COUNTRIES)
        body = f"{made_word(random)}-{random.choice(BODY_WORDS)}".casefold()
        if random.random() < PEOPLE_SHARE:
            surname = random.choices(surnames, cum_weights=weights)[0]
            words = (random.choice(given), random.choice(given), surname)
            yield Thing(index, "PERSON", words, country, random.choice(ROLES), body)
        else:
            words = (made_word(random), made_word(random), random.choice(BODY_WORDS))
            yield Thing(index, "ORG", words, country, "", "")


def made_word(random: Random) -> str:
    """Return an invented word."""
    return "".join(random.choices(SYLLABLES, k=random.randint(2, 3))).title()


def named_rows(random: Random, things: list[Thing], country: str) -> Iterator[tuple[Row, int]]:
    """Yield a row of each thing as one document puts it."""
    for thing in things:
        name = written_name(random, thing)
        words = [f"role:{thing.role}", f"org:{thing.body}", f"country:{thing.country}"]
        said = words[: random.randint(1, 3)] if thing.role and random.random() < 0.6 else []  # noqa: PLR2004 - a share
        yield (
            base_row(thing.label, name, "-".join(name_tokens(name)))
            | {"context": ";".join(said) or None, "document_countries": country},
            thing.index,
        )


def written_name(random: Random, thing: Thing) -> str:
    """Return one of the ways to write a name."""
    first, second, last = thing.words
    if thing.label == "ORG":
        full = " ".join(thing.words)
        return full if random.random() < 0.8 else max(initials_of(full)).upper()  # noqa: PLR2004 - a share
    return random.choices(
        (f"{first} {last}", f"{first} {second} {last}", f"{first[0]}. {last}", last),
        weights=(6, 2, 1, 1),
    )[0]


def known_rows(random: Random) -> Iterator[tuple[Row, int]]:
    """Yield rows of things that the seeds know; their numbers are negative."""
    for number, (label, key) in enumerate(SEEDED, start=1):
        if random.random() < 0.5:  # noqa: PLR2004 - a share
            yield base_row(label, key.title(), key) | {"is_seeded": True}, -number


def base_row(label: str, name: str, key: str) -> Row:
    """Return a row with all columns but those of the document."""
    nulls = {column.name: None for column in DOCUMENT_ENTITIES.columns if column.nullable}
    return nulls | {
        "label": label,
        "entity_name": name,
        "local_key": key,
        "is_seeded": False,
        "entity_id": entity_id(label, key),
        "resolution_rule": "document",
    }

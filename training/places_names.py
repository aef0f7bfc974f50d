"""Chooses the names of a place that English texts may hold."""

import re
from collections.abc import Iterable, Mapping
from typing import Final

from tasks.nlp.places.names import fold_name
from training.places_sources import setting

FOLDED: Final = re.compile(r"[a-z0-9]+(?: [a-z0-9]+)*")
LAST_LATIN: Final = 0x024F
LONGEST_CODE: Final = 4
MOST_NAMES: Final = ((1_000_000, 10), (100_000, 6), (0, 3))
"""How many further names a city of at least so many people keeps."""
COMMON: Final = 400
"""A word up to so rare is an everyday one."""
RAREST: Final = 1_000
"""What a word counts that English texts are not known to hold."""
SHORTEST: Final = 4
TOO_COMMON: Final = 470
"""A word more frequent than this many hundredths of a bel below one says nothing of a place."""


def usable_names(name: str, others: Iterable[str], ranks: Mapping[str, int]) -> list[str]:
    """Return the folded further names whose words English texts hold, frequent ones first.

    Codes in capitals, romanised Chinese and the like (no capital), and words that mean mostly
    something else are left out.

    Args:
        name: Name that the place has anyway.
        others: Names in any language and script.
        ranks: Rareness of English words in hundredths of a bel.

    >>> usable_names("Kharkiv", ["HRK", "Charków", "Kharkov"], {"kharkov": 500, "hrk": 500})
    ['kharkov']
    """
    own, found = fold_name(name), dict[str, int]()
    for other in others:
        key = fold_name(other)
        if key != own and is_name(other) and FOLDED.fullmatch(key) and len(key) >= SHORTEST:
            rareness = [ranks.get(word) for word in key.split()]
            known = [rank for rank in rareness if rank is not None]
            if len(known) == len(rareness) and max(known) > TOO_COMMON:
                found[key] = max(known)
    return sorted(found, key=lambda key: (found[key], key))


def is_name(name: str) -> bool:
    """Tell whether a text is a name in Latin letters, no code and no romanised Chinese."""
    latin = all(ord(letter) <= LAST_LATIN or not letter.isalpha() for letter in name)
    is_code = name.isupper() and len(name) <= LONGEST_CODE
    return latin and not is_code and any(letter.isupper() for letter in name)


def names_of_city(
    name: str, others: Iterable[str], population: int, ranks: Mapping[str, int]
) -> list[str]:
    """Return the folded further names of a city; a big one keeps more."""
    most = next(count for people, count in MOST_NAMES if population >= people)
    return usable_names(name, others, ranks)[:most]


def english_area_name(name: str, others: Iterable[str], ranks: Mapping[str, int]) -> str:
    """Return the name of an area without the word for its kind: the one English texts use most.

    >>> english_area_name("Ḩalab", ["Aleppo Governorate", "حلب"], {"aleppo": 500, "halab": 700})
    'Aleppo'
    """
    bare = [without_area_word(other) for other in others if is_name(other)]
    spelt = [other for other in bare if is_telling(other, ranks)] + [without_area_word(name)]
    known = [
        (max(found), sum(found), order, other)
        for order, other in enumerate(spelt)
        if (found := [ranks.get(word, RAREST) for word in fold_name(other).split()])
    ]
    return min(known)[-1] if known else name


def is_telling(name: str, ranks: Mapping[str, int]) -> bool:
    """Tell whether a name is more than common words and a number ("First", "Region III")."""
    words = fold_name(name).split()
    rarest = max((ranks.get(word, RAREST) for word in words), default=0)
    return name[0].isupper() and words[0] not in setting("area_word") and rarest > COMMON


def without_area_word(name: str) -> str:
    """Return a name without "State of" in front or "Oblast" behind.

    >>> without_area_word("State of Georgia"), without_area_word("Free State")
    ('Georgia', 'Free State')
    """
    plain = re.sub(r"^(?:[Tt]he )?(?:\w+) of (?=[A-Z])", "", name)
    head = name.partition(" of ")[0].split()[-1:]
    if plain != name and head and head[0].lower() in setting("area_word"):
        return plain
    words = name.split()
    while len(words) > 1 and words[-1].lower() in setting("area_word"):
        words.pop()
    return " ".join(words) if " ".join(words) not in {"Free", "New", "Northern"} else name

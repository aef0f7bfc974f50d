"""Names of warships: USS Cole, frigate Psara."""

from collections.abc import Iterator
from typing import Final

from tasks.nlp.entities.armaments.lexicon import lexicon
from tasks.nlp.entities.armaments.reading import Reading

LONGEST_NAME: Final = 4
PARTICLES: Final = frozenset({"de", "of", "del", "di", "el", "al"})
LAND: Final = frozenset({"GPE", "NORP"})


def find_ships(reading: Reading) -> Iterator[tuple[int, int]]:
    """Yield prefix and name as first word and word behind."""
    prefixes = lexicon().words["ship_prefix"]
    for word, lower in enumerate(reading.lowers):
        if lower in prefixes and is_prefix(reading, word):
            end = behind_name(reading, word + 1)
            if end > word + 1:
                yield word, end


def is_prefix(reading: Reading, word: int) -> bool:
    """Tell the prefix of a ship from a word that looks like it: mostly capitals."""
    text = reading.texts[word]
    return sum(map(str.isupper, text)) > len(text) // 2


def behind_name(reading: Reading, start: int) -> int:
    """Return the word behind the capitalised words that begin at a word."""
    is_all_capitals = reading.in_capitals(start) or reading.in_title(start)
    longest = 1 if is_all_capitals else LONGEST_NAME
    end = start
    for word in range(start, min(start + longest, len(reading.texts))):
        if is_name(reading, word):
            end = word + 1
        elif reading.lowers[word] not in PARTICLES or word == start:
            break
    return end


def is_name(reading: Reading, word: int) -> bool:
    """Tell a word that may belong to the name of a ship."""
    text = reading.texts[word]
    return text[0].isupper() and reading.lowers[word] not in lexicon().words["not_ship_name"]


def behind_vessel(reading: Reading, start: int, end: int) -> int:
    """Return the word behind a noun and the name of the ship, as in "frigate Psara"."""
    if end >= len(reading.texts) or reading.in_capitals(end - 1) or not is_vessel(reading, end):
        return end
    if reading.lowers[end] in lexicon().words["ship_prefix"] and is_prefix(reading, end):
        return behind_name(reading, end + 1)
    if not reading.texts[end - 1].islower() or not reading.texts[end][0].isupper():
        return end
    if reading.doc[reading.tokens[end]].ent_type_ in LAND or start >= end:
        return end
    return behind_name(reading, end)


def is_vessel(reading: Reading, end: int) -> bool:
    """Tell whether the words before a word are a noun that takes a name."""
    vessels = lexicon().vessels
    return any(tuple(reading.lowers[end - length : end]) in vessels for length in (1, 2, 3))

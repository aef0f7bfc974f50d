"""The words beside a mention: the type of place, nearness, points of the compass."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Final

from tasks.nlp.places.names import fold_name
from tasks.nlp.places.words import groups_of_word, most_words, place_words

REACH: Final = 40
"""Characters that are looked at on either side."""
WORDS: Final = 4
"""Words that are looked at on either side."""
WORD: Final = re.compile(r"[^\W\d_][\w'’-]*")
FOLLOWING: Final = re.compile(r"[ \u00a0](?=[^\W\d_])[\w'’ -]+")
PRECEDING: Final = re.compile(r"[\w'’ -]+[ \u00a0]$")
STATE: Final = "state"
LOOSE: Final = frozenset({"region", "area", "territory"})
"""Types that with a word in front of them are a part of the place behind them."""


@dataclass(frozen=True, slots=True)
class Beside:
    """What stands beside a mention.

    ``group`` is the group of the type word, or none; ``is_plural`` when the word is one for all
    names of a list ("Idlib and Hama provinces").
    """

    group: str | None = None
    is_plural: bool = False
    near: bool = False
    part: bool = False


def words_beside(text: str, start_char: int, end_char: int) -> Beside:
    """Return what stands beside the mention at these offsets."""
    before = PRECEDING.search(text[max(0, start_char - REACH) : start_char])
    after = FOLLOWING.match(text[end_char : end_char + REACH])
    left = [fold_name(word) for word in WORD.findall(before.group())[-WORDS:]] if before else []
    right = [fold_name(word) for word in WORD.findall(after.group())[:WORDS]] if after else []
    group, word = type_behind(right) or type_in_front(left) or (None, "")
    return Beside(
        group,
        word.endswith("s"),
        any(" ".join(left[-size:]) in near_words() for size in (1, 2, 3)),
        bool(left) and left[-1] in compass_words(),
    )


def type_behind(words: list[str]) -> tuple[str, str] | None:
    """Return group and word of the type behind a name ("Kharkiv region").

    "The Iraq city of Mosul" and "Niger state television" name no type of Iraq and Niger.
    """
    for size in range(most_words(), 0, -1):
        word, rest = " ".join(words[:size]), words[size:]
        group = groups_of_word().get(word) if len(words) >= size else None
        if group is None or group == "site_word" or rest[:1] == ["of"]:
            continue
        if word == STATE and rest and rest[0] in place_words("after_state_word"):
            continue
        return group, word
    return None


def type_in_front(words: list[str]) -> tuple[str, str] | None:
    """Return group and word of the type in front of a name ("province of", "the river").

    "The capital of Oregon" names no type of Oregon, nor does "the valley region of Georgia".
    """
    if words[-2:] == ["of", "the"]:
        words = words[:-1]
    if words[-1:] == ["of"]:
        word = words[-2] if words[1:] else ""
        if word in LOOSE and words[-3:-2] not in ([], ["the"]):
            return None
        group = None if word in place_words("part_word") else groups_of_word().get(word)
        return (group, "") if group and group != "site_word" else None
    word = words[-1] if words else ""
    group = groups_of_word().get(word)
    return (group, "") if group in {"water_word", "land_word"} else None


@cache
def near_words() -> frozenset[str]:
    """Return the words that say that something is near a place, not in it."""
    return place_words("near_word")


@cache
def compass_words() -> frozenset[str]:
    """Return the folded words for a part of a place."""
    return frozenset(map(fold_name, place_words("compass_word")))

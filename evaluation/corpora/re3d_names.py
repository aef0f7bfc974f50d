"""The marks of re3d as names: what is one by our rules, cut to the bounds that our rules give.

The corpus marks whole phrases ("The Foreign Secretary Philip Hammond", "the Asad regime"), roles,
pronouns at the start of a sentence, and names inside of others. Here titles, articles and plain
words are cut off, what is left without a name is dropped, and so is a mark inside another one. A
state that acts is an organisation there and a place for us: either label is right.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Final

from evaluation.corpora.annotated import AnnotatedText, Name
from evaluation.corpora.re3d import read_re3d
from tasks.nlp.entities.gazetteer import aliases
from warehouse.seeds import read_seed_rows
from warehouse.tables.ref import ROLE_NOUNS

WORD: Final = re.compile(r"[^\s]+")
NOT_NAME: Final = frozenset(
    {"the", "a", "an", "i", "we", "they", "he", "she", "it", "my", "our", "their", "his", "her"}
    | {"these", "those", "this", "that", "all", "both", "us", "who", "former", "deputy", "mr"}
)
EDGE: Final = ".,;:()\"'\u2019\u201c\u201d"
POSSESSIVE: Final = re.compile(r"['\u2019]s$")


def read_re3d_names(folder: Path, split: str) -> Iterator[AnnotatedText]:
    """Yield the documents of a part with names only, in our bounds."""
    for text in read_re3d(folder / "re3d_open", split):
        cut = {one for name in text.names or () for one in [as_name(text.text, name)] if one}
        outer = [one for one in cut if not any(is_inside(one, other) for other in cut)]
        ordered = sorted(outer, key=lambda name: (name.start, name.end, sorted(name.labels)))
        yield replace(text, names=tuple(ordered))


def is_inside(one: Name, other: Name) -> bool:
    """Tell whether a mark is a part of a longer one."""
    is_longer = other.end - other.start > one.end - one.start
    return is_longer and other.start <= one.start and one.end <= other.end


def as_name(text: str, name: Name) -> Name | None:
    """Return a mark cut to its name; None where nothing is left.

    A mark that names a role with what it is for, and perhaps a person, says of no label.
    """
    words = [
        (name.start + match.start(), name.start + match.end())
        for match in WORD.finditer(text[name.start : name.end])
    ]
    first = 0
    while first < len(words) and is_no_name(text[slice(*words[first])]):
        first += 1
    kept = words[first:]
    while kept and text[slice(*kept[-1])].strip(EDGE)[:1].islower():
        kept.pop()
    if not kept:
        return None
    start, end = kept[0][0], kept[-1][1]
    surface = POSSESSIVE.sub("", text[start:end].rstrip(EDGE)).rstrip(EDGE)
    labels = name.labels if is_plain(surface, name.labels) else frozenset[str]()
    return replace(name, start=start, end=start + len(surface), labels=labels) if surface else None


def is_plain(surface: str, labels: frozenset[str]) -> bool:
    """Tell whether the corpus and our rules speak of the same thing by a mark."""
    if "PERSON" in labels:
        return not any(is_no_name(word) for word in surface.split())
    return "ORG" not in labels or surface not in shared_names()


def is_no_name(word: str) -> bool:
    """Tell whether the first word of a mark is no part of a name: an article, a role ..."""
    plain = word.strip(EDGE).casefold()
    return plain in NOT_NAME or plain in role_words() or word[:1].islower()


@cache
def role_words() -> frozenset[str]:
    """Return the words of roles."""
    roles = (str(row["role"]) for row in read_seed_rows(ROLE_NOUNS))
    return frozenset(word for role in roles for word in role.split())


@cache
def shared_names() -> frozenset[str]:
    """Return the names of states, which the corpus marks as organisations where they act."""
    return frozenset(alias.text for alias in aliases() if alias.label in {"GPE", "NORP"})

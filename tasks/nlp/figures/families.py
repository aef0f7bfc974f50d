"""Names that the money of several countries shares (``pesos``), settled by the rest of the text."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from typing import Final

from tasks.nlp.figures.vocabulary import currencies
from tasks.nlp.spans import SHARED_UNIT, Figure

UNKNOWN: Final = "XXX"
"""ISO 4217 for no currency; an amount without a name of its own has it from its neighbour."""
WORD: Final = re.compile(r"[^\W\d_]+")


@cache
def families() -> dict[str, frozenset[str]]:
    """Return the ISO codes that a noun may stand for, by its stem.

    A noun is one when adjectives give it more than one meaning: ``Danish kroner``.
    """
    codes: dict[str, set[str]] = {}
    for name, code in currencies("after").items():
        words = name.split()
        if len(words) > 1 and words[-1].isalpha():
            codes.setdefault(stem(words[-1]), set()).add(code)
    return {noun: frozenset(found) for noun, found in codes.items() if len(found) > 1}


def stem(noun: str) -> str:
    """Return what the forms of a noun have in common.

    >>> stem("kroner") == stem("krone") == stem("krona"), stem("Pesos") == stem("peso")
    (True, True)
    """
    return noun.lower().removesuffix("s").rstrip("aeor")


def settle_currencies(figures: Sequence[Figure]) -> list[Figure]:
    """Return the figures of a text, or of a piece of a long one, ``40 pesos`` in its own pesos.

    The nearest earlier amount whose sign, code or adjective says which of them is meant decides,
    else the nearest later one. Without any, the usual meaning of the noun stays, or ``XXX``.
    """
    nouns = [bare_noun(figure) for figure in figures]
    found = [
        settled(figures, nouns, place, noun) if noun else figures[place]
        for place, noun in enumerate(nouns)
    ]
    for place, figure in enumerate(found):
        before = found[place - 1] if place else figure
        if figure.unit == UNKNOWN and not nouns[place] and before.kind == "money":
            found[place] = replace(figure, unit=before.unit)
    return found


def bare_noun(figure: Figure) -> str | None:
    """Return the stem of a currency's name that nothing specifies, or None."""
    if figure.kind != "money":
        return None
    words = WORD.findall(figure.span.text)
    if not words or stem(words[-1]) not in families():
        return None
    named = currencies("after")
    is_specified = " ".join(words[-2:]) in named or " ".join(words[-3:]) in named
    return None if is_specified and len(words) > 1 else stem(words[-1])


def settled(
    figures: Sequence[Figure], nouns: Sequence[str | None], place: int, noun: str
) -> Figure:
    """Return a figure in the currency of its family that the text names nearest."""
    order = [*range(place - 1, -1, -1), *range(place + 1, len(figures))]
    for other in order:
        code = figures[other].unit
        if figures[other].kind == "money" and not nouns[other] and code in families()[noun]:
            if code == figures[place].unit:
                return figures[place]
            return replace(figures[place], unit=code, rule=figures[place].rule + SHARED_UNIT)
    return figures[place]

"""Quotations in single marks, told from apostrophes.

A single mark opens behind a space or bracket and before a word; it closes behind a word or mark and
before anything but a letter. Of the marks that may close, one behind a full stop or comma is surer
than one behind a plural (``the soldiers' camp``).
"""

import re
from collections.abc import Iterator
from typing import Final

from tasks.nlp.word_lists import word_list

OPENING: Final = re.compile(r"(?<![^\s(\[{\"“„«—–-])['‘](?=[^\W_]|[\[“\"…])")
CLOSING: Final = re.compile(r"(?<=\S)['’](?![^\W_])")
FIRST_WORD: Final = re.compile(r"[^\W_]+")
SURE: Final = re.compile(r"[.,?!…\])\"”]['’]|['’][.,;:?!)\"”]|['’]\Z")
MAX_CHARS: Final = 1_500
"""Characters between two single marks at most; more are two apostrophes."""


def single_pairs(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the ranges between single quotation marks in a paragraph, the marks left out."""
    place = start
    while opening := OPENING.search(text, place, end):
        first = opening.end()
        if is_shortened(text, first):
            place = first
            continue
        closing = closing_mark(text, first, min(end, first + MAX_CHARS))
        if closing is None:
            place = first
            continue
        yield first, closing
        place = closing + 1


def is_shortened(text: str, start: int) -> bool:
    """Tell whether an apostrophe stands for letters: ``'em``, ``'90s``."""
    word = FIRST_WORD.match(text, start)
    return word is not None and (
        word.group().lower() in word_list("shortened") or word.group()[0].isdigit()
    )


def closing_mark(text: str, start: int, end: int) -> int | None:
    """Return the place of the mark that closes a quotation, None without one."""
    unsure: int | None = None
    for closing in CLOSING.finditer(text, start, end):
        place = closing.start()
        around = text[place - 1 : min(place + 2, end)]
        if SURE.search(around):
            return place
        if unsure is None and text[place - 1] != "s":
            unsure = place
        if OPENING.search(text, place + 1, end) and unsure is not None:
            break
    return unsure

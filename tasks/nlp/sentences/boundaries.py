r"""Splits a passage into sentences by its characters alone.

Works before tokenisation, because real inputs glue sentences inside one token
(``worried back?Several experts``, ``goal.Li noted``) and close a quotation mark glued to the next
sentence. The packaged language model may refine the result; the rules here hold without it.
"""

import re
from collections.abc import Iterator
from typing import Final

from tasks.nlp.word_lists import word_list

END: Final = re.compile(r"[.!?…]+[\"'”’»)\]]{0,3}")
ABBREVIATIONS: Final = word_list("abbreviation")
CLOSERS: Final = "\"'”’»)]"
OPENERS: Final = "\"'“‘«(["
LAST_WORD: Final = re.compile(r"(?:^|(?<=[\s(\"'“‘«\[]))[^\s(\"'“‘«\[]{1,24}$")
LIST_START: Final = re.compile(r"\s*[(#*-]*\s*\d{1,3}(?:\.\d{1,2})*")
MAX_LIST_CHARS: Final = 12
GLUED_BEFORE: Final = re.compile(r"\s(?:[A-Z]{2,}|\d{1,4})$")
GLUED_BEHIND: Final = re.compile(r"[A-Z][a-z]{3,}\s[a-z]")
MAX_GLUED_CHARS: Final = 15
INITIAL: Final = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]$")


def split_sentences(text: str, start_char: int, end_char: int) -> Iterator[tuple[int, int]]:
    """Yield start and end of each sentence between two offsets of a text.

    Args:
        text: Text of the document.
        start_char: First character of the passage, inclusive.
        end_char: Character after the passage.

    >>> sample = "Who is back?Several told us. The U.S. did."
    >>> [sample[a:b] for a, b in split_sentences(sample, 0, len(sample))]
    ['Who is back?', 'Several told us.', 'The U.S. did.']
    """
    start = start_char
    for match in END.finditer(text, start_char, end_char):
        if match.start() < start or opens_list(text, start, match.start()):
            continue
        cut = boundary_after(text, match, end_char)
        if cut is not None and text[start:cut].strip():
            yield trimmed(text, start, cut)
            start = cut
    if text[start:end_char].strip():
        yield trimmed(text, start, end_char)


def opens_list(text: str, start: int, stop: int) -> bool:
    """Tell whether nothing but a list number stands before a mark: ``2. The second vehicle``."""
    return stop - start <= MAX_LIST_CHARS and LIST_START.fullmatch(text, start, stop) is not None


def trimmed(text: str, start_char: int, end_char: int) -> tuple[int, int]:
    """Return the range without its outer white space."""
    piece = text[start_char:end_char]
    start_char += len(piece) - len(piece.lstrip())
    return start_char, start_char + len(piece.strip())


def boundary_after(text: str, match: re.Match[str], end_char: int) -> int | None:
    """Return where the sentence that a full stop may end is cut, or None when it goes on."""
    end = match.end()
    if end >= end_char:
        return None
    mark = match.group()
    closing = mark.lstrip(".!?…")
    following = text[end : end + 3]
    if following[0].isspace():
        return spaced_boundary(text, match, end_char)
    if closing and starts_sentence(following):
        return end - 1 if opens_next(text, end, closing) else end
    if is_glued(text, match, following) or is_glued_to_word(text, match):
        return end - len(closing) if closing and opens_next(text, end, closing) else end
    return None


def spaced_boundary(text: str, match: re.Match[str], end_char: int) -> int | None:
    """Return the cut before white space when what follows starts a sentence."""
    following = text[match.end() : min(end_char, match.end() + 40)].lstrip()
    if not following:
        return None
    mark = match.group()[0]
    head = following.lstrip(OPENERS + "-–—•* ")[:1]
    if not head or head.islower():
        return None
    if mark == "." and is_abbreviation(text, match.start(), head):
        return None
    return match.end()


def is_abbreviation(text: str, stop: int, head: str) -> bool:
    """Tell whether the full stop at ``stop`` belongs to an abbreviation or an initial."""
    found = LAST_WORD.search(text[max(0, stop - 25) : stop])
    if not found:
        return False
    word = found.group()
    if word in ABBREVIATIONS:
        return word not in {"U.S", "U.K", "U.N", "E.U", "D.C", "etc", "a.m", "p.m"} or not (
            head.isupper() and starts_new_clause(text, stop)
        )
    return bool(INITIAL.match(word)) and word[-1].isupper() and len(word) == 1


def starts_new_clause(text: str, stop: int) -> bool:
    """Tell whether the word after an abbreviated state name is one that opens sentences."""
    word = re.match(r"\W*(\w+)", text[stop + 1 : stop + 30])
    openers = {"The", "In", "But", "He", "She", "It", "They", "On", "A", "An", "This", "That"}
    return word is not None and word.group(1) in openers


def starts_sentence(following: str) -> bool:
    """Tell whether characters glued to a closing mark look like the start of a sentence."""
    head = following.lstrip(OPENERS)
    return bool(head) and head[0].isupper()


def opens_next(text: str, end: int, closing: str) -> bool:
    """Tell whether the last of the closing marks opens a quotation glued behind it."""
    doubled = len(closing) > 1 and closing[-1] == closing[-2] == '"'
    return doubled and text[end : end + 1].isupper()


def is_glued_to_word(text: str, match: re.Match[str]) -> bool:
    """Tell ``on June 6.Scattering guns`` and ``from the SVR.Analysts pointed`` from ``V2.Alpha``.

    A number or an acronym stands before the mark, a word of a sentence behind it.
    """
    before = text[max(0, match.start() - MAX_GLUED_CHARS) : match.start()]
    return GLUED_BEFORE.search(before) is not None and (
        GLUED_BEHIND.match(text, match.end()) is not None
    )


def is_glued(text: str, match: re.Match[str], following: str) -> bool:
    """Tell whether two sentences are glued: lower case, mark, capital, lower case."""
    before = text[match.start() - 1 : match.start()]
    capital = following[0].isupper() and (following[1:2].islower() or following[1:2] in {"", " "})
    quoted = following[0] in '“"' and following[1:2].isupper()
    return (before.islower() or before in CLOSERS) and (capital or quoted)

"""Kinds that show in the shape and place of a line rather than in its words."""

import re
from collections.abc import Sequence
from typing import Final

from tasks.nlp.passages.lines import Line
from tasks.nlp.word_lists import word_list

MAX_TITLE_CHARS: Final = 160
MAX_HEADING_CHARS: Final = 90
NAME_WORDS: Final = range(2, 5)
SENTENCE_END: Final = re.compile(r"[.!?:;,…][\"'”’)\]]*$")
NAME_WORD: Final = re.compile(r"(?:[A-Z][\w’'.-]*|de|van|von|der|al|bin|ibn|el)$")
PUBLISHER_WORDS: Final = word_list("publisher")
LIST_ITEM: Final = re.compile(r"(?:[-*•–—·]|\(?\d{1,3}[.)])\s+")
BIO: Final = re.compile(
    r"(?:(?:[A-Z][\w’'-]+ ){1,4}|The (?:author|writer) )(?:is|was|works as|serves as|has been) "
    r"(?:an? |the |currently |now )?.{0,60}?\b(?:president|professor|fellow|editor|researcher|"
    r"analyst|journalist|writer|author|columnist|correspondent|lecturer|director|chair|CEO|"
    r"candidate|reporter|contributor|scholar|expert)\b",
    re.IGNORECASE,
)


def is_short_label(line: Line, limit: int) -> bool:
    """Tell whether a line is short and does not end as a sentence does."""
    return (
        len(line.text) <= limit
        and not SENTENCE_END.search(line.text)
        and not LIST_ITEM.match(line.text)
        and any(character.isalpha() for character in line.text)
    )


def is_title(line: Line, following: Sequence[Line]) -> bool:
    """Tell whether the first readable line is a title: short, and text follows it."""
    return bool(following) and is_short_label(line, MAX_TITLE_CHARS) and line.text[0].isprintable()


def is_heading(line: Line, following: Sequence[Line]) -> bool:
    """Tell whether a line inside the text is a heading: it stands apart, starts upper case."""
    return (
        line.follows_blank
        and is_short_label(line, MAX_HEADING_CHARS)
        and bool(following)
        and following[0].follows_blank
        and not line.text[0].islower()
    )


def is_name_line(line: Line) -> bool:
    """Tell whether a line holds nothing but two to four capitalised words."""
    words = line.text.split()
    return len(words) in NAME_WORDS and all(NAME_WORD.match(word) for word in words)


def names_publisher(line: Line) -> bool:
    """Tell whether a line of capitalised words names a publication rather than a person."""
    words = line.text.split()
    return words[0] == "The" or words[-1] in PUBLISHER_WORDS


def is_bio(line: Line, bylines: Sequence[str]) -> bool:
    """Tell whether a closing line introduces an author who is named in a byline."""
    named = any(line.text.startswith(name) for name in bylines) or line.text.startswith(
        ("The author ", "The writer ")
    )
    return named and BIO.match(line.text) is not None


def is_list_item(line: Line) -> bool:
    """Tell whether a line starts with a bullet or a list number."""
    return LIST_ITEM.match(line.text) is not None

"""Acronyms: "Federal Security Service (FSB)" gives two names of one thing."""

import re
from collections.abc import Sequence
from typing import Final

from tasks.nlp.linking.groups import Group, Links
from tasks.nlp.linking.names import initials_of, is_acronym
from tasks.nlp.spans import Mention

BRACKET: Final = re.compile(r"['’]?s?\s?\(\s?(?:the\s|or\s|also\s)?[\"“'‘]?")
KNOWN_AS: Final = re.compile(
    r"['’]?s?,? \(?(?:also |better |formerly |previously )?(?:known|called|abbreviated)"
    r"(?: by (?:its|the) (?:\w+ ){0,2}acronym| as)? [\"“'‘]?(?:the )?"
)
MIN_LETTERS: Final = 3
NAMED: Final = frozenset({"ORG", "LAW", "EVENT", "WEAPON", "VEHICLE", "PRODUCT", "NORP"})
"""Families of things that bear acronyms."""


def link_acronyms(
    text: str, mentions: Sequence[Mention], of_mention: Sequence[int], links: Links
) -> None:
    """Link acronyms with what they stand for, by brackets first and by initials then."""
    for position in range(1, len(mentions)):
        one, other = mentions[position - 1], mentions[position]
        between = text[one.span.end_char : other.span.start_char]
        if not (BRACKET.fullmatch(between) or KNOWN_AS.fullmatch(between)):
            continue
        a, b = of_mention[position - 1], of_mention[position]
        is_short = is_acronym(other.span.text) or len(other.span.text) < len(one.span.text)
        short, long = (b, a) if is_short else (a, b)
        if is_pair(links.groups[short], links.groups[long]):
            links.release(short, unless=links.groups[long].anchor)
            links.link(short, long, "acronym_pair")
    link_initials(links)


def is_pair(short: Group, long: Group) -> bool:
    """Tell whether two names beside each other, one in brackets, may be of one thing.

    What the seeds know the short one for is given up only for a name of its initials, and never
    where the document has a fuller name of the known thing.
    """
    if short.family != long.family or short.family not in NAMED:
        return False
    if short.anchor and short.anchor != long.anchor:
        letters = short.names[0].replace(".", "").casefold()
        return all(map(is_acronym, short.names)) and letters in initials_of(long.names[0])
    return is_acronym(short.names[0]) or short.family == "ORG"


def link_initials(links: Links) -> None:
    """Link an acronym without brackets with the only name whose initials it has.

    What the document spells out wins over what the seeds know an acronym for, unless the document
    gives that name too.
    """
    expansions: dict[tuple[str, str], set[int]] = {}
    for index, group in enumerate(links.groups):
        for initials in initials_of(group.names[0]):
            expansions.setdefault((group.family, initials), set()).add(index)
    for index, group in enumerate(links.groups):
        letters = group.names[0].replace(".", "").casefold()
        if group.family not in NAMED or len(letters) < MIN_LETTERS:
            continue
        if not all(map(is_acronym, group.names)):
            continue
        found = expansions.get((group.family, letters), set()) - {index}
        roots = sorted({links.root(other) for other in found})
        if len(roots) == 1 and not (group.anchor and links.anchors[roots[0]]):
            links.release(index, unless=None)
            links.link(index, roots[0], "initials")

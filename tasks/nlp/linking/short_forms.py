"""Short forms: "the Gorge" is the Pankisi Gorge that the document has named, "the Council" too."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Final

from tasks.nlp.linking.groups import Links, family_of
from tasks.nlp.linking.names import Tokens, name_tokens
from tasks.nlp.spans import Mention, Sentence, Span
from tasks.nlp.word_lists import word_list

SHORT_FORM: Final = "short_form"
NOUN_LISTS: Final = {
    "ORG": "body_noun",
    "GPE": "site_noun",
    "LOC": "site_noun",
    "FAC": "site_noun",
    "LAW": "accord_noun",
}
"""Lists of the nouns that alone may stand for a longer name, by label."""
DEFINITE: Final = re.compile(
    r"\b(?:[Tt]he|THE)\s+([A-Z](?:[\w-]|['’](?!s\b))*)(?!\s+(?:of|for)\b|\s+[A-Z]|[-\w])"
)
MIN_WORDS: Final = 2
MAX_WORDS: Final = 8
"""Words of a short form at most."""


def missed_short_forms(
    text: str, sentences: Sequence[Sentence], mentions: Sequence[Mention]
) -> Iterator[Mention]:
    """Yield definite short forms that no mention covers, of a thing that was named before.

    Safe only when one name of the document ends in that noun; a noun without its capital is a
    common noun, and so is one that begins a longer name.
    """
    introduced = introduced_nouns(mentions)
    if not introduced:
        return
    ends = [mention.span.end_char for mention in mentions]
    for sentence in sentences:
        for match in DEFINITE.finditer(text, sentence.start_char, sentence.end_char):
            full = introduced.get(match.group(1).casefold())
            if full is None or full.span.end_char > match.start():
                continue
            after = bisect_right(ends, match.start(1))
            if after < len(mentions) and mentions[after].span.start_char < match.end(1):
                continue
            yield Mention(Span.cut(text, *match.span(1)), full.label, None, SHORT_FORM)


def introduced_nouns(mentions: Sequence[Mention]) -> dict[str, Mention]:
    """Return the first mention whose name ends in a noun, where only one name does."""
    found: dict[str, Mention | None] = {}
    keys: dict[str, Tokens] = {}
    for mention in mentions:
        nouns = NOUN_LISTS.get(mention.label)
        tokens = name_tokens(mention.span.text)
        if nouns is None or len(tokens) < MIN_WORDS or tokens[-1] not in word_list(nouns):
            continue
        if keys.setdefault(tokens[-1], tokens) != tokens:
            found[tokens[-1]] = None
        else:
            found.setdefault(tokens[-1], mention)
    return {noun: mention for noun, mention in found.items() if mention is not None}


def link_short_forms(links: Links) -> None:
    """Link a name that is the beginning or the end of exactly one longer name of the document.

    Of places and accords only nouns are taken: York is not New York.
    """
    by_part: dict[tuple[str, Tokens], list[int]] = defaultdict(list)
    for index, group in enumerate(links.groups):
        for part in {part for name in {group.tokens, group.full} for part in ends_of(name)}:
            by_part[group.family, part].append(index)
    for index, group in enumerate(links.groups):
        if group.anchor or links.root(index) != index:
            continue
        longer = [
            other
            for other in by_part.get((group.family, group.tokens), ())
            if other != index
            and any(
                is_short_form(group.tokens, name, group.labels[0])
                for name in (links.groups[other].tokens, links.groups[other].full)
            )
        ]
        roots = sorted({links.root(other) for other in longer})
        if len(roots) == 1:
            links.link(index, roots[0], SHORT_FORM)


def ends_of(tokens: Tokens) -> Iterator[Tokens]:
    """Yield the beginnings and ends of a name, without the whole."""
    for size in range(1, min(len(tokens), MAX_WORDS)):
        yield tokens[:size]
        yield tokens[-size:]


def is_short_form(short: Tokens, full: Tokens, label: str) -> bool:
    """Tell whether a name may stand for a longer one that it begins or ends.

    >>> is_short_form(("gorge",), ("pankisi", "gorge"), "LOC")
    True
    >>> is_short_form(("york",), ("new", "york"), "GPE")
    False
    """
    size = len(short)
    if size >= len(full):
        return False
    ends = full[-size:] == short
    if size == 1 and short[0] in word_list(NOUN_LISTS.get(label, "body_noun")):
        return ends
    return family_of(label) == "ORG" and (ends or full[:size] == short)

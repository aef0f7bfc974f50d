"""Unknown places, arms, events and all other things that a name alone tells over documents."""

from collections import defaultdict
from collections.abc import Sequence

from tasks.nlp.linking.names import Tokens
from tasks.nlp.word_lists import word_list
from tasks.resolution.nodes import Node
from tasks.resolution.partition import part_by_countries

Things = list[list[Node]]


def resolve_places(nodes: Sequence[Node]) -> Things:
    """Return places that no table knows: one name means one place where countries allow it."""
    groups: dict[frozenset[str], list[Node]] = defaultdict(list)
    for node in nodes:
        groups[telling_words(node.tokens)].append(node)
    return [
        thing for words in sorted(groups, key=sorted) for thing in part_by_countries(groups[words])
    ]


def telling_words(tokens: Tokens) -> frozenset[str]:
    """Return the words of a place's name without that of a landform, in no order.

    >>> telling_words(("camp", "ndarugo")) == telling_words(("ndarugo", "camp"))
    True
    >>> sorted(telling_words(("likoma", "island")))
    ['likoma']
    """
    words = frozenset(tokens)
    return words - word_list("landform_noun") - word_list("small_name_word") or words


def resolve_by_name(nodes: Sequence[Node]) -> Things:
    """Return things of which one name means one thing everywhere, in the order of the names.

    Plurals count as singulars.
    """
    groups: dict[Tokens, list[Node]] = defaultdict(list)
    for node in nodes:
        groups[singular(node.tokens)].append(node)
    return [groups[tokens] for tokens in sorted(groups)]


def singular(tokens: Tokens) -> Tokens:
    """Return a name whose last word has lost the s of a plural.

    >>> singular(("assault", "rifles")), singular(("cross",)), singular(("a", "s"))
    (('assault', 'rifle'), ('cross',), ('a', 's'))
    """
    last = tokens[-1]
    is_plural = len(last) > 2 and last.endswith("s") and not last.endswith(("ss", "us", "is"))  # noqa: PLR2004 - short words are no plurals
    return (*tokens[:-1], last[:-1]) if is_plural else tokens

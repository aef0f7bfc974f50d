"""How many events are found, and how often their subject, object and modality are right.

An event is right where its kind and its verb are. Of the right ones, a subject or object is right
where its head word is that of the gold, or where both have none.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from evaluation.scores.counts import Counts, points

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from evaluation.relations.gold import GoldPassage, GoldRelation
    from tasks.nlp.relations.relation import Relation

ENDS: Final = re.compile(
    r"\s(?:of|in|on|at|from|for|to|with|near|by|against|outside|inside|between|under|over|around"
    r"|across|along|behind|who|which|that|and|or)\s|,"
)
"""Where the part of a phrase that ends with its head may end."""
WORD: Final = re.compile(r"[\w'\u2019.-]*\w")


@dataclass(frozen=True, slots=True)
class Pair:
    """An event of the gold and what was found for it."""

    gold: GoldRelation
    found: Relation


def score(
    passages: Iterable[GoldPassage], find: Callable[[str], list[Relation]]
) -> dict[str, dict[str, Any]]:
    """Return counts of events, all and by kind, and the shares of what is right about them.

    Args:
        passages: The gold.
        find: Returns the relations of a text.
    """
    counts: dict[str, Counts] = defaultdict(Counts)
    pairs: list[Pair] = []
    for passage in passages:
        found = find(passage.text)
        joined = list(matched(passage.relations, found))
        pairs += joined
        kinds = {item.event for item in passage.relations} | {item.event for item in found}
        for name in ("event", *sorted(kinds)):
            counts[name] += count(name, passage.relations, found, joined)
    return {name: counts[name].report() for name in sorted(counts)} | {"details": details(pairs)}


def count(
    name: str, gold: Iterable[GoldRelation], found: Iterable[Relation], pairs: Iterable[Pair]
) -> Counts:
    """Return the counts of one kind of event, or of all under the name ``event``."""
    return Counts(
        sum(name in {"event", pair.gold.event} for pair in pairs),
        sum(name in {"event", item.event} for item in found),
        sum(name in {"event", item.event} for item in gold),
    )


def matched(gold: Iterable[GoldRelation], found: Iterable[Relation]) -> Iterator[Pair]:
    """Yield events of the same kind and verb, each once, in the order of the text."""
    free = list(found)
    for item in gold:
        for candidate in free:
            if (candidate.event, candidate.verb.text) == (item.event, item.verb):
                free.remove(candidate)
                yield Pair(item, candidate)
                break


def details(pairs: list[Pair]) -> dict[str, Any]:
    """Return the shares of right subjects, objects and modalities among events found."""
    return {
        "subject": points(sum(same_head(p.gold.subject, text_of(p, "subject")) for p in pairs), n)
        if (n := len(pairs))
        else None,
        "object": points(sum(same_head(p.gold.object, text_of(p, "object")) for p in pairs), n),
        "modality": points(sum(p.gold.modality == p.found.modality for p in pairs), n),
        "pairs": n,
    }


def text_of(pair: Pair, part: str) -> str | None:
    """Return the text of the subject or object that was found, or None."""
    span = pair.found.subject if part == "subject" else pair.found.object
    return span.text if span else None


def same_head(one: str | None, other: str | None) -> bool:
    """Tell whether two phrases have the same head word, or whether both are missing.

    >>> same_head("two men from Lyon", "men"), same_head(None, "men")
    (True, False)
    """
    if one is None or other is None:
        return one is other
    return head_word(one) == head_word(other)


def head_word(phrase: str) -> str:
    """Return the last word of a phrase before its first preposition, comma or conjunction."""
    words = WORD.findall(ENDS.split(phrase, maxsplit=1)[0])
    return words[-1].lower() if words else phrase.lower()

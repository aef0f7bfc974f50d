"""Unknown organisations over all documents: names, acronyms, and bodies that every state has."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from tasks.nlp.entities.gazetteer import seed_names
from tasks.nlp.linking.state_bodies import (
    country_words,
    seeded_state_bodies,
    significant_words,
    state_words,
)
from tasks.nlp.word_lists import word_list
from tasks.resolution.agreement import are_apart
from tasks.resolution.nodes import Node
from tasks.resolution.partition import are_near, evidence_of, part_by_countries
from tasks.resolution.union import DisjointSets

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tasks.nlp.linking.names import Tokens

Things = list[list[Node]]


def resolve_bodies(nodes: Sequence[Node]) -> Things:
    """Return the organisations, each as the nodes that mean it.

    A name means one thing everywhere, whatever the order of its words, unless it is one that every
    state has: those are parted by country. Short names and bare acronyms go to the only body that
    they may stand for where they are named.
    """
    named = [node for node in nodes if not is_bare_acronym(node)]
    groups: dict[frozenset[str], list[Node]] = defaultdict(list)
    for node in named:
        groups[frozenset(state_words(node.tokens) or significant_words(node.tokens))].append(node)
    things: Things = []
    for words in sorted(groups, key=sorted):
        is_common = bool(state_words(groups[words][0].tokens))
        things += by_country(groups[words]) if is_common else [groups[words]]
    things = join_short_names(things)
    return join_acronyms(things, [node for node in nodes if is_bare_acronym(node)])


def is_bare_acronym(node: Node) -> bool:
    """Tell whether a document gives an organisation by one word of capitals only."""
    name = node.name.replace(".", "")
    return len(node.tokens) == 1 and name.isupper() and not node.other_names


def country_of(node: Node) -> frozenset[str]:
    """Return the countries of a body: the one in its name, else those of the text."""
    own = {country_words()[word] for word in node.tokens if word in country_words()}
    return frozenset(filter(None, own)) or node.evidence.where


def by_country(nodes: Sequence[Node]) -> Things:
    """Part bodies that bear a common name: where the country is not one, the set of them tells."""
    groups: dict[tuple[str, ...], list[Node]] = defaultdict(list)
    for node in nodes:
        groups[tuple(sorted(country_of(node)))].append(node)
    single = {countries for countries in groups if len(countries) == 1}
    for countries in sorted(set(groups) - single):
        fitting = [one for one in single if set(one) <= set(countries)]
        if len(fitting) == 1:
            groups[fitting[0]] += groups.pop(countries)
    return [groups[countries] for countries in sorted(groups)]


def join_short_names(things: Things) -> Things:
    """Join a body with the only longer-named one that its name begins or ends, with evidence."""
    longer: dict[Tokens, list[int]] = defaultdict(list)
    for index, thing in enumerate(things):
        tokens = thing[0].tokens
        for size in range(1, len(tokens)):
            for part in {tokens[:size], tokens[-size:]}:
                longer[part].append(index)
    evidence = [evidence_of(thing) for thing in things]
    sets = DisjointSets(len(things))
    for index, thing in enumerate(things):
        tokens = thing[0].tokens
        if state_words(tokens) or tokens[0] in word_list("body_noun"):
            continue
        near = [o for o in longer.get(tokens, ()) if are_near(evidence[index], evidence[o])]
        if len(near) == 1:
            sets.join(index, near[0])
    return [
        [node for index in members for node in things[index]]
        for members in sets.sets(range(len(things)))
    ]


def join_acronyms(things: Things, nodes: Sequence[Node]) -> Things:
    """Give bare acronyms to the only body that bears them and fits, the others to themselves."""
    bearers: dict[str, list[int]] = defaultdict(list)
    for index, thing in enumerate(things):
        for name in {
            tokens[0] for node in thing for tokens in node.other_names if len(tokens) == 1
        }:
            bearers[name].append(index)
    evidence = [evidence_of(thing) for thing in things]
    full = [list(thing) for thing in things]
    rest: dict[Tokens, list[Node]] = defaultdict(list)
    for node in nodes:
        found = bearers[node.tokens[0]]
        near = [i for i in found if evidence[i].where & node.evidence.where]
        fitting = near or [
            i for i in found if not are_apart(evidence[i].where, node.evidence.where)
        ]
        if len(fitting) == 1:
            full[fitting[0]].append(node)
        else:
            rest[node.tokens].append(node)
    return [*full, *(thing for tokens in sorted(rest) for thing in part_by_countries(rest[tokens]))]


def seeded_state_body(node: Node) -> tuple[str, str] | None:
    """Return key and name of the body of the seeds that a common name means in its country.

    "The Interior Ministry" of a text on one country is that country's; None where several are
    possible, or the seeds know none.
    """
    words = state_words(node.tokens) if node.label == "ORG" else ()
    countries = country_of(node) if words else frozenset[str]()
    if len(countries) != 1:
        return None
    key = seeded_state_bodies().get((frozenset(words), min(countries)))
    return (key, seed_names()[key]) if key else None

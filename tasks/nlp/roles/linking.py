"""Gives each title of a sentence to the persons it belongs to."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from tasks.nlp.roles.before import apposed, before_name, named
from tasks.nlp.roles.behind import behind_name, made
from tasks.nlp.roles.clauses import predicated
from tasks.nlp.roles.leaders import leaders
from tasks.nlp.roles.link import Link, Scene
from tasks.nlp.roles.phrases import Title, find_titles
from tasks.nlp.roles.sentence import Words

JOINT_WORDS: Final = 4
"""Words between two titles of one person at most: as well as, and also."""
JOINTS: Final = frozenset({"and", ",", "&", "as", "well", "also", "both", "/"})


def find_links(words: Words) -> list[Link]:
    """Return the links of a sentence, in the order of its titles."""
    scene = Scene(words, find_titles(words))
    links: list[list[Link]] = []
    reach = 0
    for title in scene.titles:
        is_inside = title.end <= reach
        links.append(before_name(scene, title) if is_inside else links_of(scene, title, links))
        reach = max(reach, title.phrase_end)
    return [*backward(scene, links), *leaders(scene)]


def links_of(scene: Scene, title: Title, earlier: list[list[Link]]) -> list[Link]:
    """Return the links of a title by the first rule that fits."""
    last = earlier[-1] if earlier else []
    return (
        before_name(scene, title)
        or behind_name(scene, title)
        or predicated(scene, title, last[-1].person if last else None)
        or made(scene, title)
        or chained(scene, title, last)
        or apposed(scene, title)
        or named(scene, title)
    )


def chained(scene: Scene, title: Title, last: list[Link]) -> list[Link]:
    """Return the persons of the title before when a conjunction joins the two."""
    if not last or last[0].rule not in {"behind_name", "predicated", "made", "chained"}:
        return []
    if not joined(scene.words, last[0].title, title):
        return []
    if apposed(scene, title):
        return []
    return [replace(link, title=title, rule="chained") for link in last]


def joined(words: Words, first: Title, second: Title) -> bool:
    """Tell whether nothing but a conjunction stands between two titles."""
    between = range(first.phrase_end, second.phrase_start)
    return 0 < len(between) <= JOINT_WORDS and all(
        words.lower(place) in JOINTS for place in between
    )


def backward(scene: Scene, links: list[list[Link]]) -> Iterator[Link]:
    """Yield the links, with those of titles that are joined to the next one."""
    for number, (title, found) in enumerate(zip(scene.titles, links, strict=True)):
        if number + 1 == len(links):
            yield from found
            continue
        following = scene.titles[number + 1]
        if not joined(scene.words, title, following) or following.front.article:
            yield from found
        elif found:
            yield from (replace(link, title=sharing(title, following)) for link in found)
        elif not title.front.article and ends_in_and(scene.words, following):
            later = (link for link in links[number + 1] if link.rule == "before_name")
            yield from (replace(link, title=title) for link in later)


def ends_in_and(words: Words, title: Title) -> bool:
    """Tell whether a conjunction, and not only a comma, stands before a title."""
    return words.lower(title.phrase_start - 1) in {"and", "&", "/"}


def sharing(title: Title, following: Title) -> Title:
    """Return a title with the names behind the next one: founder and head of Y."""
    if title.phrase_end > title.end or title.front.names:
        return title
    return replace(title, complement=following.complement)

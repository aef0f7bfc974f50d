"""Persons beside a title, and the link between the two."""

from dataclasses import dataclass
from typing import Final

from tasks.nlp.roles.nouns import noun_at
from tasks.nlp.roles.phrases import Title
from tasks.nlp.roles.sentence import Name, Words
from tasks.nlp.roles.vocabulary import ADDRESS, RANK

QUOTES: Final = frozenset({'"', "“", "'", "‘", "«"})
TITLES: Final = 3
"""Titles that may stand in front of one name."""
LONGEST_LIST: Final = 12
"""Persons who share a title at most; a longer list is junk."""
RETIRED: Final = frozenset({"ret", "ret.", "retd", "retd.", "retired", "rtd"})
RESERVE: Final = frozenset({"res", "res."})
"""What stands in brackets behind a rank: Col. (ret.) X, Col. (res.) Y."""
LIST_JOINTS: Final = frozenset({",", "and", "&"})


@dataclass(frozen=True, slots=True)
class Link:
    """A title given to a person by a rule; ``is_former`` is what the clause says of it."""

    person: Name
    title: Title
    rule: str
    is_former: bool = False


class Scene:
    """A sentence with its titles."""

    def __init__(self, words: Words, titles: list[Title]) -> None:
        """Take over the words and titles, both in order."""
        self.words = words
        self.titles = titles
        self._by_start = {title.phrase_start: title for title in reversed(titles)}

    def person_at(self, place: int, *, ranks_only: bool = False) -> Name | None:
        """Return the person who is named from a word on, behind address and titles."""
        for _ in range(TITLES):
            place = behind_address(self.words, place)
            person = self.words.person(place)
            title = None if person else self._by_start.get(place)
            if title is None or (ranks_only and title.noun.kind != RANK):
                return person
            place = title.phrase_end
        return None

    def persons_from(self, place: int) -> list[Name]:
        """Return the persons of a list (X, Y and Z) that begins with a word."""
        persons: list[Name] = []
        while len(persons) < LONGEST_LIST:
            person = self.person_at(place, ranks_only=bool(persons))
            if person is None:
                break
            persons.append(person)
            place = person.end
            while self.words.lower(place) in LIST_JOINTS and place < person.end + 2:
                place += 1
            if place == person.end:
                break
        return persons

    def persons_to(self, person: Name) -> list[Name]:
        """Return the persons of a list that ends with one, which may be the only one."""
        persons = [person]
        while len(persons) < LONGEST_LIST:
            other = self._listed_before(persons[0].start)
            if other is None:
                break
            persons.insert(0, other)
        return persons

    def _listed_before(self, place: int) -> Name | None:
        """Return the person before a comma or conjunction, behind which one is named."""
        joint = place
        while joint > max(0, place - 2) and self.words.lower(joint - 1) in LIST_JOINTS:
            joint -= 1
        return None if joint == place else self.words.person_ending(joint)


def behind_address(words: Words, place: int) -> int:
    """Return the position behind quotation marks, ``(ret.)`` and styles of address."""
    if words.lower(place) in QUOTES:
        place += 1
    if words.lower(place) == "(" and words.lower(place + 1) in RETIRED | RESERVE:
        place += 3 + (words.lower(place + 2) == ".")
    while (found := noun_at(words.lower, place)) and found[1].kind == ADDRESS:
        if words.name(place):
            break
        place = found[0] + (words.lower(found[0]) == ".")
    return place

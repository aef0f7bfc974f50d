"""Takes titles, ranks and roles off a mention of a person."""

from typing import Final

from spacy.tokens import Doc

from tasks.nlp.roles.nouns import JOINTS, noun_at
from tasks.nlp.roles.vocabulary import RoleNoun, known_names, modifiers, role_words

LONGEST_BODY: Final = 5
"""Words of a known name that are read behind ``of``."""


def name_without_title(doc: Doc, start: int, end: int) -> tuple[int, int]:
    """Return the words of a mention of a person behind its titles.

    Args:
        doc: Document.
        start: First word of the mention.
        end: Word after the mention, exclusive.

    Returns:
        Start and end, counted as the arguments are; both are ``end`` when nothing but a title is
        left. The mention itself when it has no title.
    """
    mention = Mention(doc, start, end)
    place = first = 0
    while place < len(mention):
        found = noun_at(mention.lower, place)
        if found and mention.is_title(place, *found):
            place = first = mention.behind_body(mention.behind_joints(found[0]))
        elif mention.may_precede(place):
            place += 1
        else:
            break
    return start + first, end


class Mention:
    """The words of a mention, counted from its first one."""

    def __init__(self, doc: Doc, start: int, end: int) -> None:
        """Copy the words of a mention."""
        self._words = [token.text for token in doc[start:end]]

    def __len__(self) -> int:
        """Return the number of words."""
        return len(self._words)

    def lower(self, place: int) -> str:
        """Return a word in lower case, the empty one behind the last."""
        return self._words[place].lower() if place < len(self._words) else ""

    def is_title(self, start: int, end: int, noun: RoleNoun) -> bool:
        """Tell whether a role noun is a title here, and not a name that sounds like one."""
        word = self.lower(start)
        if self._words[start].islower() or end - start > 1 or word.endswith("."):
            return True
        if word in role_words("kept_title"):
            return False
        if word not in role_words("name_or_title"):
            return True
        return noun.kind in {"rank", "office"} and 1 <= end < len(self) and start == 0

    def may_precede(self, place: int) -> bool:
        """Tell whether a word stands in front of a title: a modifier, a country, a hyphen."""
        word = self._words[place]
        if word in JOINTS or word.lower() in modifiers() or word.lower() in role_words("past"):
            return self._title_follows(place)
        is_known = word.lower() in known_names() or (word.isupper() and len(word) > 1)
        return is_known and self._title_follows(place)

    def behind_body(self, place: int) -> int:
        """Return the position behind ``of`` and a known name: President of France X."""
        if self.lower(place) != "of":
            return place
        start = place + 1 + (self.lower(place + 1) == "the")
        for end in range(min(len(self), start + LONGEST_BODY), start, -1):
            if " ".join(self._words[start:end]).lower() in known_names():
                return end
        return place

    def _title_follows(self, place: int) -> bool:
        """Tell whether one of the next few words opens a title."""
        reach = range(place + 1, min(place + 4, len(self)))
        return any(
            (found := noun_at(self.lower, other)) and self.is_title(other, *found)
            for other in reach
        )

    def behind_joints(self, place: int) -> int:
        """Return the position of the next word that is no full stop or hyphen."""
        while self.lower(place) in JOINTS or self.lower(place) == ",":
            place += 1
        return place

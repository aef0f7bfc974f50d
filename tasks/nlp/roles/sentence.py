"""The words of one sentence as plain lists, with the names among them.

Positions count from the first word of the sentence, ends are exclusive. A position outside the
sentence holds the empty word, so rules may look beyond both ends.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from spacy.tokens import Doc
from spacy.tokens import Span as TokenSpan

from tasks.nlp.roles.mislabelled import BODY, body_in_title
from tasks.nlp.roles.titles import name_without_title
from tasks.nlp.spans import Span

PERSON: Final = "PERSON"
ORGANISATIONS: Final = frozenset({"ORG", "FAC"})
PLACES: Final = frozenset({"GPE", "NORP", "LOC"})


@dataclass(frozen=True, slots=True)
class Name:
    """A name: its words and what it names."""

    start: int
    end: int
    label: str


class Words:
    """A sentence of a Doc.

    Attributes:
        is_parsed: Whether parts of speech are known.
    """

    def __init__(self, doc: Doc, start: int, end: int, ents: Iterable[TokenSpan]) -> None:
        """Copy the words of ``doc[start:end]``; ``ents`` are the names inside."""
        self._doc = doc
        self._start = start
        tokens = doc[start:end]
        self._lower = [token.lower_ for token in tokens]
        self._pos = [token.pos_ for token in tokens]
        self.is_parsed = any(self._pos)
        self._tags = [token.tag_ for token in tokens]
        self._glued = [not token.whitespace_ for token in tokens]
        self._capital = [token.text[:1].isupper() for token in tokens]
        self._names: dict[int, Name] = {}
        for ent in ents:
            self._add(ent)

    def _add(self, ent: TokenSpan) -> None:
        """Take over a name; a person without title, or not at all when it is a title only."""
        start, end, label = ent.start, ent.end, ent.label_
        if label == PERSON:
            start, end = name_without_title(self._doc, start, end)
        name = Name(start - self._start, end - self._start, label)
        if label == BODY and (inside := body_in_title(self.lower, name.start, name.end)):
            name = Name(inside[0], name.end, inside[1])
        self._names.update(dict.fromkeys(range(name.start, name.end), name))

    def __len__(self) -> int:
        """Return the number of words."""
        return len(self._lower)

    def lower(self, place: int) -> str:
        """Return a word in lower case."""
        return self._lower[place] if 0 <= place < len(self._lower) else ""

    def pos(self, place: int) -> str:
        """Return the part of speech of a word, empty without a trained model."""
        return self._pos[place] if 0 <= place < len(self._pos) else ""

    def tag(self, place: int) -> str:
        """Return the Penn tag of a word, empty without a trained model."""
        return self._tags[place] if 0 <= place < len(self._tags) else ""

    def is_glued(self, place: int) -> bool:
        """Tell whether no space follows a word."""
        return 0 <= place < len(self._glued) and self._glued[place]

    def is_capital(self, place: int) -> bool:
        """Tell whether a word begins with a capital letter."""
        return 0 <= place < len(self._capital) and self._capital[place]

    def name(self, place: int) -> Name | None:
        """Return the name that a word belongs to."""
        return self._names.get(place)

    def person(self, place: int) -> Name | None:
        """Return the person whose name begins with a word."""
        name = self._names.get(place)
        return name if name and name.label == PERSON and name.start == place else None

    def person_ending(self, place: int) -> Name | None:
        """Return the person whose name ends in front of a word."""
        name = self._names.get(place - 1)
        return name if name and name.label == PERSON and name.end == place else None

    def persons(self) -> list[Name]:
        """Return the persons in order."""
        names = dict.fromkeys(self._names[place] for place in sorted(self._names))
        return [name for name in names if name.label == PERSON]

    def span(self, start: int, end: int) -> Span:
        """Return the characters of some words; offsets count from the start of the Doc."""
        words = self._doc[self._start + start : self._start + end]
        return Span(words.start_char, words.end_char, words.text)

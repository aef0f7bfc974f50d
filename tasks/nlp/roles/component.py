"""The spaCy component that sets ``doc._.roles``."""

from collections.abc import Iterator
from typing import Final

from spacy.language import Language
from spacy.tokens import Doc

from tasks.nlp.roles.link import Link
from tasks.nlp.roles.linking import find_links
from tasks.nlp.roles.role import Role
from tasks.nlp.roles.sentence import ORGANISATIONS, PERSON, PLACES, Name, Words
from tasks.nlp.roles.vocabulary import RANK
from tasks.nlp.spans import Span

NAME: Final = "tallybook_roles"
GROUP: Final = "name_text"
BEFORE: Final = frozenset({"before_name", "name_apposed"})
"""Rules of titles that stand before the name."""

if not Doc.has_extension("roles"):
    Doc.set_extension("roles", default=None)


@Language.component(NAME, requires=["doc.ents"], assigns=["doc._.roles"])
def find_doc_roles(doc: Doc) -> Doc:
    """Set the roles of the persons of a Doc; offsets count from its first character."""
    roles = {
        (role.person, role.role.start_char): role
        for words in sentences_with_persons(doc)
        for link in find_links(words)
        for role in [role_of(words, link)]
    }
    doc._.roles = sorted(roles.values(), key=position)
    return doc


def position(role: Role) -> tuple[int, int]:
    """Return where a role stands: by person, then by the role itself."""
    return role.person.start_char, role.role.start_char


def sentences_with_persons(doc: Doc) -> Iterator[Words]:
    """Yield the sentences that are read for names and name a person."""
    ents = doc.ents
    first = 0
    for start, end in read_sentences(doc):
        while first < len(ents) and ents[first].end <= start:
            first += 1
        last = first
        while last < len(ents) and ents[last].end <= end:
            last += 1
        inside = [ent for ent in ents[first:last] if ent.start >= start]
        if any(ent.label_ == PERSON for ent in inside):
            yield Words(doc, start, end, inside)


def read_sentences(doc: Doc) -> Iterator[tuple[int, int]]:
    """Yield the words of each sentence that is read, as ranges of tokens."""
    if GROUP in doc.spans:
        yield from ((span.start, span.end) for span in doc.spans[GROUP])
    elif doc.has_annotation("SENT_START"):
        yield from ((sentence.start, sentence.end) for sentence in doc.sents)
    else:
        yield 0, len(doc)


def role_of(words: Words, link: Link) -> Role:
    """Return a link as the component hands it on."""
    title = link.title
    origin = origin_of(words, link)
    return Role(
        person=words.span(link.person.start, link.person.end),
        role=words.span(title.start, title.end),
        organisation=span_of(words, title.organisation or labelled(origin, ORGANISATIONS)),
        place=span_of(words, title.place or labelled(origin, PLACES)),
        is_former=title.is_former or link.is_former,
        rule=link.rule,
    )


def origin_of(words: Words, link: Link) -> Name | None:
    """Return the name that follows a person with a title: Interior Minister X of France."""
    title, place = link.title, link.person.end
    if title.complement.names or title.front.names or title.noun.kind == RANK:
        return None
    place += words.lower(place) == "," and link.rule in BEFORE
    if words.lower(place) != "of":
        return None
    return words.name(place + 1 + (words.lower(place + 1) == "the"))


def labelled(name: Name | None, labels: frozenset[str]) -> Name | None:
    """Return a name if it has one of the labels."""
    return name if name and name.label in labels else None


def span_of(words: Words, name: Name | None) -> Span | None:
    """Return the characters of a name, None for none."""
    return words.span(name.start, name.end) if name else None

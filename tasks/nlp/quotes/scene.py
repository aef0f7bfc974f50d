"""A document as the attribution sees it: its text with names, sentences, roles and genders."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from tasks.nlp.linking.contexts import mention_at, role_key
from tasks.nlp.linking.document_entity import LinkedMention
from tasks.nlp.linking.linking import Linked
from tasks.nlp.quotes.antecedents import Antecedent, Memory
from tasks.nlp.quotes.genders import genders_of
from tasks.nlp.quotes.report import Source
from tasks.nlp.quotes.sources import PERSON
from tasks.nlp.relations.object_classes import noun_classes
from tasks.nlp.roles.role import Role
from tasks.nlp.roles.vocabulary import gender_of, role_nouns
from tasks.nlp.spans import Sentence, Span, Speaker
from tasks.nlp.word_lists import word_list

KINDS: Final = {
    "PERSON": "person",
    "GPE": "place",
    "LOC": "place",
    "FAC": "organisation",
    "NORP": "group",
    "ORG": "organisation",
}


@dataclass(slots=True)
class Scene:
    """What is known of a document before anybody's words are attributed.

    Attributes:
        text: Its text.
        sentences: Its sentences in order.
        paragraphs: Start and end of the passages that quotations come from, in order.
        linked: Its names with what they mean.
        roles: Its roles.
        acting: Who is the subject of a clause, in order.
    """

    text: str
    sentences: Sequence[Sentence]
    paragraphs: Sequence[tuple[int, int]]
    linked: Linked
    roles: Sequence[Role]
    acting: Sequence[Source]
    genders: dict[int, str] = field(init=False)
    memory: Memory = field(init=False)
    bearers: dict[str, list[LinkedMention]] = field(init=False)
    bodies: dict[str, list[LinkedMention]] = field(init=False)
    members: dict[int, list[LinkedMention]] = field(init=False)

    def __post_init__(self) -> None:
        """Prepare what is asked again and again."""
        self.genders = genders_of(self.text, self.linked, self.roles)
        self.memory = Memory(self.persons())
        self.bearers = self.persons_by_role()
        self.bodies = self.bodies_by_noun()
        self.members = self.persons_by_body()

    def sentence_at(self, start_char: int) -> int:
        """Return the position of the sentence that a character stands in."""
        return max(0, bisect_right(self.sentences, start_char, key=first_char) - 1)

    def sentence_text(self, start_char: int) -> str:
        """Return the sentence that a character stands in."""
        sentence = self.sentences[self.sentence_at(start_char)]
        return self.text[sentence.start_char : sentence.end_char]

    def paragraph_at(self, start_char: int) -> int:
        """Return the position of the paragraph that a character stands in."""
        return bisect_right(self.paragraphs, start_char, key=lambda place: place[0]) - 1

    def mention(self, span: Span | None) -> LinkedMention | None:
        """Return the name at a span."""
        position = mention_at(self.linked.mentions, span)
        return None if position is None else self.linked.mentions[position]

    def speaker(self, mention: LinkedMention, rule: str) -> Speaker:
        """Return a name as a speaker."""
        entity = self.linked.entities[mention.entity_index]
        kind = KINDS.get(mention.label, "document")
        return Speaker(
            span=mention.span,
            name=entity.name,
            entity_index=mention.entity_index,
            kind=kind,
            rule=rule,
        )

    def persons(self) -> list[Antecedent]:
        """Return whom a pronoun may mean: persons that are named, and whoever acts."""
        acting = {position_of(self, source): source for source in self.acting}
        found = [
            Antecedent(
                start_char=mention.span.start_char,
                sentence=self.sentence_at(mention.span.start_char),
                speaker=self.speaker(mention, "pronoun"),
                gender=self.genders.get(mention.entity_index),
                is_plural=False,
                is_acting=number in acting and not acting[number].is_plural,
            )
            for number, mention in enumerate(self.linked.mentions)
            if mention.label == PERSON
        ]
        found += [self.unnamed(source) for source in self.acting if is_unnamed(self, source)]
        return sorted(found, key=lambda one: one.start_char)

    def unnamed(self, source: Source) -> Antecedent:
        """Return a subject without the name of a person as an antecedent."""
        start = source.span.start_char
        mention = self.mention(source.head)
        name = " ".join(source.span.text.split())
        speaker = Speaker(
            span=source.span,
            name=self.linked.entities[mention.entity_index].name if mention else name,
            entity_index=mention.entity_index if mention else None,
            kind=KINDS.get(mention.label, "document") if mention else self.kind_of(source),
            rule="pronoun",
        )
        if source.is_plural:
            speaker = replace(speaker, name=name, entity_index=None, kind="role")
        return Antecedent(
            start_char=start,
            sentence=self.sentence_at(start),
            speaker=speaker,
            gender=gender_of(source.head.text) or gender_of(source.span.text),
            is_plural=source.is_plural,
            is_acting=True,
        )

    def kind_of(self, source: Source) -> str:
        """Return what sort of source an unnamed one is."""
        if source.is_document:
            return "document"
        if self.is_anonymous(source.span, source.lemma):
            return "anonymous"
        if (source.lemma,) in role_nouns():
            return "role"
        is_body = "organisation" in noun_classes().get(source.lemma, ())
        return "organisation" if is_body or source.lemma in word_list("body_noun") else "role"

    def persons_by_role(self) -> dict[str, list[LinkedMention]]:
        """Return the mentions of persons by the noun of a role that the text gives them there."""
        found: dict[str, list[LinkedMention]] = {}
        for role in self.roles:
            mention = self.mention(role.person)
            if mention is not None:
                found.setdefault(role_key(role.role.text), []).append(mention)
        return found

    def persons_by_body(self) -> dict[int, list[LinkedMention]]:
        """Return the mentions of persons by the entity of the body that they have a role in."""
        found: dict[int, list[LinkedMention]] = {}
        for role in self.roles:
            body, person = self.mention(role.organisation), self.mention(role.person)
            if body is not None and person is not None:
                found.setdefault(body.entity_index, []).append(person)
        return found

    def bodies_by_noun(self) -> dict[str, list[LinkedMention]]:
        """Return the mentions of bodies, in order, by the nouns for bodies in their names."""
        found: dict[str, list[LinkedMention]] = {}
        nouns = word_list("body_noun")
        for mention in self.linked.mentions:
            if mention.label == "ORG":
                name = self.linked.entities[mention.entity_index].name.lower()
                for noun in sorted(nouns.intersection(name.split())):
                    found.setdefault(noun, []).append(mention)
        return found

    def is_anonymous(self, phrase: Span, lemma: str) -> bool:
        """Tell whether a source does not want to be named."""
        if lemma in word_list("anonymous_noun"):
            return True
        sentence = self.sentence_text(phrase.start_char).lower()
        return any(words in sentence for words in word_list("anonymity_phrase"))


def position_of(scene: Scene, source: Source) -> int | None:
    """Return the position of the mention that names a source."""
    return mention_at(scene.linked.mentions, source.named)


def is_unnamed(scene: Scene, source: Source) -> bool:
    """Tell whether a source is several, or has no name of a person."""
    mention = scene.mention(source.named)
    return source.is_plural or mention is None or mention.label != PERSON


def first_char(sentence: Sentence) -> int:
    """Return where a sentence starts."""
    return sentence.start_char

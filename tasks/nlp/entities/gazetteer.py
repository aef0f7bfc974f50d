"""The spaCy component that finds the names which ``seeds/entity_aliases.csv`` knows.

Phrase patterns cost nothing per phrase, so the gazetteer is phrases, never token patterns.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

from spacy.language import Language
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc, Span

from tasks.nlp.entities.merging import GAZETTEER, MODEL, merged
from tasks.nlp.entities.reading import allowed_words, is_allowed
from tasks.nlp.entities.trimming import WITHOUT_NOUN, trimmed
from tasks.nlp.extensions import register_extensions
from tasks.nlp.word_lists import word_list
from warehouse.seeds import read_seed_rows
from warehouse.tables.ref import ENTITIES_SEED, ENTITY_ALIASES, MODEL_LABELS

NAME: Final = "tallybook_gazetteer"
MIN_CAPITALS: Final = 12
"""Letters of the shortest sentence of which it can be said that it is in capitals."""
CAPITAL_SHARE: Final = 0.8
MIN_FORM: Final = 4
"""Letters of the shortest form that is sought in capitals; shorter ones are other words there."""

register_extensions()


@dataclass(frozen=True, slots=True)
class Alias:
    """A surface form: the label of the mention and the thing that it refers to."""

    text: str
    label: str
    entity_key: str
    any_case: bool


@cache
def aliases() -> tuple[Alias, ...]:
    """Return all aliases of the seeds."""
    return tuple(
        Alias(
            str(row["alias"]),
            str(row["label"]),
            str(row["entity_key"]),
            row["match_case"] == "any",
        )
        for row in read_seed_rows(ENTITY_ALIASES)
    )


@cache
def seed_labels() -> dict[str, str]:
    """Return the label of each known thing by its key."""
    return {str(row["entity_key"]): str(row["label"]) for row in read_seed_rows(ENTITIES_SEED)}


@cache
def seed_names() -> dict[str, str]:
    """Return the fullest name of each known thing by its key."""
    return {str(row["entity_key"]): str(row["name"]) for row in read_seed_rows(ENTITIES_SEED)}


@cache
def seed_countries() -> dict[str, str | None]:
    """Return the country code of each known thing by its key, None where it has none."""
    codes: dict[str, str | None] = {}
    for row in read_seed_rows(ENTITIES_SEED):
        code = row["country_code"]
        codes[str(row["entity_key"])] = None if code is None else str(code)
    return codes


class Gazetteer:
    """Sets ``doc.ents``; ``ent.id_`` (``kb_id_``) is the seed key, ``label_`` the mention's."""

    def __init__(self, nlp: Language) -> None:
        """Compile the phrases for the tokenizer of ``nlp``."""
        self.exact = PhraseMatcher(nlp.vocab, attr="ORTH")
        self.any_case = PhraseMatcher(nlp.vocab, attr="LOWER")
        self.by_key: dict[int, Alias] = {}
        self.by_lower: dict[int, Alias] = {}
        for index, alias in enumerate(aliases()):
            pattern = nlp.tokenizer(alias.text)
            name = f"alias-{index}"
            key = nlp.vocab.strings.add(name)
            self.exact.add(name, [pattern])
            self.by_key[key] = alias
            if alias.any_case or not alias.text.isupper():
                self.any_case.add(name, [pattern])
                self.by_lower[key] = alias

    def __call__(self, doc: Doc) -> Doc:
        """Add the longest known names to those of the model.

        Names outside of ``doc.spans["name_text"]`` are dropped, where a Doc has it.
        """
        capitals = words_in_capitals(doc)
        exact = [
            self.as_span(doc, self.by_key[key], start, end)
            for key, start, end in self.exact(doc)
            if not (capitals[start] and is_plain_word(self.by_key[key]))
        ]
        other = [
            self.as_span(doc, self.by_lower[key], start, end)
            for key, start, end in self.any_case(doc)
            if is_written_as_name(doc[start:end], self.by_lower[key], capitals)
        ]
        allowed = allowed_words(doc)
        known = [span for span in (*exact, *other) if is_allowed(allowed, span)]
        found = (span for span in doc.ents if is_allowed(allowed, span))
        doc.ents, doc._.lost_names = merged([*known, *trimmed(translated(found))])
        return doc

    def as_span(self, doc: Doc, alias: Alias, start: int, end: int) -> Span:
        """Return the match as a span with label and seed key."""
        return Span(doc, start, end, label=alias.label, kb_id=alias.entity_key, span_id=GAZETTEER)


def words_in_capitals(doc: Doc) -> bytearray:
    """Return one byte per word, 1 in sentences that are written in capitals throughout."""
    marked = bytearray(len(doc))
    sentences = doc.sents if doc.has_annotation("SENT_START") else [doc[:]]
    for sentence in sentences:
        letters = [character for character in sentence.text if character.isalpha()]
        upper = sum(character.isupper() for character in letters)
        if len(letters) >= MIN_CAPITALS and upper > CAPITAL_SHARE * len(letters):
            marked[sentence.start : sentence.end] = b"\x01" * len(sentence)
    return marked


def is_plain_word(alias: Alias) -> bool:
    """Tell whether a form in capitals is a common word there: the IS of "THE BRIDGE IS DOWN"."""
    return alias.text.casefold() in word_list("word_like_acronym")


def is_written_as_name(span: Span, alias: Alias, capitals: bytearray) -> bool:
    """Tell whether a match in another case is a name: "the French army" is none.

    Texts without capitals, and in capitals throughout, are read as if they were written in the
    ordinary way; a form that means something else in another case only in the latter.
    """
    if capitals[span.start]:
        return len(alias.text) >= MIN_FORM
    if not alias.any_case:
        return False
    if alias.label not in WITHOUT_NOUN or span.text.islower() or not alias.text[-1:].isalpha():
        return True
    return alias.text.split()[-1].islower() or not span[-1].text.islower()


def translated(found: Iterable[Span]) -> Iterator[Span]:
    """Yield the names of a model with our labels; a label that means nothing here is dropped."""
    for span in found:
        label = model_labels().get(span.label_)
        if label is not None:
            yield Span(span.doc, span.start, span.end, label=label, span_id=MODEL)


@cache
def model_labels() -> dict[str, str]:
    """Return our label for each label of a trained pipeline."""
    return {str(row["model_label"]): str(row["label"]) for row in read_seed_rows(MODEL_LABELS)}


@Language.factory(NAME, assigns=["doc.ents", "doc._.lost_names"])
def make_gazetteer(nlp: Language, name: str) -> Gazetteer:  # noqa: ARG001 - spaCy passes it
    """Create the gazetteer component."""
    return Gazetteer(nlp)

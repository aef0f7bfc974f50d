"""Reads Universal Dependencies treebanks (CoNLL-U), a document a text."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, TypeAlias

import conllu
from conllu.models import Token, TokenList

from evaluation.corpora.annotated import AnnotatedText, Name, Word
from evaluation.corpora.joining import TextBuilder

PARAGRAPH_GAP: Final = "\n\n"
SentenceNames: TypeAlias = Mapping[str, list[tuple[int, int, frozenset[str]]]]
"""By sentence id: names as offsets in the sentence with the labels that they may mean."""


@dataclass(slots=True)
class Draft:
    """A document while its sentences are read."""

    key: str
    group: str
    builder: TextBuilder = field(default_factory=TextBuilder)
    words: list[Word] = field(default_factory=list)
    sentences: list[tuple[int, int]] = field(default_factory=list)
    names: list[Name] = field(default_factory=list)
    space_after: bool = True


def read_treebank(
    path: Path,
    source: str,
    names: SentenceNames | None = None,
    exhaustive: frozenset[str] = frozenset(),
) -> Iterator[AnnotatedText]:
    """Yield the documents of a treebank.

    Args:
        path: A ``.conllu`` file with ``newdoc`` and, where known, ``newpar`` comments.
        source: Name of the corpus.
        names: Names by sentence, where another file has them.
        exhaustive: Labels that ``names`` marks wherever they occur.
    """
    draft: Draft | None = None
    with path.open(encoding="utf-8") as file:
        for sentence in conllu.parse_incr(file):
            if draft is None or "newdoc id" in sentence.metadata:
                if draft is not None:
                    yield finished(draft, source, exhaustive, has_names=names is not None)
                key = sentence.metadata.get("newdoc id", path.stem)
                draft = Draft(key, group_of(source, key))
            add_sentence(draft, sentence, names or {})
    if draft is not None:
        yield finished(draft, source, exhaustive, has_names=names is not None)


def group_of(source: str, key: str) -> str:
    """Return the genre that a document's id tells.

    >>> group_of("gum", "GUM_news_homeopathic"), group_of("ewt", "weblog-juancole.com_1")
    ('news', 'weblog')
    """
    if source == "gum":
        return key.removeprefix("GUM_").partition("_")[0]
    return key.partition("-")[0]


def add_sentence(draft: Draft, sentence: TokenList, names: SentenceNames) -> None:
    """Append a sentence to a document."""
    begins_paragraph = any(key.startswith("newpar") for key in sentence.metadata)
    if draft.builder.length:
        draft.builder.add(PARAGRAPH_GAP if begins_paragraph else " " * draft.space_after)
    base = len(draft.words)
    offsets = add_surface(draft, sentence)
    index = {word["id"]: base + place for place, word in enumerate(offsets.words)}
    for word, (start, end) in zip(offsets.words, offsets.places, strict=True):
        head = index.get(word["head"], index[word["id"]])
        tag, dep = word["xpos"] or "", word["deprel"].lower()
        lemma = word["lemma"] or ""
        draft.words.append(Word(start, end, word["upos"], tag, head, dep, lemma))
    start, end = offsets.places[0][0], offsets.places[-1][1]
    draft.sentences.append((start, end))
    for first, last, labels in names.get(sentence.metadata.get("sent_id", ""), []):
        draft.names.append(Name(start + first, start + last, labels))


@dataclass(frozen=True, slots=True)
class Surface:
    """The words of a sentence with their places in the text."""

    words: list[Token]
    places: list[tuple[int, int]]


def add_surface(draft: Draft, sentence: TokenList) -> Surface:
    """Append the characters of a sentence; the words of a contraction share out its letters."""
    surface = Surface([], [])
    pending_space = False
    for printed, words in printed_units(sentence):
        draft.builder.add(" " * pending_space)
        start, _ = draft.builder.add(printed["form"])
        surface.words.extend(words)
        surface.places.extend(shared_out(start, printed["form"], words))
        pending_space = has_space(printed)
    draft.space_after = pending_space
    return surface


def printed_units(sentence: TokenList) -> Iterator[tuple[Token, list[Token]]]:
    """Yield what is printed without a gap, a word or a contraction, with the words in it.

    Empty nodes of enhanced graphs ("8.1") are printed nowhere.
    """
    words = {token["id"]: token for token in sentence if isinstance(token["id"], int)}
    covered_until = 0
    for token in sentence:
        match token["id"]:
            case (int(first), "-", int(last)):
                covered_until = last
                yield token, [words[number] for number in range(first, last + 1)]
            case int(number) if number > covered_until:
                yield token, [token]


def shared_out(start: int, form: str, words: list[Token]) -> list[tuple[int, int]]:
    """Return the places of the words of a contraction; where they do not add up, all have all."""
    if "".join(word["form"] for word in words).lower() != form.lower():
        return [(start, start + len(form))] * len(words)
    places = []
    for word in words:
        places.append((start, start + len(word["form"])))
        start += len(word["form"])
    return places


def has_space(token: Token) -> bool:
    """Tell whether a space follows."""
    return (token["misc"] or {}).get("SpaceAfter") != "No"


def finished(
    draft: Draft, source: str, exhaustive: frozenset[str], *, has_names: bool
) -> AnnotatedText:
    """Return the document that a draft became."""
    return AnnotatedText(
        key=draft.key,
        source=source,
        text=draft.builder.text(),
        sentences=tuple(draft.sentences),
        words=tuple(draft.words),
        names=tuple(draft.names) if has_names else None,
        exhaustive=exhaustive,
        group=draft.group,
    )

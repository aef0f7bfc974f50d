"""From a text to spaCy Docs: passages, sentences, pieces, tokens.

A Doc is built sentence by sentence, so that a sentence boundary is always a token boundary, even
where the input glues two sentences into one word. A text that is longer than a piece is read in
overlapping pieces; each span belongs to the piece in whose core it starts, so none is lost or
doubled at a seam.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from spacy.language import Language
from spacy.tokens import Doc, Span

from tasks.nlp.language import SAMPLE_CHARS, is_english, language_of
from tasks.nlp.passages.marking import SILENT_RULES, mark_passages
from tasks.nlp.sentences.boundaries import split_sentences, trimmed
from tasks.nlp.spans import Passage, Sentence
from warehouse.passage_kinds import FIGURE_KINDS, NAME_KINDS

CUT_REACH: Final = 1_000
CLAUSE_END: Final = re.compile(r"(?<=[^\W\d_])[;:,.!?]\s")
PLAIN_GAP: Final = re.compile(r"\b(?:and|but|the|which|that|who|is|was|were|has|had)(?=\s+[a-z])")
ANY_GAP: Final = re.compile(r"(?<=[^\W\d_])\s(?=[^\W\d_])|\s(?=\S)")
PIECE_CHARS: Final = 100_000
"""Length of a piece's core; spaCy itself refuses texts over 1,000,000 characters."""
MARGIN_CHARS: Final = 2_000
"""How far a piece reads over both ends of its core; longer than any span we extract."""
MAX_WORD_CHARS: Final = 100
GLUED_MARK: Final = re.compile(r"(?<=[.,!?…])[\"”»](?=[^\W\d_])")
LONG_WORD: Final = re.compile(rf"\S{{{MAX_WORD_CHARS + 1},}}")
MAX_SENTENCE_CHARS: Final = 4_000
"""A longer sentence is no sentence but a list or junk; it is cut at white space."""


@dataclass(frozen=True, slots=True)
class ReadText:
    """A text with its passages, the sentences of those that are read, and its language.

    ``language`` is an ISO 639 code, None when it cannot be told surely.
    """

    text: str
    passages: list[Passage]
    sentences: list[Sentence]
    language: str | None = None

    @property
    def is_english(self) -> bool:
        """False when the text is surely in another language, whose numbers we cannot read."""
        return is_english(self.language)


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a document: a Doc over ``start_char``..., of which the core counts.

    Attributes:
        doc: Tokens with ``doc.spans["figure_text"]`` and ``["name_text"]`` marking what is read.
        start_char: Offset of the Doc's first character in the document.
        core_start: First character of the core in the document, inclusive.
        core_end: Character after the core.
    """

    doc: Doc
    start_char: int
    core_start: int
    core_end: int


def read_text(text: str, language: str | None = None) -> ReadText:
    """Return a text with passages and sentences; chrome, related and feed lines have none.

    Args:
        text: Text of the document.
        language: Language that record or sidecar state, which wins over the look of the text.
    """
    passages = mark_passages(text)
    sentences = [
        Sentence(start, end, index)
        for index, passage in enumerate(passages)
        if passage.kind in NAME_KINDS and passage.rule not in SILENT_RULES
        for start, end in bounded_sentences(text, passage)
    ]
    known = language or language_of(running_text(text, passages))
    return ReadText(text, passages, sentences, known)


def running_text(text: str, passages: list[Passage]) -> str:
    """Return the beginning of the article's own words, as much as tells its language."""
    parts: list[str] = []
    missing = SAMPLE_CHARS
    for passage in passages:
        if passage.kind in FIGURE_KINDS and missing > 0:
            parts.append(
                text[passage.start_char : min(passage.end_char, passage.start_char + missing)]
            )
            missing -= len(parts[-1]) + 1
    return "\n".join(parts)


def bounded_sentences(text: str, passage: Passage) -> Iterator[tuple[int, int]]:
    """Yield the sentences of a passage, none longer than ``MAX_SENTENCE_CHARS``."""
    for start, end in split_sentences(text, passage.start_char, passage.end_char):
        rest = start
        while end - rest > MAX_SENTENCE_CHARS:
            cut = cut_before(text, rest + MAX_SENTENCE_CHARS)
            yield trimmed(text, rest, cut)
            rest = cut
        if text[rest:end].strip():
            yield trimmed(text, rest, end)


def cut_before(text: str, limit: int) -> int:
    """Return where an overlong sentence is cut: behind a mark, else between two plain words.

    Never inside an amount while there is another place in the ``CUT_REACH`` characters before
    ``limit``; digits without any space are cut at ``limit``.
    """
    window = text[limit - CUT_REACH : limit]
    for places in (CLAUSE_END, PLAIN_GAP, ANY_GAP):
        ends = [place.end() for place in places.finditer(window)]
        if ends:
            return limit - CUT_REACH + ends[-1]
    return limit


def make_pieces(nlp: Language, read: ReadText) -> Iterator[Piece]:
    """Yield the pieces of a text, tokenised but not yet annotated."""
    length = len(read.text)
    core_start = 0
    while core_start < length:
        core_end = min(length, core_start + PIECE_CHARS)
        window_start = max(0, core_start - MARGIN_CHARS)
        window_end = min(length, core_end + MARGIN_CHARS)
        first = bisect_right(read.sentences, window_start, key=lambda sentence: sentence.end_char)
        last = bisect_left(read.sentences, window_end, key=lambda sentence: sentence.start_char)
        inside = read.sentences[first:last]
        if inside:
            yield make_piece(nlp, read, inside, (core_start, core_end))
        core_start = core_end


def make_piece(
    nlp: Language, read: ReadText, sentences: list[Sentence], core: tuple[int, int]
) -> Piece:
    """Build the Doc over whole sentences from the first to the last one given."""
    start, end = sentences[0].start_char, sentences[-1].end_char
    words: list[str] = []
    spaces: list[bool] = []
    starts: list[bool | int | None] = []
    position = start
    for sentence in sentences:
        before, gap = len(words), read.text[position : sentence.start_char]
        add_tokens(nlp, gap, words, spaces, starts)
        if gap.strip():
            starts[before] = True
        before = len(words)
        add_tokens(nlp, read.text[sentence.start_char : sentence.end_char], words, spaces, starts)
        starts[before] = True
        position = sentence.end_char
    starts[0] = True
    figure_kinds = FIGURE_KINDS if read.is_english else frozenset[str]()
    doc = Doc(nlp.vocab, words=words, spaces=spaces, sent_starts=starts)
    doc.spans["figure_text"] = passage_spans(doc, read, sentences, start, figure_kinds)
    doc.spans["name_text"] = passage_spans(doc, read, sentences, start, NAME_KINDS)
    if doc.text != read.text[start:end]:
        msg = f"tokens do not give the text back between {start} and {end}"
        raise ValueError(msg)
    return Piece(doc, start, *core)


def add_tokens(
    nlp: Language, text: str, words: list[str], spaces: list[bool], starts: list[bool | int | None]
) -> None:
    """Append the tokens of one stretch of text."""
    if text == " " and words and not spaces[-1]:
        spaces[-1] = True
        return
    for part in split_long_words(text):
        for piece in split_glued_marks(part):
            for token in nlp.tokenizer(piece):
                words.append(token.text)
                spaces.append(bool(token.whitespace_))
                starts.append(False)


def split_glued_marks(text: str) -> Iterator[str]:
    """Yield a text in parts, cut behind a closing quotation mark that a word is glued to.

    >>> list(split_glued_marks('We left,"he said.'))
    ['We left,"', 'he said.']
    """
    start = 0
    for match in GLUED_MARK.finditer(text):
        yield text[start : match.end()]
        start = match.end()
    yield text[start:]


def split_long_words(text: str) -> Iterator[str]:
    """Yield a text in parts, cut inside any word of more than ``MAX_WORD_CHARS`` characters.

    spaCy's tokenizer strips one mark after the other from a word, so a word of n marks costs n²;
    no word that we look for is that long.

    >>> list(split_long_words("a " + "$" * 101 + " b")) == ["a ", "$" * 100, "$ b"]
    True
    """
    start = 0
    for match in LONG_WORD.finditer(text):
        if match.start() > start:
            yield text[start : match.start()]
        for cut in range(match.start(), match.end() - MAX_WORD_CHARS, MAX_WORD_CHARS):
            yield text[cut : cut + MAX_WORD_CHARS]
            start = cut + MAX_WORD_CHARS
    yield text[start:]


def passage_spans(
    doc: Doc, read: ReadText, sentences: list[Sentence], start_char: int, kinds: frozenset[str]
) -> list[Span]:
    """Return the sentences that stand in passages of the given kinds, as spans of the Doc."""
    found = []
    for sentence in sentences:
        if read.passages[sentence.passage_index].kind in kinds:
            span = doc.char_span(sentence.start_char - start_char, sentence.end_char - start_char)
            if span is not None:
                found.append(span)
    return found

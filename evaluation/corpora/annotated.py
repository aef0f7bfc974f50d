"""The one form in which every corpus is read."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Name:
    """A named entity that an annotator marked.

    Attributes:
        start: Offset of the first character.
        end: Offset after the last character.
        labels: The labels of ours that the mark may mean; more than one where the corpus does
            not tell them apart; empty where it cannot be said whether this is a name for us.
    """

    start: int
    end: int
    labels: frozenset[str]


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a treebank.

    Attributes:
        start: Offset of the first character.
        end: Offset after the last character.
        pos: Universal part of speech.
        tag: Fine part of speech (Penn Treebank).
        head: Index of its head among the words of the text; its own index for a root.
        dep: Universal dependency label.
        lemma: Dictionary form; empty where the treebank gives none.
    """

    start: int
    end: int
    pos: str
    tag: str
    head: int
    dep: str
    lemma: str = ""


@dataclass(frozen=True, slots=True)
class AnnotatedText:
    """A text with what one corpus says about it.

    Attributes:
        key: Names the text within its corpus.
        source: Corpus, as in ``labels.csv``.
        text: The characters that all offsets count.
        sentences: ``[start, end)`` of each sentence; empty where unknown.
        words: Words of a treebank; empty where there is none.
        names: Marked names; ``None`` where the corpus marks no names in this text.
        exhaustive: Labels of ours that the corpus marks wherever they occur; of the others it
            says nothing.
        group: What scores are broken down by, a genre or a story's style.
    """

    key: str
    source: str
    text: str
    sentences: tuple[tuple[int, int], ...]
    words: tuple[Word, ...] = ()
    names: tuple[Name, ...] | None = None
    exhaustive: frozenset[str] = field(default_factory=frozenset)
    group: str = ""

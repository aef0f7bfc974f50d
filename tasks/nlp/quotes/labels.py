"""Speakers that stand as a label before a colon, or behind the dash of a headline.

``PENCE: We have a plan.`` and ``Police: ten held`` begin a paragraph; ``Ten held - police`` ends
one, without a full stop.
"""

from typing import Final

from tasks.nlp.quotes.contents import as_spans
from tasks.nlp.quotes.report import Report
from tasks.nlp.quotes.saying import can_say
from tasks.nlp.quotes.sources import make_source
from tasks.nlp.quotes.vocabulary import OBJECT, STATED
from tasks.nlp.syntax.arcs import top_of
from tasks.nlp.syntax.tree import Tree, Word

COLON: Final = ":"
DASHES: Final = frozenset({"-", "–", "—", "--"})
LABEL_MARKS: Final = frozenset({COLON, *DASHES})
LABEL_WORDS: Final = 6
"""Words of a label at most."""
MOST_WORDS: Final = 1_000
"""Words of what a label stands for at most."""
NOMINAL: Final = frozenset({"NOUN", "PROPN", "ADJ", "DET", "ADP", "PUNCT", "NUM", "PART"})
PLACES: Final = frozenset({"GPE", "LOC", "NORP", "FAC"})
"""Labels of names that say where, before a colon: ``Turkey: ten held``."""
SAID: Final = frozenset({"VERB", "AUX", "NUM"})
"""What is said has a verb or a number."""
SENTENCE_ENDS: Final = frozenset(".!?…")


def read_label(mark: Word) -> Report | None:
    """Return the report of a colon or dash, None where no speaker stands beside it."""
    if mark.text == COLON:
        return before_colon(mark)
    return behind_dash(mark) if mark.text in DASHES else None


def before_colon(mark: Word) -> Report | None:
    """Return what stands behind a label, up to the end of the paragraph."""
    tree = mark.doc
    first = mark.i
    while first > 0 and mark.i - first <= LABEL_WORDS and not breaks(tree[first - 1]):
        first -= 1
    label = tree[first : mark.i]
    if not is_label(label):
        return None
    return make_label(label, mark, (mark.i + 1, paragraph_end(tree, mark.i + 1, MOST_WORDS)))


def behind_dash(mark: Word) -> Report | None:
    """Return the headline before a dash that a source ends."""
    tree = mark.doc
    label = tree[mark.i + 1 : paragraph_end(tree, mark.i + 1, LABEL_WORDS + 1)]
    is_spaced = mark.i > 0 and bool(tree[mark.i - 1].whitespace_) and bool(mark.whitespace_)
    if not is_spaced or not is_label(label) or label[-1].text in SENTENCE_ENDS:
        return None
    return make_label(label, mark, (mark.sent.start, mark.i))


def make_label(label: list[Word], mark: Word, content: tuple[int, int]) -> Report | None:
    """Return the report of a label, None where it cannot name a source."""
    head = top_of(word for word in label if not word.is_punct)
    said = mark.doc[content[0] : content[1]]
    if head is None or not any(word.pos_ in SAID for word in said):
        return None
    if not can_say(head, OBJECT) or (mark.text == COLON and head.ent_type_ in PLACES):
        return None
    return Report(
        cue=mark.doc.span([mark]),
        stance=STATED,
        source=make_source(head),
        via=None,
        contents=tuple(as_spans(mark.doc, [content])),
        takes_speech=False,
        rule="label/clause",
    )


def is_label(words: list[Word]) -> bool:
    """Tell whether some words are short enough, and nominal, as a label is."""
    return 0 < len(words) <= LABEL_WORDS and all(word.pos_ in NOMINAL for word in words)


def paragraph_end(tree: Tree, start: int, most: int) -> int:
    """Return the word behind a paragraph, or behind as many words as are looked at."""
    end = start
    while end < len(tree) and end - start < most and not breaks(tree[end]):
        end += 1
    return end


def breaks(word: Word) -> bool:
    """Tell whether a word is white space with a line break."""
    return word.is_space and "\n" in word.text

"""What is so long, wide, heavy or much cheaper: by the adjective or noun behind a measure."""

from tasks.nlp.figures.grammar.trends import comparative_direction
from tasks.nlp.figures.grammar.view import COUNTS, FigureView
from tasks.nlp.syntax.arcs import NOMINAL, children, clause_of, subject_of
from tasks.nlp.syntax.tree import Word
from tasks.nlp.word_lists import word_list


def dimension(view: FigureView) -> Word | None:
    """What is so long, wide or heavy: ``a road 310 km long``, ``the road is 310 km long``."""
    word = view.top.head
    before = view.words[0].nbor(-1) if view.words[0].i else view.top
    if names_dimension(view):
        return before if before.pos_ in NOMINAL else subject_of(clause_of(view.top))
    if not is_dimension(view, word):
        return None
    if before.pos_ in NOMINAL and word.lower_ in word_list("dimension_word"):
        return before
    while word.dep_ == "conj" and word.head != word:
        word = word.head
    if word.dep_ in {"acl", "amod", "advmod", "nmod"} and word.head.pos_ in NOMINAL:
        return word.head
    return subject_of(word) or thing_moved(clause_of(word))


def is_dimension(view: FigureView, word: Word) -> bool:
    """Tell whether an adjective behind an amount says of what it is: ``long``, ``cheaper``."""
    if view.top.i > word.i or word.i > view.after + 1:
        return False
    if word.lower_ in word_list("dimension_word"):
        return True
    is_compared = comparative_direction(word) is not None and view.figure.kind not in COUNTS
    return is_compared and word.pos_ in {"ADJ", "ADV"}


def names_dimension(view: FigureView) -> bool:
    """Tell whether ``in diameter`` or ``in weight`` stands behind an amount."""
    doc = view.top.doc
    if view.after + 1 >= len(doc) or doc[view.after].lower_ != "in":
        return False
    return doc[view.after + 1].lower_ in word_list("dimension_noun")


def thing_moved(verb: Word) -> Word | None:
    """Return what a verb is said of: its object where it has one, else its subject."""
    return next(iter(children(verb, "obj")), None) or subject_of(verb)

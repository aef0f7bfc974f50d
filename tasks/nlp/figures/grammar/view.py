"""A figure with its place in the parse."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from tasks.nlp.spans import Figure
from tasks.nlp.syntax.arcs import case_of, top_of
from tasks.nlp.syntax.tree import Tree, Word

COUNTS: Final = frozenset({"count", "rate"})
"""Kinds of figures that count things."""
RATIO: Final = "/ratio"
"""End of the rule path of a ratio."""
MODIFIERS: Final = frozenset({"nummod", "compound", "nmod:unmarked", "flat"})
"""Arcs by which an amount modifies the noun behind it: ``61.3m phones``."""
NEAR_CASES: Final = frozenset({"from", "to", "by", "of", "at", "against"})


@dataclass(frozen=True, slots=True)
class FigureView:
    """A figure and its tokens.

    Attributes:
        figure: The figure as it was read from words.
        words: Tokens of the amount and of a qualifier beside it.
        top: The token through which the amount hangs in the parse.
        sentence: Position of its sentence among those of the Doc.
        amounts: The top of the amount that a token belongs to, by the token's index; of all
            figures of the Doc.
    """

    figure: Figure
    words: tuple[Word, ...]
    top: Word
    sentence: int
    amounts: Mapping[int, Word] = field(repr=False)

    @property
    def after(self) -> int:
        """Index of the token behind the amount."""
        return self.words[-1].i + 1

    @property
    def case(self) -> str:
        """The preposition before an amount, in lower case, empty without one.

        The word right before it goes before what the tree says: parsers often confuse which of
        two amounts ``from`` and ``to`` belong to.
        """
        first = self.words[0]
        if first.i and first.nbor(-1).lower_ in NEAR_CASES:
            return first.nbor(-1).lower_
        return next((case for word in (self.top, *self.words) if (case := case_of(word))), "")

    @property
    def nominal(self) -> Word:
        """The noun that a number modifies, or the amount itself: what a verb governs."""
        is_modifier = self.top.dep_ in MODIFIERS and self.top.head.i >= self.after
        return self.top.head if is_modifier else self.top

    @property
    def is_known_whole(self) -> bool:
        """Whether an amount is presupposed: the 120 of ``denied that 14 of the 120 guards``."""
        noun = self.top.head
        is_definite = any(
            child.dep_ == "nmod:poss" or child.lower_ in {"the", "these", "those"}
            for child in noun.children
        )
        return is_definite and noun.dep_ == "nmod" and case_of(noun) == "of"

    @property
    def is_ratio(self) -> bool:
        """Whether an amount is one of so many: ``one in five homes``."""
        return self.figure.rule.endswith(RATIO)

    def holds(self, word: Word) -> bool:
        """Tell whether a token belongs to the amount."""
        return self.words[0].i <= word.i <= self.words[-1].i


def views(tree: Tree, figures: Sequence[Figure]) -> list[FigureView]:
    """Return the view of each figure, in their order.

    Args:
        tree: Words of a parsed Doc.
        figures: Figures whose offsets count in the Doc, sorted.
    """
    amounts: dict[int, Word] = {}
    found: list[FigureView] = []
    for figure in figures:
        words = tree.between(*extent(figure))
        top = top_of(words) or words[-1]
        amounts.update((word.i, top) for word in words)
        sentence = tree.sentence_at(words[0].i)
        found.append(FigureView(figure, tuple(words), top, sentence, amounts))
    return found


def extent(figure: Figure) -> tuple[int, int]:
    """Return the characters from the first to the last one of amount and qualifier."""
    spans = [figure.span, *([figure.qualifier_span] if figure.qualifier_span else [])]
    return min(span.start_char for span in spans), max(span.end_char for span in spans)

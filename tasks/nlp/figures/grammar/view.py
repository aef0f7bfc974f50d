"""A figure with its place in the parse."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from spacy.tokens import Doc, Token

from tasks.nlp.figures.grammar.arcs import case_of, tokens_between, top_of
from tasks.nlp.spans import Figure

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
    words: tuple[Token, ...]
    top: Token
    sentence: int
    amounts: Mapping[int, Token] = field(repr=False)

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
    def nominal(self) -> Token:
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

    def holds(self, word: Token) -> bool:
        """Tell whether a token belongs to the amount."""
        return self.words[0].i <= word.i <= self.words[-1].i


def views(doc: Doc, figures: Sequence[Figure]) -> list[FigureView]:
    """Return the view of each figure, in their order.

    Args:
        doc: A parsed Doc.
        figures: Figures whose offsets count in the Doc, sorted.
    """
    starts = [sentence.start for sentence in doc.sents]
    sentence = 0
    amounts: dict[int, Token] = {}
    found: list[FigureView] = []
    for figure in figures:
        words = tokens_between(doc, *extent(figure))
        top = top_of(words) or words[-1]
        while sentence + 1 < len(starts) and starts[sentence + 1] <= words[0].i:
            sentence += 1
        amounts.update((word.i, top) for word in words)
        found.append(FigureView(figure, tuple(words), top, sentence, amounts))
    return found


def extent(figure: Figure) -> tuple[int, int]:
    """Return the characters from the first to the last one of amount and qualifier."""
    spans = [figure.span, *([figure.qualifier_span] if figure.qualifier_span else [])]
    return min(span.start_char for span in spans), max(span.end_char for span in spans)

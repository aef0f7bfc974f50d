"""A figure with its place in the parse."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from spacy.tokens import Doc, Token

from tasks.nlp.figures.grammar.arcs import case_of, tokens_between, top_of
from tasks.nlp.spans import Figure


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
        """The preposition that the amount hangs on, in lower case, empty without one."""
        return case_of(self.top) or next(
            (case_of(word) for word in self.words if case_of(word)), ""
        )

    def holds(self, word: Token) -> bool:
        """Tell whether a token belongs to the amount."""
        return self.words[0].i <= word.i <= self.words[-1].i


def views(doc: Doc, figures: Sequence[Figure]) -> Iterator[FigureView]:
    """Yield the view of each figure, in their order.

    Args:
        doc: A parsed Doc.
        figures: Figures whose offsets count in the Doc, sorted.
    """
    starts = [sentence.start for sentence in doc.sents]
    sentence = 0
    amounts: dict[int, Token] = {}
    for figure in figures:
        words = tokens_between(doc, *extent(figure))
        top = top_of(words)
        if top is None:
            continue
        while sentence + 1 < len(starts) and starts[sentence + 1] <= words[0].i:
            sentence += 1
        amounts.update((word.i, top) for word in words)
        yield FigureView(figure, tuple(words), top, sentence, amounts)


def extent(figure: Figure) -> tuple[int, int]:
    """Return the characters from the first to the last one of amount and qualifier."""
    spans = [figure.span, *([figure.qualifier_span] if figure.qualifier_span else [])]
    return min(span.start_char for span in spans), max(span.end_char for span in spans)

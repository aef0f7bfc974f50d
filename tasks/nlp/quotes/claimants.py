"""Who claims a figure: the speaker of the narrowest quotation or reported clause around it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from tasks.nlp.quotes.nesting import innermost
from tasks.nlp.spans import Figure, Quote, Span, Speaker


@dataclass(frozen=True, slots=True)
class Claim:
    """Who says an amount, and how.

    Attributes:
        claimant: Who claims it; None where nobody is named, and in the article's own voice.
        via: Who passes the claim on.
        cue: The word that reports it.
        stance: How the claimant stands to it.
        rule: The evidence; None for the article's own voice.
    """

    claimant: Speaker | None
    via: Speaker | None
    cue: Span | None
    stance: str | None
    rule: str | None

    @property
    def path(self) -> str | None:
        """The evidence, and how its source led to the claimant: ``verb/clause:pronoun``."""
        if self.rule is None or self.claimant is None:
            return self.rule
        return f"{self.rule}:{self.claimant.rule}"


SILENT: Final = Claim(None, None, None, None, None)
"""The article's own voice."""


def claims_of(figures: Sequence[Figure], statements: Sequence[Quote]) -> list[Claim]:
    """Return the claim of each figure, in their order.

    Args:
        figures: Figures of a document.
        statements: What is said by others there.
    """
    places = [(s.span.start_char, s.span.end_char, -1 - n) for n, s in enumerate(statements)]
    around = innermost([figure.span.start_char for figure in figures], places)
    return [SILENT if owner is None else claim_of(statements[-1 - owner]) for owner in around]


def claim_of(statement: Quote) -> Claim:
    """Return the claim of what stands in a statement."""
    return Claim(
        claimant=statement.speaker,
        via=statement.via,
        cue=statement.cue,
        stance=statement.stance,
        rule=statement.rule,
    )

"""The spaCy component that sets ``doc._.figures`` and ``doc._.rejected_numbers``."""

from bisect import bisect_left
from typing import Final

from spacy.language import Language
from spacy.tokens import Doc

from tasks.nlp.extensions import read_stretches, register_extensions
from tasks.nlp.figures.families import settle_currencies
from tasks.nlp.figures.grammar.reading import read_grammar
from tasks.nlp.figures.sentences import find_figures, start_of
from tasks.nlp.spans import Figure, RejectedNumber
from tasks.nlp.syntax.sharing import tree_of

NAME: Final = "tallybook_figures"
YEAR_FORMS: Final = frozenset(
    {"year", "years", "years_between", "part_year", "short_year", "fiscal_year"}
    | {"decade", "short_decade"}
)
HOLD_AMOUNTS: Final = frozenset({"ago", "many"})
"""Forms of dates that are an amount, too: ``past 5 years``."""

register_extensions()


@Language.component(
    NAME,
    requires=["doc._.date_expressions"],
    assigns=["doc._.figures", "doc._.rejected_numbers"],
)
def find_doc_figures(doc: Doc) -> Doc:
    """Set figures and rejected numbers of a Doc; offsets count from its first character."""
    text = doc.text
    dates = date_rejections(doc)
    starts = [date.span.start_char for date in dates]
    figures: list[Figure] = []
    rejected: list[RejectedNumber] = []
    for start, end in read_stretches(doc, "figure_text"):
        blocked = dates[bisect_left(starts, start) : bisect_left(starts, end)]
        found = find_figures(text, start, end, blocked)
        figures.extend(found.figures)
        rejected.extend(found.rejected)
    figures = settle_currencies(figures)
    if doc.has_annotation("DEP"):
        figures, named = read_grammar(tree_of(doc), figures)
        rejected = sorted([*rejected, *named], key=start_of)
    doc._.figures = figures
    doc._.rejected_numbers = rejected
    return doc


def date_rejections(doc: Doc) -> list[RejectedNumber]:
    """Return the dates that hold digits, as numbers that state no amount."""
    return [
        RejectedNumber(
            expression.span, "year" if expression.form in YEAR_FORMS else "date", expression.form
        )
        for expression in doc._.date_expressions or []
        if expression.form not in HOLD_AMOUNTS
        and any(character.isdigit() for character in expression.span.text)
    ]

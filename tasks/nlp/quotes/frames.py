"""What a verb reports: its frames in the order in which they are tried."""

from typing import Final

from tasks.nlp.quotes.clauses import clause, gerund, others_infinitive, own_infinitive
from tasks.nlp.quotes.objects import amount, naming, noun_object
from tasks.nlp.quotes.vocabulary import (
    ADDRESSEE,
    AMOUNT,
    CLAUSE,
    GERUND,
    INFINITIVE,
    NAMING,
    OBJECT,
    Cue,
)
from tasks.nlp.spans import Span
from tasks.nlp.syntax.tree import Word


def contents_of(verb: Word, cue: Cue) -> tuple[str, list[Span]]:
    """Return the frame in which a verb reports, and what; ``speech`` and nothing without one."""
    for frame, find in FRAMES:
        if frame in cue.frames:
            spans = find(verb, cue)
            if spans:
                return frame, spans
    return "speech", []


FRAMES: Final = (
    (CLAUSE, clause),
    (INFINITIVE, own_infinitive),
    (ADDRESSEE, others_infinitive),
    (GERUND, gerund),
    (NAMING, naming),
    (AMOUNT, amount),
    (OBJECT, noun_object),
)
"""How each frame is read, in the order in which they are tried."""

"""Adjectives that report what somebody is sure or afraid of."""

from tasks.nlp.quotes.clauses import clause, own_infinitive
from tasks.nlp.quotes.report import Report
from tasks.nlp.quotes.saying import can_say
from tasks.nlp.quotes.sources import make_source
from tasks.nlp.quotes.verbs import is_negated
from tasks.nlp.quotes.vocabulary import CLAUSE, INFINITIVE, OBJECT, cue_forms
from tasks.nlp.syntax.arcs import antecedent, children
from tasks.nlp.syntax.tree import Word


def read_adjective(word: Word) -> Report | None:
    """Return what somebody is sure or afraid of."""
    [cue, *_] = cue_forms("adjective")[word.lower_]
    subjects = children(word, "nsubj")
    contents = clause(word, cue) if CLAUSE in cue.frames else []
    if not contents and INFINITIVE in cue.frames:
        contents = own_infinitive(word, cue)
    is_predicate = bool(subjects) and bool(children(word, "cop"))
    if not contents or not is_predicate or is_negated(word) or not can_say(subjects[0], OBJECT):
        return None
    return Report(
        cue=word.doc.span([word]),
        stance=cue.stance,
        source=make_source(antecedent(subjects[0])),
        via=None,
        contents=tuple(contents),
        takes_speech=False,
        rule="adjective/clause",
    )

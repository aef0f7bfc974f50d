"""Contents that are clauses: ``said that``, ``vowed to``, ``denied firing``."""

from tasks.nlp.quotes.asides import aside
from tasks.nlp.quotes.contents import (
    NO_CONTENT,
    as_spans,
    before,
    behind,
    end_of,
    reporting_words,
)
from tasks.nlp.quotes.particles import behind_case, particle_of
from tasks.nlp.quotes.subjects import quoted_by, that_follows
from tasks.nlp.quotes.vocabulary import DENIED, SPEECH, Cue, cue_forms
from tasks.nlp.spans import Span
from tasks.nlp.syntax.arcs import case_of, children
from tasks.nlp.syntax.tree import Word
from tasks.nlp.word_lists import word_list


def clause(verb: Word, cue: Cue) -> list[Span]:
    """Return the clause that a verb of speech takes, on either side of it."""
    del cue
    for content in children(verb, "ccomp", "csubj"):
        if content.i > verb.i:
            return behind(verb, content)
        return before(reporting_words(verb, content), content)
    finders = (behind_that, behind_statement, behind_colon, aside, quoted)
    return next((found for find in finders if (found := find(verb))), [])


def behind_statement(verb: Word) -> list[Span]:
    """Return the clause that the parse ties to a noun: ``told a conference that``."""
    for place in children(verb, "obl", "iobj", "obj"):
        is_where = place.dep_ != "obl" or case_of(place) in word_list("statement_case")
        if place.i < verb.i or not is_where:
            continue
        for content in children(place, "acl", "ccomp", "acl:relcl"):
            if any(mark.lower_ == "that" for mark in children(content, "mark")):
                return behind(place, content)
    return []


def behind_that(verb: Word) -> list[Span]:
    """Return the clause behind ``that`` where the parse has made its verb a part of the cue."""
    if not that_follows(verb):
        return []
    first = verb.i + 2
    return as_spans(verb.doc, [(first, end_of(verb, first))])


def quoted(verb: Word) -> list[Span]:
    """Return the clause before ``..., the agency quoted the mayor as saying``."""
    if quoted_by(verb) is None:
        return []
    above = verb.head
    for content in children(above, "ccomp"):
        if content.i < above.i:
            return before(reporting_words(above, content), content)
    return []


def behind_colon(verb: Word) -> list[Span]:
    """Return the clause behind a colon: ``He said: ten men had died``."""
    for content in children(verb, "parataxis"):
        opener = content.left_edge.i
        if content.i > verb.i and ":" in {word.text for word in verb.doc[verb.i : opener + 1]}:
            return as_spans(verb.doc, [(opener, content.right_edge.i + 1)])
    return []


def own_infinitive(verb: Word, cue: Cue) -> list[Span]:
    """Return the infinitive that a speaker promises or refuses: ``vowed to return``."""
    for content in children(verb, "xcomp"):
        if is_infinitive(content) and content.i > verb.i and not children(verb, "obj", "iobj"):
            is_speech = content.lower_ in cue_forms("verb") and not is_deed(content)
            is_mere = is_speech and cue.stance == DENIED
            return [] if is_mere else behind(verb, content)
    return []


def others_infinitive(verb: Word, cue: Cue) -> list[Span]:
    """Return the infinitive that others are told: ``urged residents to leave``."""
    if cue.particle and (target := particle_of(verb, cue.particle)):
        for content in (*children(verb, "xcomp"), *children(target, "acl")):
            if is_infinitive(content):
                return behind(target, content)
    for content in children(verb, "xcomp", "advcl"):
        if is_infinitive(content) and content.i > verb.i:
            told = [child.left_edge.i for child in children(verb, "obj", "iobj") if is_told(child)]
            first = min([content.left_edge.i, *told])
            return as_spans(verb.doc, [(first, end_of(content, first))])
    return []


def is_told(word: Word) -> bool:
    """Tell whether a noun says who is to do something; a pronoun says nothing by itself."""
    return word.i > word.head.i and word.pos_ not in NO_CONTENT


def is_deed(verb: Word) -> bool:
    """Tell a cue that is refused as a deed from mere silence: ``declined to say``."""
    return SPEECH not in {frame for cue in cue_forms("verb")[verb.lower_] for frame in cue.frames}


def is_infinitive(word: Word) -> bool:
    """Tell whether ``to`` stands before a verb."""
    return any(mark.lower_ == "to" for mark in children(word, "mark"))


def gerund(verb: Word, cue: Cue) -> list[Span]:
    """Return an ``-ing`` clause: ``denied killing two men``, ``accused them of killing two``."""
    if cue.particle:
        target = particle_of(verb, cue.particle)
        found = [target] if target is not None and is_clausal(target) else []
        return [span for word in found for span in behind_case(word)]
    for content in children(verb, "xcomp", "ccomp"):
        if content.tag_ == "VBG" and content.i > verb.i:
            return behind(verb, content)
    return []


def is_clausal(word: Word) -> bool:
    """Tell a clause behind a preposition from a noun: ``of killing two``, ``of being a spy``."""
    return word.tag_ == "VBG" or any(child.tag_ == "VBG" for child in children(word, "cop", "aux"))

"""Contents that are noun phrases: ``put the toll at 45``, ``called it a trap``."""

from tasks.nlp.quotes.contents import NO_CONTENT, as_spans, end_of
from tasks.nlp.quotes.particles import behind_case, opens_with, particle_of
from tasks.nlp.quotes.vocabulary import Cue
from tasks.nlp.relations.object_classes import classes_of
from tasks.nlp.spans import Span
from tasks.nlp.syntax.arcs import case_of, children
from tasks.nlp.syntax.tree import Word
from tasks.nlp.word_lists import word_list


def naming(verb: Word, cue: Cue) -> list[Span]:
    """Return what somebody is called, with who is: ``called the raid a crime``."""
    targets = [child for child in children(verb, "obj", "iobj", "nsubj:pass") if child.i > verb.i]
    predicates = [*children(verb, "xcomp", "obl", "advcl", "ccomp"), *targets[1:]]
    for content in predicates:
        is_predicate = content.dep_ in {"xcomp", "ccomp", "obj"} or opens_with(content, "as")
        is_predicate |= bool(cue.particle) and opens_with(content, cue.particle)
        if content.i > verb.i and is_predicate:
            named = [word for word in targets[:1] if word.pos_ not in NO_CONTENT]
            first = min([content.left_edge.i, *(target.left_edge.i for target in named)])
            return as_spans(verb.doc, [(first, end_of(content, first))])
    return []


def noun_object(verb: Word, cue: Cue) -> list[Span]:
    """Return the noun phrase that is said: ``confirmed the deaths of ten men``."""
    if cue.particle and (target := particle_of(verb, cue.particle)):
        if target.lower_ != cue.particle:
            return behind_case(target) if target.pos_ not in NO_CONTENT else []
        if not target.rights and not children(verb, "obj"):
            return []
    for content in children(verb, "obj"):
        if content.i > verb.i and content.pos_ not in NO_CONTENT and not is_somebody(content):
            first = content.left_edge.i
            return as_spans(verb.doc, [(first, with_period(verb, end_of(content, first)))])
    return described(verb)


def with_period(verb: Word, end: int) -> int:
    """Return the word behind an object with the time right behind it: ``a visit within a week``."""
    for child in verb.rights:
        if child.left_edge.i == end and case_of(child) in word_list("period_case"):
            return child.right_edge.i + 1
    return end


def is_somebody(noun: Word) -> bool:
    """Tell whether a noun names persons, who are spoken to or of but are no content."""
    return "person" in classes_of(noun) and not any(
        child.dep_ in {"acl", "nmod"} and child.i > noun.i for child in noun.children
    )


def described(verb: Word) -> list[Span]:
    """Return the noun that a clause describes: ``deaths reported by police``, ``20 they saw``."""
    noun = verb.head
    is_passive = verb.dep_ == "acl" and verb.tag_ == "VBN"
    is_gap = verb.dep_ == "acl:relcl" and bool(children(verb, "nsubj")) and any_number(noun)
    if not is_passive and not (is_gap and not children(verb, "obj", "ccomp", "xcomp")):
        return []
    return as_spans(verb.doc, [(noun.left_edge.i, verb.left_edge.i)])


def amount(verb: Word, cue: Cue) -> list[Span]:
    """Return a noun phrase that states an amount: ``put the toll at 45``."""
    found = [child for child in children(verb, "obj") if child.i > verb.i]
    if cue.particle and (target := particle_of(verb, cue.particle)):
        found.append(target)
    if not found:
        return [span for span in described(verb) if any_number(verb.head)]
    if not any(any_number(word) for word in found):
        return []
    first = min(word.left_edge.i for word in found)
    last = with_period(verb, max(word.right_edge.i for word in found) + 1)
    places = [child for child in children(verb, "obl") if child.left_edge.i == last]
    is_place = bool(places) and case_of(places[0]) in {"in", "at", "after", "among"}
    return as_spans(verb.doc, [(first, places[0].right_edge.i + 1 if is_place else last)])


def any_number(word: Word) -> bool:
    """Tell whether a phrase holds a number or a word of magnitude."""
    words = word.doc[word.left_edge.i : word.right_edge.i + 1]
    return any(
        inner.pos_ == "NUM" or inner.like_num or inner.lower_ in word_list("magnitude")
        for inner in words
    )

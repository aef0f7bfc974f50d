"""Verbs that report speech: the cue as it is used here, and the contents that it governs."""

from collections.abc import Iterator
from typing import Final

from tasks.nlp.quotes.contents import (
    around,
    as_spans,
    before,
    behind,
    end_of,
    host_of,
    reporting_words,
)
from tasks.nlp.quotes.subjects import that_follows
from tasks.nlp.quotes.vocabulary import (
    ADDRESSEE,
    AMOUNT,
    CLAUSE,
    GERUND,
    INFINITIVE,
    NAMING,
    OBJECT,
    SPEECH,
    Cue,
    cue_forms,
)
from tasks.nlp.relations.object_classes import classes_of
from tasks.nlp.spans import Span
from tasks.nlp.syntax.arcs import case_of, children
from tasks.nlp.syntax.tree import Word
from tasks.nlp.word_lists import word_list

NEGATIONS: Final = frozenset({"not", "n't", "n’t", "never", "neither", "nor"})
BEHIND_PARTICLE: Final = frozenset({"obl", "advcl", "nmod"})
ASIDE_DEPS: Final = frozenset({"parataxis", "acl:relcl", "acl", "advcl", "advcl:relcl"})
RELATIVES: Final = frozenset({"who", "which", "that", "whom", "where", "when", "why", "whose"})
SEPARATORS: Final = frozenset({",", "–", "—", "-", "(", ")", "--"})
NO_CONTENT: Final = frozenset({"PRON", "DET"})


def cue_of(verb: Word) -> Cue | None:
    """Return the sense in which a verb reports speech here, None where it does not."""
    for cue in cue_forms("verb").get(verb.lower_, ()):
        if not cue.particle or particle_of(verb, cue.particle):
            return cue
    return None


def particle_of(verb: Word, particle: str) -> Word | None:
    """Return the adverb beside a verb, or the noun or clause behind its preposition."""
    for child in verb.rights:
        if child.lower_ == particle and child.dep_ in {"compound:prt", "advmod", "obl", "case"}:
            return child
        if child.dep_ in BEHIND_PARTICLE and opens_with(child, particle):
            return child
    return None


def opens_with(word: Word, particle: str) -> bool:
    """Tell whether a preposition or conjunction stands before a noun or clause."""
    marks = children(word, "mark")
    return case_of(word) == particle or any(mark.lower_ == particle for mark in marks)


def contents_of(verb: Word, cue: Cue) -> tuple[str, list[Span]]:
    """Return the frame in which a verb reports, and what; ``speech`` and nothing without one."""
    for frame, find in FRAMES:
        if frame in cue.frames:
            spans = find(verb, cue)
            if spans:
                return frame, spans
    return "speech", []


def clause(verb: Word, cue: Cue) -> list[Span]:
    """Return the clause that a verb of speech takes, on either side of it."""
    del cue
    for content in children(verb, "ccomp"):
        if content.i > verb.i:
            return behind(verb, content)
        return before(reporting_words(verb, content), content)
    return behind_that(verb) or behind_colon(verb) or aside(verb)


def behind_that(verb: Word) -> list[Span]:
    """Return the clause behind ``that`` where the parse has made its verb a part of the cue."""
    if not that_follows(verb):
        return []
    first = verb.i + 2
    return as_spans(verb.doc, [(first, end_of(verb, first))])


def behind_colon(verb: Word) -> list[Span]:
    """Return the clause behind a colon: ``He said: ten men had died``."""
    for content in children(verb, "parataxis"):
        opener = content.left_edge.i
        if content.i > verb.i and ":" in {word.text for word in verb.doc[verb.i : opener + 1]}:
            return as_spans(verb.doc, [(opener, content.right_edge.i + 1)])
    return []


def aside(verb: Word) -> list[Span]:
    """Return the clause around an insertion: ``Ten men, police said, were held``."""
    if verb.dep_ not in ASIDE_DEPS or verb.head is verb or not is_insertion(verb):
        return []
    words = reporting_words(verb, None)
    places = [word.i for word in words]
    host = host_of(verb.head)
    if any(word is host for word in words):
        return []
    return around(host, min(places), max(places) + 1)


def is_insertion(verb: Word) -> bool:
    """Tell a clause in commas, or behind ``as``, from one that describes a noun."""
    subjects = [child for child in verb.children if child.dep_.startswith("nsubj")]
    openers = {child.lower_ for child in verb.lefts if child.dep_ in {"mark", "advmod"}}
    if not subjects or any(subject.lower_ in RELATIVES for subject in subjects):
        return False
    if verb.dep_.startswith("advcl"):
        return "as" in openers
    return is_set_off(verb)


def is_set_off(verb: Word) -> bool:
    """Tell whether a comma or dash stands before a clause and a mark behind it."""
    words = [word for word in reporting_words(verb, None) if not word.is_punct]
    first, last = min(word.i for word in words), max(word.i for word in words)
    sentence = verb.sent
    opens = first == sentence.start or verb.doc[first - 1].is_punct
    closes = last + 1 >= sentence.end or verb.doc[last + 1].is_punct
    return opens and closes


def own_infinitive(verb: Word, cue: Cue) -> list[Span]:
    """Return the infinitive that a speaker promises or refuses: ``vowed to return``."""
    del cue
    for content in children(verb, "xcomp"):
        if is_infinitive(content) and content.i > verb.i and not children(verb, "obj", "iobj"):
            is_mere = content.lower_ in cue_forms("verb") and not is_deed(content)
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
    """Tell a cue that is promised or refused as a deed from mere silence: ``declined to say``."""
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
    """Return the noun that a passive clause describes: ``ten deaths reported by police``."""
    if verb.dep_ != "acl" or verb.tag_ != "VBN":
        return []
    return [
        *as_spans(verb.doc, [(verb.head.left_edge.i, verb.left_edge.i)]),
    ]


def behind_case(word: Word) -> list[Span]:
    """Return a noun phrase or clause without the preposition before it."""
    openers = [child.right_edge.i for child in children(word, "case", "mark") if child.i < word.i]
    first = max(openers) + 1 if openers else word.left_edge.i
    return as_spans(word.doc, [(first, word.right_edge.i + 1)])


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


def is_negated(verb: Word) -> bool:
    """Tell whether somebody did not say it."""
    return any(child.lower_ in NEGATIONS for child in verb.children)


def helpers(verb: Word) -> Iterator[str]:
    """Yield the auxiliaries and marks of a verb in lower case."""
    yield from (child.lower_ for child in children(verb, "aux", "mark"))

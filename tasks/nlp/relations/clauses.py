"""Who acts in a clause and who is acted upon, whatever its voice.

A clause without a subject borrows one: from the clause that it is coordinated with, the verb that
it completes, the noun that it describes.
"""

from typing import Final

from tasks.nlp.relations.object_classes import AGENTS, classes_of
from tasks.nlp.syntax.arcs import (
    MOST_STEPS,
    SUBJECTS,
    antecedent,
    case_of,
    children,
)
from tasks.nlp.syntax.tree import Word

BORROWS: Final = frozenset({"xcomp", "conj", "advcl", "parataxis", "ccomp"})
BARE_PASSIVES: Final = frozenset({"acl", "acl:relcl", "advcl", "ROOT", "parataxis", "xcomp"})
OF_THE_OBJECT: Final = frozenset({"of", "from", "for"})
"""What opens a clause whose doer is the object above: ``accused Iran of selling``."""
RELATIVES: Final = frozenset({"who", "which", "that", "whom", "where", "when", "why"})


def is_passive(verb: Word) -> bool:
    """Tell whether the subject of a verb is acted upon."""
    for _ in range(MOST_STEPS):
        if children(verb, "aux:pass"):
            return True
        if any(child.dep_ == "nsubj:pass" for child in verb.children):
            return not is_mistaken(verb)
        if verb.tag_ != "VBN" or children(verb, "aux"):
            return False
        if verb.dep_ != "conj" or children(verb, "nsubj"):
            return verb.dep_ in BARE_PASSIVES and not children(verb, "obj")
        verb = verb.head
    return False


def is_mistaken(verb: Word) -> bool:
    """Tell whether a verb without auxiliary was taken for a passive one.

    ``ambushed and killed six soldiers``: the verb that is coordinated with it is active.
    """
    return verb.tag_ == "VBN" and any(
        other.tag_ == "VBD" and children(other, "obj") and not children(other, "nsubj")
        for other in children(verb, "conj")
    )


def doer_of(verb: Word) -> Word | None:
    """Return who acts, None where it is not said."""
    return agent_of(verb) if is_passive(verb) else subject_of(verb)


def agent_of(verb: Word) -> Word | None:
    """Return the noun behind ``by``."""
    agents = [child for child in verb.children if child.dep_ == "obl:agent"]
    agents += [child for child in children(verb, "obl", "nmod") if is_by_somebody(child)]
    return antecedent(agents[0]) if agents else None


def is_by_somebody(noun: Word) -> bool:
    """Tell whether ``by`` stands before somebody who acts, and not before a place or time."""
    return case_of(noun) == "by" and bool(classes_of(noun) & AGENTS)


def subject_of(verb: Word) -> Word | None:
    """Return the subject of a clause, its own or a borrowed one."""
    for _ in range(MOST_STEPS):
        own = [child for child in verb.children if child.dep_ in SUBJECTS]
        if own:
            return acting(own[-1])
        above = verb.head
        if verb.dep_ == "acl":
            return described(verb, above)
        raised = children(above, "obj") if takes_object(verb) else []
        if raised:
            return antecedent(raised[0])
        if verb.dep_ not in BORROWS or above == verb:
            return None
        if is_result(verb) and is_passive(above):
            return agent_of(above)
        verb = above
    return None


def acting(subject: Word) -> Word:
    """Return a subject; for a relative pronoun the noun that can act, where the parse has another.

    ``any link to the unit, which executed ...``: links execute nobody.
    """
    noun = antecedent(subject)
    classes = classes_of(noun)
    can_act = classes & AGENTS if subject.lower_ == "who" else classes - {"abstract"}
    if noun is subject or can_act:
        return noun
    nearer = [
        word
        for word in noun.doc[max(noun.i + 1, subject.i - MOST_STEPS) : subject.i]
        if word.dep_ in {"nmod", "conj"} and classes_of(word) & AGENTS
    ]
    return nearer[-1] if nearer else noun


def takes_object(verb: Word) -> bool:
    """Tell whether the object above a clause acts in it: ``told them to``, ``accuse X of``."""
    marks = {mark.lower_ for mark in children(verb, "mark")}
    return verb.dep_ == "xcomp" or (verb.dep_ == "advcl" and bool(marks & OF_THE_OBJECT))


def is_result(verb: Word) -> bool:
    """Tell whether a clause says what came of the one above: ``was bombed, killing ten``."""
    return verb.dep_ == "advcl" and verb.tag_ == "VBG" and not children(verb, "mark")


def described(verb: Word, noun: Word) -> Word | None:
    """Return who acts in a clause that describes a noun: ``gunmen attacking``, ``X's plan to``."""
    is_content = any(mark.lower_ in {"to", "of", "for"} for mark in children(verb, "mark"))
    if not is_content or classes_of(noun) & AGENTS or is_passive(verb):
        return noun
    owners = children(noun, "nmod:poss")
    if owners:
        return owners[0]
    is_object = noun.dep_ == "obj" and noun.head.pos_ == "VERB"
    return subject_of(noun.head) if is_object and not is_passive(noun.head) else None


def objects_of(verb: Word) -> list[Word]:
    """Return what a verb acts upon, best first; an active verb shares one with a coordinated verb.

    ``detained and questioned two men``; ``the rifles that Iran sold``.
    """
    own = [antecedent(child) for child in children(verb, "obj")]
    if is_passive(verb):
        subject = subject_of(verb)
        return own if subject is None else [subject, *own]
    if own:
        return own
    gap = relative_object(verb)
    return [gap] if gap else shared_objects(verb)


def relative_object(verb: Word) -> Word | None:
    """Return the noun that a clause without relative pronoun describes, where it is its object."""
    clause = verb.head if verb.dep_ == "xcomp" else verb
    if clause.dep_ != "acl:relcl" or not children(clause, "nsubj"):
        return None
    if any(child.lower_ in RELATIVES for child in clause.children):
        return None
    return None if clause.head.ent_type_ in {"DATE", "TIME"} else clause.head


def shared_objects(verb: Word) -> list[Word]:
    """Return the object that stands behind the second of two coordinated verbs, on either."""
    if verb.dep_ == "conj" and not children(verb, "nsubj"):
        above = [child for child in children(verb.head, "obj") if child.i > verb.i]
        if above:
            return [antecedent(child) for child in above]
    if any(child.dep_ not in {"conj", "cc", "punct"} for child in verb.rights):
        return []
    for other in children(verb, "conj"):
        objects = [] if children(other, "nsubj") else children(other, "obj")
        if objects and not is_passive(other):
            return [antecedent(child) for child in objects]
    return []

"""Who says it: the subject of a verb of speech, in any voice, and who passes it on."""

from typing import Final

from tasks.nlp.quotes.vocabulary import ADDRESSEE, cue_forms
from tasks.nlp.relations.object_classes import classes_of
from tasks.nlp.syntax.arcs import (
    MOST_STEPS,
    SUBJECTS,
    ancestors,
    antecedent,
    case_of,
    children,
    subject_of,
)
from tasks.nlp.syntax.tree import Word
from tasks.nlp.word_lists import word_list

QUOTING: Final = frozenset({"quote", "cite"})
EMPTY: Final = frozenset({"it", "there"})
TIMES: Final = frozenset({"DATE", "TIME"})
PARTIES: Final = frozenset({"PERSON", "ORG", "GPE", "NORP", "LOC", "FAC", "WORK_OF_ART", "EVENT"})
"""Labels of names that can be a source."""
SPEAKING: Final = frozenset({"person", "organisation", "role", "fighter", "document"})
REACH_LEFT: Final = 8
"""Words before a verb among which its speaker is looked for."""
QUESTIONS: Final = frozenset({"who", "what", "which", "whoever"})
FINITE: Final = frozenset({"VBD", "VBZ", "VBP"})
QUOTE_MARKS: Final = frozenset("\"”’'»“,")
OWN_SUBJECT: Final = frozenset({"parataxis", "ccomp", "acl:relcl"})


def speaker_of(verb: Word) -> Word | None:
    """Return the head of the phrase that says who speaks, None where nobody is named."""
    quoted = quoted_by(verb)
    if quoted is not None:
        return quoted[0]
    speaker = agent_of(verb) if is_passive(verb) else active_subject(verb)
    if speaker is not None and is_mistaken(speaker, verb):
        speaker = noun_left(verb)
    return None if speaker is None or is_empty(speaker) else speaker


def is_mistaken(speaker: Word, verb: Word) -> bool:
    """Tell whether the parse has taken a day, a listener or a thing for the speaker.

    ``Thirty died, the mayor, Omar Haddad, said on Friday``; ``rockets at Israel, which said``.
    """
    if speaker.ent_type_ in TIMES:
        return True
    is_behind = speaker.i > verb.i and bool(case_of(speaker)) and not is_passive(verb)
    is_thing = verb.dep_ == "acl:relcl" and not can_speak(speaker)
    return is_behind or is_thing


def noun_left(verb: Word) -> Word | None:
    """Return the nearest noun before a verb that can speak, over a comma or a relative pronoun."""
    for place in range(verb.i - 1, max(verb.sent.start, verb.i - REACH_LEFT) - 1, -1):
        word = verb.doc[place]
        if word.pos_ in {"NOUN", "PROPN"} and word.ent_type_ not in TIMES:
            return top_noun(word) if can_speak(top_noun(word)) else None
        if not word.is_punct and word.pos_ not in {"PRON", "AUX", "ADV", "ADP", "NUM"}:
            return None
    return None


def top_noun(word: Word) -> Word:
    """Return the noun of a name: of ``Omar Haddad`` the first or last word, as the parse has it."""
    while word.dep_ in {"flat", "compound"} and word.head.pos_ in {"NOUN", "PROPN"}:
        word = word.head
    return word


def can_speak(word: Word) -> bool:
    """Tell whether a noun names somebody, or a text."""
    return word.ent_type_ in PARTIES or bool(classes_of(word) & SPEAKING)


def active_subject(verb: Word) -> Word | None:
    """Return the subject of an active verb, its own or a borrowed one."""
    own = own_subjects(verb)
    if not own and (inverted := inverted_subject(verb)):
        return inverted
    if not own and verb.dep_ in {"ROOT", *OWN_SUBJECT}:
        is_behind_comma = verb.i > verb.sent.start and verb.nbor(-1).text == ","
        return noun_left(verb) if is_behind_comma else noun_before(verb)
    if not own and (outer := shared_cue(verb)):
        return speaker_of(outer)
    if not own and that_follows(verb) and verb.dep_ == "conj":
        return speaker_of(verb.head)
    if not own and verb.dep_ in {"conj", "xcomp", "advcl"} and is_passive(verb.head):
        return children(verb.head, "nsubj")[0] if children(verb.head, "nsubj") else None
    return subject_of(verb)


def own_subjects(verb: Word) -> list[Word]:
    """Return the subjects of a verb; what stands behind ``said that`` is none."""
    found = [child for child in verb.children if child.dep_ in SUBJECTS]
    return [child for child in found if child.i < verb.i] if that_follows(verb) else found


def that_follows(verb: Word) -> bool:
    """Tell whether the parse ties the ``that`` right behind a verb to the verb itself."""
    return any(mark.i == verb.i + 1 and mark.lower_ == "that" for mark in children(verb, "mark"))


def noun_before(verb: Word) -> Word | None:
    """Return the noun right before a verb that the parse has not made its subject."""
    if verb.i == verb.sent.start:
        return None
    before = verb.nbor(-1)
    is_noun = before.pos_ in {"NOUN", "PROPN"} and before.head is verb
    return before if is_noun and before.dep_ in {"compound", "nmod", "dep"} else None


def inverted_subject(verb: Word) -> Word | None:
    """Return the noun right behind a verb that stands right behind a quotation."""
    start = verb.i + 1
    is_finite = verb.tag_ in FINITE and start < verb.sent.end and verb.i > verb.sent.start
    if not is_finite or not verb.nbor(-1).is_punct:
        return None
    word = verb.doc[start]
    for _ in range(MOST_STEPS):
        above = word.head
        if above is word or above.i < start or above.pos_ in {"VERB", "AUX"}:
            break
        word = above
    is_name = word.pos_ in {"NOUN", "PROPN"} and word.left_edge.i >= verb.i
    is_name = is_name and not is_listener(word, verb)
    return word if is_name and verb.nbor(-1).text in QUOTE_MARKS else None


def is_listener(word: Word, verb: Word) -> bool:
    """Tell whether a noun behind a verb is whom something is told: ``told AFP``."""
    is_told = any(ADDRESSEE in cue.frames for cue in cue_forms("verb").get(verb.lower_, ()))
    return is_told and word.dep_ in {"iobj", "obj"}


def shared_cue(verb: Word) -> Word | None:
    """Return the cue that a verb goes on with, where the parse ties it to the cue's content.

    ``The agency estimates that 9,000 have fled and warns that more will``: both are of one tense
    and the second has no subject of its own. ``... have fled, adding that`` goes on, too.
    """
    says = verb.lower_ in cue_forms("verb") and bool(children(verb, "ccomp", "xcomp"))
    if not says:
        return None
    if verb.dep_ == "advcl" and verb.tag_ == "VBG" and is_set_off_before(verb):
        above = verb.head
        return cue_above(above) if above.dep_ in {"ccomp", "acl"} else None
    if verb.dep_ != "conj" or verb.tag_ not in FINITE:
        return None
    above = verb.head
    cue = cue_above(above)
    if cue is not None and cue.tag_ == verb.tag_:
        return cue
    for step in ancestors(above):
        is_clause = step.tag_ == verb.tag_ and bool(children(step, "nsubj"))
        if is_clause and above.tag_ != verb.tag_:
            return step
    return None


def cue_above(content: Word) -> Word | None:
    """Return the verb of speech whose content a clause is, None for another clause."""
    if content.dep_ not in {"ccomp", "xcomp", "obj", "acl"}:
        return None
    cue = content.head.head if content.dep_ == "acl" else content.head
    is_cue = cue.lower_ in cue_forms("verb") or content.dep_ == "acl"
    return cue if cue.pos_ == "VERB" and is_cue else None


def is_set_off_before(verb: Word) -> bool:
    """Tell whether a comma stands before a clause."""
    first = verb.left_edge
    before = first.i - 1
    return first.text == "," or (before >= 0 and verb.doc[before].text == ",")


def is_empty(word: Word) -> bool:
    """Tell whether a subject names nobody: ``it``, or the ``who`` of a question."""
    return word.lower_ in QUESTIONS or (word.lower_ in EMPTY and word.dep_ == "expl")


def is_passive(verb: Word) -> bool:
    """Tell whether the subject of a verb is spoken of."""
    if children(verb, "aux:pass"):
        return True
    if verb.tag_ in FINITE or that_follows(verb):
        return False
    if any(child.dep_ == "nsubj:pass" for child in own_subjects(verb)):
        return True
    is_bare = verb.tag_ == "VBN" and not children(verb, "aux", "nsubj")
    return is_bare and verb.dep_ in {"acl", "advcl"}


def agent_of(verb: Word) -> Word | None:
    """Return the noun behind ``by``."""
    for child in children(verb, "obl"):
        if child.dep_ == "obl:agent" or case_of(child) == "by":
            return antecedent(child)
    return None


def quoted_by(verb: Word) -> tuple[Word, Word | None] | None:
    """Return who is quoted and who quotes: ``AFP quoted the ministry as saying``."""
    above = verb.head
    is_below = verb.dep_ in {"advcl", "xcomp", "ccomp", "obl"}
    if not is_below or above.lemma_.lower() not in QUOTING or above is verb:
        return None
    if not any(mark.lower_ == "as" for mark in children(verb, "mark", "case")):
        return None
    if is_passive(above):
        subjects = [child for child in above.children if child.dep_ in SUBJECTS]
        quoted = antecedent(subjects[0]) if subjects else above.head
        return quoted, agent_of(above)
    objects = children(above, "obj", "iobj")
    return (objects[0], subject_of(above)) if objects else None


def quoting(verb: Word, speaker: Word | None) -> Word | None:
    """Return who quotes a source: ``the ministry, quoted by AFP, said``."""
    found = quoted_by(verb)
    if found is not None:
        return found[1]
    for clause in (*children(verb, "advcl"), *clauses_on(speaker)):
        is_seen = clause.head is speaker and clause.lower_ in word_list("seeing_verb")
        if clause.tag_ == "VBN" and (is_seen or clause.lemma_.lower() in QUOTING):
            return agent_of(clause)
    return None


def cited_by(verb: Word, speaker: Word | None) -> Word | None:
    """Return the source that a report leans on: ``AFP reported, citing the ministry``."""
    clauses = children(verb, "advcl", "parataxis", "acl", "xcomp")
    inside = [
        clause for content in children(verb, "ccomp") for clause in children(content, "advcl")
    ]
    for clause in (*clauses, *clauses_on(speaker), *inside):
        if clause.lemma_.lower() in QUOTING and clause.tag_ == "VBG":
            return next(iter(children(clause, "obj")), None)
    return None


def clauses_on(speaker: Word | None) -> list[Word]:
    """Return the clauses that describe a source or its name: ``the agency SANA, quoting ...``."""
    nouns = [speaker, *children(speaker, "appos", "flat")] if speaker is not None else []
    return [clause for noun in nouns for clause in children(noun, "acl", "advcl")]


def addressee_of(verb: Word) -> Word | None:
    """Return whom something is told."""
    found = children(verb, "iobj") or [c for c in children(verb, "obj") if c.i > verb.i]
    found += [c for c in children(verb, "obl") if case_of(c) in {"to", "with"}]
    return found[0] if found else None

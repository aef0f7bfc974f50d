"""Phrases with their source behind them: according to, in the words of, citing."""

from typing import Final

from tasks.nlp.quotes.contents import around, host_of
from tasks.nlp.quotes.report import Report
from tasks.nlp.quotes.sources import make_source, phrase_of
from tasks.nlp.quotes.subjects import QUOTING, agent_of, quoting
from tasks.nlp.quotes.vocabulary import Cue, cue_forms, source_phrases
from tasks.nlp.spans import Span
from tasks.nlp.syntax.arcs import MOST_STEPS, ancestors, children
from tasks.nlp.syntax.tree import Tree, Word
from tasks.nlp.word_lists import word_list

WITHIN_PHRASE: Final = frozenset(
    {"det", "amod", "compound", "nummod", "flat", "advmod", "case", "nmod", "punct", "goeswith"}
)
"""How the words before a noun hang on it."""
NOMINAL: Final = frozenset({"NOUN", "PROPN", "PRON", "NUM"})


def phrase_at(tree: Tree, place: int) -> tuple[int, Cue] | None:
    """Return the word behind a phrase that starts at a place, and its cue; None for no phrase."""
    known = source_phrases().get(tree[place].lower_)
    if known is None:
        return None
    longest = max(map(len, known))
    words = [word.lower_ for word in tree[place : min(place + longest, tree[place].sent.end)]]
    for length in range(len(words), 0, -1):
        cue = known.get(tuple(words[:length]))
        if cue is not None and place + length < tree[place].sent.end:
            return place + length, cue
    return None


def read_phrase(tree: Tree, start: int, end: int, cue: Cue) -> Report | None:
    """Return the report of a phrase, None where no noun stands behind it.

    Args:
        tree: Parse.
        start: First word of the phrase.
        end: Word behind it.
        cue: The phrase.
    """
    source = noun_behind(tree, end)
    if source is None or is_read_with_verb(tree[start]):
        return None
    words = phrase_of(source)
    last = max(source.right_edge.i if is_closed(source) else words[-1].i, words[-1].i)
    host = first_outside(tree[start], start, last)
    carried = carried_by(host, last) if host is not None else None
    via = agent_of(carried) if carried is not None else quoting(source, source)
    last = carried.right_edge.i if carried is not None else last
    contents = scope(host, start, last + 1) if host is not None else []
    return Report(
        cue=tree.span(tree[start:end]),
        stance=cue.stance,
        source=make_source(source),
        via=make_source(via) if via is not None else None,
        contents=tuple(contents),
        takes_speech=True,
        rule=f"phrase/{cue.text.replace(' ', '_')}",
    )


def carried_by(host: Word, last: int) -> Word | None:
    """Return the clause that says who quotes the source, where the parse ties it to the host."""
    for clause in children(host, "advcl"):
        is_next = last < clause.left_edge.i <= last + 2 or last < clause.i <= last + 2
        if clause.tag_ == "VBN" and clause.lemma_.lower() in QUOTING and is_next:
            return clause
    return None


def is_closed(source: Word) -> bool:
    """Tell whether all that hangs on a source is an insertion: it ends at a mark."""
    last = source.right_edge.i
    return source.doc[last].is_punct or last + 1 >= source.sent.end or source.doc[last + 1].is_punct


def is_read_with_verb(word: Word) -> bool:
    """Tell whether a phrase says whom the verb above it leans on: ``AFP reported, citing``."""
    above = word.head
    is_participle = word.tag_ == "VBG" and word.dep_ != "case" and above is not word
    verbs = [step for step in ancestors(word) if step.pos_ == "VERB"]
    return is_participle and any(verb.lower_ in cue_forms("verb") for verb in verbs)


def noun_behind(tree: Tree, place: int) -> Word | None:
    """Return the head of the noun phrase that starts at a place."""
    word = tree[place]
    if word.is_punct:
        return None
    for _ in range(MOST_STEPS):
        if word.head.i < place or word.dep_.partition(":")[0] not in WITHIN_PHRASE:
            break
        word = word.head
    return word if word.pos_ in NOMINAL else None


def first_outside(word: Word, start: int, last: int) -> Word | None:
    """Return the nearest head of a phrase that stands outside of it."""
    for _ in range(MOST_STEPS):
        if not start <= word.i <= last:
            return word
        if word.head is word:
            return None
        word = word.head
    return None


def scope(word: Word, start: int, end: int) -> list[Span]:
    """Return the clause that a phrase speaks of, without the phrase.

    A phrase at the end of a sentence speaks of the clauses before it, too, unless they are set
    against each other or have a source of their own; one inside speaks of its clause.
    """
    host = host_of(word)
    sentence = host.sent
    is_first = all(inner.is_punct for inner in host.doc[sentence.start : start])
    if is_first:
        return around(top_clause(host), start, end)
    is_last = all(inner.is_punct for inner in host.doc[end : sentence.end])
    for _ in range(MOST_STEPS):
        if not is_last or host.dep_ != "conj" or is_set_against(host) or reports(host.head):
            break
        host = host.head
    return around(host, start, end)


def top_clause(host: Word) -> Word:
    """Return the main clause above a clause."""
    for _ in range(MOST_STEPS):
        if host.dep_ not in {"conj", "ccomp", "advcl"} or host.head.i < host.i:
            return host
        host = host.head
    return host


def is_set_against(clause: Word) -> bool:
    """Tell whether ``but`` stands before a clause."""
    openers = children(clause, "cc", "mark")
    return any(opener.lower_ in word_list("contrast") for opener in openers)


def reports(verb: Word) -> bool:
    """Tell whether a verb reports what somebody says."""
    return verb.lower_ in cue_forms("verb") and bool(children(verb, "ccomp"))

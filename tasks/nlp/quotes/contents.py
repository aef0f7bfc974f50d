"""What is reported: the characters of a clause or noun phrase, without cue and source."""

from collections.abc import Iterable, Iterator
from typing import Final

from tasks.nlp.quotes.subjects import shared_cue, that_follows
from tasks.nlp.quotes.vocabulary import cue_forms, source_phrases
from tasks.nlp.spans import Span
from tasks.nlp.syntax.arcs import MOST_STEPS, children
from tasks.nlp.syntax.tree import Tree, Word
from tasks.nlp.word_lists import word_list

OPENING: Final = "\"'“‘«„‹([ \t\r\n\u00a0–—-:;,."
CLOSING: Final = " \t\r\n\u00a0.,;:–—-"
MARKS: Final = "\"'“”‘’«»„‹›"
NO_CONTENT: Final = frozenset({"PRON", "DET"})
"""Word classes of objects that say nothing by themselves."""
COORDINATED: Final = frozenset({"conj", "cc"})


def behind(word: Word, content: Word) -> list[Span]:
    """Return a content that stands behind its cue, up to the end of its clause.

    Args:
        word: The last word before which the content cannot start: the cue, or its object.
        content: Head of the content.
    """
    marks = [child for child in content.lefts if child.dep_ == "mark" and child.lower_ == "that"]
    first = marks[-1].i + 1 if marks else max(word.i + 1, content.left_edge.i)
    return as_spans(content.doc, [(first, end_of(content, first))])


def end_of(content: Word, first: int) -> int:
    """Return the word behind a content: before a semicolon, another report, or a comment."""
    end = content.right_edge.i + 1
    for word in content.doc[first:end]:
        if word.text == ";" or (word.i > first and is_other_source(word)):
            return word.i
        if word.i > first and (is_new_report(word) or is_comment(word, first)):
            opener = word.left_edge.i
            return opener if opener > first else end
    return end


def is_other_source(word: Word) -> bool:
    """Tell whether ``, according to`` names the source of the whole sentence."""
    return word.i > 0 and word.lower_ in source_phrases() and word.nbor(-1).text == ","


def is_new_report(word: Word) -> bool:
    """Tell whether a verb in a content is the next thing that somebody says."""
    if word.pos_ != "VERB" or word.lower_ not in cue_forms("verb"):
        return False
    if shared_cue(word) is not None or that_follows(word):
        return True
    openers = {child.lower_ for child in children(word, "cc", "mark")}
    has_subject = bool(children(word, "nsubj"))
    is_set_against = bool(openers & word_list("contrast")) and word.dep_ in {"conj", "advcl"}
    return has_subject and is_set_against


def is_comment(word: Word, first: int) -> bool:
    """Tell whether an apposition speaks of the whole content: ``..., a figure that``."""
    opener = word.left_edge
    if opener.text == ",":
        opener = opener.nbor(1)
    is_set_off = opener.i > first + 1 and opener.nbor(-1).text == ","
    is_noun = word.lower_ in word_list("comment_noun") and word.pos_ == "NOUN"
    return is_noun and is_set_off and opener.lower_ in {"a", "an"}


def before(words: Iterable[Word], content: Word) -> list[Span]:
    """Return a content that stands before its cue, or around it.

    Args:
        words: Words of the reporting clause: the cue and what hangs on it but the content.
        content: Head of the content.
    """
    inside = sorted(word.i for word in words)
    return around(content, inside[0], inside[-1] + 1)


def around(content: Word, start: int, end: int) -> list[Span]:
    """Return a clause without the words from ``start`` to ``end`` (exclusive)."""
    first, last = content.left_edge.i, content.right_edge.i + 1
    first, last = within_marks(content.doc, first, last, start)
    for child in content.lefts:
        if child.dep_ == "cc" and child.i == first:
            first += 1
    last = stop_behind(content.doc, max(end, first), last)
    parts = [(first, min(start, last))]
    if goes_on(content.doc, max(end, first), last):
        parts.append((max(end, first), last))
    return as_spans(content.doc, parts)


def stop_behind(tree: Tree, start: int, end: int) -> int:
    """Return where a clause behind an insertion ends: before the next thing that is said."""
    for word in tree[start:end]:
        if is_new_report(word) and word.left_edge.i >= start:
            return word.left_edge.i
    return end


def within_marks(tree: Tree, first: int, last: int, place: int) -> tuple[int, int]:
    """Return the part of a range around a place that no semicolon divides."""
    stops = [word.i for word in tree[first:last] if word.text == ";"]
    before = [stop + 1 for stop in stops if stop < place]
    behind = [stop for stop in stops if stop >= place]
    return (before[-1] if before else first), (behind[0] if behind else last)


def goes_on(tree: Tree, start: int, end: int) -> bool:
    """Tell whether a clause goes on behind an insertion: behind a mark, and not with ``and``."""
    if start >= end:
        return False
    is_marked = tree[start].is_punct or (start > 0 and tree[start - 1].is_punct)
    words = [word for word in tree[start:end] if not word.is_punct]
    if not (is_marked and words) or words[0].lower_ in word_list("contrast"):
        return False
    return words[0].dep_ != "cc" or bool(children(words[0].head, "nsubj"))


def as_spans(tree: Tree, ranges: Iterable[tuple[int, int]]) -> list[Span]:
    """Return ranges of words as spans without the marks at their ends; empty ones are left out."""
    return [span for start, end in ranges if start < end for span in trimmed(tree, start, end)]


def trimmed(tree: Tree, start: int, end: int) -> Iterator[Span]:
    """Yield a range of words without marks at its ends, nothing if it has no word."""
    words = tree[start:end]
    while words and (is_loose(words[0], words, OPENING) or is_that(words[0])):
        words = words[1:]
    while words and is_loose(words[-1], words, CLOSING):
        words = words[:-1]
    if any(not word.is_punct for word in words):
        yield tree.span(words)


def is_that(word: Word) -> bool:
    """Tell whether a word opens a reported clause and says nothing."""
    return word.lower_ == "that" and word.dep_ == "mark"


def is_loose(word: Word, words: list[Word], marks: str) -> bool:
    """Tell whether a word at the end of a range is a mark that does not belong to it."""
    if word.is_space or word.text in marks:
        return word.text not in MARKS or is_lonely(word, words)
    return word.text in MARKS and is_lonely(word, words)


def is_lonely(mark: Word, words: list[Word]) -> bool:
    """Tell whether a quotation mark has no partner in a range of words."""
    others = [word.text for word in words if word is not mark and word.text in MARKS]
    return not others or len(others) % 2 == 0


def reporting_words(verb: Word, content: Word | None) -> list[Word]:
    """Return the verb with all that hangs on it, but its content and marks."""
    found: list[Word] = [verb]
    for child in verb.children:
        if child is content or child.dep_ == "punct" or is_beside(child, verb, content):
            continue
        found += child.doc[child.left_edge.i : child.right_edge.i + 1]
    return found


def is_beside(child: Word, verb: Word, content: Word | None) -> bool:
    """Tell whether a dependent of the cue stands on the far side of the content."""
    if content is None:
        return False
    if child.dep_ in COORDINATED or child.dep_ in {"parataxis", "ccomp"}:
        return True
    edge = content.left_edge.i
    return content.i < verb.i and child.right_edge.i < edge


def host_of(word: Word) -> Word:
    """Return the head of the clause that a word of an insertion hangs in."""
    host = word
    for _ in range(MOST_STEPS):
        if host.pos_ in {"VERB", "AUX"} or children(host, "cop") or host.head is host:
            return host
        host = host.head
    return host

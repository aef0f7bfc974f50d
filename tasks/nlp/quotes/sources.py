"""Who says it: the phrase of a source, and the name in it."""

from collections.abc import Iterator
from typing import Final

from tasks.nlp.quotes.report import Source
from tasks.nlp.quotes.subjects import PARTIES
from tasks.nlp.quotes.vocabulary import document_nouns
from tasks.nlp.syntax.arcs import case_of, children
from tasks.nlp.syntax.tree import Word
from tasks.nlp.word_lists import word_list

PERSON: Final = "PERSON"
SUBJECT_FORMS: Final = {
    **dict.fromkeys(("his", "him"), "he"),
    "her": "she",
    **dict.fromkeys(("their", "them"), "they"),
    "its": "it",
    **dict.fromkeys(("my", "me"), "i"),
    **dict.fromkeys(("our", "us"), "we"),
    "your": "you",
}
PLURAL_TAGS: Final = frozenset({"NNS", "NNPS"})
OUTSIDE_LEFT: Final = frozenset(
    {"case", "cc", "cc:preconj", "punct", "mark", "advmod", "discourse"}
)
INSIDE_RIGHT: Final = frozenset(
    {"nmod", "flat", "compound", "conj", "nummod", "goeswith", "fixed", "amod", "nmod:desc"}
)
DEPTH: Final = 20


def make_source(head: Word) -> Source:
    """Return the source of which a word is the head."""
    words = phrase_of(head)
    is_pronoun = head.pos_ == "PRON" and subject_form(head.lower_) in word_list("personal_pronoun")
    is_document = head.lower_ in document_nouns() and head.ent_type_ not in PARTIES
    name = None if is_pronoun else name_in(head, is_document=is_document)
    return Source(
        span=head.doc.span(words),
        head=head.doc.span([head]),
        named=head.doc.span(name) if name else None,
        lemma=head.lemma_.lower(),
        is_pronoun=is_pronoun,
        is_plural=is_plural(head),
        is_definite=any(points_back(child) for child in head.lefts),
        is_document=is_document,
    )


def subject_form(pronoun: str) -> str:
    """Return the form that a pronoun has as a subject.

    >>> subject_form("his"), subject_form("they")
    ('he', 'they')
    """
    return SUBJECT_FORMS.get(pronoun, pronoun)


def phrase_of(head: Word) -> list[Word]:
    """Return the words of a phrase without article, clauses and appositions."""
    first = head.left_edge.i
    for child in head.lefts:
        if child.dep_ in OUTSIDE_LEFT or child.lower_ in word_list("article"):
            first = child.right_edge.i + 1
    return head.doc[min(first, head.i) : last_of(head, 0).i + 1]


def last_of(head: Word, depth: int) -> Word:
    """Return the last word of a phrase: before the first clause, apposition or mark."""
    last = head
    for child in head.rights:
        if child.dep_ == "punct" and child.lower_ in {"-", "–", "'"}:
            continue
        is_clause = child.pos_ in {"VERB", "AUX"} or bool(children(child, "nsubj", "cop"))
        is_inside = child.dep_ in INSIDE_RIGHT or (head.dep_ == "amod" and child.dep_ == "obl")
        if not is_inside or is_clause or depth > DEPTH:
            break
        last = last_of(child, depth + 1)
    return last


def is_plural(head: Word) -> bool:
    """Tell whether a phrase stands for several."""
    if head.pos_ == "PRON":
        return subject_form(head.lower_) in {"they", "we", "these", "those"}
    return head.tag_ in PLURAL_TAGS or any(
        child.dep_ == "conj" and child.pos_ in {"NOUN", "PROPN"} for child in head.rights
    )


def points_back(word: Word) -> bool:
    """Tell whether a determiner says that the thing is known: the, this, his."""
    return word.lower_ in word_list("pointing") or word.lower_ in word_list("possessive")


def name_in(head: Word, *, is_document: bool) -> list[Word]:
    """Return the words of the name that says who a source is, none without one."""
    if head.ent_type_ in PARTIES:
        return name_around(head)
    for child in (*titled(head), *apposed(head)):
        if child.ent_type_ == PERSON:
            return name_around(child)
    if is_document:
        return author_of(head)
    return next((name_around(word) for word in apposed(head) if word.ent_type_ in PARTIES), [])


def titled(head: Word) -> list[Word]:
    """Return the names that a title stands before: ``spokesman Ivan Petrov``."""
    return [child for child in head.rights if child.dep_ in {"flat", "flat:name", "compound"}]


def apposed(head: Word) -> list[Word]:
    """Return the appositions of a source: ``the mayor, Ivan Petrov, said``."""
    return [child for child in head.children if child.dep_ in {"appos", "nmod:desc", "flat"}]


def author_of(document: Word) -> list[Word]:
    """Return the name of who wrote a report: ``Amnesty's report``, ``a report by Ada Korr``."""
    for word in authors(document):
        if word.ent_type_ in PARTIES:
            return name_around(word)
        for child in (*titled(word), *apposed(word), *word.lefts):
            if child.ent_type_ == PERSON:
                return name_around(child)
    return []


def authors(document: Word) -> Iterator[Word]:
    """Yield the nouns that may be the author of a text, best first."""
    for clause in children(document, "acl"):
        if clause.lower_ not in word_list("authoring_verb"):
            continue
        yield from (word for word in children(clause, "obl") if case_of(word) == "by")
    for case in ("by", "from", "of"):
        yield from (word for word in children(document, "nmod") if case_of(word) == case)
    yield from children(document, "nmod:poss")
    yield from children(document, "compound")


def name_around(word: Word) -> list[Word]:
    """Return the words of the name that a word stands in."""
    sentence = word.sent
    start, end = word.i, word.i + 1
    while start > sentence.start and word.doc[start].ent_iob_ == "I":
        start -= 1
    while end < sentence.end and word.doc[end].ent_iob_ == "I":
        end += 1
    return word.doc[start:end]

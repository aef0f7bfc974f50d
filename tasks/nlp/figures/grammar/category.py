"""The category of a figure by its grammar: what is counted, and the word that governs it."""

from collections.abc import Iterator
from typing import Final

from tasks.nlp.figures.categories import BY_KIND, combined
from tasks.nlp.figures.grammar.phrases import Phrase
from tasks.nlp.figures.grammar.view import FigureView
from tasks.nlp.figures.vocabulary import category_words, conversions
from tasks.nlp.syntax.arcs import ancestors, children, top_of
from tasks.nlp.syntax.tree import Word
from tasks.nlp.word_lists import word_list

MATERIAL: Final = frozenset({"ammunition", "drugs_seized"})
BY_DIMENSION: Final = {"meter": "distance", "meter ** 2": "area"}
PERSONAL: Final = frozenset({None, "person", "fighters", "migrants", "population"})
BORROWED: Final = frozenset({"same_as_before", "sentence_before", "same_as_behind", "of_whom"})
"""Rules by which a figure counts what another place names; its own verb decides."""


def find_category(view: FigureView, phrase: Phrase | None) -> str:
    """Return the category of a figure; ``other`` when nothing decides."""
    figure = view.figure
    if figure.kind in BY_KIND:
        return BY_KIND[figure.kind]
    if view.is_ratio:
        return "share"
    noun = noun_category(phrase)
    if figure.kind == "money":
        return money_category(view, phrase)
    if figure.kind == "measure":
        return measure_category(figure.unit, noun, phrase)
    if figure.kind == "multiple":
        return "other"
    verb = None if view.is_known_whole else next(governing(view, phrase), None)
    return joint_category(phrase, noun, verb)


def noun_category(phrase: Phrase | None) -> str | None:
    """Return the category of what is counted, by its head word."""
    if phrase is None:
        return None
    words = category_words("head")
    if phrase.head in word_list("drug"):
        return "drugs_seized"
    text = phrase.span.text.lower().split()
    last = text[-1]
    known = words.get(phrase.head) or words.get(last) or words.get(last.rpartition("-")[2])
    if known is None and word_list("drug").intersection(text):
        return "drugs_seized"
    return known


def governing(view: FigureView, phrase: Phrase | None) -> Iterator[str]:
    """Yield the categories of the words that govern a figure, the nearest first.

    First what stands at the noun (``12 wounded men``, ``men killed in``), then the words above it
    up to the first verb with a meaning of its own.
    """
    noun = head_word(view, phrase)
    is_own = noun is not None and phrase is not None and phrase.rule not in BORROWED
    start = noun if is_own and noun is not None else view.top
    for word in (start, view.top):
        for near in children(word, "acl", "amod"):
            yield from meanings(near)
    for word in (start, *ancestors(start)):
        found = list(meanings(word))
        yield from found
        if word.pos_ == "VERB" and not found and not is_light(word):
            return


def meanings(word: Word) -> Iterator[str]:
    """Yield the category of a verb, with its particle or object first, or of a noun of harm."""
    words = category_words("verb")
    lemma = word.lemma_.lower()
    for part in children(word, "compound:prt", "xcomp", "obj", "obl", "advmod"):
        for text in (part.lower_, part.lemma_.lower()):
            if f"{lemma} {text}" in words:
                yield words[f"{lemma} {text}"]
    if word.lower_ in words or lemma in words:
        yield words.get(word.lower_) or words[lemma]
    noun = category_words("head").get(word.lower_)
    if word.pos_ == "NOUN" and noun is not None and noun.startswith("people_"):
        yield noun


def is_light(verb: Word) -> bool:
    """Tell whether a verb says nothing of its own: ``were left dead``, ``are feared killed``."""
    return verb.lemma_.lower() in word_list("light_verb")


def joint_category(phrase: Phrase | None, noun: str | None, verb: str | None) -> str:
    """Return the category that noun and verb give together."""
    if verb in {"migrants", "population"} and noun in {"person", "migrants", None}:
        return verb or "other"
    if verb is not None and verb.startswith("people_"):
        return verb if noun in PERSONAL or (noun or "").startswith("people_") else noun or verb
    armed = word_list("armed_vehicle")
    if noun == "vehicles" and verb and verb.startswith("weapons_"):
        return verb if phrase and armed & {*phrase.span.text.lower().split()} else noun
    return combined(noun, verb)


def head_word(view: FigureView, phrase: Phrase | None) -> Word | None:
    """Return the head of a phrase in the Doc of a figure."""
    if phrase is None:
        return None
    span = phrase.span
    return top_of(view.top.doc.between(span.start_char, span.end_char))


def measure_category(unit: str | None, noun: str | None, phrase: Phrase | None) -> str:
    """Return what a measure is of: a substance, a length, a surface.

    The calibre of a weapon is a length but no distance.
    """
    if noun in MATERIAL:
        return noun or "other"
    if phrase is not None and {*phrase.span.text.lower().split()} & word_list("drug"):
        return "drugs_seized"
    word = conversions().get(unit or "")
    return BY_DIMENSION.get((word and word.unit_si) or "", "other")


def money_category(view: FigureView, phrase: Phrase | None) -> str:
    """Return what money is for, by the nearest word that says so.

    First the noun that the money is for, then a price for one of something, then the words above
    the amount, then the other words of its sentence, the nearest first.
    """
    words = category_words("money")
    if phrase is not None:
        for text in reversed(phrase.span.text.lower().split()):
            if text in words:
                return words[text]
    if view.figure.per is not None and not is_wage(view):
        return "money_price"
    for word in (*ancestors(view.top), *nearest_words(view)):
        category = words.get(word.lower_) or words.get(word.lemma_.lower())
        if category:
            return category
    return "money_price" if is_for_one(view, phrase) else "money_other"


def is_wage(view: FigureView) -> bool:
    """Tell whether money is paid for a span of time: ``earns 900 euros a month``."""
    per = view.figure.per
    words = per.text.lower().split() if per else []
    return bool(words) and words[-1] in word_list("time_noun")


def is_for_one(view: FigureView, phrase: Phrase | None) -> bool:
    """Tell whether money is given for one of something: ``$900 for a pistol``."""
    noun = head_word(view, phrase)
    if phrase is None or phrase.rule != "price" or noun is None:
        return False
    return any(
        child.lower_ in {"a", "an", "each", "one"} for child in children(noun, "det", "nummod")
    )


def nearest_words(view: FigureView) -> list[Word]:
    """Return the other words of the sentence, the nearest first, behind before in front."""
    middle = view.top.i
    others = [word for word in view.top.sent if not view.holds(word)]
    return sorted(others, key=lambda word: (abs(word.i - middle), -word.i))

"""Words of change right beside an amount: ``8 fewer than``, ``, up from 9``, ``lower at 640``."""

from typing import Final

from tasks.nlp.figures.grammar.view import FigureView
from tasks.nlp.figures.vocabulary import change_words
from tasks.nlp.syntax.arcs import ancestors
from tasks.nlp.syntax.tree import Word
from tasks.nlp.word_lists import word_list

TRENDS: Final = {"up": "increase", "down": "decrease"}
STATES: Final = frozenset({"percent", "duration", "age", "multiple"})
"""Kinds of figures that ``, down 9 percent`` says nothing of."""
THAN_REACH: Final = 8
TREND_REACH: Final = 12
"""Tokens between an amount and what is compared with it, or how it has changed."""
NUMERALS: Final = frozenset({"more", "fewer", "less"})
"""Comparatives that only ``than`` makes one: ``40 more`` may be others."""
YEARS: Final = range(1600, 2100)


def trend_before(view: FigureView) -> str | None:
    """Return the direction that ``up`` or ``down`` before an amount gives it.

    Empty where ``up to`` bounds an amount; None without such a word.
    """
    first = view.words[0].i
    if not first:
        return None
    doc = view.top.doc
    before = doc[first - 1].lower_
    outer = doc[first - 2].lower_ if first > 1 else ""
    if before in TRENDS and outer not in TRENDS and not is_particle(doc[first - 1]):
        return TRENDS[before]
    if outer in TRENDS and before in {"from", "by"}:
        return TRENDS[outer] if before == "by" else ""
    return None


def is_particle(word: Word) -> bool:
    """Tell ``lock up 30`` and ``made up 31 percent`` from ``went up 3 percent``."""
    return word.dep_ == "compound:prt" or word.head.lemma_.lower() in word_list("particle_verb")


def compared(view: FigureView) -> str | None:
    """Return the change of ``212 fewer than in December`` and ``ended 5.7 percent lower``.

    A comparison with another place or thing (``9 metres higher than the church``) is none.
    """
    doc = view.top.doc
    if view.after >= len(doc):
        return None
    word = doc[view.after]
    direction = comparative_direction(word)
    if direction is None:
        return None
    than = than_behind(word)
    if than is not None:
        return f"{direction}_by" if speaks_of_time(than) else None
    above = {step.lemma_.lower() for step in (word, *ancestors(word))}
    is_level = bool(above & word_list("market_verb")) and word.lower_ not in NUMERALS
    return f"{direction}_by" if is_level else None


def comparative_direction(word: Word) -> str | None:
    """Return what a comparative says of an amount before it."""
    if word.lower_ in word_list("comparative_up"):
        return "increase"
    return "decrease" if word.lower_ in word_list("comparative_down") else None


def than_behind(word: Word) -> Word | None:
    """Return the ``than`` of a comparative: right behind ``fewer``, near ``higher``."""
    reach = 1 if word.lower_ in NUMERALS else THAN_REACH
    behind = word.doc[word.i + 1 : min(word.sent.end, word.i + 1 + reach)]
    return next((token for token in behind if token.lower_ == "than"), None)


def speaks_of_time(than: Word) -> bool:
    """Tell whether another time stands behind ``than``."""
    behind = than.doc[than.i + 1 : min(than.sent.end, than.i + THAN_REACH)]
    times = word_list("time_reference") | word_list("time_noun")
    return any(
        word.lower_ in times or (word.text.isdigit() and int(word.text) in YEARS) for word in behind
    )


def level_of_close(view: FigureView) -> str | None:
    """Return the change of a level: ``weaker at 118.40``, ``lost 19 points to close at 1,462``."""
    first = view.words[0].i
    if first < 2 or view.top.doc[first - 1].lower_ != "at":  # noqa: PLR2004 - a word, and "at"
        return None
    direction = comparative_direction(view.top.doc[first - 2])
    verb = view.top.head
    if direction is None and verb.lemma_.lower() in word_list("market_verb"):
        direction = next(filter(None, map(direction_above, ancestors(verb))), None)
    return f"{direction}_to" if direction else None


def direction_above(word: Word) -> str | None:
    """Return the direction of a verb above, or of the verb of its object."""
    words = change_words()
    return words.get(word.lower_) or words.get(word.lemma_.lower())


def is_level_of_trend(view: FigureView) -> str | None:
    """Return the change of an amount that ``, up from 9`` or ``, down 4 percent`` follows."""
    doc, last = view.top.doc, view.after
    stop = min(view.top.sent.end, last + TREND_REACH)
    for place in range(last, stop - 1):
        if place in view.amounts:
            return None
        word, following = doc[place], doc[place + 1]
        if word.lower_ not in TRENDS or doc[place - 1].text not in {",", "(", "–", "—"}:
            continue
        is_origin = following.lower_ == "from"
        is_size = following.i in view.amounts and view.figure.kind not in STATES
        return f"{TRENDS[word.lower_]}_to" if is_origin or is_size else None
    return None

"""What a segment is on its page: where it stands, and what it shares with the running text."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from tasks.nlp.passages.features import (
    CLOSERS,
    FUNCTION_WORDS,
    LABEL_WORDS,
    MOST,
    head_words,
    own_features,
    shown_features,
)
from tasks.nlp.passages.segments import Segment

RUNNING_CHARS: Final = 140
"""A longer segment that ends as a sentence does is running text."""
TOLD_CHARS: Final = 70
"""The words of longer segments are what the page tells about."""
WRAPPED_CHARS: Final = 50
CAPITAL_SHARE: Final = 0.7
EDGE: Final = 6
"""Segments from the top and from the end that are counted one by one."""
MAX_NAMES: Final = 20
"""Lines of a name that later lines may begin with, as those that introduce an author do."""
NEAREST: Final = 8
FIFTHS: Final = 5


@dataclass(frozen=True, slots=True)
class Features:
    """Names of what shows in a segment; ``shown`` are those of ``own`` that its neighbours see."""

    own: list[str]
    shown: list[str]


def page_features(segments: Sequence[Segment]) -> list[Features]:
    """Return the features of all segments of a page, in order, in time linear in its length."""
    texts = [segment.line.text for segment in segments]
    words = [head_words(text) for text in texts]
    told = told_words(texts, words)
    repeated = Counter(texts)
    running = [index for index, text in enumerate(texts) if is_running(text)]
    is_capital_page = is_in_capitals(texts)
    found = []
    names_so_far: list[str] = []
    for index, segment in enumerate(segments):
        shown = list(shown_features(segment, words[index], is_capital_page=is_capital_page))
        own = [*shown, *own_features(texts[index], words[index])]
        own += place_features(index, len(segments), running)
        own.append(f"told={told_share(words[index], told)}")
        if names_so_far and texts[index].startswith(tuple(names_so_far)):
            own.append("begins_with_name")
        if "name" in shown and len(names_so_far) < MAX_NAMES:
            names_so_far.append(texts[index])
        if repeated[texts[index]] > 1:
            own.append("repeated")
        if index and goes_on(texts[index - 1], texts[index]):
            own.append("goes_on")
        found.append(Features(own, shown))
    return found


def place_features(index: int, count: int, running: Sequence[int]) -> Iterator[str]:
    """Yield where a segment stands on its page and to the running text.

    Args:
        index: Position of the segment, from 0.
        count: Segments of the page.
        running: Positions of the running text, sorted.
    """
    if index < EDGE:
        yield f"from_start={index}"
    if count - index <= EDGE:
        yield f"from_end={count - index}"
    yield f"fifth={FIFTHS * index // count}"
    place = bisect_left(running, index)
    after = running[place + (running[place : place + 1] == [index]) :][:MOST]
    yield f"before={min(place, MOST)}"
    yield f"after={len(after)}"
    beside = running[max(0, place - 1) : place + 1]
    yield f"nearest={min((abs(one - index) for one in beside), default=NEAREST)}"


def is_running(text: str) -> bool:
    """Tell whether a segment is long and ends as a sentence does."""
    return len(text) > RUNNING_CHARS and text.rstrip(CLOSERS)[-1:] in {".", "!", "?"}


def is_in_capitals(texts: Sequence[str]) -> bool:
    """Tell whether most of a page is written in capitals, as telex copy is."""
    capitals = sum(len(text) for text in texts if text.isupper())
    return capitals > CAPITAL_SHARE * sum(map(len, texts))


def told_words(texts: Sequence[str], words: Sequence[Sequence[str]]) -> Counter[str]:
    """Return how many long segments hold each word that is no function word."""
    told: Counter[str] = Counter()
    for text, own in zip(texts, words, strict=True):
        if len(text) > TOLD_CHARS:
            told.update(set(own) - FUNCTION_WORDS)
    return told


def told_share(words: Sequence[str], told: Counter[str]) -> str:
    """Return how many quarters of a segment's words other long segments hold, too."""
    content = set(words) - FUNCTION_WORDS
    if not content:
        return "none"
    own = 1 if len(words) > LABEL_WORDS * 3 else 0
    return str(MOST * sum(told[word] > own for word in content) // len(content))


def goes_on(before: str, text: str) -> bool:
    """Tell whether a line goes on with the sentence of a full line before it."""
    is_open = len(before) >= WRAPPED_CHARS and before[-1] not in '.!?:"”'
    return is_open and (text[0].islower() or len(before) > TOLD_CHARS - 10)

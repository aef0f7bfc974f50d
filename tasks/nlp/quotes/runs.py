"""Floating quotations: words in marks without a cue take the speaker of their run."""

from bisect import bisect_left
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from tasks.nlp.quotes.pairing import QuotedRange
from tasks.nlp.quotes.scene import Scene
from tasks.nlp.quotes.speech import word_count
from tasks.nlp.quotes.vocabulary import STATED
from tasks.nlp.quotes.voices import is_same
from tasks.nlp.spans import Quote, Speaker

RUN: Final = 10
"""Stretches of one run that take the speaker of somebody beside the first."""
WORDS_AROUND: Final = 3
"""Words outside of the marks in a paragraph that is nothing but a quotation, at most."""


@dataclass(slots=True)
class Stretch:
    """Words between marks, as a quotation whose speaker may be missing yet."""

    found: QuotedRange
    quote: Quote


def with_runs(scene: Scene, stretches: list[Stretch]) -> list[Stretch]:
    """Return the stretches, with the speaker of its run for each that floats.

    Args:
        scene: Document.
        stretches: What stands between marks, in order.
    """
    go_on(scene, stretches)
    for number in range(len(stretches) - 2, -1, -1):
        stretch, following = stretches[number], stretches[number + 1]
        if stretch.quote.speaker is None and is_joined(scene, stretch, following):
            take_from(stretch, following)
    for number, stretch in enumerate(stretches):
        if stretch.quote.speaker is None and stretch.quote.cue is None:
            speaker = beside(scene, stretch)
            if speaker is not None:
                stretch.quote = replace(
                    stretch.quote, speaker=speaker, stance=STATED, rule="run/beside"
                )
                go_on(scene, stretches[number : number + RUN])
    return stretches


def go_on(scene: Scene, stretches: list[Stretch]) -> None:
    """Give each floating stretch the speaker of the one before it, where one run goes on."""
    for previous, stretch in pairwise(stretches):
        if stretch.quote.speaker is None and stretch.quote.cue is None:
            take_from(stretch, before(scene, previous, stretch))


def take_from(stretch: Stretch, other: Stretch | None) -> None:
    """Give a stretch the speaker and cue of another one of its run."""
    if other is None or other.quote.speaker is None:
        return
    quote = other.quote
    stretch.quote = replace(
        stretch.quote,
        speaker=quote.speaker,
        via=quote.via,
        cue=quote.cue,
        stance=quote.stance,
        rule="run/same_speaker",
    )


def before(scene: Scene, previous: Stretch, stretch: Stretch) -> Stretch | None:
    """Return the stretch before, if one run goes from it to this one."""
    if stretch.found.continues:
        return previous
    places = [scene.paragraph_at(s.found.start_char) for s in (previous, stretch)]
    if places[0] == places[1]:
        return None if is_between(scene, previous, stretch) else previous
    is_next = places[1] == places[0] + 1
    return previous if is_next and is_alone(scene, stretch) and ends(scene, previous) else None


def is_between(scene: Scene, previous: Stretch, stretch: Stretch) -> bool:
    """Tell whether another one acts in a sentence between two stretches."""
    people = scene.memory.named
    first = bisect_left(people, previous.found.end_char, key=lambda one: one.start_char)
    cue = previous.quote.cue
    ends = [previous.found.end_char, *([cue.end_char] if cue is not None else [])]
    here = scene.sentence_at(max(ends))
    speaker = previous.quote.speaker
    for place in range(first, len(people)):
        one = people[place]
        if one.start_char >= stretch.found.start_char:
            return False
        is_other = speaker is None or not is_same(one.speaker, speaker)
        if one.is_acting and is_other and one.sentence > here:
            return True
    return False


def is_joined(scene: Scene, stretch: Stretch, following: Stretch) -> bool:
    """Tell whether the stretch behind belongs to the run: in its paragraph, or going on."""
    if following.found.continues:
        return True
    places = [scene.paragraph_at(s.found.start_char) for s in (stretch, following)]
    return places[0] == places[1]


def is_alone(scene: Scene, stretch: Stretch) -> bool:
    """Tell whether a paragraph begins with a quotation and has nearly nothing else."""
    start, end = scene.paragraphs[scene.paragraph_at(stretch.found.start_char)]
    outside = (
        scene.text[start : stretch.found.start_char] + scene.text[stretch.found.end_char : end]
    )
    return word_count(outside) <= WORDS_AROUND


def ends(scene: Scene, stretch: Stretch) -> bool:
    """Tell whether a paragraph is about one speaker: it begins with the quotation."""
    start, _ = scene.paragraphs[scene.paragraph_at(stretch.found.start_char)]
    return word_count(scene.text[start : stretch.found.start_char]) <= WORDS_AROUND


def beside(scene: Scene, stretch: Stretch) -> Speaker | None:
    """Return the person who acts in the sentence behind or before, in the same paragraph."""
    start, end = scene.paragraphs[scene.paragraph_at(stretch.found.start_char)]
    people = scene.memory.named
    first = bisect_left(people, stretch.found.start_char, key=lambda one: one.start_char)
    here = scene.sentence_at(stretch.found.start_char)
    for place in range(first - 1, -1, -1):
        one = people[place]
        if one.start_char < start or one.sentence < here - 1:
            break
        if one.is_acting:
            return replace(one.speaker, rule="beside")
    behind = bisect_left(people, stretch.found.end_char, key=lambda one: one.start_char)
    here = scene.sentence_at(stretch.found.end_char - 1)
    for place in range(behind, len(people)):
        one = people[place]
        if one.start_char >= end or one.sentence > here + 1:
            break
        if one.is_acting:
            return replace(one.speaker, rule="beside")
    return None

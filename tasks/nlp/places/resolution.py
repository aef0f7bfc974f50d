"""Decides which place each mention of a document means.

The rules, of which the first that holds decides:

- ``container``: the country or area stands beside the name ("Moscow, Idaho").
- ``one_sense``: a container decided for the same name elsewhere in the document.
- ``only_place``: no other place has the name.
- ``type_word``: a word beside the name tells the place from others ("Aleppo province").
- ``context``: the other names of the document speak for another place than the usual one.
- ``seed``: the place is a known thing of ``seeds/entities.csv``.
- ``population``: the place is the greatest of its name.
"""

from collections.abc import Sequence
from typing import Final

from tasks.nlp.places.binding import bind_containers, bind_one_sense
from tasks.nlp.places.cases import Case, read_case, share_plural_types
from tasks.nlp.places.mentions import PlaceMention, ResolvedPlace
from tasks.nlp.places.precision import precision_of
from tasks.nlp.places.weighing import decide, gather_evidence

ROUNDS: Final = 2
"""How often the mentions are weighed; each time by what was found before."""


def resolve_places(
    text: str, sentences: Sequence[tuple[int, int]], mentions: Sequence[PlaceMention]
) -> list[ResolvedPlace | None]:
    """Return the place of each mention, or none where it is no place or an unknown one.

    Args:
        text: Text of the document.
        sentences: First character and the one after the last of each sentence, in order.
        mentions: All names of the document in order, also those of people, groups and bodies,
            which are evidence only.
    """
    cases = [read_case(text, mention) for mention in mentions]
    share_plural_types(text, cases)
    bind_containers(text, cases)
    bind_one_sense(cases)
    open_cases = [case for case in cases if case.candidates and case.chosen is None]
    for _ in range(ROUNDS):
        evidence = gather_evidence(sentences, cases)
        for case in open_cases:
            decide(case, evidence)
    return [resolved(case) for case in cases]


def resolved(case: Case) -> ResolvedPlace | None:
    """Return the result of a mention."""
    if case.chosen is None:
        return None
    place = case.chosen.place
    return ResolvedPlace(place, precision_of(place, case.reading, case.beside), case.rule)

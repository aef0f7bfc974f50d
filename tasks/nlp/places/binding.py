"""Binds mentions to the places that a container or an equal name tells beyond doubt."""

from collections.abc import Sequence
from typing import Final

from tasks.nlp.places.candidates import Candidate
from tasks.nlp.places.cases import LIST_SIGNS, Case, rank
from tasks.nlp.places.containers import (
    abbreviated_areas,
    best_pair,
    is_national_apposition,
    leads_inward,
    leads_outward,
    tokens_of,
)
from tasks.nlp.places.nationality import country_of

CONTAINER: Final = "container"
LOOK_AHEAD: Final = 60
"""Characters behind a nationality that may tell what it says of the place in front."""
NATIONALITY: Final = "NORP"


def bind_containers(text: str, cases: Sequence[Case]) -> None:
    """Choose the places whose country or area stands beside them, the last first."""
    for index in range(len(cases) - 1, -1, -1):
        case = cases[index]
        areas = abbreviated_areas(text, case.mention.end_char) if case.candidates else []
        if areas:
            bind(case, [Candidate(area, 0.0) for area in areas])
        if case.chosen is None and index + 1 < len(cases):
            bind_outward(text, case, cases[index + 1], cases[index + 2 : index + 3])
        if case.chosen is None and index:
            bind_inward(text, cases[index - 1], case)


def bind_outward(text: str, case: Case, other: Case, behind: Sequence[Case]) -> None:
    """Bind "Tripoli, Lebanon" and "Tripoli in Lebanon"; a list of countries binds nothing."""
    gap = text[case.mention.end_char : other.mention.start_char]
    if other.mention.label == NATIONALITY:
        further = text[other.mention.end_char : other.mention.end_char + LOOK_AHEAD]
        if is_national_apposition(gap, further):
            bind_nationality(case, other)
        return
    if not case.candidates or not leads_outward(gap):
        return
    usual = max(case.candidates, key=lambda one: one.prior)
    if tokens_of(gap) == [","] and usual.place.feature_class == "country":
        following = [text[other.mention.end_char : one.mention.start_char] for one in behind]
        if any(tokens_of(one) in LIST_SIGNS for one in following):
            return
    bind(case, [other.chosen] if other.chosen else other.candidates, other)


def bind_inward(text: str, other: Case, case: Case) -> None:
    """Bind "Lebanon's Tripoli" and "the Lebanese city of Tripoli"."""
    gap = text[other.mention.end_char : case.mention.start_char]
    is_nationality = other.mention.label == NATIONALITY
    if not case.candidates or not leads_inward(gap, from_nationality=is_nationality):
        return
    if not is_nationality:
        bind(case, [other.chosen] if other.chosen else other.candidates, other)
        return
    bind_nationality(case, other)


def bind_nationality(case: Case, nationality: Case) -> None:
    """Choose the likeliest place that lies in the country of a nationality."""
    mention = nationality.mention
    code = country_of(mention.text, mention.entity_key)
    within = [one for one in case.candidates if code in one.place.country_codes]
    if within and code:
        case.chosen, case.rule = max(within, key=rank), CONTAINER


def bind(case: Case, containers: Sequence[Candidate], other: Case | None = None) -> None:
    """Choose the likeliest place that lies in a container, and that container."""
    pair = best_pair(case.candidates, containers)
    if pair is None:
        return
    case.chosen, case.rule = pair[0], CONTAINER
    if other is not None and other.chosen is None:
        other.chosen, other.rule = pair[1], CONTAINER


def bind_one_sense(cases: Sequence[Case]) -> None:
    """Give a place that its container told from others to the other mentions of its name."""
    senses: dict[str, Candidate] = {}
    for case in cases:
        if case.chosen and case.rule == CONTAINER:
            senses.setdefault(case.reading.key, case.chosen)
    for case in cases:
        sense = senses.get(case.reading.key)
        if sense and case.chosen is None and not may_be_country(case):
            same = [one for one in case.candidates if one.place == sense.place]
            if same:
                case.chosen, case.rule = same[0], "one_sense"


def may_be_country(case: Case) -> bool:
    """Tell whether a country has the name: Lebanon is Lebanon, whatever lies in Pennsylvania."""
    return any(one.place.feature_class == "country" for one in case.candidates)

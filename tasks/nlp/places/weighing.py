"""Weighs the candidates of a mention by fame and by what else the document names."""

from collections.abc import Sequence
from typing import Final

from tasks.nlp.places.candidates import Candidate
from tasks.nlp.places.cases import Case, rank
from tasks.nlp.places.evidence import COUNTRY, INSIDE, Evidence, Vote
from tasks.nlp.places.nationality import country_of
from tasks.nlp.places.table import Place

LEAST_SHARE: Final = 0.02
"""Less likely candidates have no vote."""
OTHER_VOTES: Final = {"NORP": 1.0, "ORG": 0.4, "PERSON": 0.3}
"""What a name that is no place counts for its country, by label."""


def gather_evidence(sentences: Sequence[tuple[int, int]], cases: Sequence[Case]) -> Evidence:
    """Return what the names of a document say of countries and areas."""
    evidence = Evidence(sentences)
    for case in cases:
        sentence = evidence.sentence_at(case.mention.start_char)
        weight = OTHER_VOTES.get(case.mention.label)
        if weight is not None:
            code = country_of(case.mention.text, case.mention.entity_key)
            if code:
                evidence.add(Vote("", sentence, (code,), COUNTRY, None, weight))
            continue
        for candidate, share in shares_of(case):
            evidence.add(vote_for(candidate.place, case.reading.key, sentence, share))
    return evidence


def shares_of(case: Case) -> list[tuple[Candidate, float]]:
    """Return how likely each candidate is before the context is known."""
    if case.chosen:
        return [(case.chosen, 1.0)]
    if not case.candidates:
        return []
    highest = max(one.prior for one in case.candidates)
    odds = [10 ** (one.prior - highest) for one in case.candidates]
    whole = sum(odds)
    shares = ((one, odd / whole) for one, odd in zip(case.candidates, odds, strict=True))
    return [(one, share) for one, share in shares if share >= LEAST_SHARE]


def vote_for(place: Place, name: str, sentence: int, weight: float) -> Vote:
    """Return the vote of a mention that means a place with some probability."""
    level = COUNTRY if place.feature_class == "country" else INSIDE
    area = place.name if place.feature_class == "area" else place.admin_area
    return Vote(name, sentence, place.country_codes, level, area, weight)


def decide(case: Case, evidence: Evidence) -> None:
    """Choose the candidate that its fame and the context speak for."""
    usual = max(case.candidates, key=rank)
    if len(case.candidates) == 1:
        case.chosen = usual
        case.rule = "only_place" if len(case.reading.candidates) == 1 else "type_word"
        return
    sentence = evidence.sentence_at(case.mention.start_char)
    is_country = usual.place.feature_class == "country"

    def score(one: Candidate) -> tuple[float, str]:
        inside_only = is_country and one is not usual
        levels = (INSIDE,) if inside_only else (COUNTRY, INSIDE)
        found = evidence.for_place(one.place, case.reading.key, sentence, levels)
        return one.prior + found, one.place.place_key

    case.chosen = max(case.candidates, key=score)
    if case.chosen is not usual:
        case.rule = "context"
    else:
        case.rule = "seed" if usual.place.entity_key else "population"

"""Compares the claimants of figures with our own gold.

They are asked of the figures that were found: whether a figure is found is scored elsewhere.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from evaluation.figures.matching import shared
from evaluation.quotes.matching import paired, same_party
from evaluation.quotes.tallies import Record, answer, membership, share
from evaluation.scores.counts import Counts

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from evaluation.quotes.gold import GoldClaim, GoldPassage, Place
    from tasks.nlp.quotes.claimants import Claim


@dataclass(frozen=True, slots=True)
class FoundClaim:
    """A figure that was found, by its place, and who claims it."""

    place: Place
    claim: Claim


def score_claims(passages: Iterable[tuple[GoldPassage, Sequence[FoundClaim]]]) -> Record:
    """Return how often the claimant of a figure is right, with own voice, stance and via apart.

    ``claimant`` is over all figures that were found, ``named`` over those that the gold gives a
    claimant, ``stance`` over those whose claimant is named and right. Own voice is a class: its
    precision tells how often a figure without a claimant has none. All in points.

    Args:
        passages: Passages, each with the figures found in it.
    """
    tallies = count_claims(passages)
    own, via = tallies["own"].report(), tallies["via"].report()
    return {
        "gold": tallies["figures"].gold,
        "found": tallies["claimant"].gold,
        "claimant": share(tallies["claimant"]),
        "named": share(tallies["named"]),
        "own_precision": own["precision"],
        "own_recall": own["recall"],
        "stance": share(tallies["stance"]),
        "via_precision": via["precision"],
        "via_recall": via["recall"],
    }


def count_claims(
    passages: Iterable[tuple[GoldPassage, Sequence[FoundClaim]]],
) -> defaultdict[str, Counts]:
    """Return the counts of each question; ``figures`` tells how many were found at all.

    Args:
        passages: Passages, each with the figures found in it.
    """
    tallies: defaultdict[str, Counts] = defaultdict(Counts)
    for passage, found in passages:
        pairs = claim_pairs(passage.claims, found)
        tallies["figures"] += Counts(len(pairs), len(found), len(passage.claims))
        for gold, claim in pairs:
            add_claim(tallies, gold, claim)
    return tallies


def claim_pairs(
    gold: Sequence[GoldClaim], found: Sequence[FoundClaim]
) -> list[tuple[GoldClaim, Claim]]:
    """Return the figures of the gold that were found, with their claims."""
    pairs = paired(gold, found, lambda one, other: shared(one.place, other.place))
    return [(one, other.claim) for one, other in pairs]


def add_claim(tallies: defaultdict[str, Counts], gold: GoldClaim, claim: Claim) -> None:
    """Count a figure that was found."""
    is_right = same_party(gold.claimant, claim.claimant)
    tallies["claimant"] += answer(is_right=is_right)
    if gold.claimant is not None:
        tallies["named"] += answer(is_right=is_right)
    if gold.claimant is not None and is_right:
        tallies["stance"] += answer(is_right=gold.stance == claim.stance)
    tallies["own"] += membership(is_wanted=gold.claimant is None, is_found=claim.claimant is None)
    is_via = gold.via is not None and same_party(gold.via, claim.via)
    tallies["via"] += Counts(int(is_via), int(claim.via is not None), int(gold.via is not None))

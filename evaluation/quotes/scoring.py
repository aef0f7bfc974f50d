"""Compares quotations, and the claimants of figures, with our own gold.

Quotations are paired by what they share. Speaker, cue, kind and stance are asked of the pairs whose
overlap is at least ``STRICT``. Claimants are asked of the figures that were found.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from evaluation.figures.matching import shared
from evaluation.quotes.matching import counted_characters, names_agree, overlap, paired
from evaluation.scores.counts import Counts, points

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from evaluation.quotes.gold import GoldClaim, GoldPassage, GoldQuote, Place
    from tasks.nlp.quotes.claimants import Claim
    from tasks.nlp.spans import Quote, Speaker

    Check: TypeAlias = Callable[[GoldQuote, Quote], bool]

Record = dict[str, Any]
STRICT: Final = 0.8
LOOSE: Final = 0.3
THRESHOLDS: Final = (STRICT, LOOSE)
"""Overlaps from which a quotation is found: nearly all of it, and any good part of it."""


@dataclass(frozen=True, slots=True)
class FoundClaim:
    """A figure that was found, by its place, and who claims it."""

    place: Place
    claim: Claim


def same_kind(gold: GoldQuote, quote: Quote) -> bool:
    """Tell whether both are direct, mixed or indirect."""
    return gold.kind == quote.kind


def same_speaker(gold: GoldQuote, quote: Quote) -> bool:
    """Tell whether the same one speaks in both, or nobody does."""
    return is_party(gold.speaker, quote.speaker)


def same_cue(gold: GoldQuote, quote: Quote) -> bool:
    """Tell whether the last words of the cues are the same, or both have none."""
    found = quote.cue.text if quote.cue else None
    return last_word(gold.cue) == last_word(found)


def same_stance(gold: GoldQuote, quote: Quote) -> bool:
    """Tell whether the stances are the same."""
    return gold.stance == quote.stance


CHECKS: Final[dict[str, Check]] = {
    "speaker": same_speaker,
    "cue": same_cue,
    "stance": same_stance,
    "kind": same_kind,
}
"""What is asked of a quotation that was found."""


def score_quotes(passages: Iterable[tuple[GoldPassage, Sequence[Quote]]]) -> Record:
    """Return precision, recall and F1 of quotations, and the shares of what is right of them.

    All in points, 0 to 100. Shares are of the pairs that share at least ``STRICT``.

    Args:
        passages: Passages, each with the quotations found in it.
    """
    counts: defaultdict[float, Counts] = defaultdict(Counts)
    shares: defaultdict[str, Counts] = defaultdict(Counts)
    for passage, found in passages:
        for threshold in THRESHOLDS:
            pairs = quote_pairs(passage, found, threshold)
            counts[threshold] += Counts(len(pairs), len(found), len(passage.quotes))
            for gold, quote in pairs if threshold == STRICT else ():
                for name, check in CHECKS.items():
                    shares[name] += answer(is_right=check(gold, quote))
    report = counts[STRICT].report()
    return {
        **{name: report[name] for name in ("gold", "predicted", "f1", "precision", "recall")},
        f"f1_at_{LOOSE}": counts[LOOSE].report()["f1"],
        **{name: share(shares[name]) for name in CHECKS},
    }


def quote_pairs(
    passage: GoldPassage, found: Sequence[Quote], threshold: float
) -> list[tuple[GoldQuote, Quote]]:
    """Return the quotations of a passage that share enough with one that was found."""
    characters = {
        place: counted_characters(passage.text, [place])
        for place in [*(gold.place for gold in passage.quotes), *map(place_of, found)]
    }

    def likeness(gold: GoldQuote, quote: Quote) -> float:
        value = overlap(characters[gold.place], characters[place_of(quote)])
        return value if value >= threshold else 0.0

    return paired(passage.quotes, found, likeness)


def score_claims(passages: Iterable[tuple[GoldPassage, Sequence[FoundClaim]]]) -> Record:
    """Return how often the claimant of a figure is right, with own voice, stance and via apart.

    ``claimant`` is over all figures that were found, ``named`` over those that the gold gives a
    claimant, ``stance`` over those whose claimant is named and right. Own voice is a class: its
    precision tells how often a figure without a claimant has none. All in points.

    Args:
        passages: Passages, each with the figures found in it.
    """
    tallies: defaultdict[str, Counts] = defaultdict(Counts)
    figures = 0
    for passage, found in passages:
        figures += len(passage.claims)
        for gold, claim in claim_pairs(passage.claims, found):
            add_claim(tallies, gold, claim)
    own, via = tallies["own"].report(), tallies["via"].report()
    return {
        "gold": figures,
        "found": tallies["claimant"].gold,
        "claimant": share(tallies["claimant"]),
        "named": share(tallies["named"]),
        "own_precision": own["precision"],
        "own_recall": own["recall"],
        "stance": share(tallies["stance"]),
        "via_precision": via["precision"],
        "via_recall": via["recall"],
    }


def claim_pairs(
    gold: Sequence[GoldClaim], found: Sequence[FoundClaim]
) -> list[tuple[GoldClaim, Claim]]:
    """Return the figures of the gold that were found, with their claims."""
    pairs = paired(gold, found, lambda one, other: shared(one.place, other.place))
    return [(one, other.claim) for one, other in pairs]


def add_claim(tallies: defaultdict[str, Counts], gold: GoldClaim, claim: Claim) -> None:
    """Count a figure that was found."""
    is_right = is_party(gold.claimant, claim.claimant)
    tallies["claimant"] += answer(is_right=is_right)
    if gold.claimant is not None:
        tallies["named"] += answer(is_right=is_right)
    if gold.claimant is not None and is_right:
        tallies["stance"] += answer(is_right=gold.stance == claim.stance)
    tallies["own"] += both(is_wanted=gold.claimant is None, is_found=claim.claimant is None)
    is_via = gold.via is not None and is_party(gold.via, claim.via)
    tallies["via"] += Counts(int(is_via), int(claim.via is not None), int(gold.via is not None))


def is_party(gold: str | None, found: Speaker | None) -> bool:
    """Tell whether a speaker is the one of the gold, or neither side has one."""
    if gold is None or found is None:
        return gold is None and found is None
    return names_agree(gold, found.name, found.span.text)


def place_of(quote: Quote) -> Place:
    """Return where a quotation stands."""
    return quote.span.start_char, quote.span.end_char


def last_word(cue: str | None) -> str | None:
    """Return the last word of a cue, which is its main verb; None without a cue."""
    return cue.split()[-1].lower() if cue else None


def answer(*, is_right: bool) -> Counts:
    """Return the count of one question."""
    return Counts(int(is_right), 1, 1)


def both(*, is_wanted: bool, is_found: bool) -> Counts:
    """Return the count of one member of a class."""
    return Counts(int(is_wanted and is_found), int(is_found), int(is_wanted))


def share(counts: Counts) -> float | None:
    """Return the share of right answers in points, None where nothing was asked."""
    return points(counts.hits, counts.gold)

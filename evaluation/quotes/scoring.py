"""Compares quotations with our own gold.

Quotations are paired by what they share. Speaker, cue, kind and stance are asked of the pairs whose
overlap is at least ``STRICT``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeAlias

from evaluation.quotes.matching import counted_characters, overlap, paired, same_party
from evaluation.quotes.tallies import Record, answer, share
from evaluation.scores.counts import Counts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from evaluation.quotes.gold import GoldPassage, GoldQuote, Place
    from tasks.nlp.spans import Quote

    Check: TypeAlias = Callable[[GoldQuote, Quote], bool]

STRICT: Final = 0.8
LOOSE: Final = 0.3
THRESHOLDS: Final = (STRICT, LOOSE)
"""Overlaps from which a quotation is found: nearly all of it, and any good part of it."""


def same_kind(gold: GoldQuote, quote: Quote) -> bool:
    """Tell whether both are direct, mixed or indirect."""
    return gold.kind == quote.kind


def same_speaker(gold: GoldQuote, quote: Quote) -> bool:
    """Tell whether the same one speaks in both, or nobody does."""
    return same_party(gold.speaker, quote.speaker)


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
    counts, shares = count_quotes(passages)
    report = counts[STRICT].report()
    return {
        **{name: report[name] for name in ("gold", "predicted", "f1", "precision", "recall")},
        f"f1_at_{LOOSE}": counts[LOOSE].report()["f1"],
        **{name: share(shares[name]) for name in CHECKS},
    }


def count_quotes(
    passages: Iterable[tuple[GoldPassage, Sequence[Quote]]],
) -> tuple[dict[float, Counts], dict[str, Counts]]:
    """Return the counts of quotations by threshold, and of each check by its name.

    Args:
        passages: Passages, each with the quotations found in it.
    """
    counts = dict.fromkeys(THRESHOLDS, Counts())
    shares = dict.fromkeys(CHECKS, Counts())
    for passage, found in passages:
        for threshold in THRESHOLDS:
            pairs = quote_pairs(passage, found, threshold)
            counts[threshold] += Counts(len(pairs), len(found), len(passage.quotes))
            for gold, quote in pairs if threshold == STRICT else ():
                for name, check in CHECKS.items():
                    shares[name] += answer(is_right=check(gold, quote))
    return counts, shares


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


def place_of(quote: Quote) -> Place:
    """Return where a quotation stands."""
    return quote.span.start_char, quote.span.end_char


def last_word(cue: str | None) -> str | None:
    """Return the last word of a cue, which is its main verb; None without a cue."""
    return cue.split()[-1].lower() if cue else None

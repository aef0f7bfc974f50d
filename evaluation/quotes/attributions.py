"""Compares quotations with the attributions of PolNeAR.

A content with a quotation mark is asked of all that is not indirect, one without of what is
indirect. PolNeAR writes a speech as one content that is two quotations by our contract, so the
``split`` scores ask how much of a content all quotations cover together, and how much of a
quotation lies in contents.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from evaluation.figures.matching import shared
from evaluation.quotes.matching import (
    Characters,
    Place,
    counted_characters,
    names_agree,
    overlap,
    paired,
)
from evaluation.quotes.polnear import GoldAttribution, PolnearText
from evaluation.quotes.tallies import Record, answer, harmonic_mean, share
from evaluation.scores.counts import Counts

INDIRECT = "indirect"
NOTHING: Characters = frozenset()


@dataclass(frozen=True, slots=True)
class Row:
    """A quotation that was found; None for what it lacks."""

    kind: str
    characters: Characters
    speaker: Place | None = None
    speaker_name: str | None = None
    cue: Place | None = None


@dataclass(frozen=True, slots=True)
class Wanted:
    """An attribution with the characters of its content."""

    attribution: GoldAttribution
    characters: Characters


class Tally:
    """Counts over articles, for one overlap from which a content is found."""

    def __init__(self, threshold: float) -> None:
        """Start with nothing."""
        self.threshold = threshold
        self.counts: defaultdict[str, Counts] = defaultdict(Counts)

    def add(self, article: PolnearText, rows: Sequence[Row]) -> None:
        """Count an article with the quotations found in it."""
        gold = list(wanted(article))
        self.add_pairs(article.text, gold, rows)
        self.counts["any"] += Counts(len(self.pairs(gold, rows)), len(rows), len(gold))
        for row in rows:
            if row.kind == INDIRECT:
                is_right = any(self.is_found(item, row) for item in gold)
                self.counts["indirect_precision"] += answer(is_right=is_right)
        self.add_covered(gold, rows)

    def add_pairs(self, text: str, gold: Sequence[Wanted], rows: Sequence[Row]) -> None:
        """Count what is found of both kinds, and its speakers and cues."""
        for kind in ("direct", INDIRECT):
            of_kind = [item for item in gold if item.attribution.has_mark == (kind != INDIRECT)]
            found = [row for row in rows if (row.kind == INDIRECT) == (kind == INDIRECT)]
            pairs = self.pairs(of_kind, found)
            self.counts[kind] += Counts(len(pairs), len(found), len(of_kind))
            for item, row in pairs:
                if item.attribution.source:
                    is_right = is_speaker(item.attribution, row, text)
                    self.counts[f"{kind}_speaker"] += answer(is_right=is_right)
                if item.attribution.cue:
                    is_right = touches(row.cue, item.attribution.cue)
                    self.counts[f"{kind}_cue"] += answer(is_right=is_right)

    def pairs(self, gold: Sequence[Wanted], rows: Sequence[Row]) -> list[tuple[Wanted, Row]]:
        """Return the contents that share enough with a quotation."""

        def likeness(item: Wanted, row: Row) -> float:
            value = overlap(item.characters, row.characters)
            return value if value >= self.threshold else 0.0

        return paired(gold, rows, likeness)

    def is_found(self, item: Wanted, row: Row) -> bool:
        """Tell whether a content shares enough with a quotation."""
        return overlap(item.characters, row.characters) >= self.threshold

    def add_covered(self, gold: Sequence[Wanted], rows: Sequence[Row]) -> None:
        """Count contents with a mark that are covered, and quotations that lie in contents."""
        all_gold = NOTHING.union(*(item.characters for item in gold))
        all_rows = NOTHING.union(*(row.characters for row in rows))
        for item in gold:
            if item.attribution.has_mark:
                is_covered = self.covers(all_rows, item.characters)
                self.counts["split_recall"] += answer(is_right=is_covered)
        for row in rows:
            if row.kind != INDIRECT and row.characters:
                is_inside = self.covers(all_gold, row.characters)
                self.counts["split_precision"] += answer(is_right=is_inside)

    def covers(self, characters: Characters, part: Characters) -> bool:
        """Tell whether enough of a part is among some characters."""
        return len(characters & part) >= self.threshold * len(part)

    def record(self) -> Record:
        """Return the shares in points, with the number of contents that have a mark."""
        direct = self.counts["direct"].report()
        recall, precision = (
            share(self.counts[f"split_{what}"]) for what in ("recall", "precision")
        )
        return {
            "gold": direct["gold"],
            "direct_f1": direct["f1"],
            "direct_p": direct["precision"],
            "direct_r": direct["recall"],
            "speaker": share(self.counts["direct_speaker"]),
            "cue": share(self.counts["direct_cue"]),
            "split_f1": harmonic_mean(precision, recall),
            "split_p": precision,
            "split_r": recall,
            "indirect_r": share(self.counts[INDIRECT]),
            "indirect_p_any": share(self.counts["indirect_precision"]),
            "indirect_speaker": share(self.counts["indirect_speaker"]),
            "indirect_cue": share(self.counts["indirect_cue"]),
            "any_r": share(self.counts["any"]),
        }


def score_attributions(
    articles: Iterable[tuple[PolnearText, Sequence[Row]]], threshold: float
) -> Record:
    """Return the scores over articles, each with the quotations found in it.

    Args:
        articles: The set.
        threshold: Overlap from which a content is found, 0 to 1.
    """
    tally = Tally(threshold)
    for article, rows in articles:
        tally.add(article, rows)
    return tally.record()


def wanted(article: PolnearText) -> Iterator[Wanted]:
    """Yield the attributions that say anything."""
    for one in article.attributions:
        if characters := counted_characters(article.text, one.content):
            yield Wanted(one, characters)


def is_speaker(gold: GoldAttribution, row: Row, text: str) -> bool:
    """Tell whether a speaker touches the source of the gold, or has its name."""
    source = " ".join(text[start:end] for start, end in gold.source)
    return touches(row.speaker, gold.source) or names_agree(source, row.speaker_name or "")


def touches(place: Place | None, places: Iterable[Place]) -> bool:
    """Tell whether a place shares a character with one of some places."""
    return place is not None and any(shared(place, other) for other in places)

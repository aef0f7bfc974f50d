"""Counts how many passages of the gold get their kind, and how much is told from the article."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from evaluation.passages.gold import Page
from evaluation.scores.counts import Counts
from tasks.nlp.spans import Passage
from warehouse.passage_kinds import FIGURE_KINDS

Marker = Callable[[str], Sequence[Passage]]


@dataclass
class PageScore:
    """What is counted over some pages.

    Attributes:
        passages: Passages that are not the article (grain: one passage of the gold).
        characters: The same by characters that are no white space.
        kinds: Each kind apart, by passages.
        wrong: Page, kind of the gold, kind and rule found, and text of each passage with another
            kind.
    """

    passages: Counts = field(default_factory=Counts)
    characters: Counts = field(default_factory=Counts)
    kinds: Counter[tuple[str, str]] = field(default_factory=Counter)
    wrong: list[tuple[str, str, Passage, str]] = field(default_factory=list)

    def of_kind(self, kind: str) -> Counts:
        """Return the counts of one kind."""
        return Counts(
            self.kinds[kind, kind],
            sum(count for (_, found), count in self.kinds.items() if found == kind),
            sum(count for (gold, _), count in self.kinds.items() if gold == kind),
        )


def score_pages(pages: Iterable[Page], mark: Marker) -> PageScore:
    """Score a marker on pages; a passage of the gold has the kind that most of it is marked as."""
    score = PageScore()
    for page in pages:
        marked = mark(page.text)
        for passage in page.passages:
            size = visible(page.text[passage.start_char : passage.end_char])
            shares = shares_of(page.text, passage, marked)
            found = max(shares, key=lambda one: shares[one], default=passage)
            score.passages += furniture(passage.kind, found.kind, 1)
            score.characters += sum(
                (furniture(passage.kind, one.kind, part) for one, part in shares.items()),
                Counts(0, 0, 0 if shares or passage.kind in FIGURE_KINDS else size),
            )
            score.kinds[passage.kind, found.kind] += 1
            if found.kind != passage.kind:
                words = page.text[passage.start_char : passage.end_char]
                score.wrong.append((page.key, passage.kind, found, words))
    return score


def shares_of(text: str, passage: Passage, marked: Sequence[Passage]) -> dict[Passage, int]:
    """Return how many visible characters of a passage lie in each of the marked ones."""
    shares = {}
    for one in marked:
        start, end = max(passage.start_char, one.start_char), min(passage.end_char, one.end_char)
        if start < end:
            shares[one] = visible(text[start:end])
    return shares


def visible(text: str) -> int:
    """Return the number of characters that are no white space."""
    return len("".join(text.split()))


def furniture(gold: str, found: str, size: int) -> Counts:
    """Count something of a kind that was found as another kind, as far as it is no article."""
    is_gold, is_found = gold not in FIGURE_KINDS, found not in FIGURE_KINDS
    return Counts(size * (is_gold and is_found), size * is_found, size * is_gold)

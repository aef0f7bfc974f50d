"""What a document says of countries and areas, sentence by sentence."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import exp
from typing import Final

from tasks.nlp.places.table import Place

COUNTRY: Final = "country"
INSIDE: Final = "inside"
LOCAL_WEIGHT: Final = 2.6
DOCUMENT_WEIGHT: Final = 2.0
AREA_WEIGHT: Final = 2.0
ADJACENT: Final = 0.5
FIRST_SENTENCE: Final = 1.5
"""How much more the dateline or the first sentence counts."""

Key = tuple[str, str]
"""A country code and ``COUNTRY``, ``INSIDE`` or the name of an area."""


Votes = defaultdict[Key, float]


def votes() -> Votes:
    """Return an empty count of votes."""
    return defaultdict(float)


@dataclass(frozen=True, slots=True)
class Vote:
    """A mention of a place, or of something that belongs to a country."""

    name: str
    sentence: int
    place_codes: tuple[str, ...]
    level: str
    admin_area: str | None
    weight: float


class Evidence:
    """The votes of a document by country and area, in all and by sentence."""

    def __init__(self, sentences: Sequence[tuple[int, int]]) -> None:
        """Start without votes."""
        self.starts = [start for start, _ in sentences]
        self.total = votes()
        self.by_name: defaultdict[str, Votes] = defaultdict(votes)
        self.by_sentence: defaultdict[int, Votes] = defaultdict(votes)
        self.by_sentence_name: defaultdict[tuple[int, str], Votes] = defaultdict(votes)

    def sentence_at(self, start_char: int) -> int:
        """Return the position of the sentence that holds a character."""
        return max(0, bisect_right(self.starts, start_char) - 1)

    def add(self, vote: Vote) -> None:
        """Count a vote for its countries, each alike, and for its area."""
        weight = vote.weight * (FIRST_SENTENCE if vote.sentence == 0 else 1.0)
        for code in vote.place_codes:
            self._count(vote, (code, vote.level), weight / len(vote.place_codes))
            if vote.admin_area is not None:
                self._count(vote, (code, vote.admin_area), weight)

    def _count(self, vote: Vote, key: Key, weight: float) -> None:
        self.total[key] += weight
        self.by_name[vote.name][key] += weight
        self.by_sentence[vote.sentence][key] += weight
        self.by_sentence_name[vote.sentence, vote.name][key] += weight

    def for_place(self, place: Place, name: str, sentence: int, levels: Sequence[str]) -> float:
        """Return how strongly the other names of a document speak for a place.

        Args:
            place: The place.
            name: Its folded name, whose own votes do not count.
            sentence: Sentence of the mention.
            levels: Whether names of countries count, places inside of them, or both.
        """
        codes = place.country_codes
        if not codes:
            return 0.0
        shares = [
            self.strength([(code, level) for level in levels], name, sentence) for code in codes
        ]
        area = place.name if place.feature_class == "area" else place.admin_area
        inside = self.strength([(codes[0], area)], name, sentence) if area else 0.0
        return sum(shares) / len(shares) + inside * AREA_WEIGHT / DOCUMENT_WEIGHT / 2

    def strength(self, keys: Iterable[Key], name: str, sentence: int) -> float:
        """Return how strongly names other than ``name`` speak for the keys, near and in all."""
        near = whole = 0.0
        own: Mapping[Key, float] = self.by_name.get(name, {})
        for key in keys:
            whole += self.total.get(key, 0.0) - own.get(key, 0.0)
            near += self.near(key, name, sentence)
            near += ADJACENT * self.near(key, name, sentence - 1)
            near += ADJACENT * self.near(key, name, sentence + 1)
        return LOCAL_WEIGHT * (1 - exp(-near)) + DOCUMENT_WEIGHT * (1 - exp(-whole / 1.5))

    def near(self, key: Key, name: str, sentence: int) -> float:
        """Return the votes of one sentence for a key, without those of a name."""
        said = self.by_sentence.get(sentence)
        if said is None or key not in said:
            return 0.0
        own: Mapping[Key, float] = self.by_sentence_name.get((sentence, name), {})
        return said[key] - own.get(key, 0.0)

"""What ``tallybook explain`` tells of a text; ``tasks.nlp.explain`` makes it."""

from dataclasses import asdict, dataclass
from typing import Any

from tasks.nlp.entities.merging import LostName


@dataclass(frozen=True, slots=True)
class Arc:
    """A token's place in the parse; the root of a sentence has no head."""

    part_of_speech: str
    dependency: str
    head: str | None
    head_start_char: int | None


@dataclass(frozen=True, slots=True)
class Meaning:
    """What the parse says of a figure; all null where the candidate is none.

    ``share``, ``total`` and ``place`` are the characters of their spans.
    """

    category: str | None = None
    change: str | None = None
    modality: str | None = None
    temporal_type: str | None = None
    share: str | None = None
    total: str | None = None
    place: str | None = None


@dataclass(frozen=True, slots=True)
class ExplainedToken:
    """A token, its lexeme-independent place, and the entity label it is part of.

    ``arc`` is None with a model that does not parse.
    """

    text: str
    start_char: int
    end_char: int
    is_sentence_start: bool
    entity_label: str | None
    arc: Arc | None = None

    def as_json(self) -> dict[str, Any]:
        """Return the token as one flat object; without a parse the fields of its arc are absent."""
        return flat(asdict(self), "arc")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A numeric expression that was considered.

    Attributes:
        text: Its characters.
        start_char: First character, inclusive.
        end_char: Character after the last.
        reading: How the grammar reads it: kind, shape, unit and bounds.
        verdict: ``figure``, ``rejected``, or ``part`` of a longer expression.
        rule: Rule that made or refused it.
        meaning: What the parse says of it; None with a model that does not parse.
    """

    text: str
    start_char: int
    end_char: int
    reading: str
    verdict: str
    rule: str
    meaning: Meaning | None = None

    def as_json(self) -> dict[str, Any]:
        """Return the candidate as one flat object; without a parse it has no meaning."""
        return flat(asdict(self), "meaning")


@dataclass(frozen=True, slots=True)
class Explanation:
    """Everything that the extraction did with a text."""

    tokens: list[ExplainedToken]
    candidates: list[Candidate]
    lost_names: list[LostName]
    line: dict[str, Any]

    def as_json(self) -> dict[str, Any]:
        """Return the explanation as one JSON object; ``rows`` has the fields of ``extract``."""
        return {
            "tokens": [token.as_json() for token in self.tokens],
            "candidates": [candidate.as_json() for candidate in self.candidates],
            "lost_names": [asdict(name) for name in self.lost_names],
            "rows": self.line,
        }


def flat(fields: dict[str, Any], name: str) -> dict[str, Any]:
    """Return fields with those of one nested object among them.

    >>> flat({"text": "5", "arc": {"head": "men"}}, "arc"), flat({"text": "5", "arc": None}, "arc")
    ({'text': '5', 'head': 'men'}, {'text': '5'})
    """
    return {key: value for key, value in fields.items() if key != name} | (fields[name] or {})

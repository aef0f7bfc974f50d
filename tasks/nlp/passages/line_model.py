"""Names the kinds of the segments of a page: a linear-chain conditional random field.

Its weights are a table, ``models/page_lines/weights.csv``, which the recipe in ``training/``
makes from the pages in ``gold/``. Method: Lafferty, McCallum and Pereira (2001).
"""

import csv
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from tasks.nlp.passages.layout import Features, page_features
from tasks.nlp.passages.patterns import MAX_FURNITURE_CHARS
from tasks.nlp.passages.segments import Segment
from warehouse.passage_kinds import FIGURE_KINDS, FURNITURE_KINDS
from warehouse.vocabularies import PASSAGE_KINDS

WEIGHTS: Final = Path(__file__).parents[3] / "models/page_lines/weights.csv"
PLACES: Final = (0, -1, 1)
"""The segment itself, the one before and the one behind."""
EDGE_FEATURE: Final = "edge"
"""What a segment without a neighbour sees in its place."""
STEP: Final = "step"
"""Place of the weights that one kind gives to the next."""
NEVER: Final = -1e9
PARAGRAPH_CHARS: Final = 200
PARAGRAPH_PRIOR: Final = 2.0
"""What speaks for the article in a longer segment: to lose a paragraph is worse than to keep one.

The paragraphs of the gold are shorter than those of most real pages.
"""

SENTENCE_WORDS: Final = 6
SENTENCE_PRIOR: Final = 1.0
"""The same for a line that is a whole sentence and that no pattern knows."""
ARTICLE: Final = np.array([kind in FIGURE_KINDS for kind in PASSAGE_KINDS])

Matrix = NDArray[np.float64]
Rows = NDArray[np.intp]


@dataclass(frozen=True, slots=True)
class LineModel:
    """Weights of features and of steps from kind to kind.

    Attributes:
        rows: Row of each known feature in the matrices of ``weights``.
        weights: A matrix for each of ``PLACES``, features by kinds.
        steps: Kinds by kinds that follow them.
    """

    rows: dict[str, int]
    weights: tuple[Matrix, ...]
    steps: Matrix


@cache
def load_line_model(path: Path = WEIGHTS) -> LineModel:
    """Read the weights; columns place, feature, kind, weight."""
    with path.open(encoding="utf-8", newline="") as file:
        table = [(row[0], row[1], row[2], float(row[3])) for row in list(csv.reader(file))[1:]]
    numbers = {kind: number for number, kind in enumerate(PASSAGE_KINDS)}
    steps = np.zeros((len(numbers), len(numbers)))
    rows: defaultdict[str, int] = defaultdict(lambda: len(rows))
    for place, feature, _, _ in table:
        if place != STEP:
            rows[feature]
    # the row behind the last is zero and stands for all unknown features
    weights = {str(place): np.zeros((len(rows) + 1, len(numbers))) for place in PLACES}
    for place, feature, kind, weight in table:
        if place == STEP:
            steps[numbers[feature], numbers[kind]] = weight
        else:
            weights[place][rows[feature], numbers[kind]] = weight
    return LineModel(dict(rows), tuple(weights.values()), steps)


def name_kinds(segments: Sequence[Segment]) -> list[str]:
    """Return the most likely kinds of all segments of a page, taken together."""
    if not segments:
        return []
    model = load_line_model()
    scores = score_features(model, page_features(segments))
    for index, segment in enumerate(segments):
        if len(segment.line.text) > PARAGRAPH_CHARS:
            scores[index, ARTICLE] += PARAGRAPH_PRIOR
        elif not segment.hint and is_sentence(segment.line.text):
            scores[index, ARTICLE] += SENTENCE_PRIOR
        allowed = possible_kinds(segment, is_alone=len(segments) == 1)
        if allowed:
            scores[index, [kind not in allowed for kind in PASSAGE_KINDS]] = NEVER
    return [PASSAGE_KINDS[number] for number in best_path(scores, model.steps)]


def possible_kinds(segment: Segment, *, is_alone: bool) -> frozenset[str]:
    """Return the kinds that a segment may be; none stands for all of them.

    A line that a pattern knows as furniture is furniture of some kind, what stands in front of a
    credit belongs to the article, and a line that is all of a text is that text.
    """
    if segment.is_certain:
        return frozenset({segment.hint})
    if len(segment.line.text) > MAX_FURNITURE_CHARS or (is_alone and not segment.hint):
        return frozenset({"body"})
    if segment.hint and not is_sentence(segment.line.text):
        return FURNITURE_KINDS if segment.hint in FURNITURE_KINDS else FIGURE_KINDS
    return frozenset()


def is_sentence(text: str) -> bool:
    """Tell whether a line is a whole sentence, of which a pattern knows only the beginning."""
    return text[-1] in ".!?" and len(text.split()) >= SENTENCE_WORDS


def score_features(model: LineModel, features: Sequence[Features]) -> Matrix:
    """Return how much speaks for each kind of each segment, segments by kinds."""
    own, own_starts = gather(model, [one.own for one in features])
    shown, shown_starts = gather(model, [one.shown for one in features])
    edge = model.rows.get(EDGE_FEATURE, len(model.rows))
    scores: Matrix = np.add.reduceat(model.weights[0][own], own_starts)
    before, behind = (
        np.add.reduceat(weights[shown], shown_starts) for weights in model.weights[1:]
    )
    scores[1:] += before[:-1]
    scores[0] += model.weights[1][edge]
    scores[:-1] += behind[1:]
    scores[-1] += model.weights[2][edge]
    return scores


def gather(model: LineModel, names: Sequence[Sequence[str]]) -> tuple[Rows, Rows]:
    """Return the rows of the features of all segments, and where each segment's begin."""
    unknown = len(model.rows)
    rows = [model.rows.get(name, unknown) for one in names for name in one]
    sizes = np.array([0, *(len(one) for one in names[:-1])], dtype=np.intp)
    return np.array(rows, dtype=np.intp), sizes.cumsum()


def best_path(scores: Matrix, steps: Matrix) -> list[int]:
    """Return the best sequence of kinds (Viterbi); of equal ones the first in the vocabulary."""
    best = scores[0]
    came_from = []
    for row in scores[1:]:
        ways = best[:, None] + steps
        came_from.append(ways.argmax(axis=0))
        best = ways.max(axis=0) + row
    path = [int(best.argmax())]
    for origins in reversed(came_from):
        path.append(int(origins[path[-1]]))
    return path[::-1]

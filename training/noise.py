"""Changes windows the way bad copy is changed: case, gaps, pieces that cannot be read."""

from dataclasses import replace

import numpy as np

from tasks.nlp.encoder.features import CASES, GAPS
from training.examples import Example
from training.settings import Noise

CASED = tuple(CASES.index(case) for case in ("lower", "title", "upper", "initial", "mixed"))
WORDS_A_LINE = 12


def noisy(example: Example, noise: Noise, unreadable: int, random: np.random.Generator) -> Example:
    """Return a window as bad copy; ``unreadable`` is the id of the piece for that."""
    features = example.features
    gaps = noisy_gaps(example, noise, random)
    pieces = np.where(
        random.random(len(features.pieces)) < noise.masked, unreadable, features.pieces
    )
    cases = noisy_cases(features.cases, noise, random)
    return replace(example, features=replace(features, pieces=pieces, cases=cases, gaps=gaps))


def noisy_cases(cases: np.ndarray, noise: Noise, random: np.random.Generator) -> np.ndarray:
    """Return the cases of a window, sometimes all upper, lower or title."""
    draw = random.random()
    for case, share in (("upper", noise.upper), ("lower", noise.lower), ("title", noise.title)):
        if draw < share:
            return np.where(np.isin(cases, CASED), CASES.index(case), cases)
        draw -= share
    return cases


def noisy_gaps(example: Example, noise: Noise, random: np.random.Generator) -> np.ndarray:
    """Return the gaps of a window, with other gaps between sentences and lines wrapped."""
    gaps = example.features.gaps.copy()
    first = example.features.first[:-1]
    for word in np.flatnonzero(example.start == 1):
        draw = random.random()
        for gap, share in (
            ("glued", noise.glued),
            ("line", noise.line),
            ("paragraph", noise.paragraph),
        ):
            if draw < share:
                gaps[first[word]] = GAPS.index(gap)
                break
            draw -= share
    if random.random() < noise.wrapped:
        wrapped = first[int(random.integers(WORDS_A_LINE)) :: WORDS_A_LINE]
        spaced = wrapped[gaps[wrapped] == GAPS.index("space")]
        gaps[spaced] = GAPS.index("line")
    return gaps

"""Windows are changed the way bad copy is."""

import numpy as np

from tasks.nlp.encoder.features import CASES, GAPS, Features
from training.examples import Example
from training.noise import noisy
from training.settings import Noise, load_recipe

QUIET = Noise(**dict.fromkeys(Noise.model_fields, 0.0))
UNREADABLE = 99


def window() -> Example:
    """Return four words of two sentences, of which the second word has two pieces."""
    numbers = np.array([0, 0, 0, 0])
    features = Features(
        tokens=[0, 1, 2, 3],
        pieces=np.array([11, 12, 13, 14, 15]),
        cases=np.array(
            [CASES.index(case) for case in ("title", "lower", "lower", "title", "uncased")]
        ),
        gaps=np.array(
            [GAPS.index(gap) for gap in ("paragraph", "space", "inside", "space", "space")]
        ),
        first=np.array([0, 1, 3, 4, 5]),
    )
    return Example(features, numbers, numbers, numbers, numbers, np.array([1, 0, 1, 0]), numbers)


def changed(**shares: float) -> Features:
    """Return the features after noise of some shares."""
    noise = QUIET.model_copy(update=shares)
    return noisy(window(), noise, UNREADABLE, np.random.default_rng(0)).features


def test_no_noise_changes_nothing() -> None:
    """All shares are zero."""
    before, after = window().features, changed()
    assert before.pieces.tolist() == after.pieces.tolist()
    assert before.cases.tolist() == after.cases.tolist()
    assert before.gaps.tolist() == after.gaps.tolist()


def test_capitals_reach_every_cased_word_and_no_other() -> None:
    """Digits have no case."""
    upper, none = CASES.index("upper"), CASES.index("uncased")
    assert changed(upper=1.0).cases.tolist() == [upper] * 4 + [none]


def test_glue_is_put_between_sentences_only() -> None:
    """Gaps inside of a sentence stay."""
    gaps = [GAPS[gap] for gap in changed(glued=1.0).gaps.tolist()]
    assert gaps == ["glued", "space", "inside", "glued", "space"]


def test_unreadable_pieces_are_masked() -> None:
    """With a share of one, all of them."""
    assert set(changed(masked=1.0).pieces.tolist()) == {UNREADABLE}


def test_the_recipe_is_read_with_all_its_settings() -> None:
    """Unknown settings are refused by the model; the file has none."""
    recipe = load_recipe()
    assert recipe.stages
    assert 0 < recipe.noise.upper < 1

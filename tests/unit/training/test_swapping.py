"""Stories are told again with other names."""

import numpy as np

from evaluation.corpora.inline import story
from training.swapping import NamePool, shape, swapped

POOL = NamePool(
    [
        ("GPE", "Mali"),
        ("GPE", "Chad"),
        ("GPE", "Burkina Faso"),
        ("PERSON", "Aminata Sow"),
        ("PERSON", "Li Wei"),
        ("NORP", "Kurds"),
        ("ORG", "MSF"),
    ]
)


def test_marks_stay_on_the_new_names() -> None:
    """Every offset moves with the text."""
    text = story("x-001", "wire", ["{PERSON Ana Ruiz} left {GPE Peru}.", "|{GPE Peru} slept."])
    for seed in range(20):
        other = swapped(text, POOL, np.random.default_rng(seed))
        names = [other.text[name.start : name.end] for name in other.names or ()]
        assert len(names) == 3
        assert names[1] == names[2]
        assert names[1] in {"Peru", "Mali", "Chad"}
        first, second = (other.text[start:end] for start, end in other.sentences)
        assert first == f"{names[0]} left {names[1]}."
        assert second == f"{names[1]} slept."


def test_names_keep_the_letter_case_of_their_story() -> None:
    """A story in capitals stays in capitals."""
    text = story("x-002", "caps", ["{PERSON ANA RUIZ} LEFT."])
    drawn = {swapped(text, POOL, np.random.default_rng(seed)).text for seed in range(20)}
    assert len(drawn) > 1
    assert all(told.isupper() for told in drawn)


def test_only_names_of_one_shape_stand_for_each_other() -> None:
    """Acronyms, single words, plurals keep to themselves."""
    assert shape("ORG", "NATO") == shape("ORG", "MSF")
    assert shape("ORG", "Oxfam") != shape("ORG", "MSF")
    assert shape("NORP", "Thai") != shape("NORP", "Kurds")
    assert POOL.draw("LAW", "Act 7", np.random.default_rng(0)) == "Act 7"

"""The loss of name sequences counts what the annotation allows (needs the extra ``train``)."""

import itertools

import pytest

torch = pytest.importorskip("torch", reason="the extra `train` is not installed")

from training.labels import ANY, BIT, NAME_TAGS  # noqa: E402 - torch first
from training.sequences import Transitions, sequence_loss  # noqa: E402

WINDOWS, WORDS = 2, 3


def by_enumeration(scores, bits, counts, transitions):  # noqa: ANN001, ANN201 - torch is optional
    """Return the loss by summing over every sequence."""
    steps = transitions.scores()
    loss = 0.0
    for window in range(WINDOWS):
        values: dict[bool, list] = {True: [], False: []}
        for tags in itertools.product(range(len(NAME_TAGS)), repeat=int(counts[window])):
            value = scores[window, 0, tags[0]] + transitions.forbidden_first[tags[0]]
            for word, (before, after) in enumerate(itertools.pairwise(tags), 1):
                value = value + steps[before, after] + scores[window, word, after]
            is_allowed = all(int(bits[window, word]) >> tag & 1 for word, tag in enumerate(tags))
            values[True].append(value)
            if is_allowed:
                values[False].append(value)
        total, chosen = (torch.logsumexp(torch.stack(values[all_]), 0) for all_ in (True, False))
        loss += float(total - chosen)
    return loss / int(counts.sum())


def test_the_forward_algorithm_agrees_with_enumeration() -> None:
    """Two windows of different length, of which some words are partly annotated."""
    torch.manual_seed(0)
    transitions = Transitions()
    transitions.learned.data.normal_()
    scores = torch.randn(WINDOWS, WORDS, len(NAME_TAGS))
    bits = torch.full((WINDOWS, WORDS), ANY)
    bits[0, 1] = BIT["B-ORG"] | BIT["O"]
    bits[1, 0] = BIT["O"]
    counts = torch.tensor([3, 2])
    with torch.no_grad():
        expected = by_enumeration(scores, bits, counts, transitions)
        assert float(sequence_loss(scores, bits, counts, transitions)) == pytest.approx(expected)


def test_marks_that_spell_no_sequence_cost_a_bounded_amount() -> None:
    """A continuation behind the outside cannot be; nothing becomes infinite or undefined."""
    bits = torch.tensor([[BIT["O"], BIT["I-ORG"]]])
    scores = torch.zeros(1, 2, len(NAME_TAGS), requires_grad=True)
    loss = sequence_loss(scores, bits, torch.tensor([2]), Transitions())
    loss.backward()
    assert 0 < float(loss.detach()) < 100
    assert bool(torch.isfinite(scores.grad).all())

"""The loss of a sequence of name tags of which an annotation allows several."""

import torch
from torch import Tensor, nn

from tasks.nlp.encoder.names import may_follow
from training.labels import NAME_TAGS, OUTSIDE

FORBIDDEN = -10_000.0
"""Score of a step that spells no name; no learned score comes near it."""
SMALLEST = 1e-35
"""Probability of what cannot be; a float of 32 bits still holds its logarithm."""


class Transitions(nn.Module):
    """Scores of one name tag behind another, learned where the step is possible.

    A name is continued only by its own label, and never begins with a continuation.
    """

    def __init__(self) -> None:
        """Start with nothing learned."""
        super().__init__()
        size = len(NAME_TAGS)
        self.learned = nn.Parameter(torch.zeros(size, size))
        allowed = [[may_follow(before, after) for after in NAME_TAGS] for before in NAME_TAGS]
        first = [may_follow(OUTSIDE, tag) for tag in NAME_TAGS]
        self.register_buffer("forbidden", penalty(allowed), persistent=False)
        self.register_buffer("forbidden_first", penalty(first), persistent=False)

    def scores(self) -> Tensor:
        """Return the score of each step, (tag before, tag after)."""
        return self.learned + self.forbidden


def penalty(allowed: list[bool] | list[list[bool]]) -> Tensor:
    """Return 0 where a step is allowed and ``FORBIDDEN`` elsewhere."""
    return (~torch.tensor(allowed)).float() * FORBIDDEN


def sequence_loss(scores: Tensor, bits: Tensor, counts: Tensor, transitions: Transitions) -> Tensor:
    """Return the negative log probability of all allowed sequences together, by word.

    The conditional random field for partial annotation of Tsuboi et al. (2008), "Training
    conditional random fields using incomplete annotations". A window in which every tag of every
    word is allowed has a loss of zero; marks that spell no possible sequence, as names that overlap
    do, cost a bounded amount and pull at nothing.

    Args:
        scores: Of tags, (batch, words, tags).
        bits: Of allowed tags, (batch, words).
        counts: Number of words of each window, (batch).
        transitions: Scores of steps.
    """
    tags = torch.arange(len(NAME_TAGS))
    denied = ((bits.unsqueeze(-1) >> tags) & 1 == 0).float() * FORBIDDEN
    whole = torch.cat((scores, scores + denied))
    total, chosen = log_sums(whole, counts.repeat(2), transitions).chunk(2)
    return (total - chosen).sum() / counts.sum()


def log_sums(scores: Tensor, counts: Tensor, transitions: Transitions) -> Tensor:
    """Return the log of the sum over all sequences of each window, by the forward algorithm.

    Each step is a product of matrices of probabilities, scaled by the largest of its row.
    """
    steps = torch.exp(transitions.scores())
    state = scores[:, 0] + transitions.forbidden_first
    for word, following in enumerate(scores.unbind(dim=1)[1:], 1):
        largest = state.max(dim=1, keepdim=True).values.detach()
        reached = torch.matmul(torch.exp(state - largest), steps).clamp(min=SMALLEST)
        moved = torch.log(reached) + largest + following
        state = torch.where((counts > word).unsqueeze(1), moved, state)
    return torch.logsumexp(state, dim=1)

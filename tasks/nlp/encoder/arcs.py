"""From scores of arcs to one tree for each sentence.

Where the best heads of all words make no tree with one root, the tree with the highest sum of
scores is taken: the algorithm of Chu and Liu (1965) and Edmonds (1967), in the dense form of
Tarjan (1977), quadratic in the number of words.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tasks.nlp.encoder.session import Floats, Numbers

Doubles = NDArray[np.float64]


def best_heads(scores: Floats) -> Numbers:
    """Return the head of each word of a sentence; the root is its own head.

    Args:
        scores: Of word ``j`` as head of word ``i`` at ``[i, j]``; the diagonal scores the root.
    """
    heads: Numbers = scores.argmax(axis=1)
    return heads if is_tree(heads) else one_root_tree(scores)


def is_tree(heads: Numbers) -> bool:
    """Tell whether heads make one tree with exactly one root."""
    own = heads == np.arange(len(heads))
    if own.sum() != 1:
        return False
    reached = heads
    for _ in range(len(heads).bit_length()):
        reached = reached[reached]
    return bool((reached == own.argmax()).all())


def one_root_tree(scores: Floats) -> Numbers:
    """Return the heads of the tree with exactly one root that has the highest sum of scores."""
    heads = best_tree(scores, 0.0)
    if is_tree(heads):
        return heads
    # A second root costs more than all that it can gain, so the best tree has just one.
    return best_tree(scores, (float(scores.max()) - float(scores.min()) + 1.0) * (len(scores) + 1))


def best_tree(scores: Floats, cost: float) -> Numbers:
    """Return the heads of the tree or trees with the highest sum, where each root costs."""
    count = len(scores)
    weights = np.full((count + 1, count + 1), -np.inf)
    weights[1:, 1:] = scores
    np.fill_diagonal(weights, -np.inf)
    weights[1:, 0] = scores.diagonal() - cost
    heads = arborescence(weights)[1:] - 1
    return np.where(heads < 0, np.arange(count), heads)


def arborescence(weights: Doubles) -> Numbers:
    """Return the heads of the best tree that hangs on node 0; the head of node 0 is 0.

    Args:
        weights: Of node ``j`` as head of node ``i`` at ``[i, j]``; ``-inf`` where there is no arc.
            Every node must be reachable from node 0. The array is overwritten.
    """
    alive = np.ones(len(weights), dtype=bool)
    merged: list[Merge] = []
    heads = chosen_heads(weights, alive)
    while cycle := find_cycle(heads, alive):
        merged.append(merge(weights, alive, heads, cycle))
        heads = chosen_heads(weights, alive)
    for step in reversed(merged):
        step.undo(heads)
    return heads


@dataclass(frozen=True, slots=True)
class Merge:
    """A cycle that became one node, the first of ``members``.

    Attributes:
        members: Nodes of the cycle.
        heads: Head of each member within the cycle.
        leaving: For each node, the member that is its best head.
        entering: For each node, the member whose head it is if it is the head of the cycle.
    """

    members: Numbers
    heads: Numbers
    leaving: Numbers
    entering: Numbers

    def undo(self, heads: Numbers) -> None:
        """Put the members back into the tree that was found with one node instead."""
        node = self.members[0]
        entry = heads[node]
        below = heads == node
        heads[below] = self.leaving[below]
        heads[self.members] = self.heads
        heads[self.entering[entry]] = entry


def chosen_heads(weights: Doubles, alive: NDArray[np.bool_]) -> Numbers:
    """Return the best head of each node that is alive; other nodes are their own."""
    heads: Numbers = weights.argmax(axis=1)
    heads[~alive] = np.flatnonzero(~alive)
    heads[0] = 0
    return heads


def find_cycle(heads: Numbers, alive: NDArray[np.bool_]) -> list[int]:
    """Return the nodes of a cycle, or nothing if there is none."""
    follow = heads.tolist()
    seen = [0] * len(follow)
    for number, start in enumerate(np.flatnonzero(alive).tolist(), 1):
        node = start
        while node and not seen[node]:
            seen[node] = number
            node = follow[node]
        if node and seen[node] == number:
            cycle = [node]
            while (node := follow[node]) != cycle[0]:
                cycle.append(node)
            return cycle
    return []


def merge(weights: Doubles, alive: NDArray[np.bool_], heads: Numbers, cycle: list[int]) -> Merge:
    """Make one node of a cycle, in place."""
    members = np.array(cycle)
    node, rest = members[0], members[1:]
    gains = weights[members] - weights[members, heads[members]][:, None]
    leaving = members[weights[:, members].argmax(axis=1)]
    entering = members[gains.argmax(axis=0)]
    weights[:, node] = weights[:, members].max(axis=1)
    weights[node] = gains.max(axis=0)
    weights[node, members] = -np.inf
    weights[:, rest] = -np.inf
    weights[rest] = -np.inf
    alive[rest] = False
    return Merge(members, heads[members].copy(), leaving, entering)

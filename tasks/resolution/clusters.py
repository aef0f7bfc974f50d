"""Nodes that are one thing, with what they say together."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from tasks.nlp.linking.names import Tokens
from tasks.resolution.nodes import Evidence, Node
from tasks.resolution.partition import evidence_of


@dataclass(frozen=True)
class Cluster:
    """Nodes that are one thing; never changed, so that what follows from them is known once."""

    nodes: tuple[Node, ...]

    @cached_property
    def evidence(self) -> Evidence:
        """What all nodes say."""
        return evidence_of(self.nodes)

    @cached_property
    def names(self) -> tuple[Tokens, ...]:
        """The names of the nodes, each once, sorted."""
        return tuple(sorted({node.tokens for node in self.nodes}))

    @cached_property
    def documents(self) -> frozenset[str]:
        """The documents that name the thing."""
        return frozenset(node.document_id for node in self.nodes)


def joined(clusters: Sequence[Cluster]) -> Cluster:
    """Return several clusters as one; a single one is returned as it is."""
    if len(clusters) == 1:
        return clusters[0]
    return Cluster(tuple(node for cluster in clusters for node in cluster.nodes))

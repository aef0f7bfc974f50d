"""What the heads are trained for."""

import torch
from torch import Tensor
from torch.nn import functional

from training.batches import Batch
from training.examples import MISSING
from training.labels import NAME_TAGS
from training.network import Network
from training.sequences import sequence_loss


def losses(network: Network, batch: Batch, *, sequences: bool) -> dict[str, Tensor]:
    """Return the mean loss of each head over the words of which the annotation says something.

    Args:
        network: The network.
        batch: Windows.
        sequences: Judge the name tags of a window together, not word by word.
    """
    scores = network(*(batch[name] for name in ("pieces", "cases", "gaps", "mask", "words")))
    counts = word_counts(batch)
    names = (
        sequence_loss(scores["names"], batch["names"], counts, network.transitions)
        if sequences
        else name_loss(scores["names"], batch["names"])
    )
    found = {
        "names": names,
        "start": start_loss(scores["start"], batch["start"]),
    }
    if (batch["pos"] != MISSING).any():
        heads = batch["head"]
        known = heads != MISSING
        arcs = scores["arc"]
        inside = torch.arange(arcs.shape[1]) < counts.unsqueeze(1)
        arcs = arcs.masked_fill(~inside.unsqueeze(1), float("-inf"))
        found["arc"] = functional.cross_entropy(arcs[known], heads[known])
        index = heads.clamp(min=0).unsqueeze(-1).expand(-1, -1, scores["head"].shape[-1])
        chosen = torch.gather(scores["head"], 1, index)
        labels = network.labels.scores(scores["dependent"][known], chosen[known])
        found["dep"] = functional.cross_entropy(labels, batch["dep"][known], ignore_index=MISSING)
        for name in ("pos", "tag"):
            found[name] = functional.cross_entropy(
                scores[name].flatten(0, 1), batch[name].flatten(), ignore_index=MISSING
            )
    return found


def word_counts(batch: Batch) -> Tensor:
    """Return the number of words of each window; each but the first lies behind piece 1."""
    return torch.clamp((batch["words"] > 0).sum(dim=1), min=1)


def name_loss(scores: Tensor, bits: Tensor) -> Tensor:
    """Return the negative log probability of the tags that are allowed, together.

    A word of which every tag is allowed teaches nothing. Summing over what a partial annotation
    allows follows Tsuboi et al. (2008), "Training conditional random fields using incomplete
    annotations", here for each word alone.
    """
    tags = torch.arange(len(NAME_TAGS))
    is_allowed = (bits.unsqueeze(-1) >> tags) & 1 == 1
    log_probabilities = functional.log_softmax(scores, dim=-1)
    chosen = torch.logsumexp(log_probabilities.masked_fill(~is_allowed, float("-inf")), dim=-1)
    informed = ~is_allowed.all(dim=-1)
    return -(chosen * informed).sum() / informed.sum().clamp(min=1)


def start_loss(scores: Tensor, targets: Tensor) -> Tensor:
    """Return the mean loss of sentence starts."""
    known = targets != MISSING
    if not known.any():
        return scores.sum() * 0
    return functional.binary_cross_entropy_with_logits(scores[known], targets[known].float())

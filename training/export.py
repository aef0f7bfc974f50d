"""Writes a trained network as an ONNX graph, its class names and the weights of the label head."""

import argparse
import json
import math
import shutil
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from training.network import Network
from training.pretrained import TOKENIZER, pretrained_encoder
from training.traces import without_traces

INPUTS = ("pieces", "cases", "gaps", "mask", "words")
OUTPUTS = ("names", "pos", "tag", "start", "arc", "dependent", "head")
FAR = -10_000.0
"""Added to the attention to padding; small enough to leave no weight, and finite in any type."""


class PlainEncoder(nn.Module):
    """The encoder of a network, spelt out so that the graph has no library's mask logic."""

    def __init__(self, network: Network) -> None:
        """Take over the weights of a network."""
        super().__init__()
        self.network = network
        self.heads = network.encoder.config.num_attention_heads

    def forward(
        self, pieces: Tensor, cases: Tensor, gaps: Tensor, mask: Tensor, words: Tensor
    ) -> tuple[Tensor, ...]:
        """Return the outputs in the order of ``OUTPUTS``; inputs as in ``Network.forward``."""
        network, embeddings = self.network, self.network.encoder.embeddings
        hidden = embeddings.word_embeddings(pieces) + network.cases(cases) + network.gaps(gaps)
        positions = torch.arange(pieces.shape[1], device=pieces.device).unsqueeze(0)
        hidden = hidden + embeddings.position_embeddings(positions)
        hidden = hidden + embeddings.token_type_embeddings.weight[0]
        hidden = embeddings.LayerNorm(hidden)
        far = ((1 - mask) * FAR).to(hidden.dtype).unsqueeze(1).unsqueeze(1)
        layers = [hidden]
        for layer in network.encoder.encoder.layer:
            hidden = self.layer(layer, hidden, far)
            layers.append(hidden)
        index = words.unsqueeze(-1).expand(-1, -1, hidden.shape[-1])
        grammar = torch.gather(network.grammar_mix(layers), 1, index)
        names = torch.gather(network.name_mix(layers), 1, index)
        return (
            network.names(names),
            network.pos(grammar),
            network.tag(grammar),
            network.start(grammar).squeeze(-1),
            network.arcs(grammar),
            network.labels.dependent(grammar),
            network.labels.head(grammar),
        )

    def layer(self, layer: nn.Module, hidden: Tensor, far: Tensor) -> Tensor:
        """Return the output of one layer of the encoder."""
        attention = layer.attention.self
        query, key, value = (
            split(part(hidden), self.heads)
            for part in (attention.query, attention.key, attention.value)
        )
        size = query.shape[-1]
        scores = torch.matmul(query, key.transpose(-1, -2)) / math.sqrt(size) + far
        context = torch.matmul(torch.softmax(scores, dim=-1), value)
        context = context.transpose(1, 2).flatten(2)
        output = layer.attention.output
        hidden = output.LayerNorm(output.dense(context) + hidden)
        wide = functional.gelu(layer.intermediate.dense(hidden))
        return layer.output.LayerNorm(layer.output.dense(wide) + hidden)


def split(hidden: Tensor, heads: int) -> Tensor:
    """Return (batch, heads, pieces, size) of (batch, pieces, width)."""
    return hidden.unflatten(-1, (heads, hidden.shape[-1] // heads)).transpose(1, 2)


def load_network(checkpoint: Path, classes: dict[str, list[str]]) -> Network:
    """Return a trained network, ready to predict."""
    sizes = {head: len(names) for head, names in classes.items()}
    network = Network(pretrained_encoder(), sizes)
    network.load_state_dict(torch.load(checkpoint, weights_only=True))
    return network.eval()


def export(network: Network, target: Path) -> None:
    """Write the graph in 32-bit floats and check it against the network."""
    inputs = sample_inputs()
    batch, pieces, words = (torch.export.Dim(name) for name in ("batch", "pieces", "words"))
    rows = {0: batch, 1: pieces}
    shapes = (rows, rows, rows, rows, {0: batch, 1: words})
    torch.onnx.export(
        PlainEncoder(network).eval(),
        inputs,
        str(target),
        input_names=list(INPUTS),
        output_names=list(OUTPUTS),
        dynamic_shapes=shapes,
        opset_version=20,
        external_data=False,
        dynamo=True,
    )
    without_traces(target)


def sample_inputs() -> tuple[Tensor, ...]:
    """Return inputs of two windows, one shorter."""
    random = torch.Generator().manual_seed(0)
    pieces = torch.randint(1000, 20_000, (2, 12), generator=random)
    mask = torch.ones(2, 12, dtype=torch.long)
    mask[1, 7:] = 0
    zeros = torch.zeros(2, 12, dtype=torch.long)
    words = torch.tensor([[1, 2, 4, 5, 7, 9, 10], [1, 2, 3, 5, 0, 0, 0]])
    return pieces, zeros + 1, zeros + 2, mask, words


def main() -> None:
    """Export a checkpoint."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("--classes", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True, help="folder to write to")
    arguments = parser.parse_args()
    classes = json.loads(arguments.classes.read_text(encoding="utf-8"))
    arguments.out.mkdir(parents=True, exist_ok=True)
    network = load_network(arguments.checkpoint, classes)
    export(network, arguments.out / "encoder.onnx")
    labels = network.labels
    np.savez(
        arguments.out / "labels.npz",
        product_weight=labels.product.weight.detach().numpy(),
        product_bias=labels.product.bias.detach().numpy(),
        alone_weight=labels.alone.weight.detach().numpy(),
        transitions=network.transitions.learned.detach().numpy(),
    )
    text = json.dumps(classes, indent=1) + "\n"
    (arguments.out / "classes.json").write_text(text, encoding="utf-8")
    shutil.copyfile(TOKENIZER, arguments.out / "tokenizer.json")


if __name__ == "__main__":
    main()

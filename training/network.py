"""The network: an encoder of word pieces and a head for each kind of annotation (PyTorch).

The arcs follow Dozat and Manning (2017), "Deep biaffine attention for neural dependency parsing";
a root is an arc from a word to itself. The labels of arcs use a biaffine form of low rank.
"""

import torch
from torch import Tensor, nn
from transformers import BertModel

from tasks.nlp.encoder.features import CASES, GAPS
from training.sequences import Transitions

ARC_SIZE = 192
LABEL_SIZE = 256
DROPOUT = 0.2


class LayerMix(nn.Module):
    """A learned weighted sum of the layers of the encoder."""

    def __init__(self, layers: int) -> None:
        """Start with more weight on later layers."""
        super().__init__()
        self.weights = nn.Parameter(torch.linspace(-1.0, 1.0, layers))

    def forward(self, layers: list[Tensor]) -> Tensor:
        """Return the sum of layers, each of shape (batch, pieces, width)."""
        weights = torch.softmax(self.weights, dim=0)
        mixed = layers[0] * weights[0]
        for index in range(1, len(layers)):
            mixed = mixed + layers[index] * weights[index]
        return mixed


class ArcHead(nn.Module):
    """Scores each word as head of each other, and of itself for a root."""

    def __init__(self, width: int) -> None:
        """Project words to what they are as dependents and as heads."""
        super().__init__()
        self.dependent = nn.Sequential(
            nn.Linear(width, ARC_SIZE), nn.LeakyReLU(0.1), nn.Dropout(DROPOUT)
        )
        self.head = nn.Sequential(
            nn.Linear(width, ARC_SIZE), nn.LeakyReLU(0.1), nn.Dropout(DROPOUT)
        )
        self.pair = nn.Linear(ARC_SIZE, ARC_SIZE)
        self.root = nn.Linear(ARC_SIZE, 1)

    def forward(self, words: Tensor) -> Tensor:
        """Return scores of shape (batch, dependents, heads)."""
        dependent, head = self.dependent(words), self.head(words)
        scores = torch.matmul(self.pair(dependent), head.transpose(1, 2)) / ARC_SIZE**0.5
        root = self.root(dependent)
        diagonal = torch.eye(words.shape[1], device=words.device, dtype=words.dtype).unsqueeze(0)
        return scores * (1 - diagonal) + root * diagonal


class LabelHead(nn.Module):
    """Projects words so that the label of an arc is a sum over products of both of its ends."""

    def __init__(self, width: int, labels: int) -> None:
        """Take the width of a word and the number of labels."""
        super().__init__()
        self.dependent = nn.Sequential(
            nn.Linear(width, LABEL_SIZE), nn.LeakyReLU(0.1), nn.Dropout(DROPOUT)
        )
        self.head = nn.Sequential(
            nn.Linear(width, LABEL_SIZE), nn.LeakyReLU(0.1), nn.Dropout(DROPOUT)
        )
        self.product = nn.Linear(LABEL_SIZE, labels)
        self.alone = nn.Linear(2 * LABEL_SIZE, labels, bias=False)

    def scores(self, dependent: Tensor, head: Tensor) -> Tensor:
        """Return scores of labels for pairs of projected words."""
        pair = torch.cat((dependent, head), dim=-1)
        return self.product(dependent * head) + self.alone(pair)


class Network(nn.Module):
    """Encoder and heads."""

    def __init__(self, encoder: BertModel, sizes: dict[str, int]) -> None:
        """Take a pretrained encoder and the number of classes of each head."""
        super().__init__()
        width = encoder.config.hidden_size
        layers = encoder.config.num_hidden_layers + 1
        self.encoder = encoder
        self.cases = nn.Embedding(len(CASES), width)
        self.gaps = nn.Embedding(len(GAPS), width)
        nn.init.normal_(self.cases.weight, std=0.01)
        nn.init.normal_(self.gaps.weight, std=0.01)
        self.grammar_mix = LayerMix(layers)
        self.name_mix = LayerMix(layers)
        self.dropout = nn.Dropout(DROPOUT)
        self.arcs = ArcHead(width)
        self.labels = LabelHead(width, sizes["dep"])
        self.pos = nn.Linear(width, sizes["pos"])
        self.tag = nn.Linear(width, sizes["tag"])
        self.start = nn.Linear(width, 1)
        self.transitions = Transitions()
        self.names = nn.Sequential(
            nn.Linear(width, width),
            nn.GELU(),
            nn.Dropout(DROPOUT),
            nn.Linear(width, sizes["names"]),
        )

    def forward(
        self, pieces: Tensor, cases: Tensor, gaps: Tensor, mask: Tensor, words: Tensor
    ) -> dict[str, Tensor]:
        """Return scores by word.

        Args:
            pieces: Ids of pieces with the marks around the text, (batch, pieces).
            cases: Indices of ``CASES``, (batch, pieces).
            gaps: Indices of ``GAPS``, (batch, pieces).
            mask: 1 for a piece, 0 for padding, (batch, pieces).
            words: Index of the first piece of each word, (batch, words).
        """
        embedded = self.encoder.embeddings.word_embeddings(pieces)
        embedded = embedded + self.cases(cases) + self.gaps(gaps)
        output = self.encoder(
            inputs_embeds=embedded, attention_mask=mask, output_hidden_states=True
        )
        layers = list(output.hidden_states)
        index = words.unsqueeze(-1).expand(-1, -1, layers[0].shape[-1])
        grammar = self.dropout(torch.gather(self.grammar_mix(layers), 1, index))
        names = self.dropout(torch.gather(self.name_mix(layers), 1, index))
        return {
            "names": self.names(names),
            "pos": self.pos(grammar),
            "tag": self.tag(grammar),
            "start": self.start(grammar).squeeze(-1),
            "arc": self.arcs(grammar),
            "dependent": self.labels.dependent(grammar),
            "head": self.labels.head(grammar),
        }

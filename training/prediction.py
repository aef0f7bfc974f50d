"""Names that a network finds in texts, with its certainty; for cleaning and for choosing."""

from collections.abc import Iterator

import torch

from evaluation.corpora.annotated import AnnotatedText
from training.batches import padded
from training.examples import Example, ExampleMaker, windows
from training.labels import NAME_TAGS
from training.network import Network
from training.tags import WordTag

WINDOWS_A_BATCH = 24


class Predictor:
    """A network that reads texts."""

    def __init__(
        self,
        network: Network,
        maker: ExampleMaker,
        marks: tuple[int, int, int],
        size: tuple[int, int],
    ) -> None:
        """Take a network, what makes its examples, marks, and most words and pieces of a window."""
        self.network = network.eval()
        self.maker = maker
        self.marks = marks
        self.size = size

    def word_tags(self, texts: list[AnnotatedText]) -> list[list[WordTag]]:
        """Return what is said of the words of each text."""
        examples = [self.maker.make(text) for text in texts]
        parts = [
            (number, window)
            for number, example in enumerate(examples)
            for window in windows(example, *self.size)
        ]
        said: list[list[tuple[str, float]]] = [[] for _ in texts]
        order = sorted(range(len(parts)), key=lambda at: len(parts[at][1].features.pieces))
        results: dict[int, list[tuple[str, float]]] = {}
        for first in range(0, len(order), WINDOWS_A_BATCH):
            group = order[first : first + WINDOWS_A_BATCH]
            found = self.tags([parts[at][1] for at in group])
            results.update(zip(group, found, strict=True))
        for at, (number, _) in enumerate(parts):
            said[number] += results[at]
        return [list(self.placed(text, tags)) for text, tags in zip(texts, said, strict=True)]

    def tags(self, examples: list[Example]) -> list[list[tuple[str, float]]]:
        """Return tag and certainty of the words of each window."""
        batch = padded(examples, self.marks)
        names = ("pieces", "cases", "gaps", "mask", "words")
        with torch.inference_mode():
            scores = self.network(*(batch[name] for name in names))["names"]
        certainty, best = torch.softmax(scores, dim=-1).max(dim=-1)
        return [
            [
                (NAME_TAGS[tag], value)
                for tag, value in zip(
                    best[row, : len(example)].tolist(),
                    certainty[row, : len(example)].tolist(),
                    strict=True,
                )
            ]
            for row, example in enumerate(examples)
        ]

    def placed(self, text: AnnotatedText, tags: list[tuple[str, float]]) -> Iterator[WordTag]:
        """Yield tags with the places of their words."""
        doc = self.maker.tokenised(text)
        words = [token for token in doc if not token.is_space]
        for token, (tag, certainty) in zip(words, tags, strict=True):
            yield WordTag(token.idx, token.idx + len(token), tag, certainty)

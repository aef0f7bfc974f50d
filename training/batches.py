"""Puts windows of about the same length together and pads them."""

from collections.abc import Iterator
from typing import TypeAlias

import numpy as np
import torch
from torch import Tensor

from training.examples import MISSING, Example
from training.labels import ANY

Batch: TypeAlias = dict[str, Tensor]
JITTER = 12
"""Pieces by which lengths are blurred, so that batches differ from epoch to epoch."""


def batches(
    examples: list[Example],
    most_pieces: int,
    marks: tuple[int, int, int],
    random: np.random.Generator,
) -> Iterator[Batch]:
    """Yield batches of at most ``most_pieces`` pieces, in random order.

    Args:
        examples: Windows.
        most_pieces: Pieces in a batch, padding included.
        marks: Ids of the pieces for start, end and padding.
        random: Source of the order.
    """
    lengths = np.array([len(example.features.pieces) for example in examples])
    order = np.argsort(lengths + random.integers(JITTER, size=len(lengths)), kind="stable")
    groups: list[list[int]] = [[]]
    longest = 0
    for index in order.tolist():
        longest = max(longest, int(lengths[index]) + 2)
        if groups[-1] and longest * (len(groups[-1]) + 1) > most_pieces:
            groups.append([])
            longest = int(lengths[index]) + 2
        groups[-1].append(index)
    for place in random.permutation(len(groups)).tolist():
        yield padded([examples[index] for index in groups[place]], marks)


def padded(examples: list[Example], marks: tuple[int, int, int]) -> Batch:
    """Return windows as tensors of one size."""
    start, end, padding = marks
    size = max(len(example.features.pieces) for example in examples) + 2
    words = max(len(example) for example in examples)
    count = len(examples)
    batch = {
        "pieces": np.full((count, size), padding),
        "cases": np.zeros((count, size), dtype=np.int64),
        "gaps": np.zeros((count, size), dtype=np.int64),
        "mask": np.zeros((count, size), dtype=np.int64),
        "words": np.zeros((count, words), dtype=np.int64),
        "names": np.full((count, words), ANY),
    }
    targets = ("pos", "tag", "head", "dep", "start")
    batch |= {name: np.full((count, words), MISSING) for name in targets}
    for row, example in enumerate(examples):
        length, number = len(example.features.pieces), len(example)
        batch["pieces"][row, : length + 2] = [start, *example.features.pieces, end]
        batch["cases"][row, 1 : length + 1] = example.features.cases
        batch["gaps"][row, 1 : length + 1] = example.features.gaps
        batch["mask"][row, : length + 2] = 1
        batch["words"][row, :number] = example.features.first[:-1] + 1
        for name in (*targets, "names"):
            batch[name][row, :number] = getattr(example, name)
    return {name: torch.from_numpy(values) for name, values in batch.items()}

"""Cleans the silver names of GMB with a network that has not seen it."""

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import torch

from evaluation.corpora.annotated import AnnotatedText
from evaluation.corpora.inventory import READERS
from training.cleaned import write_names
from training.prediction import Predictor
from training.settings import load_recipe
from training.train import open_workshop
from training.vetting import checked, known_labels, majorities, vetoed

TEXTS_A_STEP: Final = 200


def clean(texts: list[AnnotatedText], predictor: Predictor) -> Iterator[AnnotatedText]:
    """Yield cleaned texts."""
    known, most = known_labels(), majorities(texts)
    for first in range(0, len(texts), TEXTS_A_STEP):
        group = [checked(text, known, most) for text in texts[first : first + TEXTS_A_STEP]]
        for text, tags in zip(group, predictor.word_tags(group), strict=True):
            yield vetoed(text, tags)
        print(f"cleaned {first + len(group):,} of {len(texts):,} texts", flush=True)


def main() -> None:
    """Clean GMB with the checkpoint of a network that has not seen it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("--corpora", type=Path, required=True, help="folder with the corpora")
    parser.add_argument("--out", type=Path, required=True, help="folder of the run")
    arguments = parser.parse_args()
    recipe = load_recipe()
    workshop = open_workshop(recipe, arguments.corpora, arguments.out)
    workshop.network.load_state_dict(torch.load(arguments.checkpoint, weights_only=True))
    size = (recipe.window_words[1], recipe.window_pieces)
    predictor = Predictor(workshop.network, workshop.maker, workshop.marks(), size)
    texts = list(READERS["gmb"](arguments.corpora, "train"))
    print(write_names(clean(texts, predictor), arguments.out / "gmb-clean.jsonl"))


if __name__ == "__main__":
    main()

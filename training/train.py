"""Trains the network in stages, with a checkpoint after each epoch."""

import argparse
import json
import math
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import spacy
import torch

from evaluation.corpora.annotated import AnnotatedText
from evaluation.corpora.inventory import READERS
from tasks.nlp.encoder.features import WordPieces
from tasks.nlp.encoder.tokenizer import add_glue_rules
from training.batches import Batch, batches
from training.cleaned import with_cleaned_names
from training.examples import Example, ExampleMaker, windows, word_count
from training.labels import classes
from training.losses import losses
from training.name_tables import people_names, town_names
from training.network import Network
from training.noise import noisy
from training.pretrained import TOKENIZER, pretrained_encoder
from training.settings import Part, Recipe, Stage, load_recipe
from training.stops import bad_copy
from training.swapping import NamePool, swapped
from warehouse.seeds import read_seed_rows
from warehouse.tables.ref import ENTITIES_SEED

LOG_EVERY = 50
PIECES_A_WORD = 1.45
"""Pieces in a batch for each word between spaces, padding included; only plans the rates."""


@dataclass(slots=True)
class Workshop:
    """All that stages share."""

    recipe: Recipe
    corpora: Path
    folder: Path
    pieces: WordPieces
    maker: ExampleMaker
    network: Network
    random: np.random.Generator

    def marks(self) -> tuple[int, int, int]:
        """Return the ids of the pieces for start, end and padding."""
        return self.pieces.start, self.pieces.end, self.pieces.padding


def main() -> None:
    """Run the stages that are asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, required=True, help="folder with the corpora")
    parser.add_argument("--out", type=Path, required=True, help="folder for checkpoints")
    parser.add_argument("--stage", action="append", help="stage to run; default: all, in order")
    parser.add_argument("--start", type=Path, help="checkpoint to go on from")
    arguments = parser.parse_args()
    recipe = load_recipe()
    workshop = open_workshop(recipe, arguments.corpora, arguments.out)
    if arguments.start:
        weights = torch.load(arguments.start, weights_only=True)
        workshop.network.load_state_dict(weights)
    for name in arguments.stage or recipe.stages:
        run_stage(workshop, name, (recipe.stages | recipe.experiments)[name])


def open_workshop(recipe: Recipe, corpora: Path, folder: Path) -> Workshop:
    """Return a network that has not been trained, and what is needed to train it."""
    torch.manual_seed(recipe.seed)
    torch.set_num_threads(recipe.threads)
    folder.mkdir(parents=True, exist_ok=True)
    treebanks = [*READERS["ewt"](corpora, "train"), *READERS["gum"](corpora, "train")]
    names = classes(treebanks)
    (folder / "classes.json").write_text(json.dumps(names, indent=1) + "\n", encoding="utf-8")
    pieces = WordPieces.from_file(TOKENIZER)
    sizes = {head: len(labels) for head, labels in names.items()}
    network = Network(pretrained_encoder(), sizes)
    nlp = spacy.blank("en")
    add_glue_rules(nlp)
    maker = ExampleMaker(nlp, pieces, names)
    random = np.random.default_rng(recipe.seed)
    return Workshop(recipe, corpora, folder, pieces, maker, network, random)


def known_names(workshop: Workshop, stage: Stage) -> Iterator[tuple[str, str]]:
    """Yield label and name: the gold that is trained on, the gazetteer, towns and people."""
    for text in READERS["gold"](workshop.corpora, "train"):
        for name in text.names or ():
            yield min(name.labels), text.text[name.start : name.end]
    for row in read_seed_rows(ENTITIES_SEED):
        yield str(row["label"]), str(row["name"])
    if stage.name_tables:
        yield from (("GPE", name) for name in town_names())
        yield from (("PERSON", name) for name in people_names(workshop.recipe.seed))


def run_stage(workshop: Workshop, name: str, stage: Stage) -> None:
    """Train one stage and write a checkpoint after each epoch."""
    sources = {part: list(texts_of(workshop, part)) for part in stage.parts}
    pool = NamePool(known_names(workshop, stage))
    words = sum(expected_words(part, texts) for part, texts in sources.items())
    planned = (stage.horizon or stage.epochs) * words * PIECES_A_WORD
    steps = max(1, int(planned / workshop.recipe.batch_pieces))
    optimizer = make_optimizer(workshop.network, stage)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: rate(step, steps, stage.warmup)
    )
    print(f"{name}: {words:,} words an epoch, about {steps:,} steps", flush=True)
    for epoch in range(stage.epochs):
        examples = list(epoch_examples(workshop, sources, pool))
        run_epoch(workshop, stage, examples, optimizer, schedule)
        torch.save(workshop.network.state_dict(), workshop.folder / f"{name}-{epoch}.pt")
    torch.save(workshop.network.state_dict(), workshop.folder / f"{name}.pt")


def texts_of(workshop: Workshop, part: Part) -> Iterable[AnnotatedText]:
    """Return the texts of a part."""
    texts = [
        text
        for text in READERS[part.source](workshop.corpora, part.split)
        if not part.topics or text.key.rpartition("-")[0] in part.topics
    ]
    cleaned = workshop.folder / f"{part.source}-clean.jsonl"
    return with_cleaned_names(texts, cleaned) if part.cleaned else texts


def expected_words(part: Part, texts: list[AnnotatedText]) -> int:
    """Return about how many words of a part are read in an epoch."""
    return int(sum(len(text.text.split()) for text in texts) * part.share * (1 + part.swapped))


def make_optimizer(network: Network, stage: Stage) -> torch.optim.Optimizer:
    """Return an optimizer with rates of their own for encoder and heads."""
    encoder = list(network.encoder.parameters())
    known = {id(parameter) for parameter in encoder}
    heads = [parameter for parameter in network.parameters() if id(parameter) not in known]
    return torch.optim.AdamW(
        [{"params": encoder, "lr": stage.encoder_rate}, {"params": heads, "lr": stage.head_rate}],
        weight_decay=0.01,
        betas=(0.9, 0.98),
        fused=True,
    )


def rate(step: int, steps: int, warmup: float) -> float:
    """Return the share of the highest rate: a linear rise, then a cosine down to 2 %."""
    done = step / steps
    if done < warmup:
        return (step + 1) / (steps * warmup + 1)
    rest = min(1.0, (done - warmup) / (1 - warmup))
    return 0.02 + 0.98 * 0.5 * (1 + math.cos(math.pi * rest))


def epoch_examples(
    workshop: Workshop, sources: dict[Part, list[AnnotatedText]], pool: NamePool
) -> Iterator[Example]:
    """Yield the windows of one epoch, noisy."""
    recipe, random = workshop.recipe, workshop.random
    for part, texts in sources.items():
        count = max(1, round(len(texts) * part.share))
        for place in random.permutation(len(texts))[:count].tolist():
            low, high = recipe.window_words
            most_words = int(random.integers(low, high + 1))
            copies = [swapped(texts[place], pool, random) for _ in range(part.swapped)]
            for text in (texts[place], *copies):
                example = workshop.maker.make(bad_copy(text, recipe.noise, random))
                for window in windows(example, most_words, recipe.window_pieces):
                    yield noisy(window, recipe.noise, workshop.pieces.unknown, random)


def run_epoch(
    workshop: Workshop,
    stage: Stage,
    examples: list[Example],
    optimizer: torch.optim.Optimizer,
    schedule: torch.optim.lr_scheduler.LRScheduler,
) -> None:
    """Train on the windows of one epoch."""
    workshop.network.train()
    began, words, totals = time.monotonic(), 0, dict.fromkeys(stage.weights, 0.0)
    made = batches(examples, workshop.recipe.batch_pieces, workshop.marks(), workshop.random)
    for step, batch in enumerate(made, 1):
        found = train_step(workshop, stage, batch, optimizer)
        schedule.step()
        words += int((batch["words"] > 0).sum())
        for head, loss in found.items():
            totals[head] = 0.98 * totals[head] + 0.02 * loss
        if step % LOG_EVERY == 0:
            speed = words / (time.monotonic() - began)
            shown = " ".join(f"{head} {value:.3f}" for head, value in totals.items())
            print(
                f"{step} {words:,} of {word_count(examples):,} words {speed:.0f}/s {shown}",
                flush=True,
            )


def train_step(
    workshop: Workshop, stage: Stage, batch: Batch, optimizer: torch.optim.Optimizer
) -> dict[str, float]:
    """Take one step and return the losses."""
    optimizer.zero_grad(set_to_none=True)
    found = losses(workshop.network, batch, sequences=stage.sequences)
    weights = stage.weights
    total = sum(loss * weights[head] for head, loss in found.items())
    total.backward()
    torch.nn.utils.clip_grad_norm_(workshop.network.parameters(), 1.0)
    optimizer.step()
    return {head: float(loss.detach()) for head, loss in found.items()}


if __name__ == "__main__":
    main()

"""Learns the weights of the segments of a page from our gold of pages, and writes them as a table.

    python -m training.page_lines [--out FILE]

A few minutes on one core. The same pages give the same weights: the optimiser (L-BFGS) starts at
zero and draws nothing, and how a page is changed follows from its id.
"""

import argparse
import csv
from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

import pycrfsuite

from evaluation.passages.gold import Page
from evaluation.passages.scoring import shares_of
from tasks.nlp.passages.layout import Features, page_features
from tasks.nlp.passages.line_model import EDGE_FEATURE, PLACES, STEP, WEIGHTS
from tasks.nlp.passages.segments import Segment, cut_segments
from tasks.nlp.spans import Passage
from training.page_copies import bare_texts, training_pages

GOLD: Final = Path(__file__).parents[1] / "gold"
PARAMETERS: Final = {
    "c1": 1.0,
    "c2": 0.1,
    "max_iterations": 400,
    "feature.minfreq": 2,
    "feature.possible_transitions": True,
}
"""Penalties and limits of crfsuite, chosen on pages of the gold that were held out for it."""
DECIMALS: Final = 3
SEPARATOR: Final = "|"
HEADER: Final = ("place", "feature", "kind", "weight")


def gold_kinds(page: Page, segments: Sequence[Segment]) -> list[str]:
    """Return the kind that most of each segment has in the gold."""
    kinds = []
    for segment in segments:
        line = segment.line
        whole = Passage(line.start_char, line.end_char, "", "")
        shares = shares_of(page.text, whole, page.passages)
        kinds.append(max(shares, key=lambda passage: shares[passage]).kind)
    return kinds


def named_features(features: Sequence[Features]) -> list[list[str]]:
    """Return the features of each segment and of its neighbours, with the place in front."""
    named = []
    for index, one in enumerate(features):
        names = [f"0{SEPARATOR}{name}" for name in one.own]
        for place in PLACES[1:]:
            beside = index + place
            is_inside = 0 <= beside < len(features)
            shown = features[beside].shown if is_inside else [EDGE_FEATURE]
            names += [f"{place}{SEPARATOR}{name}" for name in shown]
        named.append(names)
    return named


def learn(pages: Iterator[Page]) -> list[tuple[str, str, str, float]]:
    """Return the weights as rows of place, feature, kind and weight, sorted."""
    trainer = pycrfsuite.Trainer(algorithm="lbfgs", verbose=False)
    trainer.set_params(PARAMETERS)
    for page in pages:
        segments = list(cut_segments(page.text))
        if segments:
            trainer.append(named_features(page_features(segments)), gold_kinds(page, segments))
    with TemporaryDirectory() as folder:
        path = str(Path(folder) / "model")
        trainer.train(path)
        tagger = pycrfsuite.Tagger()
        tagger.open(path)
        learnt = tagger.info()
    rows = [
        (*name.split(SEPARATOR, maxsplit=1), kind, round(weight, DECIMALS))
        for (name, kind), weight in learnt.state_features.items()
    ]
    rows += [
        (STEP, before, kind, round(weight, DECIMALS))
        for (before, kind), weight in learnt.transitions.items()
    ]
    return sorted(row for row in rows if row[-1])


def main() -> None:
    """Learn and write."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--out", type=Path, default=WEIGHTS, help="table to write")
    path = parser.parse_args().out
    pages = chain(training_pages(GOLD / "pages"), bare_texts(GOLD / "names"))
    rows = learn(pages)
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow(HEADER)
        table.writerows(rows)


if __name__ == "__main__":
    main()

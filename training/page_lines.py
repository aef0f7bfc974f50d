"""Learns the weights of the segments of a page from our gold of pages, and writes them as a table.

    python -m training.page_lines [--out FILE]

A few minutes on one core. The same pages give the same weights: the optimiser (L-BFGS) starts at
zero and draws nothing, and how a page is changed follows from its id.
"""

import argparse
import csv
import re
from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final
from zlib import crc32

import pycrfsuite

from evaluation.corpora.inline import read_inline
from evaluation.passages.gold import GLUE, Page, read_blocks, read_page
from evaluation.passages.scoring import shares_of
from tasks.nlp.passages.kinds import FIGURE_KINDS
from tasks.nlp.passages.layout import Features, page_features
from tasks.nlp.passages.line_model import EDGE_FEATURE, PLACES, STEP, WEIGHTS
from tasks.nlp.passages.segments import Segment, cut_segments
from tasks.nlp.spans import Passage

GOLD: Final = Path(__file__).parents[1] / "gold"
BARE_PARTS: Final = 10
"""One story in ten of the gold of names is a bare text."""
PARAMETERS: Final = {
    "c1": 1.0,
    "c2": 0.1,
    "max_iterations": 400,
    "feature.minfreq": 2,
    "feature.possible_transitions": True,
}
"""Penalties and limits of crfsuite, chosen on pages of the gold that were held out for it."""
DECIMALS: Final = 3
CHANGES: Final = ("article", "capitals", "no_blanks", "blanks")
"""What is done to the second copy of a page; see ``changed``."""
FIRST_SENTENCE: Final = re.compile(r"(.{40,200}?[.!?][\"”]?) .*")
LONG_KINDS: Final = frozenset({"body", "disclaimer"})
MERGED: Final = (1, 2, 3, 5)
"""After how many lines a paragraph may end at an empty line."""
SEPARATOR: Final = "|"
HEADER: Final = ("place", "feature", "kind", "weight")


def training_pages(folder: Path) -> Iterator[Page]:
    """Yield each page of the gold as it is, changed, its beginning alone, and with long lines."""
    for path in sorted(folder.glob("*.txt")):
        for key, lines in read_blocks(path):
            yield read_page(key, lines)
            yield read_page(key, list(changed(key, lines)))
            yield read_page(key, list(beginning(lines)))
            yield read_page(key, list(merged(lines)))


def changed(key: str, lines: Sequence[str]) -> Iterator[str]:
    """Yield the marked lines of a page as it could have been copied, too.

    Without its furniture, so that a bare article is no surprise; in capitals; without empty lines;
    or with one in front of each line.
    """
    change = CHANGES[crc32(key.encode()) % len(CHANGES)]
    for line in lines:
        kind, _, words = line.removeprefix(GLUE).partition("\t")
        if change == "article" and (not line or kind in FIGURE_KINDS):
            yield line.removeprefix(GLUE)
        elif change == "capitals" and line:
            yield f"{line.partition(chr(9))[0]}\t{words.upper()}"
        elif change == "no_blanks" and line:
            yield line
        elif change == "blanks" and line:
            yield from ([line] if line.startswith(GLUE) else ["", line])
        elif change == "capitals":
            yield line


def beginning(lines: Sequence[str]) -> Iterator[str]:
    """Yield the marked lines of a page up to the first or the third of its running text.

    Of some no more than a sentence of it: a brief has a page around it, too.
    """
    left, is_short = 1 + 2 * (len(lines) % 2), len(lines) % 3 == 0
    for line in lines:
        is_body = line.removeprefix(GLUE).startswith("body\t")
        left -= is_body
        if is_short and is_body and not left:
            yield FIRST_SENTENCE.sub(r"\1", line)
        elif left >= 0:
            yield line
        if left <= 0:
            return


def merged(lines: Sequence[str]) -> Iterator[str]:
    """Yield the marked lines of a page whose paragraphs are long, as most real ones are."""
    run: list[str] = []
    for line in [*lines, ""]:
        kind, _, words = line.partition("\t")
        if kind in LONG_KINDS and (not run or run[0] == kind):
            run = [kind, *run[1:], words]
        elif line or len(run) > 1 + MERGED[len(lines) % len(MERGED)]:
            yield from joined_run(run)
            run = [kind, words] if kind in LONG_KINDS else []
            if kind not in LONG_KINDS:
                yield line
    yield from joined_run(run)


def joined_run(run: Sequence[str]) -> Iterator[str]:
    """Yield the marked line of a kind and several texts, nothing when there is none."""
    if run:
        yield f"{run[0]}\t{' '.join(run[1:])}"


def bare_texts(folder: Path) -> Iterator[Page]:
    """Yield stories of the gold of names as texts without a page around them, all of them body.

    Some in one line, some with a line for each sentence, some no longer than a few words.
    """
    for path in sorted(folder.glob("*.txt")):
        for story in read_inline(path):
            share, cut = divmod(crc32(story.key.encode()), len(story.sentences))
            if share % BARE_PARTS == 0:
                sentences = [story.text[start:end] for start, end in story.sentences[: cut + 1]]
                lines = [f"body\t{' '.join(one.split())}" for one in sentences]
                yield read_page(story.key, lines)
                yield read_page(story.key, ["body\t" + " ".join(story.text.split())])


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

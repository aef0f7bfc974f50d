"""Reads MUC-4: how many people its templates say were hit, and who they were."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Final

from tasks.nlp.document import DocumentInput, extract_document
from tasks.nlp.pipeline import RULES, load_pipeline
from tasks.nlp.spans import Figure

SLOTS: Final = (
    "HUM TGT: NUMBER",
    "HUM TGT: TOTAL NUMBER",
    "PHYS TGT: NUMBER",
    "PHYS TGT: TOTAL NUMBER",
)
FILLER: Final = re.compile(r'(?<![\w-])(\d+): "')
DESCRIPTION: Final = re.compile(r'"([^"]+)"')
WORD: Final = re.compile(r"[A-Z]+")


@dataclass(frozen=True, slots=True)
class CountedTarget:
    """A number of a template with the words for what was hit."""

    value: Decimal
    words: frozenset[str]


@dataclass
class Recall:
    """How many numbers of the templates were read, and with the right head."""

    targets: int = 0
    number: int = 0
    number_and_head: int = 0


def measure_muc(folder: Path) -> Recall:
    """Return the recall over the development part.

    Only numbers from two up that the text itself holds in some form can be found; all others are
    counted as well, since nobody marked which ones those are.
    """
    recall = Recall()
    nlp = load_pipeline(RULES)
    for text, targets in read_muc(folder):
        if targets:
            figures = extract_document(nlp, DocumentInput("input", text)).figures
            add_targets(recall, targets, figures)
    return recall


def add_targets(recall: Recall, targets: list[CountedTarget], figures: list[Figure]) -> None:
    """Count the targets of a text that its figures hold."""
    for target in targets:
        same = [figure for figure in figures if target.value in {figure.low, figure.high}]
        recall.targets += 1
        recall.number += bool(same)
        recall.number_and_head += any(
            (figure.counted_head or "").upper()[:4] in {word[:4] for word in target.words}
            for figure in same
        )


def read_muc(folder: Path) -> Iterator[tuple[str, list[CountedTarget]]]:
    """Yield each report and its numbers from two up."""
    with (folder / "muc4_dev" / "dev.jsonl").open(encoding="utf-8") as file:
        for line in file:
            record = json.loads(line)
            targets = {
                (target.value, target.words): target
                for template in record["templates"] or ()
                for slot in SLOTS
                for filler in template.get(slot) or ()
                for target in counted_targets(filler)
            }
            yield record["text"], list(targets.values())


def counted_targets(filler: str) -> Iterator[CountedTarget]:
    """Yield the number of a filler of a slot.

    >>> [str(target.value) for target in counted_targets('20: "FOREIGN DIPLOMATS"')]
    ['20']
    """
    found = FILLER.match(filler)
    if found and int(found[1]) > 1:
        words = (word for text in DESCRIPTION.findall(filler) for word in WORD.findall(text))
        yield CountedTarget(Decimal(found[1]), frozenset(words))

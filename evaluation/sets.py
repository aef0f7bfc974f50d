"""The evaluation sets: the only texts that a pipeline is ever scored on."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, Literal, TypeAlias

from evaluation.corpora.annotated import AnnotatedText
from evaluation.corpora.inventory import READERS
from warehouse.errors import UsageError

Split: TypeAlias = Literal["dev", "test", "all"]
Task: TypeAlias = Literal["tags", "arcs", "sentences", "names"]
PLACES: Final = ("", "training", "benchmarks")
"""Where a set may lie below the folder of corpora."""


@dataclass(frozen=True, slots=True)
class EvaluationSet:
    """A part of a corpus.

    Attributes:
        name: What the command line calls it.
        source: Reader of the corpus, a key of ``READERS``.
        split: Part that the reader is asked for.
        kind: ``dev`` sets guide decisions; ``test`` sets are looked at, never tuned on.
        tasks: What is scored.
        labels: Source in ``labels.csv`` that tells what its name labels mean; ``gold`` for ours.
        licence: Licence of the annotation.
        files: Files that must be there, below the folder of corpora; none for our own gold.
        named_only: Whether only mentions with a capital letter count, on both sides.
    """

    name: str
    source: str
    split: str
    kind: Literal["dev", "test"]
    tasks: frozenset[Task]
    labels: str
    licence: str
    files: tuple[str, ...] = field(default=())
    named_only: bool = False


TREEBANK: Final[frozenset[Task]] = frozenset({"tags", "arcs", "sentences", "names"})
STORIES: Final[frozenset[Task]] = frozenset({"sentences", "names"})
NAMES: Final[frozenset[Task]] = frozenset({"names"})
GUM: Final = "ud_gum_open/en_gum_open-{0}.conllu", "gum_open_ner/{0}.jsonl"
RE3D: Final = "re3d_open/{0}.jsonl"
SETS: Final = (
    EvaluationSet("gold-dev", "gold", "dev", "dev", STORIES, "gold", "CC BY 4.0"),
    EvaluationSet("gold-test", "gold", "test", "test", STORIES, "gold", "CC BY 4.0"),
    EvaluationSet(
        "ewt-test", "ewt", "test", "test", TREEBANK, "uner", "CC BY-SA 4.0",
        ("ud_ewt/en_ewt-ud-test.conllu", "uner_ewt/en_ewt-ud-test.iob2"),
    ),
    EvaluationSet(
        "gum-dev", "gum", "dev", "dev", TREEBANK, "gum", "CC BY 4.0",
        tuple(path.format("dev") for path in GUM),
    ),
    EvaluationSet(
        "gum-test", "gum", "test", "test", TREEBANK, "gum", "CC BY 4.0",
        tuple(path.format("test") for path in GUM),
    ),
    EvaluationSet(
        "pud", "pud", "test", "test", NAMES, "uner", "CC BY-SA 3.0",
        ("uner_pud/en_pud-ud-test.iob2",),
    ),
    EvaluationSet(
        "re3d-dev", "re3d", "dev", "dev", NAMES, "re3d", "OGL 3.0",
        (RE3D.format("UK_Government"),), named_only=True,
    ),
    EvaluationSet(
        "re3d-test", "re3d", "test", "test", NAMES, "re3d", "public domain",
        (RE3D.format("US_State_Department"),), named_only=True,
    ),
)  # fmt: skip


def chosen_sets(names: list[str], split: Split) -> list[EvaluationSet]:
    """Return the sets of these names, or all, that are of a split.

    Raises:
        UsageError: If there is no such set, or none is left.
    """
    known = {declared.name for declared in SETS}
    unknown = sorted(set(names) - known)
    if unknown:
        msg = f"there is no evaluation set {unknown[0]!r}; give one of {', '.join(sorted(known))}"
        raise UsageError(msg)
    chosen = [
        declared
        for declared in SETS
        if (not names or declared.name in names) and split in {"all", declared.kind}
    ]
    if not chosen:
        msg = f"none of {', '.join(names)} is a {split} set; leave --split out"
        raise UsageError(msg)
    return chosen


def find_set(declared: EvaluationSet, corpora: Path | None) -> Path | None:
    """Return the folder from which a set's files are named, or None where it is absent."""
    if not declared.files:
        return Path()
    for place in PLACES if corpora else ():
        folder = Path(corpora or "", place)
        if all((folder / file).is_file() for file in declared.files):
            return folder
    return None


def read_set(declared: EvaluationSet, folder: Path) -> list[AnnotatedText]:
    """Return the texts of a set that ``find_set`` found."""
    return list(READERS[declared.source](folder, declared.split))

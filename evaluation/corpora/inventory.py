"""Which annotated sets there are, and where."""

from collections.abc import Callable, Iterable, Iterator
from importlib import resources
from itertools import chain
from pathlib import Path
from typing import Final, TypeAlias

from evaluation.corpora.annotated import AnnotatedText
from evaluation.corpora.gum_names import gum_names
from evaluation.corpora.inline import read_inline, split_of
from evaluation.corpora.label_map import label_map
from evaluation.corpora.re3d import read_re3d
from evaluation.corpora.tagged import read_gmb, read_uner, read_wikigold, uner_names
from evaluation.corpora.treebanks import read_treebank

Reader: TypeAlias = Callable[[Path, str], Iterable[AnnotatedText]]


def ewt(folder: Path, split: str) -> Iterator[AnnotatedText]:
    """Read UD English EWT; dev and test have the names of UNER."""
    names = folder / f"uner_ewt/en_ewt-ud-{split}.iob2"
    return read_treebank(
        folder / f"ud_ewt/en_ewt-ud-{split}.conllu",
        "ewt",
        uner_names(names) if names.is_file() else None,
        label_map("uner").exhaustive,
    )


def gum(folder: Path, split: str) -> Iterator[AnnotatedText]:
    """Read the openly licensed genres of UD English GUM with their names."""
    names = folder / f"gum_open_ner/{split}.jsonl"
    return read_treebank(
        folder / f"ud_gum_open/en_gum_open-{split}.conllu",
        "gum",
        gum_names(names) if names.is_file() else None,
        label_map("gum").exhaustive,
    )


def wikigold(folder: Path, _split: str) -> Iterator[AnnotatedText]:
    """Read WikiGold, which has no parts."""
    return read_wikigold(folder / "wikigold/CONLL-format/data/wikigold.conll.txt")


def gmb(folder: Path, _split: str) -> Iterator[AnnotatedText]:
    """Read the GMB extract, which has no parts."""
    return read_gmb(folder / "gmb/ner_dataset.csv.zip")


def pud(folder: Path, _split: str) -> Iterator[AnnotatedText]:
    """Read UNER-PUD, which is only ever a test set."""
    return read_uner(folder / "uner_pud/en_pud-ud-test.iob2", "pud")


def re3d(folder: Path, split: str) -> Iterator[AnnotatedText]:
    """Read the part of re3d that is declared as dev or test."""
    return read_re3d(folder / "re3d_open", split)


def own_gold(_folder: Path, split: str) -> Iterator[AnnotatedText]:
    """Read a part of our own gold."""
    files = sorted(Path(str(resources.files("gold") / "names")).glob("*.txt"))
    stories = chain.from_iterable(read_inline(file) for file in files)
    return (story for story in stories if split_of(story.key) == split)


READERS: Final[dict[str, Reader]] = {
    "ewt": ewt,
    "gold": own_gold,
    "gmb": gmb,
    "gum": gum,
    "pud": pud,
    "re3d": re3d,
    "wikigold": wikigold,
}

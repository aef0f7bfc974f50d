"""Scores of names, things, roles and events on every set that is there, as flat records."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, Final

from spacy.language import Language

from evaluation.corpora.annotated import AnnotatedText
from evaluation.corpora.armaments import read_armaments
from evaluation.corpora.inventory import READERS
from evaluation.corpora.re3d_names import read_re3d_names
from evaluation.entities.gold import read_collections
from evaluation.entities.ours import our_names
from evaluation.entities.scoring import ClusterScores
from evaluation.scores.classes import classes_of
from evaluation.scores.names import Found, add_scores, report_names, score_names
from tasks.nlp.document import DocumentInput, extract_document

Record = dict[str, Any]
Reader = Callable[[Path, str], Iterable[AnnotatedText]]
GOLD: Final = Path(__file__).parents[2] / "tests/golden"
SPLITS: Final = ("dev", "test")
OWN_SETS: Final[dict[str, tuple[Reader, Path, str]]] = {
    "armaments": (read_armaments, GOLD / "armaments", "gold"),
    "gold": (READERS["gold"], Path(), "gold"),
}
"""Reader, folder and label map of our own sets of names."""
SHARED_SETS: Final[dict[str, tuple[Reader, str]]] = {
    "re3d": (READERS["re3d"], "re3d"),
    "re3d names": (read_re3d_names, "re3d"),
}
"""Reader and label map of the sets in a folder of corpora."""


def score_own_sets(nlp: Language) -> Iterator[Record]:
    """Yield the scores of names on our own gold."""
    for name, (reader, folder, labels) in OWN_SETS.items():
        for split in SPLITS:
            yield from name_records(nlp, f"{name} {split}", reader(folder, split), labels)


def score_shared_sets(nlp: Language, corpora: Path) -> Iterator[Record]:
    """Yield the scores of names on the public sets that are there.

    Args:
        nlp: Pipeline that reads the texts.
        corpora: Folder that holds ``training/re3d_open`` and ``benchmarks/uner_pud``.
    """
    for name, (reader, labels) in SHARED_SETS.items():
        folder = corpora / "training"
        for split in SPLITS if (folder / "re3d_open").is_dir() else ():
            yield from name_records(nlp, f"{name} {split}", reader(folder, split), labels)
    if (corpora / "benchmarks/uner_pud").is_dir():
        texts = READERS["pud"](corpora / "benchmarks", "test")
        yield from name_records(nlp, "uner_pud test", texts, "uner")


def name_records(
    nlp: Language, name: str, texts: Iterable[AnnotatedText], labels: str
) -> Iterator[Record]:
    """Yield exact and overlap F1 over all labels of a set, and of each."""
    classes = classes_of(labels)
    named_only = name.startswith("re3d")
    scores = add_scores(
        score_names(text, found_names(nlp, text), classes, named_only=named_only)
        for text in texts
        if text.names is not None
    )
    report = report_names(scores)
    for label, values in {"all": report, **report["labels"]}.items():
        exact, overlap = values["exact"], values["overlap"]
        yield {
            "set": name,
            "label": label,
            "gold": exact["gold"],
            "exact_precision": exact["precision"],
            "exact_recall": exact["recall"],
            "exact_f1": exact["f1"],
            "overlap_f1": overlap["f1"],
        }


def found_names(nlp: Language, text: AnnotatedText) -> Iterator[Found]:
    """Yield the names that ``tallybook extract`` gives."""
    extraction = extract_document(nlp, DocumentInput(text.key, text.text))
    for mention in extraction.linked.mentions:
        yield Found(mention.span.start_char, mention.span.end_char, mention.label)


def score_clusters(nlp: Language) -> Iterator[Record]:
    """Yield the scores of things over the documents of the collections."""
    scores = {split: ClusterScores() for split in SPLITS}
    for collection in read_collections(GOLD / "clusters"):
        scores[collection.split].add(collection, our_names(nlp, collection))
    for split, score in scores.items():
        yield {
            "set": f"clusters {split}",
            "names": score.stated,
            "mention_f1": round(100 * score.mention_f1, 1),
            "b_cubed_matched": round(100 * score.b_cubed_f1(is_matched=True), 1),
            "b_cubed_all": round(100 * score.b_cubed_f1(is_matched=False), 1),
        }

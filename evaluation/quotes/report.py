"""Scores of the quotations and claimants of a pipeline on our own gold, as flat records."""

from pathlib import Path
from typing import Final

from spacy.language import Language

from evaluation.quotes.claims import FoundClaim, score_claims
from evaluation.quotes.gold import GoldPassage, read_gold
from evaluation.quotes.scoring import score_quotes
from evaluation.quotes.tallies import Record
from tasks.nlp.document import DocumentInput, Extraction, extract_document

GOLD: Final = Path(__file__).parents[2] / "tests/golden/quotes"
SPLITS: Final = ("dev", "test")


def score_gold(nlp: Language, folder: Path = GOLD) -> dict[str, list[Record]]:
    """Return a record for each part of the gold under ``quotations`` and under ``claimants``.

    Args:
        nlp: Pipeline of ``load_pipeline``.
        folder: Where the passages lie.
    """
    read = [(passage, extraction_of(nlp, passage)) for passage in read_gold(folder)]
    tables: dict[str, list[Record]] = {"quotations": [], "claimants": []}
    for split in SPLITS:
        part = [pair for pair in read if pair[0].split == split]
        quotes = score_quotes((passage, found.quotes) for passage, found in part)
        claims = score_claims((passage, claims_in(found)) for passage, found in part)
        tables["quotations"].append({"set": split, **quotes})
        tables["claimants"].append({"set": split, **claims})
    return tables


def extraction_of(nlp: Language, passage: GoldPassage) -> Extraction:
    """Return what ``tallybook extract`` finds in a passage."""
    return extract_document(nlp, DocumentInput(passage.key, passage.text))


def claims_in(extraction: Extraction) -> list[FoundClaim]:
    """Return the figures of a document with their claims."""
    return [
        FoundClaim((figure.span.start_char, figure.span.end_char), claim)
        for figure, claim in zip(extraction.figures, extraction.claims, strict=True)
    ]

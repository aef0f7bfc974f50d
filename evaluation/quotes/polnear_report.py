"""Scores of the quotations of a pipeline on PolNeAR, beside what our contract can reach there."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from spacy.language import Language

from evaluation.quotes.attributions import Row, score_attributions
from evaluation.quotes.matching import Place, counted_characters
from evaluation.quotes.oracle import contract_rows
from evaluation.quotes.polnear import PolnearText, has_polnear, read_polnear
from evaluation.quotes.scoring import THRESHOLDS
from evaluation.quotes.tallies import Record
from tasks.nlp.document import DocumentInput, extract_document
from tasks.nlp.spans import Quote, Span
from tasks.sources.records import parse_metadata

OF_CONTENTS: Final = frozenset({"speaker", "cue", "indirect_speaker", "indirect_cue"})
"""Scores that the contents alone do not have."""


def score_polnear(nlp: Language, corpora: Path) -> Iterator[Record]:
    """Yield the scores at each overlap, and what the gold itself scores there by our contract.

    Nothing where the set is not there. Scores are in points, 0 to 100.

    Args:
        nlp: Pipeline of ``load_pipeline``.
        corpora: Folder that holds ``benchmarks/polnear_dev``.
    """
    articles = list(read_polnear(corpora)) if has_polnear(corpora) else []
    found = [(article, found_rows(nlp, article)) for article in articles]
    ideal = [(article, contract_rows(article)) for article in articles]
    for threshold in THRESHOLDS if articles else ():
        yield {"set": f"polnear {threshold}", **score_attributions(found, threshold)}
        scores = score_attributions(ideal, threshold)
        kept = {name: None if name in OF_CONTENTS else value for name, value in scores.items()}
        yield {"set": f"oracle {threshold}", **kept}


def found_rows(nlp: Language, article: PolnearText) -> list[Row]:
    """Return the quotations that ``tallybook extract`` finds in an article."""
    stated = parse_metadata({"published": article.published}).stated_metadata
    document = DocumentInput(article.key, article.text, stated)
    return [row_of(article.text, quote) for quote in extract_document(nlp, document).quotes]


def row_of(text: str, quote: Quote) -> Row:
    """Return a quotation as it is scored."""
    speaker = quote.speaker
    return Row(
        kind=quote.kind,
        characters=counted_characters(text, [place_of(quote.span)]),
        speaker=place_of(speaker.span) if speaker else None,
        speaker_name=speaker.name if speaker else None,
        cue=place_of(quote.cue) if quote.cue else None,
    )


def place_of(span: Span) -> Place:
    """Return where a span stands."""
    return span.start_char, span.end_char

"""What the product reads, as found dates."""

import json
from collections.abc import Callable

from spacy.language import Language

from evaluation.dates.statements import DateInput, FoundDate
from tasks.nlp.document import DocumentInput, extract_document
from tasks.nlp.pipeline import load_pipeline
from tasks.nlp.spans import DateMention

Reader = Callable[[DateInput], list[FoundDate]]


def reader_with(model: str) -> Reader:
    """Return what reads the dates of a text with a pipeline, as ``load_pipeline`` names it."""
    return reader_of(load_pipeline(model))


def reader_of(nlp: Language) -> Reader:
    """Return what reads the dates of a text with a loaded pipeline."""

    def read(one: DateInput) -> list[FoundDate]:
        stated = json.dumps({"published": one.published}) if one.published else None
        return list(
            map(found_date, extract_document(nlp, DocumentInput("id", one.text, stated)).dates)
        )

    return read


def found_date(mention: DateMention) -> FoundDate:
    """Return a date of the product."""
    first, last = mention.start_on, mention.end_on
    return FoundDate(
        span=(mention.span.start_char, mention.span.end_char),
        days=(first, last) if first and last else None,
        precision=mention.precision,
        value=mention.value,
        rule=mention.rule,
    )

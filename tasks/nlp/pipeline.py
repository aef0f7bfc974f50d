"""Loads the spaCy pipeline: an English tokenizer, or a trained model, and our components."""

from functools import cache
from typing import Final

import spacy
from spacy.language import Language

from tasks.nlp.dates import component as dates_component
from tasks.nlp.entities import gazetteer
from tasks.nlp.figures import component as figures_component
from warehouse.errors import EnvironmentFault

RULES: Final = "rules"
"""Name of the pipeline without a trained model."""


@cache
def load_pipeline(model: str = RULES) -> Language:
    """Return the pipeline, loaded once per process.

    Args:
        model: ``rules``, or the name of an installed spaCy pipeline whose entity labels are
            those of OntoNotes.

    Raises:
        EnvironmentFault: If no such pipeline is installed.
    """
    nlp = spacy.blank("en") if model == RULES else load_model(model)
    nlp.add_pipe(gazetteer.NAME)
    nlp.add_pipe(dates_component.NAME)
    nlp.add_pipe(figures_component.NAME)
    return nlp


def load_model(model: str) -> Language:
    """Return an installed spaCy pipeline.

    Raises:
        EnvironmentFault: If it is not installed.
    """
    try:
        return spacy.load(model)
    except OSError as error:
        msg = f"no spaCy pipeline named {model!r} is installed; install it or use --model {RULES}"
        raise EnvironmentFault(msg) from error

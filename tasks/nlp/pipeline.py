"""Loads the spaCy pipeline: an English tokenizer, or a trained model, and our components."""

from functools import cache
from typing import Final

import spacy
from spacy.language import Language

from tasks.nlp.dates import component as dates_component
from tasks.nlp.entities import gazetteer
from tasks.nlp.entities.armaments import component as armaments_component
from tasks.nlp.figures import component as figures_component
from tasks.nlp.packaged import PACKAGED, packaged_folder
from tasks.nlp.quotes import component as reports_component
from tasks.nlp.relations import component as relations_component
from tasks.nlp.roles import component as roles_component
from warehouse.errors import EnvironmentFault

RULES: Final = "rules"
"""Name of the pipeline without a trained model."""
COMPONENTS: Final = (
    gazetteer.NAME,
    armaments_component.NAME,
    roles_component.NAME,
    relations_component.NAME,
    dates_component.NAME,
    figures_component.NAME,
    reports_component.NAME,
)
"""Components that every pipeline gets, in the order in which they run."""


@cache
def load_pipeline(model: str = PACKAGED) -> Language:
    """Return the pipeline, loaded once per process.

    Args:
        model: ``en_tallybook``, ``rules``, or the name of an installed spaCy pipeline.

    Raises:
        EnvironmentFault: If no such pipeline is installed.
    """
    nlp = load_model(model)
    for component in COMPONENTS:
        nlp.add_pipe(component)
    return nlp


def load_model(model: str) -> Language:
    """Return a spaCy pipeline as it is, without our components.

    Raises:
        EnvironmentFault: If it is not installed.
    """
    if model == RULES:
        return spacy.blank("en")
    try:
        return spacy.load(packaged_folder() if model == PACKAGED else model)
    except OSError as error:
        msg = f"no spaCy pipeline named {model!r} is installed; install it or use --model {RULES}"
        raise EnvironmentFault(msg) from error

"""Runs the windows of a Doc through the graph, each by itself."""

import numpy as np
from spacy.tokens import Doc

from tasks.nlp.encoder.features import Features, WordPieces
from tasks.nlp.encoder.model import Model
from tasks.nlp.encoder.reading import Analysis, Draft, ReadingSettings, read
from tasks.nlp.encoder.sentences import given_starts
from tasks.nlp.encoder.session import OUTPUTS, Numbers, Scores
from tasks.nlp.encoder.windows import Words


def annotate(doc: Doc, model: Model, settings: ReadingSettings) -> None:
    """Annotate a Doc; each of its windows is run by itself, so no other Doc can play a part."""
    features = model.pieces.features(doc)
    if features.tokens:
        model.writer.write(doc, features.tokens, analysis_of(doc, features, model, settings))
    elif len(doc):
        model.writer.write_space(doc)


def analysis_of(doc: Doc, features: Features, model: Model, settings: ReadingSettings) -> Analysis:
    """Return what the network says of the words of a Doc."""
    words = Words(doc, features)
    draft = Draft(model.labels, len(words))
    reader = read(words, given_starts(doc, features.tokens), draft, settings)
    try:
        window = next(reader)
        while True:
            window = reader.send(scores_of(features, window, model))
    except StopIteration as finished:
        analysis: Analysis = finished.value
        return analysis


def scores_of(features: Features, window: tuple[int, int], model: Model) -> Scores:
    """Return the scores of a window."""
    outputs = model.runner(inputs(features, *window, model.pieces))
    return Scores(**{name: found[0] for name, found in zip(OUTPUTS, outputs, strict=True)})


def inputs(features: Features, first: int, end: int, marks: WordPieces) -> dict[str, Numbers]:
    """Return the inputs of the graph for one window."""
    low, high = int(features.first[first]), int(features.first[end])
    row = np.zeros((4, 1, high - low + 2), dtype=np.int64)
    pieces, cases, gaps, mask = row
    pieces[0, 0], pieces[0, -1] = marks.start, marks.end
    pieces[0, 1:-1] = features.pieces[low:high]
    cases[0, 1:-1] = features.cases[low:high]
    gaps[0, 1:-1] = features.gaps[low:high]
    mask[:] = 1
    words = features.first[None, first:end] - low + 1
    return {"pieces": pieces, "cases": cases, "gaps": gaps, "mask": mask, "words": words}

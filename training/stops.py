"""Takes the full stops off the ends of sentences, as captions, chats and subtitles do."""

from dataclasses import replace

import numpy as np

from evaluation.corpora.annotated import AnnotatedText, Name
from evaluation.corpora.joining import TextBuilder
from training.settings import Noise

STOP = "."
Pair = tuple[int, int]


def bad_copy(text: AnnotatedText, noise: Noise, random: np.random.Generator) -> AnnotatedText:
    """Return a story without stops, in small letters, or both, as often as ``noise`` says."""
    if random.random() < noise.stopless:
        text = without_stops(text)
        return small(text) if random.random() < noise.stopless_small else text
    return text


def without_stops(text: AnnotatedText) -> AnnotatedText:
    """Return a story without the full stops behind its sentences.

    A stop inside a name ("Acme Corp.") stays, and so does one that a treebank counts as a word.
    """
    if text.words:
        return text
    kept = {name.end for name in text.names or ()}
    cut = {end - 1 for _, end in text.sentences if text.text[end - 1] == STOP and end not in kept}
    builder, moved, position = TextBuilder(), np.zeros(len(text.text) + 1, dtype=int), 0
    for offset in sorted(cut):
        builder.add(text.text[position:offset])
        moved[offset + 1 :] += 1
        position = offset + 1
    builder.add(text.text[position:])

    def shifted(pair: Pair) -> Pair:
        return pair[0] - int(moved[pair[0]]), pair[1] - int(moved[pair[1]])

    names = [Name(*shifted((name.start, name.end)), name.labels) for name in text.names or ()]
    return replace(
        text,
        text=builder.text(),
        names=None if text.names is None else tuple(names),
        sentences=tuple(shifted(sentence) for sentence in text.sentences),
    )


def small(text: AnnotatedText) -> AnnotatedText:
    """Return a story in small letters; letters whose small form is longer stay."""
    letters = (letter.lower() for letter in text.text)
    lowered = "".join(
        low if len(low) == 1 else letter for low, letter in zip(letters, text.text, strict=True)
    )
    return replace(text, text=lowered)

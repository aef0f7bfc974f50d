"""Reads corpora that tag token by token: UNER, WikiGold, GMB."""

import csv
import io
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import Final, TypeAlias

from evaluation.corpora.annotated import AnnotatedText, Name
from evaluation.corpora.joining import TextBuilder, add_tokens
from evaluation.corpora.label_map import LabelMap, label_map
from evaluation.corpora.treebanks import SentenceNames

SENTENCES_A_TEXT: Final = 6
"""Corpora that do not mark where a document ends are cut into texts of so many sentences."""
Tagged: TypeAlias = list[tuple[str, str]]
"""A sentence: tokens with their IOB tags."""


def tagged_names(
    tags: Iterable[str], places: list[tuple[int, int]], labels: LabelMap
) -> list[Name]:
    """Return the names that IOB1 or IOB2 tags mark."""
    names: list[Name] = []
    previous = "O"
    for tag, (start, end) in zip(tags, places, strict=True):
        kind = tag[2:]
        if tag == "O" or not labels.is_name(kind):
            previous = "O"
            continue
        if tag.startswith("I-") and previous[2:] == kind:
            names[-1] = replace(names[-1], end=end)
        else:
            names.append(Name(start, end, labels.meaning(kind)))
        previous = tag
    return names


def read_joined(sentences: Iterable[Tagged], source: str) -> Iterator[AnnotatedText]:
    """Yield texts put together from tokens of which only the order is known."""
    labels = label_map(source)
    for number, group in enumerate(groups_of(SENTENCES_A_TEXT, sentences)):
        builder = TextBuilder()
        spans, names = [], []
        for sentence in group:
            if builder.length:
                builder.add(" ")
            places = add_tokens(builder, [token for token, _ in sentence])
            spans.append((places[0][0], places[-1][1]))
            names += tagged_names([tag for _, tag in sentence], places, labels)
        yield AnnotatedText(
            key=f"{source}-{number:05}",
            source=source,
            text=builder.text(),
            sentences=tuple(spans),
            names=tuple(names),
            exhaustive=labels.exhaustive,
        )


def groups_of(size: int, sentences: Iterable[Tagged]) -> Iterator[list[Tagged]]:
    """Yield sentences in groups, in order; the last one may be smaller."""
    rest = iter(sentences)
    while group := list(islice(rest, size)):
        yield group


def read_wikigold(path: Path) -> Iterator[AnnotatedText]:
    """Yield the texts of WikiGold (one ``token tag`` a line, blank lines between sentences)."""
    blocks = path.read_text(encoding="utf-8").split("\n\n")
    sentences = (
        [(token, tag) for token, tag in (line.split() for line in block.splitlines())]
        for block in blocks
        if block.strip()
    )
    return read_joined((s for s in sentences if s[0][0] != "-DOCSTART-"), "wikigold")


def read_gmb(path: Path) -> Iterator[AnnotatedText]:
    """Yield the texts of the GMB extract (a zipped Latin-1 CSV, a token a row)."""
    return read_joined(gmb_sentences(path), "gmb")


def gmb_sentences(path: Path) -> Iterator[Tagged]:
    """Yield the sentences of the GMB extract."""
    with zipfile.ZipFile(path) as archive, archive.open(archive.namelist()[0]) as raw:
        sentence: Tagged = []
        for row in csv.DictReader(io.TextIOWrapper(raw, encoding="latin-1")):
            if row["Sentence #"] and sentence:
                yield sentence
                sentence = []
            if row["Word"].strip():
                sentence.append((row["Word"].strip(), row["Tag"]))
        if sentence:
            yield sentence


def uner_sentences(path: Path) -> Iterator[tuple[str, str, list[Name]]]:
    """Yield sentence id, text (single spaces) and names (offsets in it) of a UNER file."""
    labels = label_map("uner")
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        lines = block.strip().splitlines()
        comments = dict(
            line[2:].split(" = ", 1) for line in lines if " = " in line and line[0] == "#"
        )
        rows = [line.split("\t") for line in lines if line and line[0].isdigit()]
        if rows:
            text = " ".join(comments["text"].split())
            places = found_in(text, [row[1] for row in rows])
            names = tagged_names([row[2] for row in rows], places, labels)
            yield comments["sent_id"], text, names


def found_in(text: str, tokens: Iterable[str]) -> list[tuple[int, int]]:
    """Return where tokens stand in their sentence; one that is not found is empty."""
    places = []
    position = 0
    for token in tokens:
        found = text.find(token, position)
        start = position if found < 0 else found
        position = start if found < 0 else start + len(token)
        places.append((start, position))
    return places


def uner_names(path: Path) -> SentenceNames:
    """Return the names of a UNER file by sentence, to be laid over a treebank."""
    return {
        key: [(name.start, name.end, name.labels) for name in names]
        for key, _, names in uner_sentences(path)
    }


def read_uner(path: Path, source: str) -> Iterator[AnnotatedText]:
    """Yield the sentences of a UNER file as texts of their own."""
    for key, text, names in uner_sentences(path):
        yield AnnotatedText(
            key=key,
            source=source,
            text=text,
            sentences=((0, len(text)),),
            names=tuple(names),
            exhaustive=label_map("uner").exhaustive,
        )

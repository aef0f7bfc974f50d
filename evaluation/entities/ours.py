"""What tallybook makes of a collection: each name with the entity over all its documents."""

import hashlib
from collections.abc import Sequence

import polars as pl
from spacy.language import Language

from evaluation.entities.gold import GoldCollection, GoldDocument
from tasks.nlp.extraction import extract_frames
from tasks.resolution.entities import resolve_entities
from tasks.resolution.references import RESOLVED_KEY, relink_frame
from warehouse.tables.entities import DOCUMENT_ENTITIES, ENTITY_MENTIONS

Place = tuple[str, int, int]
"""Key of a document, start and end of a name in it."""


def our_names(nlp: Language, collection: GoldCollection) -> dict[Place, str]:
    """Return the entity_id of every name that we find in a collection."""
    staged = stage(collection.documents)
    frames = extract_frames(nlp, staged, fingerprint="0" * 16)
    mentions = frames[ENTITY_MENTIONS.qualified_name]
    counts = mentions.group_by(RESOLVED_KEY).agg(pl.len().alias("mention_count"))
    things = frames[DOCUMENT_ENTITIES.qualified_name]
    resolved = resolve_entities(things, counts).document_entities
    linked = relink_frame(ENTITY_MENTIONS, mentions, resolved)
    keys = dict(zip(staged["document_id"], staged["key"], strict=True))
    rows = linked.select("document_id", "start_char", "end_char", "entity_id").iter_rows()
    return {(keys[document], start, end): entity for document, start, end, entity in rows}


def stage(documents: Sequence[GoldDocument]) -> pl.DataFrame:
    """Return the documents as a run stages them, and the key that the gold has for each."""
    rows = [
        {
            "document_id": hashlib.sha256(document.key.encode()).hexdigest(),
            "key": document.key,
            "text": document.text,
            "char_count": len(document.text),
            "byte_count": len(document.text.encode()),
            "encoding": "utf-8",
            "stated_metadata": None,
            "path": "",
        }
        for document in documents
    ]
    return pl.DataFrame(rows)

"""Two short articles of our own that fill every column of the tables made from texts, read once."""

from __future__ import annotations

import hashlib
import json
from functools import lru_cache
from typing import TYPE_CHECKING

import polars as pl

from tasks.nlp.extraction import FAILURES, extract_frames
from tasks.nlp.packaged import PACKAGED
from tasks.nlp.pipeline import load_pipeline
from tasks.resolution.corrections import corrections_of
from tasks.resolution.entities import resolve_entities
from tasks.resolution.near_duplicates import group_near_duplicates
from tasks.resolution.references import RESOLVED_KEY
from tasks.sources.staging import STAGED_SCHEMA
from tests.gate_rows import make_frame, sha256

if TYPE_CHECKING:
    from tests.gate_rows import Frames

MARKET = (
    "Shells kill at least 17 at a market near Mosul\n\n"
    "2 June 2023, 18:20\n\n"
    "At least 17 people were killed in Mosul on 1 June 2023, five of them children, "
    "the Health Ministry said on Friday.\n\n"
    'Officials said "Iraq received about 40 tonnes of flour per month" in May, Reuters reported. '
    "Hassan Karim, a spokesman for the Health Ministry in Baghdad, told Reuters that "
    '"some 12 percent of the wounded were women".\n\n'
    "The army attacked the militia near Mosul. Wheat prices rose by 20 percent to $300 million. "
    "Call 555-0173 for details.\n"
)
BORDER = (
    "Fewer lorries cross into Latvia\n\n"
    "Published: 15 March 2023\n\n"
    "Latvia counted 2,300 lorries in February 2023, down from 3,100 a year earlier, "
    "Anna Berzina, head of the Border Guard in Riga, said on Tuesday.\n\n"
    '"We stopped 60 of them," Berzina told the Baltic Times. '
    "Estonia delivered 25 howitzers to Ukraine in 2022. One in four households lost income.\n"
)
MARKET_STATED: dict[str, object] = {
    "title": "Shells kill at least 17 at a market near Mosul",
    "authors": ["Mara Lind"],
    "publisher": "Northgate Press",
    "url": "https://example.org/shells",
    "date": "2023-06-02",
}
BORDER_STATED: dict[str, object] = {
    "title": "Fewer lorries cross into Latvia",
    "authors": ["Olaf Reet"],
    "publisher": "Riga Post",
    "url": "https://example.org/lorries",
}


def staged_row(text: str, path: str, stated: dict[str, object]) -> dict[str, object]:
    """Return a text as the extraction takes it."""
    return {
        "document_id": hashlib.sha256(text.encode()).hexdigest(),
        "text": text,
        "char_count": len(text),
        "byte_count": len(text.encode()),
        "encoding": "utf-8",
        "stated_metadata": json.dumps(stated),
        "path": path,
    }


@lru_cache(maxsize=1)
def extracted_frames() -> Frames:
    """Return the frames of the two articles."""
    rows = [
        staged_row(MARKET, "market.txt", MARKET_STATED),
        staged_row(BORDER, "border.txt", BORDER_STATED),
    ]
    staged = pl.DataFrame(rows, schema=STAGED_SCHEMA)
    frames = extract_frames(load_pipeline(PACKAGED), staged, fingerprint="0123456789abcdef")
    frames.pop(FAILURES)
    return frames


def copies_frame() -> pl.DataFrame:
    """Return the rows of core.near_duplicates as if the one article were a copy of the other."""
    signatures = extracted_frames()["core.signatures"]
    alike = signatures.with_columns(
        minhash=pl.col("minhash").first(), published_on=pl.lit(None, dtype=pl.Date)
    )
    return group_near_duplicates(alike)


def files_frame() -> pl.DataFrame:
    """Return a file with a sidecar of each article, as rows of raw.document_files."""
    documents = extracted_frames()["raw.documents"].select("document_id", "stated_metadata")
    return make_frame(
        "raw.document_files",
        [
            {
                "source": "/news",
                "path": f"2023/{number}.txt",
                "record_index": 0,
                "document_id": document_id,
                "file_sha256": document_id,
                "sidecar_sha256": sha256(f"sidecar {number}"),
                "stated_metadata": stated,
            }
            for number, (document_id, stated) in enumerate(documents.iter_rows())
        ],
    )


def entities_frame() -> pl.DataFrame:
    """Return the rows of core.entities that the articles name."""
    frames = extracted_frames()
    counts = frames["core.entity_mentions"].group_by(RESOLVED_KEY).agg(mention_count=pl.len())
    things = frames["core.document_entities"]
    return resolve_entities(things, counts, corrections_of([])).entities

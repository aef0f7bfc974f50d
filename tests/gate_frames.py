"""A small consistent set of frames for tests of the gate: it breaks no expectation as it stands."""

from __future__ import annotations

import hashlib
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Any

import polars as pl

from warehouse.tables import TABLES_BY_NAME

RUN_ID = "20261103T061500Z-0a1b2c3d"
TEXT = (
    "Officials said about 100 kilometers of deep trench per sector out of 200 kilometers "
    "were dug, AFP reported.\nAid of $40 million came on 3 November 2015, up 20 percent."
)
Frames = dict[str, pl.DataFrame]
Row = dict[str, Any]


def sha256(text: str) -> str:
    """Return the SHA-256 of a text, as the contract writes it."""
    return hashlib.sha256(text.encode()).hexdigest()


def short_hash(text: str) -> str:
    """Return 16 hex digits that belong to a text."""
    return sha256(text)[:16]


def make_frame(table_name: str, rows: list[Row]) -> pl.DataFrame:
    """Return a frame of a table from rows that leave out what is null."""
    table = TABLES_BY_NAME[table_name]
    unknown = {name for row in rows for name in row} - set(table.column_names)
    if unknown:
        raise KeyError(unknown)
    full = [{name: row.get(name) for name in table.column_names} for row in rows]
    return pl.DataFrame(full, schema=table.polars_schema, orient="row")


def change_row(frame: pl.DataFrame, position: int, changes: Row) -> pl.DataFrame:
    """Return the frame with other values in one row."""
    rows = frame.to_dicts()
    rows[position] |= changes
    return pl.DataFrame(rows, schema=frame.schema, orient="row")


def span(text: str, prefix: str = "", name: str = "text") -> Row:
    """Return text and offsets of the first place where the sample text says this."""
    start = TEXT.index(text)
    ends = {f"{prefix}start_char": start, f"{prefix}end_char": start + len(text)}
    return {f"{prefix}{name}": text, **ends}


def amount(number: int) -> Row:
    """Return bounds and value of a point."""
    return dict.fromkeys(("low", "high", "value"), Decimal(number))


def document_frames(seed: str = "a") -> Frames:
    """Return the frames of one document; another seed gives another document of equal text."""
    document_id = sha256(seed)
    first_end = TEXT.index("\n")
    own = {"document_id": document_id}
    rule = {"rule": "test"}
    office = {"entity_id": short_hash("ORG afp")}
    figure = {
        **own,
        **rule,
        "qualifier": "exact",
        "category": "distance",
        "household_unit": False,
        "sentence_index": 0,
    }
    full_figure = {
        **figure,
        "figure_id": short_hash(seed + "100"),
        **span("100 kilometers", name="figure_text"),
        "kind": "measure",
        **amount(100),
        "qualifier": "about",
        **span("about", "qualifier_"),
        "unit": "kilometer",
        "value_si": Decimal(100000),
        "unit_si": "meter",
        **span("trench", "counted_"),
        "counted_head": "trench",
        "counted_rule": "of_phrase",
        **span("deep", "share_"),
        **span("per sector", "per_"),
        "change": "increase_to",
        "temporal_type": "stock",
        "modality": "asserted",
        "total_figure_id": short_hash(seed + "200"),
        **span("Officials", "claimant_"),
        "claimant_entity_id": office["entity_id"],
        **span("said", "cue_"),
        "stance": "stated",
        "claimant_rule": "subject",
        **span("AFP", "via_"),
        "place_entity_id": office["entity_id"],
        "as_of_start": date(2015, 11, 1),
        "as_of_end": date(2015, 11, 30),
        "as_of_precision": "month",
        "as_of_rule": "sentence_date",
    }
    whole = {
        **figure,
        "figure_id": short_hash(seed + "200"),
        **span("200 kilometers", name="figure_text"),
        "kind": "measure",
        **amount(200),
        "unit": "kilometer",
    }
    money = {
        **figure,
        "figure_id": short_hash(seed + "40"),
        **span("$40 million", name="figure_text"),
        "kind": "money",
        **amount(40_000_000),
        "unit": "USD",
        "category": "money_aid",
        "sentence_index": 1,
    }
    share = {
        **figure,
        "figure_id": short_hash(seed + "20"),
        **span("20 percent", name="figure_text"),
        "kind": "percent",
        **amount(20),
        "unit": "percent",
        "category": "share",
        "sentence_index": 1,
    }
    return {
        "raw.documents": make_frame(
            "raw.documents",
            [
                {
                    **own,
                    "text": TEXT,
                    "char_count": len(TEXT),
                    "byte_count": len(TEXT.encode()),
                    "encoding": "utf-8",
                    "published_on": date(2015, 11, 5),
                    "published_precision": "day",
                    "published_rule": "header",
                    "extraction_fingerprint": short_hash("code"),
                }
            ],
        ),
        "raw.passages": make_frame(
            "raw.passages",
            [
                {**own, **rule, "passage_index": 0, "kind": "body"} | ends(0, first_end),
                {**own, **rule, "passage_index": 1, "kind": "body"} | ends(first_end, len(TEXT)),
            ],
        ),
        "core.sentences": make_frame(
            "core.sentences",
            [
                {**own, "sentence_index": 0, "passage_index": 0} | ends(0, first_end),
                {**own, "sentence_index": 1, "passage_index": 1} | ends(first_end + 1, len(TEXT)),
            ],
        ),
        "core.entity_mentions": make_frame(
            "core.entity_mentions",
            [
                {
                    **own,
                    **rule,
                    **office,
                    **span("AFP", name="mention_text"),
                    "label": "ORG",
                    "sentence_index": 0,
                }
            ],
        ),
        "core.figures": make_frame("core.figures", [full_figure, whole, money, share]),
        "core.dates": make_frame(
            "core.dates",
            [
                {
                    **own,
                    **rule,
                    **span("3 November 2015", name="date_text"),
                    "value": "2015-11-03",
                    "precision": "day",
                    "start_on": date(2015, 11, 3),
                    "end_on": date(2015, 11, 3),
                    "sentence_index": 1,
                }
            ],
        ),
        "core.quotes": make_frame(
            "core.quotes",
            [
                {
                    **own,
                    **rule,
                    "quote_id": short_hash(seed + "quote"),
                    **span("about 100 kilometers of deep trench", name="quote_text"),
                    "kind": "indirect",
                    **span("Officials", "speaker_"),
                    **span("said", "cue_"),
                    "stance": "stated",
                    "sentence_index": 0,
                }
            ],
        ),
        "core.rejected_numbers": make_frame(
            "core.rejected_numbers",
            [{**own, **rule, **span("2015", name="number_text"), "reason": "year"}],
        ),
    }


def ends(start_char: int, end_char: int) -> Row:
    """Return the two offsets of a span without a text of its own."""
    return {"start_char": start_char, "end_char": end_char}


def many_documents(seeds: list[str]) -> Frames:
    """Return the frames of several documents, row by row in the order of the seeds."""
    parts = [document_frames(seed) for seed in seeds]
    return {name: pl.concat([part[name] for part in parts]) for name in parts[0]}


def other_frames() -> Frames:
    """Return the frames that are not made from the text of one document."""
    entity = {
        "entity_id": short_hash("ORG afp"),
        "label": "ORG",
        "entity_name": "Agence France-Presse",
        "canonical_key": "afp",
        "is_seeded": True,
        "country_code": "FR",
        "latitude": 48.85,
        "longitude": 2.35,
        "mention_count": 1,
        "document_count": 1,
    }
    file = {
        "source": "/news",
        "path": "2015/trench.txt",
        "record_index": 0,
        "document_id": sha256("a"),
        "file_sha256": sha256("file"),
    }
    copy = {
        "document_id": sha256("a"),
        "near_duplicate_group_id": short_hash("near"),
        "reference_document_id": sha256("a"),
        "common_share": 1.0,
        "reference_share": 1.0,
    }
    return {
        "core.near_duplicates": make_frame("core.near_duplicates", [copy]),
        "raw.document_files": make_frame("raw.document_files", [file]),
        "core.entities": make_frame("core.entities", [entity]),
    }


def all_frames() -> Frames:
    """Return one document, its file and its entity, in a mapping of the caller's own."""
    return dict(_sample_frames())


@lru_cache(maxsize=1)
def _sample_frames() -> Frames:
    return document_frames() | other_frames()

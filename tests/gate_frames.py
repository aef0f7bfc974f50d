"""A small consistent set of frames for tests of the gate: it breaks no expectation as it stands."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from functools import lru_cache

import polars as pl

from tests.gate_entities import OFFICE_ID, entities_frame, entity_frames
from tests.gate_rows import TEXT, Frames, amount, ends, entity, make_frame, sha256, short_hash, span


def document_frames(seed: str = "a") -> Frames:
    """Return the frames of one document; another seed gives another document of equal text."""
    document_id = sha256(seed)
    first_end = TEXT.index("\n")
    own = {"document_id": document_id}
    rule = {"rule": "test"}
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
        "claimant_name": "Officials",
        **entity(0, OFFICE_ID, "claimant_"),
        "claimant_type": "role",
        **span("said", "cue_"),
        "stance": "stated",
        "claimant_rule": "verb/clause:phrase",
        **span("AFP", "via_"),
        "via_name": "Agence France-Presse",
        **entity(0, OFFICE_ID, "via_"),
        **entity(0, OFFICE_ID, "place_"),
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
        **entity_frames(seed),
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
                    "speaker_name": "Officials",
                    "speaker_type": "role",
                    "speaker_rule": "phrase",
                    **span("said", "cue_"),
                    "stance": "stated",
                    **span("AFP", "via_"),
                    "via_name": "Agence France-Presse",
                    **entity(0, OFFICE_ID, "via_"),
                    "sentence_index": 0,
                }
            ],
        ),
        "core.rejected_numbers": make_frame(
            "core.rejected_numbers",
            [{**own, **rule, **span("2015", name="number_text"), "reason": "year"}],
        ),
    }


def many_documents(seeds: list[str]) -> Frames:
    """Return the frames of several documents, row by row in the order of the seeds."""
    parts = [document_frames(seed) for seed in seeds]
    return {name: pl.concat([part[name] for part in parts]) for name in parts[0]}


def other_frames() -> Frames:
    """Return the frames that are not made from the text of one document."""
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
        "core.entities": entities_frame(),
    }


def all_frames() -> Frames:
    """Return one document, its file and its entities, in a mapping of the caller's own."""
    return dict(_sample_frames())


@lru_cache(maxsize=1)
def _sample_frames() -> Frames:
    return document_frames() | other_frames()

"""A small consistent set of frames for tests of the gate: it breaks no expectation as it stands."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from functools import lru_cache

import polars as pl

from tests.gate_entities import CITY_ID, OFFICE_ID, entities_frame, entity_frames
from tests.gate_rows import (
    TEXT,
    Frames,
    amount,
    ends,
    entity,
    id_of,
    make_frame,
    sha256,
    short_hash,
    span,
)
from warehouse.identifiers import near_duplicate_group_id
from warehouse.passage_words import hash_words

STATED = (
    '{"authors":["Nils Ohm"],"language":"en","origin":"sidecar","publisher":"The Trench Post",'
    '"title":"Trenches grow","url":"https://post.example/trenches"}'
)
WHOLE_SIGNATURE = "A" * 1360


def document_frames(seed: str = "a") -> Frames:
    """Return the frames of one document; another seed gives another document of equal text."""
    document_id = sha256(seed)
    first_end = TEXT.index("\n")
    own = {"document_id": document_id}
    paragraphs = [TEXT[:first_end], TEXT[first_end + 1 :]]
    figure = {
        **own,
        "qualifier": "exact",
        "category": "distance",
        "household_unit": False,
        "sentence_index": 0,
    }
    full_figure = {
        **figure,
        "figure_id": id_of("100 kilometers", seed),
        "rule": "measure/point/amount",
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
        "total_figure_id": id_of("200 kilometers", seed),
        **span("Officials", "claimant_"),
        "claimant_name": "Agence France-Presse",
        **entity(0, OFFICE_ID, "claimant_"),
        "claimant_type": "organisation",
        **span("said", "cue_"),
        "stance": "stated",
        "claimant_rule": "verb/clause:definite",
        **span("AFP", "via_"),
        "via_name": "Agence France-Presse",
        **entity(0, OFFICE_ID, "via_"),
        **entity(2, CITY_ID, "place_"),
        "as_of_start": date(2015, 11, 3),
        "as_of_end": date(2015, 11, 3),
        "as_of_precision": "day",
        "as_of_rule": "present_at_publication",
    }
    whole = {
        **figure,
        "figure_id": id_of("200 kilometers", seed),
        "rule": "measure/point/amount",
        **span("200 kilometers", name="figure_text"),
        "kind": "measure",
        **amount(200),
        "unit": "kilometer",
        "value_si": Decimal(200000),
        "unit_si": "meter",
    }
    money = {
        **figure,
        "figure_id": id_of("$40 million", seed),
        "rule": "money/point/amount",
        **span("$40 million", name="figure_text"),
        "kind": "money",
        **amount(40_000_000),
        "unit": "USD",
        "category": "money_aid",
        "sentence_index": 1,
    }
    share = {
        **figure,
        "figure_id": id_of("20 percent", seed),
        "rule": "percent/point/amount",
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
                    "title": "Trenches grow",
                    "author_names": "Nils Ohm",
                    "publisher_name": "The Trench Post",
                    "language_code": "en",
                    "url": "https://post.example/trenches",
                    "stated_metadata": STATED,
                    "published_on": date(2015, 11, 3),
                    "published_precision": "day",
                    "published_rule": "header",
                    "extraction_fingerprint": short_hash("code"),
                }
            ],
        ),
        "raw.passages": make_frame(
            "raw.passages",
            [
                {
                    **own,
                    "passage_index": index,
                    "kind": "body",
                    "rule": "line_model",
                    "words_hash": hash_words(paragraph),
                    **ends(TEXT.index(paragraph), TEXT.index(paragraph) + len(paragraph)),
                }
                for index, paragraph in enumerate(paragraphs)
            ],
        ),
        "core.sentences": make_frame(
            "core.sentences",
            [
                {**own, "sentence_index": 0, "passage_index": 0} | ends(0, first_end),
                {**own, "sentence_index": 1, "passage_index": 1} | ends(first_end + 1, len(TEXT)),
            ],
        ),
        "core.signatures": make_frame(
            "core.signatures", [{**own, "shingle_count": 31, "minhash": WHOLE_SIGNATURE}]
        ),
        **entity_frames(seed),
        "core.figures": make_frame("core.figures", [full_figure, whole, money, share]),
        "core.dates": make_frame(
            "core.dates",
            [
                {
                    **own,
                    "rule": "day_month_year",
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
                    "rule": "verb/clause",
                    "quote_id": id_of("about 100 kilometers of deep trench", seed),
                    **span("about 100 kilometers of deep trench", name="quote_text"),
                    "kind": "indirect",
                    **span("Officials", "speaker_"),
                    "speaker_name": "Agence France-Presse",
                    **entity(0, OFFICE_ID, "speaker_"),
                    "speaker_type": "organisation",
                    "speaker_rule": "definite",
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
            [{**own, **span("2015", name="number_text"), "reason": "year", "rule": "year"}],
        ),
    }


def many_documents(seeds: list[str]) -> Frames:
    """Return the frames of several documents, row by row in the order of the seeds."""
    parts = [document_frames(seed) for seed in seeds]
    return {name: pl.concat([part[name] for part in parts]) for name in parts[0]}


def other_frames(seeds: tuple[str, ...] = ("a",)) -> Frames:
    """Return the frames that are not made from the text of one document, and a file per seed."""
    files = [
        {
            "source": "/news",
            "path": "2015/trench.txt",
            "record_index": index,
            "document_id": sha256(seed),
            "file_sha256": sha256(seed),
            "stated_metadata": STATED,
        }
        for index, seed in enumerate(seeds)
    ]
    copy = {
        "document_id": sha256("a"),
        "near_duplicate_group_id": near_duplicate_group_id(sha256("a")),
        "reference_document_id": sha256("a"),
        "common_share": 1.0,
        "reference_share": 1.0,
    }
    return {
        "core.near_duplicates": make_frame("core.near_duplicates", [copy]),
        "raw.document_files": make_frame("raw.document_files", files),
        "core.entities": entities_frame(),
    }


def all_frames() -> Frames:
    """Return one document, its file and its entities, in a mapping of the caller's own."""
    return dict(_sample_frames())


@lru_cache(maxsize=1)
def _sample_frames() -> Frames:
    return document_frames() | other_frames()

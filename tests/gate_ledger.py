"""One sound row of each table of the ledger, and of the seeds that have rules of their own."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from functools import lru_cache

from tests.gate_rows import RUN_ID, Frames, Row, make_frame, sha256, short_hash
from warehouse.seeds import read_seed_rows
from warehouse.tables.ref import SCORE_FLOORS

RUN: Row = {"run_id": RUN_ID}
COUNTS = (
    "failed_file_count",
    "removed_document_count",
    "document_count",
    "mention_count",
    "figure_count",
)
VERSION: Row = {"code_version": "0.1.0", "rules_version": short_hash("rules")}

FLOOR: Row = {
    name: value for name, value in read_seed_rows(SCORE_FLOORS)[0].items() if name != "reason"
}
FAILED: Row = {
    **RUN,
    "table_name": "core.sentences",
    "column_name": "document_id",
    "expectation": "reference_exists",
    "severity": "critical",
    "is_success": False,
    "observed": '{"row_count":4}',
    "expected": "{}",
    "unexpected_count": 1,
    "unexpected_share": 0.25,
    "duration_s": 0.01,
}
LEDGER: dict[str, Row] = {
    "ops.runs": {
        **RUN,
        **VERSION,
        **dict.fromkeys(COUNTS, 0),
        "started_at": datetime(2026, 11, 3, 6, 15),  # noqa: DTZ001 - as the column holds it
        "ended_at": datetime(2026, 11, 3, 6, 16),  # noqa: DTZ001 - as above
        "duration_s": 60.0,
        "status": "published",
        "model_name": "rules",
        "extraction_fingerprint": short_hash("code"),
        "settings_json": "{}",
        "sources_json": '["/news"]',
        "found_file_count": 1,
        "rejected_row_count": 1,
        "extracted_document_count": 1,
    },
    "ops.file_outcomes": {
        **RUN,
        "source": "/news",
        "path": "2015/trench.txt",
        "record_index": 0,
        "outcome": "new",
        "file_sha256": sha256("a"),
        "byte_count": 7,
    },
    "ops.validations": {
        **RUN,
        "table_name": "core.figures",
        "column_name": "kind",
        "expectation": "not_null",
        "severity": "critical",
        "is_success": True,
        "observed": '{"row_count":4}',
        "expected": "{}",
        "unexpected_count": 0,
        "unexpected_share": 0.0,
        "duration_s": 0.01,
    },
    "ops.rejected_rows": {
        **RUN,
        "table_name": "core.sentences",
        "row_key": '{"document_id": "d", "sentence_index": 0}',
        "rule": "reference_exists",
        "row_json": '{"document_id":"d","sentence_index":0,"start_char":0}',
    },
    "ops.issues": {
        **RUN,
        "table_name": "core.figures",
        "row_key": '{"figure_id": "f"}',
        "rule": "unit_known",
        "detail": "The unit is none.",
    },
    "ops.entity_changes": {
        **RUN,
        "old_entity_id": short_hash("old"),
        "new_entity_id": short_hash("new"),
        "change": "renamed",
        "old_name": "Old",
        "new_name": "New",
        "mention_count": 1,
    },
    "ops.measures": {
        **RUN,
        "measure": "rejected_share",
        "subject": "core.figures",
        "value": 0.1,
        "base_count": 10,
        "history_count": 0,
        "expected_low": 0.0,
        "expected_high": 0.2,
        "severity": "critical",
        "is_success": True,
    },
    "ops.model_scores": {
        **VERSION,
        **FLOOR,
        "gold_count": 100,
        "score": FLOOR["floor"],
        "is_success": True,
        "scored_at": datetime(2026, 11, 3),  # noqa: DTZ001 - as above
    },
    "ref.corrections": {
        "correction_id": "trench-is-sound",
        "subject": "figure",
        "action": "accept",
        "name": "100 kilometers",
        "document_id": sha256("a"),
        "reason": "It stands there.",
        "decided_by": "desk",
        "decided_on": date(2026, 11, 2),
    },
    "ref.places": {
        "place_key": "geonames-2996944",
        "name": "Lyon",
        "feature_class": "city",
        "country_code": "FR",
        "latitude": 45.76,
        "longitude": 4.84,
        "population": 520774,
    },
    "ref.regions": {
        "place_key": "sudetes",
        "name": "Sudetes",
        "feature_class": "land",
        "country_codes": "PL;CZ;DE",
        "latitude": 50.5,
        "longitude": 16.0,
    },
    "ref.entities": {
        "entity_key": "lyon",
        "label": "GPE",
        "name": "Lyon",
        "country_code": "FR",
        "latitude": 45.76,
        "longitude": 4.84,
    },
    "ref.country_boxes": {
        "country_code": "FR",
        "west": -5.4,
        "south": 41.1,
        "east": 9.9,
        "north": 51.4,
    },
    "ref.units": {
        "unit_word": "kilometers",
        "unit": "kilometer",
        "kind": "measure",
        "unit_si": "meter",
        "si_factor": Decimal(1000),
    },
    "ref.vague_words": {
        "vague_word": "dozens",
        "low": Decimal(24),
        "high": Decimal(119),
        "is_factor": False,
    },
    "ref.offices": {
        "office_key": "nils-ohm-chair-afp-2001",
        "entity_key": "nils-ohm",
        "role": "chair",
        "body_key": "afp",
        "from_year": 2001,
        "until_year": 2001,
    },
    "ref.quality_limits": {
        "measure": "rejected_share",
        "subject": "*",
        "unit": "share of 1",
        "minimum": 0.0,
        "maximum": 0.2,
        "min_history": 0,
        "min_base": 20,
        "severity": "critical",
        "reason": "Too much is lost.",
    },
    "ref.passage_patterns": {
        "pattern_name": "by_line",
        "kind": "byline",
        "scope": "line",
        "line_pattern": "By [A-Z]",
    },
    "ref.rejection_patterns": {
        "pattern_name": "once_twice",
        "reason": "once_twice",
        "text_pattern": "once|twice",
    },
}


@lru_cache(maxsize=1)
def _frames() -> Frames:
    frames = {name: make_frame(name, [row]) for name, row in LEDGER.items()}
    name = "ops.validations"
    return frames | {name: make_frame(name, [LEDGER[name], FAILED])}


def ledger_frames() -> Frames:
    """Return a row or two of each of these tables, in a mapping of the caller's own."""
    return dict(_frames())

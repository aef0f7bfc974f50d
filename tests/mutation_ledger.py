"""Sound rows of the ledger of one run and of the seeds, which fill every column of both."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING

import polars as pl

from tests.gate_ledger import LEDGER
from tests.gate_rows import make_frame, sha256, short_hash
from warehouse.row_json import render_json
from warehouse.row_keys import row_key
from warehouse.seeds import read_seed
from warehouse.tables.core import SENTENCES
from warehouse.tables.ref import REF_TABLES, SCORE_FLOORS

if TYPE_CHECKING:
    from tests.gate_rows import Frames, Row

SENTENCE: Row = {"document_id": sha256("a"), "sentence_index": 3, "start_char": 7, "end_char": 9}
OTHER_SENTENCE: Row = SENTENCE | {"sentence_index": 4, "start_char": 10, "end_char": 30}


KEYS = [row_key(SENTENCES, sentence) for sentence in (SENTENCE, OTHER_SENTENCE)]

FLOORS = read_seed(SCORE_FLOORS).select(*SCORE_FLOORS.key, "floor")
STATED_FLOORS = [FLOORS.row(0), FLOORS.row(-1)]
LEDGER_ROWS: dict[str, list[Row]] = {
    "ops.runs": [
        {
            "status": "failed_gate",
            "error_text": "Too many rows were refused.",
            "forced_reason": "The desk wants it.",
            "found_file_count": 7,
            "failed_file_count": 1,
            "removed_document_count": 1,
            "document_count": 20,
            "mention_count": 400,
            "figure_count": 300,
            "rejected_row_count": 2,
        }
    ],
    "ops.file_outcomes": [
        {},
        {"path": "2015/wall.md", "outcome": "failed", "reason": "It cannot be decoded."}
        | {"file_sha256": sha256("b"), "byte_count": 90},
        {"source": "/wire", "outcome": "skipped", "reason": "It is too long."}
        | {"record_index": 2, "file_sha256": sha256("c"), "byte_count": 800},
    ],
    "ops.validations": [
        {"observed": '{"row_count":4,"first_rows":[]}', "expected": '{"columns":["low"]}'},
        {"table_name": "core.sentences", "expectation": "reference_exists"}
        | {"column_name": "document_id", "is_success": False, "unexpected_count": 2}
        | {"unexpected_share": 0.5, "duration_s": 0.2}
        | {"observed": f'{{"row_count":4,"first_rows":[{",".join(KEYS)}]}}'}
        | {"expected": '{"target":"raw.documents"}'},
        {"expectation": "unit_known", "column_name": "unit,kind", "severity": "warning"}
        | {"is_success": False, "unexpected_count": 2, "unexpected_share": 0.5}
        | {"observed": '{"row_count":4,"first_rows":[{"figure_id":"f"}]}'},
    ],
    "ops.rejected_rows": [
        {"row_key": key, "row_json": render_json(sentence)}
        for key, sentence in zip(KEYS, (SENTENCE, OTHER_SENTENCE), strict=True)
    ],
    "ops.issues": [
        {"row_key": f'{{"figure_id": "{short_hash(name)}"}}', "detail": f"The unit {name} is none."}
        for name in ("bushel", "league")
    ],
    "ops.entity_changes": [
        {},
        {"old_entity_id": short_hash("one"), "new_entity_id": short_hash("two")}
        | {"change": "merged", "old_name": "One", "new_name": "Two", "mention_count": 5},
    ],
    "ops.measures": [
        {"robust_z": 0.5, "history_count": 9},
        {"measure": "figures_per_1000_words", "subject": "*", "value": 9.4, "base_count": 2500}
        | {"expected_low": 1.5, "expected_high": 8.5, "is_success": False, "severity": "warning"}
        | {"robust_z": 6.0, "history_count": 20},
    ],
    "ops.model_scores": [
        {**dict(zip(SCORE_FLOORS.key, key, strict=True)), "floor": floor, "score": floor + step}
        | {"gold_count": 50 + step, "is_success": step > 0, "code_version": f"0.{step + 5}.0"}
        | {"rules_version": short_hash(f"rules {step}")}
        | {"scored_at": datetime(2026, 11, 5 + step)}  # noqa: DTZ001 - as the column holds it
        for step, (*key, floor) in zip((3, -3), STATED_FLOORS, strict=True)
    ],
    "ops.schema_versions": [
        {"schema_version": number, "code_version": f"0.{number}.0"}
        | {"contract_fingerprint": short_hash(f"contract {number}")}
        for number in (1, 2)
    ],
}
CORRECTIONS: list[Row] = [
    {
        "correction_id": f"decision-{number}",
        "subject": subject,
        "action": "correct",
        "label": label,
        "name": f"{number}00 kilometers",
        "document_id": sha256(str(number)),
        "anchor_start_char": number * 10,
        "anchor_end_char": number * 10 + 14,
        "path": f"2015/{number}.txt",
        "column_name": column,
        "read_value": f"{number}00",
        "new_value": f"{number}01",
        "target_label": label,
        "target_name": f"Agency {number}",
        "reason": f"The agency corrected it, take {number}.",
        "decided_by": f"desk {number}",
        "decided_on": date(2026, 11, 2) + timedelta(days=number),
    }
    for number, subject, label, column in ((1, "figure", "ORG", "low"), (2, "date", "GPE", "value"))
]


@lru_cache(maxsize=1)
def ledger_frames() -> Frames:
    """Return the ledger of one run."""
    return {
        name: make_frame(name, [LEDGER.get(name, {}) | row for row in rows])
        for name, rows in LEDGER_ROWS.items()
    }


@lru_cache(maxsize=1)
def seed_frames() -> Frames:
    """Return all seeds; our own files have no corrections and no smallest values yet."""
    seeds = {table.qualified_name: read_seed(table) for table in REF_TABLES}
    limits = seeds["ref.quality_limits"].with_columns(minimum=pl.lit(0.0))
    corrections = make_frame("ref.corrections", CORRECTIONS)
    return {**seeds, "ref.quality_limits": limits, "ref.corrections": corrections}

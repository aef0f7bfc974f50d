"""For each domain rule on the ledger, what it accepts and what it rejects."""

from __future__ import annotations

from datetime import datetime

from tests.rule_cases import Case

RUNS, OUTCOMES, VALIDATIONS = "ops.runs", "ops.file_outcomes", "ops.validations"
QUARTER_PAST = datetime(2026, 11, 3, 6, 15)  # noqa: DTZ001 - as the column holds it
LATER = datetime(2026, 11, 3, 6, 15, 1)  # noqa: DTZ001 - as above

LEDGER_CASES = [
    *(
        Case(
            table=table,
            rule="run_exists",
            accepts={},
            rejects={"run_id": "20261103T061500Z-00000000"},
        )
        for table in (
            OUTCOMES,
            VALIDATIONS,
            "ops.rejected_rows",
            "ops.issues",
            "ops.entity_changes",
            "ops.measures",
        )
    ),
    *(
        Case(
            table="ops.rejected_rows",
            rule="rule_failed",
            accepts={"rule": rule},
            rejects={"rule": other},
            beside={VALIDATIONS: (1, {"expectation": rule.partition("(")[0]})},
        )
        for rule, other in (
            ("reference_exists", "reference_exist"),
            ("not_null(document_id)", "not_null(passage_index)"),
        )
    ),
    Case(
        table="ops.rejected_rows",
        rule="rule_failed",
        accepts={},
        rejects={"table_name": "core.figures", "rule": "not_null(low)"},
    ),
    Case(
        table=RUNS,
        rule="rejected_row_count_agrees",
        accepts={"rejected_row_count": 1},
        rejects={"rejected_row_count": 2},
    ),
    Case(
        table=RUNS,
        rule="failed_file_count_agrees",
        accepts={"failed_file_count": 1},
        rejects={"failed_file_count": 0},
        beside={OUTCOMES: (0, {"outcome": "failed"})},
    ),
    Case(
        table=RUNS,
        rule="run_id_tells_start",
        accepts={"started_at": QUARTER_PAST.replace(microsecond=999)},
        rejects={"started_at": LATER},
    ),
    Case(
        table=RUNS,
        rule="ends_after_start",
        accepts={"ended_at": QUARTER_PAST},
        rejects={"started_at": LATER, "ended_at": QUARTER_PAST},
    ),
    Case(
        table=RUNS,
        rule="duration_agrees_with_times",
        accepts={"duration_s": 56.0},
        rejects={"duration_s": 54.0},
    ),
    Case(
        table=RUNS,
        rule="error_agrees_with_status",
        accepts={"status": "failed", "error_text": "The disk is full."},
        rejects={"status": "failed_gate"},
    ),
    Case(
        table=RUNS,
        rule="error_agrees_with_status",
        accepts={"status": "unchanged"},
        rejects={"error_text": "The disk is full."},
    ),
    Case(
        table=RUNS,
        rule="failed_files_were_found",
        accepts={"failed_file_count": 1},
        rejects={"failed_file_count": 2},
    ),
    Case(
        table=RUNS,
        rule="unchanged_changes_nothing",
        accepts={"status": "unchanged", "extracted_document_count": 0},
        rejects={"status": "unchanged"},
    ),
    *(
        Case(table=RUNS, rule=f"{name}_is_json", accepts={name: "[]"}, rejects={name: "[1"})
        for name in ("settings_json", "sources_json")
    ),
    Case(
        table=OUTCOMES,
        rule="reason_agrees_with_outcome",
        accepts={"outcome": "failed", "reason": "It is no text."},
        rejects={"outcome": "skipped"},
    ),
    Case(
        table=OUTCOMES,
        rule="source_is_absolute",
        accepts={"source": "C:/news"},
        rejects={"source": "news"},
    ),
    *(
        Case(
            table=table,
            rule="table_exists",
            accepts={"table_name": "mart.figure_ledger"},
            rejects={"table_name": "mart.figure_ledge"},
        )
        for table in (VALIDATIONS, "ops.rejected_rows", "ops.issues")
    ),
    Case(
        table=VALIDATIONS,
        rule="success_agrees_with_count",
        accepts={"is_success": False, "unexpected_count": 1},
        rejects={"is_success": False},
    ),
    Case(
        table=VALIDATIONS,
        rule="share_agrees_with_count",
        accepts={"unexpected_share": 0.25, "unexpected_count": 1},
        rejects={"unexpected_share": 0.25, "unexpected_count": 2},
    ),
    Case(
        table=VALIDATIONS,
        rule="share_agrees_with_count",
        accepts={"observed": None, "unexpected_share": 0.5},
        rejects={"unexpected_share": 0.5},
    ),
    *(
        Case(
            table=VALIDATIONS,
            rule="expectation_exists",
            accepts=accepted,
            rejects=rejected,
        )
        for accepted, rejected in (
            (
                {"expectation": "unit_known", "column_name": "unit,kind", "severity": "warning"},
                {"expectation": "unit_known", "column_name": "unit,kind"},
            ),
            ({"column_name": "category"}, {"column_name": "counted_head"}),
            (
                {"expectation": "reference_exists", "column_name": "document_id"},
                {"expectation": "reference_exist", "column_name": "document_id"},
            ),
            (
                {"table_name": "mart.figure_ledger", "expectation": "no_more_rows_than_base"},
                {"expectation": "no_more_rows_than_base"},
            ),
            (
                {
                    "table_name": "ref.units",
                    "column_name": "*",
                    "expectation": "seed_row_unchanged",
                    "severity": "warning",
                },
                {
                    "table_name": "ref.units",
                    "column_name": "*",
                    "expectation": "seed_row_unchanged",
                },
            ),
        )
    ),
    *(
        Case(
            table="ops.measures",
            rule="measure_has_limit",
            accepts={"subject": "core.dates"},
            rejects=changes,
        )
        for changes in ({"measure": "rejected_shar"}, {"severity": "warning"})
    ),
    *(
        Case(
            table="ops.model_scores",
            rule="floor_is_stated",
            accepts={"metric": "no_such_metric", "floor": None},
            rejects=changes,
        )
        for changes in ({"floor": None}, {"metric": "no_such_metric"})
    ),
    *(
        Case(
            table=VALIDATIONS,
            rule=f"{name}_is_object",
            accepts={name: None},
            rejects={name: '{"row_count":4'},
        )
        for name in ("observed", "expected")
    ),
    Case(
        table="ops.rejected_rows",
        rule="key_is_of_row",
        accepts={"row_key": '{"sentence_index": 0, "copy": 2}'},
        rejects={"row_key": '{"document_id": "d", "sentence_index": 1}'},
    ),
    Case(
        table="ops.rejected_rows",
        rule="key_is_of_row",
        accepts={"row_key": "{}"},
        rejects={"row_json": '{"document_id":"d"'},
    ),
    Case(
        table="ops.issues",
        rule="row_key_is_object",
        accepts={"row_key": "{}"},
        rejects={"row_key": "figure"},
    ),
    Case(
        table="ops.entity_changes",
        rule="entities_differ",
        accepts={"old_entity_id": "0" * 16},
        rejects={"old_entity_id": "0" * 16, "new_entity_id": "0" * 16},
    ),
    *(
        Case(
            table="ops.measures",
            rule="success_agrees_with_bounds",
            accepts={"is_success": False, "value": outside},
            rejects={"is_success": False},
        )
        for outside in (0.3, -0.1)
    ),
    Case(
        table="ops.measures",
        rule="success_agrees_with_bounds",
        accepts={"is_success": False, "expected_high": 0.0},
        rejects={"is_success": False, "expected_low": None, "expected_high": None},
    ),
    Case(
        table="ops.model_scores",
        rule="success_agrees_with_floor",
        accepts={"score": 1.0, "is_success": False},
        rejects={"score": 1.0},
    ),
    Case(
        table="ops.model_scores",
        rule="success_agrees_with_floor",
        accepts={"floor": None},
        rejects={"floor": None, "is_success": False},
    ),
]

"""Schema ``ops``: our own ledger of runs, files, judgements and rejected rows."""

from typing import Final

from warehouse.columns import (
    CODE_VERSION,
    ENTITY_ID,
    PATH,
    RULE,
    RULES_VERSION,
    RUN_ID,
    SEVERITY,
    SHA256_PATTERN,
    SHORT_HASH_PATTERN,
    SOURCE,
    TABLE_NAME,
    count_column,
    text_column,
)
from warehouse.contract import Column, DType, Table
from warehouse.tables.quality import QUALITY_TABLES
from warehouse.vocabularies import ENTITY_CHANGES, FILE_OUTCOMES, RUN_STATUSES


def seconds_column(name: str, description: str) -> Column:
    """Return a column that holds a time span in seconds."""
    return Column(name=name, dtype=DType.FLOAT, unit="seconds", minimum=0, description=description)


RUNS: Final = Table(
    schema="ops",
    name="runs",
    grain="one row per run",
    description="What each run was given, what it changed and how it ended.",
    columns=(
        RUN_ID,
        Column(name="started_at", dtype=DType.TIMESTAMP, description="Start of the run (UTC)."),
        Column(name="ended_at", dtype=DType.TIMESTAMP, description="End of the run (UTC)."),
        seconds_column("duration_s", "Wall-clock time of the run."),
        Column(
            name="status",
            dtype=DType.TEXT,
            vocabulary=RUN_STATUSES,
            description="published, unchanged, failed_gate (data refused) or failed (no result).",
        ),
        text_column("error_text", "Why the run failed, one sentence."),
        CODE_VERSION,
        Column(name="model_name", dtype=DType.TEXT, description="Pipeline that read the texts."),
        Column(
            name="extraction_fingerprint",
            dtype=DType.TEXT,
            pattern=SHORT_HASH_PATTERN,
            description="Hash of code, seeds, model and settings that decide the extracted rows.",
        ),
        RULES_VERSION.named(
            "rules_version", f"{RULES_VERSION.description} Null for runs of older tallybooks."
        ).as_nullable(),
        text_column("forced_reason", "Why it was published though its version scores too low."),
        Column(name="settings_json", dtype=DType.TEXT, description="All settings, as JSON."),
        Column(name="sources_json", dtype=DType.TEXT, description="Sources given, as JSON list."),
        count_column("found_file_count", "Files found.", "files"),
        count_column("failed_file_count", "Files that could not be read.", "files"),
        count_column("extracted_document_count", "Documents read anew.", "documents"),
        count_column("removed_document_count", "Documents that went.", "documents"),
        count_column("document_count", "Documents in the warehouse after the run.", "documents"),
        count_column("mention_count", "Rows of core.entity_mentions after the run."),
        count_column("figure_count", "Rows of core.figures after the run."),
        count_column("rejected_row_count", "Rows that the gate refused in this run."),
    ),
    key=("run_id",),
)

FILE_OUTCOMES_TABLE: Final = Table(
    schema="ops",
    name="file_outcomes",
    grain="one row per file (or bad JSONL line) and run",
    description="What became of every path that a run met; unchanged files are counted in runs.",
    columns=(
        RUN_ID,
        SOURCE,
        PATH,
        Column(
            name="record_index",
            dtype=DType.INTEGER,
            unit="ordinal",
            minimum=0,
            description="Line of the record in a JSONL file, from 0; 0 for any other file.",
        ),
        Column(
            name="outcome",
            dtype=DType.TEXT,
            vocabulary=FILE_OUTCOMES,
            description="new, changed, unchanged, removed, skipped (no input) or failed.",
        ),
        text_column("reason", "Why it was skipped or failed: what is wrong and what to do."),
        Column(
            name="file_sha256",
            dtype=DType.TEXT,
            pattern=SHA256_PATTERN,
            description="SHA-256 of the file's bytes, null when it could not be read.",
            nullable=True,
        ),
        Column(
            name="byte_count",
            dtype=DType.INTEGER,
            unit="bytes",
            minimum=0,
            description="Size of the file, null when unknown.",
            nullable=True,
        ),
    ),
    key=("run_id", "source", "path", "record_index"),
)

VALIDATIONS: Final = Table(
    schema="ops",
    name="validations",
    grain="one row per expectation and run",
    description="What each expectation saw.",
    columns=(
        RUN_ID,
        TABLE_NAME,
        Column(
            name="column_name",
            dtype=DType.TEXT,
            description="Column, or columns joined by ',' ; '*' for the table.",
        ),
        Column(name="expectation", dtype=DType.TEXT, description="Name of the expectation."),
        SEVERITY,
        Column(name="is_success", dtype=DType.BOOLEAN, description="True when it held."),
        text_column("observed", "What was seen, as JSON or text."),
        text_column("expected", "What was asked, as JSON."),
        count_column("unexpected_count", "Rows that break it."),
        Column(
            name="unexpected_share",
            dtype=DType.FLOAT,
            unit="share of 1",
            minimum=0,
            maximum=1,
            description="unexpected_count over all rows judged.",
        ),
        seconds_column("duration_s", "Time that the check took, its table's time shared evenly."),
    ),
    key=("run_id", "table_name", "column_name", "expectation"),
)

REJECTED_ROWS: Final = Table(
    schema="ops",
    name="rejected_rows",
    grain="one row per refused row and broken rule",
    description="Rows that the gate kept out, whole, so that they can be replayed.",
    columns=(
        RUN_ID,
        TABLE_NAME,
        Column(
            name="row_key", dtype=DType.TEXT, description="Key values of the row, as JSON object."
        ),
        RULE.named("rule", "Expectation that the row breaks."),
        Column(name="row_json", dtype=DType.TEXT, description="The row, as JSON object."),
    ),
    key=("run_id", "table_name", "row_key", "rule"),
)

ISSUES: Final = Table(
    schema="ops",
    name="issues",
    grain="one row per warning and row (or table) and run",
    description="Warnings: loaded, but worth a look.",
    columns=(
        RUN_ID,
        TABLE_NAME,
        Column(
            name="row_key",
            dtype=DType.TEXT,
            description="Key values of the row, as JSON object; '{}' for the table.",
        ),
        RULE.named("rule", "Expectation that warns."),
        Column(name="detail", dtype=DType.TEXT, description="What is odd."),
    ),
    key=("run_id", "table_name", "row_key", "rule"),
)

ENTITY_CHANGES_TABLE: Final = Table(
    schema="ops",
    name="entity_changes",
    grain="one row per run, old entity and entity that has its mentions now",
    description="What became of entity_ids: merged, split or renamed, so that old ones resolve.",
    columns=(
        RUN_ID,
        ENTITY_ID.named("old_entity_id", "Entity of the mentions before the run."),
        ENTITY_ID.named("new_entity_id", "Entity of the same mentions after the run."),
        Column(
            name="change",
            dtype=DType.TEXT,
            vocabulary=ENTITY_CHANGES,
            description="merged: into one that has others; split: some mentions went; or renamed.",
        ),
        Column(name="old_name", dtype=DType.TEXT, description="Its name before the run."),
        Column(name="new_name", dtype=DType.TEXT, description="Name of the entity now."),
        count_column("mention_count", "Mentions that went over.", "mentions"),
    ),
    key=("run_id", "old_entity_id", "new_entity_id"),
)

SCHEMA_VERSIONS: Final = Table(
    schema="ops",
    name="schema_versions",
    grain="one row: the contract that the file was created with",
    description="Marks a file as ours, so that another, older or newer one is never misread.",
    columns=(
        Column(
            name="schema_version",
            dtype=DType.INTEGER,
            unit="ordinal",
            minimum=1,
            description="Version of the contract, raised with every change that would be misread.",
        ),
        CODE_VERSION,
        Column(
            name="contract_fingerprint",
            dtype=DType.TEXT,
            pattern=SHORT_HASH_PATTERN,
            description="Hash of the table definitions; another one means another contract.",
        ),
    ),
    key=("schema_version",),
)

OPS_TABLES: Final = (
    RUNS,
    FILE_OUTCOMES_TABLE,
    VALIDATIONS,
    REJECTED_ROWS,
    ISSUES,
    ENTITY_CHANGES_TABLE,
    *QUALITY_TABLES,
    SCHEMA_VERSIONS,
)

"""Columns in which another row's value cannot be told from the right one, each with the reason.

``tests/flow/test_mutations.py`` fails over a column of this list in which one is caught after all.
"""

from typing import Final

REASONS: Final[dict[str, tuple[str, ...]]] = {
    "How a value was found only the code knows that found it; other ways lead to the same value.": (
        "raw.documents.published_rule",
        "raw.passages.rule",
        "core.document_entities.place_rule",
        "core.figures.counted_rule",
        "core.figures.claimant_rule",
        "core.dates.rule",
        "core.quotes.rule",
        "core.quotes.speaker_rule",
    ),
    "What a sentence means of an amount is read from its parse, which no table keeps.": (
        "core.figures.category",
        "core.figures.change",
        "core.figures.temporal_type",
    ),
    "Why a number is no amount is what its neighbours say, and several reasons may hold.": (
        "core.rejected_numbers.reason",
    ),
    "Which further names and roles belong to a thing is what linking reads from the sentences.": (
        "core.document_entities.other_names",
        "core.document_entities.context",
    ),
    "A signature is a hash; only the extraction can make it anew.": ("core.signatures.minhash",),
    "The file is not kept, and only it can show its hash, size or place.": (
        "raw.document_files.sidecar_sha256",
        "ops.file_outcomes.source",
        "ops.file_outcomes.record_index",
        "ops.file_outcomes.file_sha256",
        "ops.file_outcomes.byte_count",
    ),
    "A sentence for people says what no other column does.": (
        "core.correction_outcomes.detail",
        "ops.file_outcomes.reason",
        "ops.issues.detail",
    ),
    "The row is what is known of the decision; decisions of one kind read alike.": (
        "core.correction_outcomes.correction_id",
        "core.correction_outcomes.row_key",
        "core.correction_outcomes.old_value",
        "core.correction_outcomes.current_document_id",
    ),
    "The row is what is known of the judgement, and the judged rows are gone when it is judged.": (
        "ops.validations.column_name",
        "ops.validations.observed",
        "ops.validations.expected",
        "ops.validations.duration_s",
    ),
    "What an entity was before the run is not in the warehouse after it.": (
        "ops.entity_changes.old_entity_id",
        "ops.entity_changes.new_entity_id",
        "ops.entity_changes.change",
        "ops.entity_changes.old_name",
        "ops.entity_changes.new_name",
        "ops.entity_changes.mention_count",
    ),
    "What was counted, and in which runs, is not kept beside the measure.": (
        "ops.measures.base_count",
        "ops.measures.history_count",
        "ops.measures.expected_low",
        "ops.measures.expected_high",
        "ops.measures.robust_z",
    ),
    "What was scored, and on which gold, is not kept beside the score.": (
        "ops.model_scores.rules_version",
        "ops.model_scores.gold_count",
        "ops.model_scores.code_version",
        "ops.model_scores.scored_at",
    ),
    "A warehouse that was made by another version of the code is as sound.": (
        "ops.schema_versions.code_version",
        "ops.schema_versions.contract_fingerprint",
    ),
}
UNDETECTABLE: Final = {column: reason for reason, columns in REASONS.items() for column in columns}
"""Reason by schema, table and column."""

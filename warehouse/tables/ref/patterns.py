"""Regular expressions that name passages and mark numbers which are no amounts."""

from typing import Final

from warehouse.contract import Column, DType, Table
from warehouse.tables.ref.columns import required
from warehouse.vocabularies import PASSAGE_KINDS, REJECTION_REASONS

PASSAGE_PATTERNS: Final = Table(
    schema="ref",
    name="passage_patterns",
    grain="one row per pattern",
    description="Regular expressions over one line that name the kind of its passage.",
    columns=(
        required("pattern_name", "Name shown as the rule of the passage."),
        Column(
            name="kind",
            dtype=DType.TEXT,
            vocabulary=PASSAGE_KINDS,
            description="Kind of the passage.",
        ),
        Column(
            name="scope",
            dtype=DType.TEXT,
            vocabulary=("line", "furniture", "label", "prefix", "ending"),
            description="Whole line; whole line, but its page decides which kind of furniture; "
            "label before a line of that kind; match only; match only, at the end.",
        ),
        required(
            "line_pattern", "Regular expression, matched at the start of the line, or at its end."
        ),
    ),
    key=("pattern_name",),
)
REJECTION_PATTERNS: Final = Table(
    schema="ref",
    name="rejection_patterns",
    grain="one row per pattern",
    description="Regular expressions over running text that mark numbers which are no amounts.",
    columns=(
        required("pattern_name", "Name shown as the rule of the rejection."),
        Column(
            name="reason",
            dtype=DType.TEXT,
            vocabulary=REJECTION_REASONS,
            description="Reason that core.rejected_numbers gives.",
        ),
        required("text_pattern", "Regular expression without nested or unbounded repetition."),
    ),
    key=("pattern_name",),
)

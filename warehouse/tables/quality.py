"""History of quality in schema ``ops``: what was measured of each run, and how well texts are read.

What each expectation saw stands in ``ops.validations``, refused rows in ``ops.rejected_rows``.
"""

from typing import Final

from warehouse.columns import CODE_VERSION, RULES_VERSION, RUN_ID, SEVERITY, count_column
from warehouse.contract import Column, DType, Table
from warehouse.tables.ref.quality import GOLD_COUNT, MEASURE, MODEL_NAME, SCORE_KEY, SUBJECT
from warehouse.tables.ref.quality import points_column as points


def bound_column(name: str, description: str) -> Column:
    """Return a nullable bound of a measure."""
    return Column(
        name=name,
        dtype=DType.FLOAT,
        unit="unit of the measure",
        description=description,
        nullable=True,
    )


MEASURES: Final = Table(
    schema="ops",
    name="measures",
    grain="one row per run, measure and subject",
    description="Volume, freshness and shares of each run beside what the limits and runs allow.",
    columns=(
        RUN_ID,
        MEASURE,
        SUBJECT.named("subject", "Table, source, label or language it is taken of; '*' for all."),
        Column(
            name="value",
            dtype=DType.FLOAT,
            unit="unit of the measure",
            description="What was measured; the measure's unit stands in ref.quality_limits.",
        ),
        count_column("base_count", "Things that the value was taken over: rows, words, files."),
        count_column("history_count", "Earlier runs or gaps that it was compared with.", "runs"),
        bound_column("expected_low", "Smallest value that was allowed, inclusive; null for none."),
        bound_column("expected_high", "Largest value that was allowed, inclusive; null for none."),
        Column(
            name="robust_z",
            dtype=DType.FLOAT,
            unit="robust standard deviations",
            description="Distance from the median of the history over 1.4826 times its median "
            "absolute deviation, on the measure's scale and never below counting error; null "
            "without enough history.",
            nullable=True,
        ),
        SEVERITY,
        Column(name="is_success", dtype=DType.BOOLEAN, description="True when it was allowed."),
    ),
    key=("run_id", "measure", "subject"),
)

MODEL_SCORES: Final = Table(
    schema="ops",
    name="model_scores",
    grain="one row per version of model and rules, gold set, part and metric",
    description="How well a version extracts from our own gold, and the floor that it must keep.",
    columns=(
        RULES_VERSION,
        MODEL_NAME,
        *SCORE_KEY,
        GOLD_COUNT,
        points("score", "What the version reached."),
        points("floor", "Floor at the time of scoring; null where none is set.").as_nullable(),
        Column(name="is_success", dtype=DType.BOOLEAN, description="False below the floor."),
        CODE_VERSION,
        Column(name="scored_at", dtype=DType.TIMESTAMP, description="When it was scored (UTC)."),
    ),
    key=("rules_version", "model_name", "set_name", "part", "metric"),
)

QUALITY_TABLES: Final = (MEASURES, MODEL_SCORES)

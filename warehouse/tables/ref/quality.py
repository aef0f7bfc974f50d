"""Limits of the gate as data: what a run may measure, and how well a version must extract."""

from typing import Final

from warehouse.columns import SEVERITY, count_column
from warehouse.contract import Column, DType, Table
from warehouse.tables.ref.columns import required

NAME_PATTERN: Final = "[a-z][a-z0-9_]*"


def points_column(name: str, description: str) -> Column:
    """Return a score of 0 to 100."""
    return Column(
        name=name, dtype=DType.FLOAT, unit="points", minimum=0, maximum=100, description=description
    )


def _bound(name: str, description: str) -> Column:
    return Column(
        name=name,
        dtype=DType.FLOAT,
        unit="unit of the measure",
        description=description,
        nullable=True,
    )


MEASURE: Final = Column(
    name="measure",
    dtype=DType.TEXT,
    pattern=NAME_PATTERN,
    description="What is measured of a run, e.g. rejected_share.",
)
SUBJECT: Final = required(
    "subject", "Table, source, label or language that the row is about; '*' for every other one."
)
QUALITY_LIMITS: Final = Table(
    schema="ref",
    name="quality_limits",
    grain="one row per measure and subject",
    description="What each measure of a run may be, in fixed bounds and against earlier runs.",
    columns=(
        MEASURE,
        SUBJECT,
        required("unit", "Unit of the measure, e.g. share of 1, days, figures per 1,000 words."),
        _bound("minimum", "Smallest value allowed, inclusive."),
        _bound("maximum", "Largest value allowed, inclusive."),
        Column(
            name="max_robust_z",
            dtype=DType.FLOAT,
            unit="robust standard deviations",
            minimum=0,
            description="Largest distance from the median of earlier runs, either way, inclusive.",
            nullable=True,
        ),
        count_column("min_history", "Earlier runs (or documents) without which no z is taken."),
        count_column("min_base", "A value over fewer things than this is never judged."),
        SEVERITY,
        required("reason", "What it means when the limit is broken, and what to look at."),
    ),
    key=("measure", "subject"),
)

MODEL_NAME: Final = required("model_name", "Pipeline that reads the texts.")
SCORE_KEY: Final = (
    Column(
        name="set_name",
        dtype=DType.TEXT,
        pattern=NAME_PATTERN,
        description="What is scored: figures, quotes, claimants, dates, entities, passages ...",
    ),
    Column(
        name="part",
        dtype=DType.TEXT,
        vocabulary=("dev", "test"),
        description="dev guides decisions; test is looked at, never tuned on.",
    ),
    Column(
        name="metric",
        dtype=DType.TEXT,
        pattern=NAME_PATTERN,
        description="Metric of the set, e.g. value_f1.",
    ),
)
GOLD_COUNT: Final = count_column("gold_count", "Gold items that the metric is about.", "items")
SCORE_FLOORS: Final = Table(
    schema="ref",
    name="score_floors",
    grain="one row per pipeline, gold set, part and metric that has a floor",
    description="Scores below which a new version of model or rules is not published.",
    columns=(
        MODEL_NAME,
        *SCORE_KEY,
        points_column("floor", "Smallest score that is published, inclusive."),
        required("reason", "Why this floor."),
    ),
    key=("model_name", "set_name", "part", "metric"),
)
GATE_FILES: Final = {"limits.csv": QUALITY_LIMITS, "floors.csv": SCORE_FLOORS}
"""Files in ``expectations/``."""

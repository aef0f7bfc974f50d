"""Limits, histories and documents for tests of measures."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import polars as pl

from expectations.limits import Limit
from expectations.measures.history import HISTORY_COLUMNS, History
from expectations.measures.volumes import DOCUMENTS_SCHEMA

if TYPE_CHECKING:
    from collections.abc import Sequence

    from expectations.measures.catalogue import Measure

SOURCE = "/wire"


def limit(measure: Measure, **values: Any) -> Limit:  # noqa: ANN401 - fields of every type
    """Return a limit that allows everything but for what is given."""
    free: dict[str, Any] = {
        "measure": measure.name,
        "subject": "*",
        "unit": "things",
        "minimum": None,
        "maximum": None,
        "max_robust_z": None,
        "min_history": 1,
        "min_base": 0,
        "severity": "warning",
        "reason": "Look at it.",
    }
    return Limit(**{**free, **values})


def history(
    measure: Measure, values: Sequence[float], subject: str = "*", base: int = 10_000
) -> History:
    """Return a history in which each run measured one subject."""
    rows = [
        (f"run{number}", measure.name, subject, value, base) for number, value in enumerate(values)
    ]
    return History(pl.DataFrame(rows, schema=list(HISTORY_COLUMNS), orient="row"))


def documents(
    counts: Sequence[tuple[int, int]], source: str = SOURCE, language: str | None = "en"
) -> pl.DataFrame:
    """Return documents of one source and language with these words and figures.

    Args:
        counts: word_count and figure_count of each.
        source: Source of all of them; their ids begin with it.
        language: Language of all of them; only English is read.
    """
    rows = [
        (f"{source}-{number:04d}", source, language, language in {"en", None}, words, figures)
        for number, (words, figures) in enumerate(counts)
    ]
    return pl.DataFrame(rows, schema=DOCUMENTS_SCHEMA, orient="row")

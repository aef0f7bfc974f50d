"""What is compared: figures of one category, one counted head or one series, in one unit."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from dashboard.published import read

if TYPE_CHECKING:
    from collections.abc import Iterator

OFFERED_HEADS: Final = 300
"""Most frequent heads that are offered; others can be typed."""
SERIES_COLUMNS: Final = ("series_id", "series_name", "figure_id")
"""What mart.figure_series must have, one row per figure and series, to be offered here."""
HAS_SERIES: Final = """
    select count(*) = len(?::varchar[])
    from duckdb_columns()
    where
        schema_name = 'mart'
        and table_name = 'figure_series'
        and list_contains(?::varchar[], column_name)
"""
SERIES: Final = """
    select series_id, any_value(series_name) as series_name, count(*)::bigint as figure_count
    from mart.figure_series
    group by series_id
    order by figure_count desc, series_name, series_id
    limit ?
"""
CATEGORIES: Final = """
    select category, count(*)::bigint as figure_count
    from mart.corrected_figures
    group by category
    order by category = 'other', count(claimant_text) desc, figure_count desc, category
"""
HEADS: Final = """
    select lower(counted_head) as head, count(*)::bigint as figure_count
    from mart.corrected_figures as figures
    where counted_head is not null and {condition}
    group by all
    order by figure_count desc, head
    limit ?
"""
UNITS: Final = """
    select kind, unit, count(*)::bigint as figure_count
    from mart.corrected_figures as figures
    where {condition}
    group by all
    order by figure_count desc, kind, unit
"""
IN_SERIES: Final = """
    figures.figure_id in (
        select members.figure_id
        from mart.figure_series as members
        where members.series_id = ?
    )
"""


@dataclass(frozen=True, kw_only=True)
class Subject:
    """What figures must have in common; what is empty allows any."""

    category: str = ""
    head: str = ""
    series_id: str = ""

    def condition(self) -> tuple[str, list[object]]:
        """Return an SQL condition on ``figures``, and the values of its ``?``."""
        parts = list(self._parts())
        return " and ".join(sql for sql, _ in parts) or "true", [value for _, value in parts]

    def _parts(self) -> Iterator[tuple[str, object]]:
        if self.category:
            yield "figures.category = ?", self.category
        if self.head:
            yield "lower(figures.counted_head) = lower(?)", self.head
        if self.series_id:
            yield IN_SERIES, self.series_id


@dataclass(frozen=True, kw_only=True)
class Scale:
    """Figures that share it can stand on one axis: their kind and unit (null for counts)."""

    kind: str
    unit: str | None

    def words(self) -> str:
        """Return its name, also for addresses.

        >>> Scale(kind="money", unit="USD").words(), Scale(kind="count", unit=None).words()
        ('money, USD', 'count')
        """
        return self.kind if self.unit in {None, self.kind} else f"{self.kind}, {self.unit}"


def has_series() -> bool:
    """Return whether the published warehouse groups its figures into series."""
    return bool(read(HAS_SERIES, [list(SERIES_COLUMNS), list(SERIES_COLUMNS)]).item())


def offered_series() -> dict[str, tuple[str, int]]:
    """Return name and number of figures of each of the largest series, by id."""
    rows = read(SERIES, [OFFERED_HEADS])
    return {series: (str(name), count) for series, name, count in rows.iter_rows()}


def offered_categories() -> dict[str, int]:
    """Return the number of figures by category, what is most often claimed first.

    Of that there is most to compare; ``other`` is no thing to compare and stands last.
    """
    rows = read(CATEGORIES)
    return dict(zip(rows["category"], rows["figure_count"], strict=True))


def offered_heads(subject: Subject) -> dict[str, int]:
    """Return the number of figures by counted head within a subject, the most frequent first."""
    condition, values = subject.condition()
    rows = read(HEADS.format(condition=condition), [*values, OFFERED_HEADS])
    return dict(zip(rows["head"], rows["figure_count"], strict=True))


def offered_scales(subject: Subject) -> dict[Scale, int]:
    """Return the number of figures by kind and unit within a subject, the most frequent first."""
    condition, values = subject.condition()
    rows = read(UNITS.format(condition=condition), values)
    return {Scale(kind=kind, unit=unit): count for kind, unit, count in rows.iter_rows()}

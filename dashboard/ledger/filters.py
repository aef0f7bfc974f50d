"""What a ledger is narrowed to, as a condition with parameters; no text becomes SQL."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from decimal import Decimal

ORDERS: Final = {
    "Newest document first": "published_on desc nulls last, document_id, start_char",
    "In the order of the texts": "path, document_id, start_char",
    "Largest amount first": "coalesce(high, low) desc nulls last, figure_id",
    "Smallest amount first": "coalesce(low, high) nulls last, figure_id",
}


@dataclass(frozen=True, kw_only=True)
class LedgerFilter:
    """Conditions that all hold; an empty one allows everything.

    Values of ``categories``, ``kinds``, ``qualifiers`` are exact. Each of ``claimants``,
    ``places``, ``documents`` and ``words`` may stand anywhere in its columns, in any case. Days
    and amounts are inclusive; ``at_least`` and ``at_most`` allow figures whose bounds could lie
    there.
    """

    categories: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    qualifiers: tuple[str, ...] = ()
    claimants: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    words: str = ""
    published_from: date | None = None
    published_to: date | None = None
    at_least: Decimal | None = None
    at_most: Decimal | None = None

    def condition(self) -> tuple[str, list[object]]:
        """Return an SQL condition on a row of the ledger, and the values of its ``?``."""
        parts = [*self._exact(), *self._contained(), *self._within()]
        sql = " and ".join(part for part, _ in parts) or "true"
        return sql, [value for _, values in parts for value in values]

    def _exact(self) -> Iterator[tuple[str, list[object]]]:
        chosen = {"category": self.categories, "kind": self.kinds, "qualifier": self.qualifiers}
        for column, values in chosen.items():
            if values:
                marks = ", ".join("?" * len(values))
                yield f"{column} in ({marks})", list(values)

    def _contained(self) -> Iterator[tuple[str, list[object]]]:
        texts = {
            ("claimant_name", "claimant_text"): self.claimants,
            ("place_name",): self.places,
            ("title", "path", "document_id"): self.documents,
            ("figure_text", "counted_text", "category"): (self.words,) if self.words else (),
        }
        for columns, values in texts.items():
            tests = [f"contains(lower({column}), lower(?))" for column in columns] * len(values)
            if tests:
                yield f"({' or '.join(tests)})", [v for v in values for _ in columns]

    def _within(self) -> Iterator[tuple[str, list[object]]]:
        bounds: dict[str, object] = {
            "published_on >= ?": self.published_from,
            "published_on <= ?": self.published_to,
            "(high is null or high >= ?)": self.at_least,
            "(low is null or low <= ?)": self.at_most,
        }
        for test, value in bounds.items():
            if value is not None:
                yield test, [value]

"""What a list of entities is narrowed to, as a condition with parameters; no text becomes SQL."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

NAMED_SO: Final = """(
    contains(lower(entities.entity_name), lower(?))
    or entities.entity_id in (
        select mentions.entity_id
        from core.entity_mentions as mentions
        where contains(lower(mentions.mention_text), lower(?))
    )
)"""


@dataclass(frozen=True, kw_only=True)
class EntityFilter:
    """Conditions that all hold; an empty one allows everything.

    ``words`` may stand anywhere in the name or in what a text calls the entity, in any case;
    ``labels`` and ``countries`` (ISO 3166 codes) are exact.
    """

    words: str = ""
    labels: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()

    def condition(self) -> tuple[str, list[object]]:
        """Return an SQL condition on ``core.entities as entities``, and the values of its ``?``."""
        parts: list[str] = ["not entities.is_hidden"]
        values: list[object] = []
        if self.words:
            parts.append(NAMED_SO)
            values += [self.words, self.words]
        for column, chosen in (("label", self.labels), ("country_code", self.countries)):
            if chosen:
                parts.append(f"entities.{column} in ({', '.join('?' * len(chosen))})")
                values += chosen
        return " and ".join(parts), values

    @property
    def is_narrow(self) -> bool:
        """True when anything is left out."""
        return bool(self.words or self.labels or self.countries)

"""What resolution over documents works on: one node per thing that one document names."""

from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from tasks.nlp.entity_rows import LIST_MARK
from tasks.nlp.linking.groups import family_of
from tasks.nlp.linking.names import Tokens
from warehouse.names import normalise_name
from warehouse.seeds import read_seed_rows
from warehouse.tables.ref import ROLE_NOUNS

OFFICIAL_KINDS: Final = frozenset({"rank", "office"})
"""Kinds of roles that one person may hold in turn: the general becomes minister."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """What tells a thing from others of its name; everything may be empty.

    Attributes:
        bodies: Keys of the bodies that the person has a role in.
        roles: Nouns of the roles.
        countries: Countries that roles or the body itself belong to.
        around: Countries that the document is about: weak evidence.
        beside: Rare names of the other things in its documents that no table knows: two documents
            that share such a name are about the same matter.
    """

    bodies: frozenset[str] = frozenset()
    roles: frozenset[str] = frozenset()
    countries: frozenset[str] = frozenset()
    around: frozenset[str] = frozenset()
    beside: frozenset[str] = frozenset()

    @property
    def is_strong(self) -> bool:
        """Whether the text says anything of the thing itself."""
        return bool(self.bodies or self.roles or self.countries)

    @property
    def where(self) -> frozenset[str]:
        """Countries of the thing, else of its document."""
        return self.countries or self.around

    @property
    def telling(self) -> list[str]:
        """What may tell a thing from others of its name, with its kind, the strongest first."""
        kinds = {"org": self.bodies, "country": self.countries, "role": self.roles}
        kinds["around"] = self.around
        return [
            f"{kind}-{normalise_name(word)}" for kind, own in kinds.items() for word in sorted(own)
        ]

    @property
    def words(self) -> list[str]:
        """All words of it, the strongest kind first, sorted within a kind."""
        kinds = (self.bodies, self.countries, self.roles, self.around, self.beside)
        return [word for kind in kinds for word in sorted(kind)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """A thing that one document names; ``position`` is its row in the frame of all."""

    position: int
    document_id: str
    label: str
    name: str
    tokens: Tokens
    other_names: tuple[Tokens, ...]
    evidence: Evidence

    @property
    def family(self) -> str:
        """Family of its label: resolution never joins two families."""
        return family_of(self.label)


def node_of(position: int, row: dict[str, Any], beside: frozenset[str]) -> Node:
    """Return a row of core.document_entities as a node.

    Args:
        position: Its position among all rows.
        row: The row.
        beside: Keys of all unknown things of its document.
    """
    said: dict[str, set[str]] = {"org": set(), "role": set(), "country": set()}
    for word in split_list(row["context"]):
        kind, _, value = word.partition(":")
        said[kind].add(value)
    return Node(
        position=position,
        document_id=row["document_id"],
        label=row["label"],
        name=row["entity_name"],
        tokens=tuple(row["local_key"].split("-")),
        other_names=tuple(tuple(name.split("-")) for name in split_list(row["other_names"])),
        evidence=Evidence(
            bodies=frozenset(said["org"]),
            roles=frozenset(said["role"]),
            countries=frozenset(said["country"]),
            around=frozenset(split_list(row["document_countries"])),
            beside=beside - own_keys(row),
        ),
    )


def own_keys(row: dict[str, Any]) -> set[str]:
    """Return the names of a thing itself, which are no evidence of anything beside it."""
    keys = {row["local_key"], *split_list(row["other_names"])}
    return keys | {key.rpartition("-")[2] for key in keys}


def split_list(text: str | None) -> list[str]:
    """Return the parts of a cell that holds a list."""
    return text.split(LIST_MARK) if text else []


@cache
def official_roles() -> frozenset[str]:
    """Return the nouns of offices and ranks."""
    roles = [str(r["role"]) for r in read_seed_rows(ROLE_NOUNS) if r["kind"] in OFFICIAL_KINDS]
    return frozenset(name for role in roles for name in (role.split()[-1], "-".join(role.split())))

"""Compares the roles that were found with the gold, pair by pair."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from evaluation.roles.gold import GoldPassage, GoldRole


class FoundRole(Protocol):
    """A role that was found, with the texts of its parts."""

    @property
    def person(self) -> str:
        """Name of the person."""

    @property
    def role(self) -> str:
        """Title."""

    @property
    def organisation(self) -> str | None:
        """Name of the body."""

    @property
    def place(self) -> str | None:
        """Name of the place."""

    @property
    def is_former(self) -> bool:
        """Whether the role is over."""


@dataclass(slots=True)
class RoleScore:
    """Counts over some passages.

    Attributes:
        gold: Roles in the gold.
        found: Roles that were found.
        same: Pairs of person and role that are the same to the letter.
        organisations: Among those, roles with the same organisation or none in both.
        places: Among those, roles with the same place or none in both.
        former: Among those, roles that are over in both or in neither.
    """

    gold: int = 0
    found: int = 0
    same: int = 0
    organisations: int = 0
    places: int = 0
    former: int = 0

    @property
    def precision(self) -> float:
        """Share of found pairs that are right, 0 to 1; 0 when none was found."""
        return self.same / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """Share of gold pairs that were found, 0 to 1; 0 when there are none."""
        return self.same / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of the two, 0 to 1."""
        total = self.gold + self.found
        return 2 * self.same / total if total else 0.0

    def share(self, count: int) -> float:
        """Return a count as a share of the pairs that are right."""
        return count / self.same if self.same else 0.0


def score_roles(pairs: Iterable[tuple[GoldPassage, Iterable[FoundRole]]]) -> RoleScore:
    """Return the counts over passages, each with the roles found in it."""
    score = RoleScore()
    for passage, found in pairs:
        add_passage(score, passage.roles, list(found))
    return score


def add_passage(score: RoleScore, gold: Iterable[GoldRole], found: list[FoundRole]) -> None:
    """Add a passage; the same pair counts once."""
    wanted = {(role.person, role.role): role for role in gold}
    given = {(role.person, role.role): role for role in found}
    score.gold += len(wanted)
    score.found += len(given)
    for pair in wanted.keys() & given.keys():
        ours, theirs = given[pair], wanted[pair]
        score.same += 1
        score.organisations += ours.organisation == theirs.organisation
        score.places += ours.place == theirs.place
        score.former += ours.is_former == theirs.is_former

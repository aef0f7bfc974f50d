"""What the component hands on: a person's role."""

from dataclasses import dataclass, replace
from typing import Self

from tasks.nlp.spans import Span


@dataclass(frozen=True, slots=True)
class Role:
    """A role that a text gives to a named person.

    Attributes:
        person: The name, without title.
        role: The title without article, nationality, organisation and place.
        organisation: Name of the body in which the role is held, None where none is named.
        place: Place or nationality that belongs to the role, None where none is named.
        is_former: Whether the text says that the role is over.
        rule: The rule that joined person and role.
    """

    person: Span
    role: Span
    organisation: Span | None
    place: Span | None
    is_former: bool
    rule: str

    @property
    def span(self) -> Span:
        """Where the role is said: the span of the title."""
        return self.role

    def moved(self, distance: int) -> Self:
        """Return the role shifted to the right by ``distance`` characters."""
        return replace(
            self,
            person=self.person.moved(distance),
            role=self.role.moved(distance),
            organisation=self.organisation.moved(distance) if self.organisation else None,
            place=self.place.moved(distance) if self.place else None,
        )

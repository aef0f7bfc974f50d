"""Who claims a figure is the speaker of the narrowest statement around it, never a name nearby."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tasks.nlp.figures.sentences import find_figures
from tasks.nlp.quotes.claimants import SILENT, Claim, claims_of
from tasks.nlp.spans import Quote, Speaker
from tests.linked_texts import cut

if TYPE_CHECKING:
    from tasks.nlp.spans import Figure

TEXT = "Dell said the army said 40 men fled over 3 bridges. Korr saw 12 boats."


def figures() -> list[Figure]:
    """Return the three figures of the text."""
    found = find_figures(TEXT, 0, len(TEXT)).figures
    assert [figure.span.text for figure in found] == ["40", "3", "12"]
    return found


def speaker(name: str, rule: str = "name") -> Speaker:
    """Return somebody of the text."""
    return Speaker(span=cut(TEXT, name), name=name, entity_index=None, kind="role", rule=rule)


def statement(content: str, said_by: Speaker | None, **more: object) -> Quote:
    """Return what somebody says."""
    fields = {"kind": "indirect", "rule": "verb/clause", "stance": "stated", **more}
    return Quote(span=cut(TEXT, content), speaker=said_by, **fields)  # type: ignore[arg-type]


def names(claims: list[Claim]) -> list[str | None]:
    """Return who claims each figure."""
    return [claim.claimant.name if claim.claimant else None for claim in claims]


OUTER = statement("the army said 40 men fled over 3 bridges", speaker("Dell"))
INNER = statement("40 men fled", speaker("army"), via=speaker("Dell"))


def test_figure_outside_of_statements_is_the_articles_own() -> None:
    """Nobody claims it, though two speakers stand beside it."""
    assert claims_of(figures()[2:], [OUTER, INNER]) == [SILENT]


@pytest.mark.parametrize("statements", [[OUTER, INNER], [INNER, OUTER]])
def test_narrowest_statement_tells_the_claimant(statements: list[Quote]) -> None:
    """In a statement inside another one its own speaker claims the figure."""
    assert names(claims_of(figures(), statements)) == ["army", "Dell", None]


def test_claim_has_all_that_the_statement_says() -> None:
    """Cue, stance and who passes it on go with the claimant."""
    said = statement("40 men fled", speaker("army"), via=speaker("Dell"), stance="denied")
    said_with_cue = statement(
        "3 bridges", speaker("army"), cue=cut(TEXT, "said"), rule="noun/claim"
    )

    first, second, _ = claims_of(figures(), [said, said_with_cue])

    assert (first.claimant, first.via, first.stance) == (said.speaker, said.via, "denied")
    assert (second.cue, second.via, second.rule) == (cut(TEXT, "said"), None, "noun/claim")


def test_path_names_the_evidence_and_how_its_source_was_read() -> None:
    """The rule of the statement stands before the rule of the speaker."""
    (claim, *_) = claims_of(figures(), [statement("40 men", speaker("army", "definite"))])

    assert claim.path == "verb/clause:definite"


def test_statement_of_nobody_has_a_stance_and_no_claimant() -> None:
    """``It is believed that 40 men fled`` is not the article's own voice."""
    nobody = statement("40 men", None, rule="impersonal/clause", stance="claimed")

    (claim, *_) = claims_of(figures(), [nobody])

    assert (claim.claimant, claim.stance, claim.path) == (None, "claimed", "impersonal/clause")


def test_own_voice_has_no_path() -> None:
    """A claim without evidence has none to show."""
    assert SILENT.path is None


def test_figure_counts_by_its_first_character() -> None:
    """A statement that ends in a figure still holds it; one that begins inside does not."""
    ends_inside = statement("fled over 3 bridges. Korr saw 1", speaker("army"))
    begins_inside = statement("2 boats", speaker("Korr"))

    assert names(claims_of(figures()[2:], [ends_inside, begins_inside])) == ["army"]

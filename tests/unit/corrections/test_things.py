"""Decisions about entities: other values, and what became of every decision about a thing."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from tasks.corrections.anchors import Files
from tasks.corrections.things import correct_things
from tasks.resolution.corrections import corrections_of
from tasks.resolution.entities import resolve_entities
from tests.decided import about_thing
from tests.document_things import counts_of, frame_of, thing

if TYPE_CHECKING:
    import polars as pl

    from tasks.corrections.outcomes import Outcome
    from tests.decided import Row

KORR = thing("a", "PERSON", "Ada Korr", around="ML")
VOSK = thing("b", "PERSON", "Jo Vosk", around="NE")
ILM = thing("a", "GPE", "Ilm", place="b-1", country_code="DE", at=(3.0, 4.0))


def corrected(
    *decisions: Row, things: tuple[Row, ...] = (KORR, VOSK, ILM)
) -> tuple[pl.DataFrame, list[Outcome]]:
    """Return core.entities after decisions, and what became of these."""
    frame = frame_of(things)
    resolution = resolve_entities(frame, counts_of(frame), corrections_of(decisions))
    files = Files(by_path={"new.txt": ["c"]}, document_ids=frozenset("abc"))
    return correct_things(
        resolution.document_entities, resolution.entities, decisions, files, date(2026, 1, 2)
    )


def status_of(*decisions: Row) -> dict[str, str]:
    """Return the status of each decision by its name."""
    return {outcome.correction_id: outcome.status for outcome in corrected(*decisions)[1]}


def change(
    name: str, column_name: str, new_value: str, label: str = "GPE", **values: object
) -> Row:
    """Return a decision that gives an entity another value."""
    slug = f"{column_name.replace('_', '-')}-of-{name.lower().replace(' ', '-')}"
    given = {"column_name": column_name, "new_value": new_value}
    return about_thing(slug, "correct", label, name, **(given | values))


def test_without_decisions_entities_stay() -> None:
    """The frame is handed back as it is."""
    entities, outcomes = corrected()

    assert (entities.height, outcomes) == (3, [])


def test_entity_gets_the_values_of_decisions() -> None:
    """Name, country and point; its id and all other entities stay, in order."""
    before, _ = corrected()
    decisions = (change("Ilm", "entity_name", "Ilmenau"), change("ilm", "latitude", "50.5"))
    after, outcomes = corrected(*decisions)

    assert after["entity_id"].to_list() == before["entity_id"].to_list()
    row = after.filter(label="GPE").to_dicts()[0]
    assert (row["entity_name"], row["latitude"], row["longitude"]) == ("Ilmenau", 50.5, 4.0)
    assert after.filter(label="PERSON").equals(before.filter(label="PERSON"))
    assert [outcome.old_value for outcome in outcomes] == ["Ilm", "3.0"]
    assert {outcome.row_id for outcome in outcomes} == {row["entity_id"]}
    assert {outcome.table_name for outcome in outcomes} == {"core.entities"}


@pytest.mark.parametrize(
    ("column_name", "new_value", "detail"),
    [
        ("latitude", "91", "column latitude: 91.0 is above 90"),
        ("latitude", "(none)", "it breaks coordinates_complete"),
        ("entity_name", "(none)", "column entity_name: a value is missing"),
        ("country_code", "Germany", "does not match"),
    ],
)
def test_value_that_breaks_contract_or_rule_is_refused(
    column_name: str, new_value: str, detail: str
) -> None:
    """The entity stays as it is, and the run goes on."""
    before, _ = corrected()
    after, [outcome] = corrected(change("Ilm", column_name, new_value))

    assert (outcome.status, after.equals(before)) == ("refused", True)
    assert detail in str(outcome.detail)


def test_later_value_counts() -> None:
    """Of two values of one column the later one is applied."""
    early = change("Ilm", "entity_name", "Early") | {"correction_id": "late-name"}
    late = change("Ilm", "entity_name", "Late", decided_on=date(2026, 1, 3))

    assert status_of(late, early) == {"late-name": "idle", "entity-name-of-ilm": "applied"}
    assert "Late" in corrected(late, early)[0]["entity_name"]


@pytest.mark.parametrize(
    ("decision", "status"),
    [
        pytest.param(about_thing("x", "accept", "GPE", "Ilm"), "applied", id="accepted"),
        pytest.param(
            about_thing("x", "accept", "GPE", "Ilm", column_name="country_code", read_value="DE"),
            "applied",
            id="accepted_value",
        ),
        pytest.param(
            about_thing("x", "accept", "GPE", "Ilm", column_name="country_code", read_value="FR"),
            "stale",
            id="other_value",
        ),
        pytest.param(about_thing("x", "accept", "GPE", "Nowhere"), "idle", id="no_such_name"),
        pytest.param(about_thing("x", "hide", "PERSON", "Jo Vosk"), "applied", id="hidden"),
        pytest.param(
            about_thing("x", "merge", "PERSON", "Jo Vosk", target_name="Ada Korr"),
            "applied",
            id="merged",
        ),
        pytest.param(
            about_thing("x", "merge", "PERSON", "Jo Vosk", target_name="Nobody"),
            "idle",
            id="no_target",
        ),
        pytest.param(
            about_thing("x", "split", "PERSON", "Jo Vosk", document_id="b"), "applied", id="split"
        ),
        pytest.param(
            about_thing("x", "split", "PERSON", "Jo Vosk", document_id="c"),
            "idle",
            id="not_in_the_document",
        ),
        pytest.param(
            about_thing("x", "split", "PERSON", "Jo Vosk", document_id="z", path="new.txt"),
            "stale",
            id="document_gone",
        ),
    ],
)
def test_every_decision_about_a_thing_has_a_status(decision: Row, status: str) -> None:
    """Also those that resolution applies."""
    assert status_of(decision) == {"x": status}


def test_decision_about_namesakes_has_an_outcome_for_each() -> None:
    """Hiding a name hides all that bear it."""
    namesakes = (
        thing("a", "PERSON", "Ada Korr", context="country:ML"),
        thing("b", "PERSON", "Ada Korr", context="country:NE"),
    )
    _, outcomes = corrected(about_thing("x", "hide", "PERSON", "Ada Korr"), things=namesakes)

    assert [outcome.status for outcome in outcomes] == ["applied", "applied"]
    assert len({outcome.row_key for outcome in outcomes}) == 2


def test_stale_decision_leads_to_the_text_that_stands_there_now() -> None:
    """The document of its path is named."""
    decision = about_thing("x", "split", "PERSON", "Jo Vosk", document_id="z", path="new.txt")
    [outcome] = corrected(decision)[1]

    assert outcome.current_document_id == "c"
    assert "another text stands at new.txt now" in str(outcome.detail)


def test_merged_thing_is_the_row_of_its_decision() -> None:
    """The outcome leads to the entity that both names are now."""
    merge = about_thing("x", "merge", "PERSON", "Jo Vosk", target_name="Ada Korr")
    entities, [outcome] = corrected(merge)

    assert outcome.row_id == entities.filter(entity_name="Ada Korr")["entity_id"].item()

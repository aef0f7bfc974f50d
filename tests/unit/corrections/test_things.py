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


def test_value_that_breaks_a_rule_takes_no_other_with_it() -> None:
    """A point that is half given is refused; the name that was decided beside it holds."""
    found = corrected(change("Ilm", "latitude", "(none)"), change("Ilm", "entity_name", "Ilmenau"))

    assert {outcome.correction_id: outcome.status for outcome in found[1]} == {
        "latitude-of-ilm": "refused",
        "entity-name-of-ilm": "applied",
    }
    row = found[0].filter(label="GPE").to_dicts()[0]
    assert (row["entity_name"], row["latitude"], row["longitude"]) == ("Ilmenau", 3.0, 4.0)


@pytest.mark.parametrize("is_accepted_last", [True, False])
def test_of_hiding_and_accepting_a_thing_the_later_counts(*, is_accepted_last: bool) -> None:
    """As it is of a figure; the other one is idle and names it."""
    late = {"decided_on": date(2026, 1, 3)}
    hide = about_thing("hide", "hide", "PERSON", "Jo Vosk", **({} if is_accepted_last else late))
    accept = about_thing("ok", "accept", "PERSON", "jo vosk", **(late if is_accepted_last else {}))
    entities, outcomes = corrected(hide, accept)

    assert entities.filter(entity_name="Jo Vosk")["is_hidden"].item() is not is_accepted_last
    idle, applied = ("hide", "ok") if is_accepted_last else ("ok", "hide")
    assert {outcome.correction_id: outcome.status for outcome in outcomes} == {
        idle: "idle",
        applied: "applied",
    }
    assert f"the later decision {applied} counts instead" in {one.detail for one in outcomes}


def test_thing_may_be_hidden_by_several_names() -> None:
    """Two decisions that agree are both applied."""
    things = (thing("b", "PERSON", "Jo Vosk", other_names="the-heron"),)
    hides = [about_thing(name, "hide", "PERSON", name) for name in ("Jo Vosk", "The Heron")]
    entities, outcomes = corrected(*hides, things=things)

    assert entities["is_hidden"].to_list() == [True]
    assert [outcome.status for outcome in outcomes] == ["applied", "applied"]


def test_accepted_value_shows_no_hidden_thing() -> None:
    """Who accepts a country later has not said that the place is to be seen."""
    hide = about_thing("hide", "hide", "GPE", "Ilm")
    accept = about_thing(
        *("ok", "accept", "GPE", "Ilm"),
        column_name="country_code",
        read_value="DE",
        decided_on=date(2026, 1, 3),
    )

    assert corrected(hide, accept)[0].filter(label="GPE")["is_hidden"].item()
    assert status_of(hide, accept) == {"hide": "applied", "ok": "applied"}


@pytest.mark.parametrize(("early", "late"), [("a", "b"), ("b", "a")])
def test_of_two_labels_of_a_thing_the_later_counts(early: str, late: str) -> None:
    """Whatever the decisions are called."""
    first = about_thing(early, "relabel", "PERSON", "Jo Vosk", target_label="VEHICLE")
    last = about_thing(
        *(late, "relabel", "PERSON", "Jo Vosk"), target_label="ORG", decided_on=date(2026, 1, 3)
    )
    entities, _ = corrected(first, last)

    assert entities.filter(entity_name="Jo Vosk")["label"].to_list() == ["ORG"]
    assert status_of(first, last) == {early: "idle", late: "applied"}


def test_label_of_one_document_leaves_that_of_the_others_applied() -> None:
    """A decision that a later one replaces in one document holds where it does not."""
    things = tuple(thing(document, "PERSON", "Vosk", around="NE") for document in "bc")
    every = about_thing("all", "relabel", "PERSON", "Vosk", target_label="ORG")
    own = about_thing(
        *("own", "relabel", "PERSON", "Vosk"),
        target_label="VEHICLE",
        document_id="c",
        decided_on=date(2026, 1, 3),
    )
    entities, outcomes = corrected(every, own, things=things)
    labels = dict(entities.select("entity_id", "label").iter_rows())

    assert sorted(labels.values()) == ["ORG", "VEHICLE"]
    assert {(one.correction_id, labels[str(one.row_id)]): one.status for one in outcomes} == {
        ("all", "ORG"): "applied",
        ("all", "VEHICLE"): "idle",
        ("own", "VEHICLE"): "applied",
    }


@pytest.mark.parametrize(("early", "late"), [("a", "b"), ("b", "a")])
def test_of_two_words_for_a_split_the_later_counts(early: str, late: str) -> None:
    """The thing that is set apart has one key."""
    given = {"document_id": "b"}
    first = about_thing(early, "split", "PERSON", "Jo Vosk", target_name="singer", **given)
    last = about_thing(
        *(late, "split", "PERSON", "Jo Vosk"),
        target_name="rower",
        decided_on=date(2026, 1, 3),
        **given,
    )
    entities, _ = corrected(first, last)

    assert "jo-vosk|split-rower" in entities["canonical_key"].to_list()
    assert status_of(first, last) == {early: "idle", late: "applied"}

"""A replay before and after the nodes of a run: what takes part, and how its outcome is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl
import pytest

from expectations.ledger import ops_frame, render_json
from expectations.validated import Validated
from tasks.replay import Collected, Selection, select_rows
from tasks.replay_frames import link_frames, parse_rows
from tasks.replay_outcome import Outcome, count_rules, judge_outcome
from tasks.replay_record import check_losses
from tests.sample_rows import RUN_ID, figure_row, frame_of
from warehouse.errors import GateError
from warehouse.identifiers import entity_id
from warehouse.row_keys import row_key
from warehouse.tables import DOCUMENT_TABLES, TABLES_BY_NAME
from warehouse.tables.figures import FIGURES

if TYPE_CHECKING:
    from collections.abc import Sequence

TEXT = "Some 5 of 6 men and 7 of 8 boys."
OPEN = pl.DataFrame(
    [
        ("core.sentences", "s1", "s1", "too_long", "d1"),
        ("core.figures", "f1", "f1", "reference_exists", "d1"),
        ("core.figures", "f2", "f2", "not_null(unit)", "d1"),
        ("core.figures", "f2", "f2", "reference_exists", "d1"),
        ("core.figures", "f3", "f3", "too_long", "d2"),
        ("core.figures", "f3 copy", "f3", "unique_key(figure_id)", "d2"),
        ("core.figures", "f4", "f4", "reference_exists", "d3"),
    ],
    schema=["table_name", "row_key", "plain_key", "rule", "document_id"],
    orient="row",
)


def selected(**wanted: str) -> list[str]:
    """Return the keys of the rows that take part."""
    rows = select_rows(OPEN, Selection(**wanted))
    return rows["row_key"].unique(maintain_order=True).to_list()


def test_everything_takes_part_unless_asked_otherwise() -> None:
    """Without a table and a rule all open rows are replayed."""
    assert select_rows(OPEN, Selection()).equals(OPEN)


def test_rows_that_went_along_come_along() -> None:
    """What lost only its sentence takes part with it; what broke a rule of its own does not."""
    assert selected(table="core.sentences") == ["s1", "f1"]


def test_rows_of_one_key_take_part_together() -> None:
    """The rule decides by any row of the key: one of them alone could take its place."""
    assert selected(rule="unique_key(figure_id)") == ["f3", "f3 copy"]


def test_table_and_rule_must_both_fit() -> None:
    """A rule that another table's rows broke selects nothing of this table."""
    assert selected(table="core.sentences", rule="not_null(unit)") == []


def test_rows_that_cannot_be_read_stay_and_are_counted(caplog: pytest.LogCaptureFixture) -> None:
    """A row of an older declaration is named in the log; the others are replayed."""
    (row,) = frame_of("core.figures", [figure_row(TEXT, "5")]).to_dicts()
    texts = [("core.figures", "new", render_json(row)), ("core.figures", "old", '{"gone":1}')]
    schema = ["table_name", "row_key", "row_json"]

    rows, unreadable_count = parse_rows(pl.DataFrame(texts, schema=schema, orient="row"))

    assert rows["core.figures"].to_dicts() == [row]
    assert unreadable_count == 1
    assert "core.figures old is not replayed" in caplog.text


def figures(*texts: str) -> pl.DataFrame:
    """Return figures of one document, each by its characters."""
    return frame_of("core.figures", [figure_row(TEXT, text) for text in texts])


def refusals(frame: pl.DataFrame, rule: str, copy: int | None = None) -> list[dict[str, object]]:
    """Return rows of ``ops.rejected_rows`` about all rows of a frame of figures."""
    keys = [row_key(FIGURES, row) for row in frame.iter_rows(named=True)]
    named = [key if copy is None else f'{key[:-1]}, "copy": {copy}}}' for key in keys]
    return [
        {
            "run_id": RUN_ID,
            "table_name": "core.figures",
            "row_key": key,
            "rule": rule,
            "row_json": "{}",
        }
        for key in named
    ]


def judged(accepted: pl.DataFrame, refused: Sequence[dict[str, object]]) -> Validated:
    """Return a judgement of figures."""
    return Validated(
        accepted={"core.figures": accepted.select(FIGURES.key)},
        rejected_rows=ops_frame("ops.rejected_rows", refused),
        validations=ops_frame("ops.validations", []),
        issues=ops_frame("ops.issues", []),
    )


def outcome_of(replayed: pl.DataFrame, ledger: Validated) -> Outcome:
    """Return the outcome of a replay of figures."""
    collected = Collected(rows={"core.figures": replayed}, folders=[], unreadable_count=0)
    return judge_outcome(collected, ledger)


def test_outcome_tells_refused_rows_from_lost_ones() -> None:
    """5 comes back and 6 stays refused; 7, which was loaded, breaks a rule now and goes."""
    ledger = judged(
        figures("5", "8"), [*refusals(figures("6"), "one"), *refusals(figures("7"), "two")]
    )

    outcome = outcome_of(figures("5", "6"), ledger)

    assert outcome.tables.rows() == [("core.figures", 2, 1, 1)]
    assert (outcome.replayed_count, outcome.accepted_count, outcome.document_count) == (2, 1, 1)
    assert outcome.refused["rule"].to_list() == ["one"]
    assert outcome.lost["rule"].to_list() == ["two"]


def test_of_two_rows_of_a_key_one_comes_back() -> None:
    """The other one is refused as its copy, and is no loss of a loaded row."""
    both = pl.concat([figures("5"), figures("5")])

    outcome = outcome_of(both, judged(figures("5"), refusals(figures("5"), "unique", copy=2)))

    assert outcome.tables.rows() == [("core.figures", 2, 1, 1)]
    assert outcome.lost.is_empty()


def test_rules_are_counted_with_their_first_row() -> None:
    """The rule that keeps most rows out stands first."""
    rows = ops_frame(
        "ops.rejected_rows", [*refusals(figures("5"), "a"), *refusals(figures("6", "7"), "b")]
    )

    counted = count_rules(rows)

    assert counted.select("table_name", "rule", "row_count").rows() == [
        ("core.figures", "b", 2),
        ("core.figures", "a", 1),
    ]
    assert counted["example"][0] == min(rows["row_key"].tail(2))


def many(count: int) -> pl.DataFrame:
    """Return that many figures."""
    (row,) = figures("5").to_dicts()
    return frame_of("core.figures", [{**row, "figure_id": f"{n:016x}"} for n in range(count)])


def test_loss_of_many_loaded_rows_stops_the_replay() -> None:
    """30 of 100 loaded rows break a rule by now: the rule is to be looked at first."""
    loaded = many(100)
    ledger = judged(loaded.tail(70), refusals(loaded.head(30), "stricter"))

    with pytest.raises(GateError, match=r"core.figures 30 of 100 rows .* by stricter"):
        check_losses(outcome_of(figures("5"), ledger), ledger, None)


def test_rows_that_stay_refused_are_no_loss() -> None:
    """However many still break a rule: they were not loaded before."""
    ledger = judged(figures("5"), refusals(many(100), "still"))

    check_losses(outcome_of(many(100), ledger), ledger, None)


def test_linked_rows_name_the_entity_of_their_thing() -> None:
    """A loaded row is resolved and a refused one is not; both must lead to one entity."""
    frames = {table.qualified_name: frame_of(table.qualified_name, []) for table in DOCUMENT_TABLES}
    claim = {"claimant_entity_index": 1, "claimant_entity_id": "a" * 16}
    row = figure_row(TEXT, "5") | claim
    thing = {
        **dict.fromkeys(TABLES_BY_NAME["core.document_entities"].column_names),
        "document_id": row["document_id"],
        "entity_index": 1,
        "label": "GPE",
        "local_key": "kenya",
        "entity_id": "b" * 16,
        "resolution_rule": "seed",
    }
    frames["core.figures"] = frame_of("core.figures", [row])
    # the same thing twice, as only a broken extraction gives it
    frames["core.document_entities"] = frame_of("core.document_entities", [thing, thing])

    linked = link_frames(frames)

    things = linked["core.document_entities"]
    assert things["resolution_rule"].to_list() == ["document"] * 2
    assert things["entity_id"].to_list() == [entity_id("GPE", "kenya")] * 2
    assert linked["core.figures"]["claimant_entity_id"].to_list() == [entity_id("GPE", "kenya")]
    assert linked.keys() == frames.keys()

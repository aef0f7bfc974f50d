"""Every column of core.figures corrupted in every way that the contract names: all is caught."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

import polars as pl
import pytest
from polars.testing import assert_frame_equal

from expectations.runner import validate_frames
from expectations.structure import check_structure
from tests.gate_frames import document_frames, many_documents
from tests.gate_rows import RUN_ID, Frames, Row, sha256, short_hash
from warehouse.row_keys import row_key
from warehouse.tables import TABLES_BY_NAME
from warehouse.tables.figures import FIGURES

if TYPE_CHECKING:
    from expectations.validated import Validated

pytestmark = pytest.mark.slow


@dataclass(frozen=True, kw_only=True)
class Corruption:
    """One column of one row made wrong, and the rules of which at least one must catch it."""

    column: str
    changes: Row
    rules: tuple[str, ...]

    @property
    def name(self) -> str:
        """Id of the case, and seed of its document."""
        return f"{self.column}-{self.rules[0]}-{next(iter(self.changes.values()))!r}"


def declared_corruptions() -> list[Corruption]:
    """Return for each statement of the contract on core.figures a value that breaks it."""
    found: list[tuple[str, object, str]] = []
    for column in FIGURES.columns:
        name = column.name
        if not column.nullable:
            found.append((name, None, f"not_null({name})"))
        if column.minimum is not None:
            found.append((name, column.minimum - 1, f"within_bounds({name})"))
        if column.vocabulary is not None:
            found += [(name, word, f"in_vocabulary({name})") for word in ("nonsense", "")]
        if column.pattern is not None:
            good = short_hash("any") if name != "document_id" else sha256("any")
            bad = (good[1:], good.upper(), good + "\n", f" {good}")
            found += [(name, word, f"matches_pattern({name})") for word in bad]
    return [
        Corruption(column=name, changes={name: value}, rules=(rule,)) for name, value, rule in found
    ]


def shifted_spans() -> list[Corruption]:
    """Return each offset of a full figure moved by one to either side, and each text changed."""
    row = document_frames()["core.figures"].row(0, named=True)
    rule = ("span_text_matches_document",)
    moved = [
        Corruption(column=name, changes={name: row[name] + step}, rules=rule)
        for span in FIGURES.spans
        for name in (span.start_char, span.end_char)
        for step in (-1, 1)
        if row[name] + step >= 0
    ]
    texts = [
        Corruption(column=span.text, changes={span.text: row[span.text] + "x"}, rules=rule)
        for span in FIGURES.spans
    ]
    nulls = [
        Corruption(column=name, changes={name: None}, rules=("span_columns_complete",))
        for span in FIGURES.spans[1:]
        for name in (span.text, span.start_char, span.end_char)
    ]
    return [*moved, *texts, *nulls]


VALUE_CORRUPTIONS = [
    Corruption(column=column, changes={column: value}, rules=(rule,))
    for column, value, rule in (
        ("low", Decimal(101), "low_not_above_high"),
        ("low", None, "bounds_agree_with_qualifier"),
        ("high", Decimal(99), "low_not_above_high"),
        ("high", None, "bounds_agree_with_qualifier"),
        ("value", Decimal("100.000000001"), "value_agrees_with_bounds"),
        ("value", None, "value_agrees_with_bounds"),
        ("qualifier", "range", "value_agrees_with_bounds"),
        ("kind", "count", "unit_agrees_with_kind"),
        ("kind", "money", "currency_known"),
        ("unit", None, "unit_agrees_with_kind"),
        ("unit", "kilometre", "unit_known"),
        ("value_si", Decimal(100), "si_value_agrees_with_value"),
        ("unit_si", None, "si_value_has_unit"),
        ("category", "distances", "category_known"),
        ("total_figure_id", short_hash("nowhere"), "reference_exists"),
        ("sentence_index", 1, "evidence_sentence_holds_span"),
        ("sentence_index", 2, "reference_exists"),
        ("document_id", sha256("nowhere"), "whole_is_another_figure"),
        ("counted_head", None, "counted_head_has_phrase"),
        ("counted_rule", None, "counted_phrase_has_rule"),
        ("claimant_rule", None, "claimant_has_rule"),
        ("claimant_name", None, "party_has_name"),
        ("claimant_type", None, "source_has_type"),
        ("via_name", None, "party_has_name"),
        ("as_of_start", date(2015, 12, 1), "as_of_end_not_before_start"),
        ("as_of_end", date(2015, 10, 31), "as_of_end_not_before_start"),
        ("as_of_end", None, "as_of_columns_complete"),
        ("as_of_precision", None, "as_of_columns_complete"),
        ("as_of_rule", None, "as_of_columns_complete"),
    )
]
CORRUPTIONS = [*declared_corruptions(), *shifted_spans(), *VALUE_CORRUPTIONS]


@pytest.fixture(scope="session")
def corrupted() -> Frames:
    """One document per corruption, whose first figure is corrupted."""
    frames = many_documents([item.name for item in CORRUPTIONS])
    rows = frames["core.figures"].to_dicts()
    for number, corruption in enumerate(CORRUPTIONS):
        rows[number * len(document_frames()["core.figures"])] |= corruption.changes
    frames["core.figures"] = pl.DataFrame(rows, schema=FIGURES.polars_schema, orient="row")
    return frames


@pytest.fixture(scope="session")
def caught(corrupted: Frames) -> Validated:
    """Judgement of all corruptions at once."""
    return validate_frames(corrupted, run_id=RUN_ID)


def rules_of(validated: Validated, table_name: str = "core.figures") -> dict[str, set[str]]:
    """Return the rules that each row of a table broke, by row key."""
    found: dict[str, set[str]] = {}
    for ledger in (validated.rejected_rows, validated.issues):
        for row in ledger.filter(table_name=table_name).iter_rows(named=True):
            found.setdefault(row["row_key"], set()).add(row["rule"])
    return found


@pytest.mark.parametrize("corruption", CORRUPTIONS, ids=lambda item: item.name)
def test_gate_catches_each_corrupted_column(
    corruption: Corruption, corrupted: Frames, caught: Validated
) -> None:
    """A wrong value in any column of core.figures is refused or recorded, under its rule."""
    position = CORRUPTIONS.index(corruption) * len(document_frames()["core.figures"])
    figure_id = corrupted["core.figures"]["figure_id"][position]

    rules = rules_of(caught)[row_key(FIGURES, {"figure_id": figure_id})]

    assert set(corruption.rules) & rules


def test_corruptions_reach_every_column() -> None:
    """No column of core.figures is without a corruption."""
    assert {item.column for item in CORRUPTIONS} == set(FIGURES.column_names)


def test_gate_leaves_sound_neighbours_alone(caught: Validated) -> None:
    """Only corrupted figures and nothing of other tables is refused."""
    assert set(caught.rejected_rows["table_name"]) == {"core.figures"}
    assert caught.rejected_count("core.figures") <= len(CORRUPTIONS)


@pytest.mark.parametrize("table_name", sorted(document_frames()))
def test_gate_loses_no_row(table_name: str, corrupted: Frames, caught: Validated) -> None:
    """Rows in are rows accepted plus rows refused."""
    counts = caught.accepted[table_name].height, caught.rejected_count(table_name)

    assert sum(counts) == corrupted[table_name].height


@pytest.mark.parametrize("table_name", ["ops.rejected_rows", "ops.validations", "ops.issues"])
def test_ledger_obeys_its_own_contract(table_name: str, caught: Validated) -> None:
    """The ledger could be judged by its own suite: structure, keys and values hold."""
    table = TABLES_BY_NAME[table_name]
    frame = {
        "ops.rejected_rows": caught.rejected_rows,
        "ops.validations": caught.validations,
        "ops.issues": caught.issues,
    }[table_name]

    check_structure(table, frame)
    judged = validate_frames({table_name: frame}, run_id=RUN_ID)

    assert frame.height > 0
    assert judged.validations["is_success"].all()


def test_gate_does_not_depend_on_row_order(corrupted: Frames, caught: Validated) -> None:
    """The same rows in reverse order give the same ledger and the same accepted rows."""
    turned = validate_frames(
        {name: frame.reverse() for name, frame in corrupted.items()}, run_id=RUN_ID
    )

    assert_frame_equal(turned.rejected_rows, caught.rejected_rows, check_row_order=False)
    assert_frame_equal(turned.issues, caught.issues, check_row_order=False)
    for name, frame in caught.accepted.items():
        assert_frame_equal(turned.accepted[name].reverse(), frame)

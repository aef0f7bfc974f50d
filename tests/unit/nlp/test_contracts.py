"""The JSON line, the proof by reading again, the fingerprint, and the pieces of long texts."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import polars as pl
import pytest

from tasks.nlp import fingerprint
from tasks.nlp.extraction import extract_frames
from tasks.nlp.fingerprint import extraction_fingerprint
from tasks.nlp.json_contract import extract_json
from tasks.nlp.packaged import PACKAGED
from tasks.nlp.pipeline import load_pipeline
from tasks.nlp.reparse import figure_mismatches
from warehouse.errors import EnvironmentFault

if TYPE_CHECKING:
    from pathlib import Path

TEXT = (
    "A store is found in the old mill\n\n"
    "About 40 to 50 percent of 1,200 rifles, worth $2.5 million, lay 3 km away on 9 May 2019. "
    'One in five men, aged 20 to 25, said: "We counted the rifles and we left the town."\n'
)
NAMES = "Rebels killed Nils Ohm, spokesman of the Harbour Guard, in Aleppo. Ohm had fled."
FIGURE_FIELDS = (
    "figure_id kind low high value qualifier qualifier_text unit value_si unit_si counted "
    "counted_rule share_text per_text category change temporal_type modality total_figure_id "
    "claimant claimant_rule via place_entity_index place_entity_id as_of_start as_of_end "
    "as_of_precision as_of_rule sentence_index rule start_char end_char text"
)


@pytest.fixture(scope="module")
def line() -> dict[str, Any]:
    """Give the JSON line of the sample text, through JSON and back."""
    record = {"id": "x", "text": TEXT, "published": "2019-05-10"}
    found: dict[str, Any] = json.loads(json.dumps(extract_json(load_pipeline(), record)))
    return found


def test_json_line_has_the_fields_of_the_contract(line: dict[str, Any]) -> None:
    """A line and its figures have every field that the design names."""
    assert set(line) == {
        "id", "document", "passages", "entities", "things", "figures", "dates", "quotes", "roles",
        "relations", "rejected_numbers",
    }  # fmt: skip
    assert set(line["document"]) == {"title", "published", "authors", "publisher", "language"}
    assert set(FIGURE_FIELDS.split()) <= set(line["figures"][0])


def test_json_numbers_are_numbers(line: dict[str, Any]) -> None:
    """Bounds and values are JSON numbers, whole ones without a fraction."""
    by_text = {figure["text"]: figure for figure in line["figures"]}

    assert (by_text["40 to 50 percent"]["low"], by_text["40 to 50 percent"]["high"]) == (40, 50)
    assert by_text["40 to 50 percent"]["value"] is None
    assert by_text["$2.5 million"]["value"] == 2_500_000
    assert (by_text["3 km"]["value_si"], by_text["3 km"]["unit_si"]) == (3000, "meter")


def test_every_json_span_holds_its_text(line: dict[str, Any]) -> None:
    """Each span of a line slices its own text out of the input."""
    spans = [row for key in ("figures", "dates", "quotes", "entities") for row in line[key]]
    spans += [f["counted"] for f in line["figures"] if f["counted"]]

    assert all(TEXT[span["start_char"] : span["end_char"]] == span["text"] for span in spans)
    assert {"text", "start_char", "end_char", "head"} <= set(line["figures"][0]["counted"])


@pytest.fixture(scope="module")
def named() -> dict[str, Any]:
    """Give the JSON line of a text about things, through JSON and back."""
    record = {"id": "x", "text": NAMES}
    found: dict[str, Any] = json.loads(json.dumps(extract_json(load_pipeline(), record)))
    return found


def test_json_mention_leads_to_its_thing(named: dict[str, Any]) -> None:
    """A mention has the position of its thing in the line, and that thing's name and id."""
    surname = next(mention for mention in named["entities"] if mention["text"] == "Ohm")
    thing = named["things"][surname["entity_index"]]

    assert [thing["entity_index"] for thing in named["things"]] == [0, 1, 2]
    assert (thing["entity_name"], thing["label"]) == ("Nils Ohm", "PERSON")
    assert (surname["name"], surname["entity_id"]) == ("Nils Ohm", thing["entity_id"])
    assert not {"start_char", "end_char", "text"} & set(thing)


def test_json_role_nests_its_holders(named: dict[str, Any]) -> None:
    """A role has its own span; person and body are spans with their entity, else null."""
    (role,) = named["roles"]
    things = {thing["entity_name"]: thing["entity_id"] for thing in named["things"]}

    assert (role["text"], role["place"]) == ("spokesman", None)
    for party, name in (("person", "Nils Ohm"), ("organisation", "Harbour Guard")):
        span = role[party]
        assert NAMES[span["start_char"] : span["end_char"]] == span["text"] == name
        assert span["entity_id"] == things[name]


def test_json_event_has_no_span_of_its_own(named: dict[str, Any]) -> None:
    """An event stands where its verb and its parties do."""
    (event,) = [row for row in named["relations"] if row["kind"] == "event"]
    pair = next(row for row in named["relations"] if row["kind"] == "co_mention")

    assert "start_char" not in event
    assert (event["event"], event["modality"]) == ("kill", "asserted")
    assert [event[party]["text"] for party in ("subject", "verb")] == ["Rebels", "killed"]
    assert event["subject"]["entity_id"] is None
    assert (pair["event"], pair["verb"], pair["modality"]) == (None, None, None)


@pytest.fixture(scope="module")
def figures() -> pl.DataFrame:
    """Give core.figures of the sample text."""
    staged = pl.DataFrame(
        {
            "document_id": ["a" * 64],
            "text": [TEXT],
            "char_count": [len(TEXT)],
            "byte_count": [len(TEXT.encode())],
            "encoding": ["utf-8"],
            "stated_metadata": [None],
            "path": ["mill.txt"],
        },
        schema_overrides={"stated_metadata": pl.String},
    )
    return extract_frames(load_pipeline(), staged, fingerprint="0" * 16)["core.figures"]


def test_figures_follow_from_their_text(figures: pl.DataFrame) -> None:
    """Every extracted figure, read again from its characters, gives what is stored."""
    assert figures.height >= 6
    assert figure_mismatches(figures, {"a" * 64: TEXT}).height == 0


CHANGES: dict[str, tuple[str, pl.Expr]] = {
    "low": ("low", pl.col("low") + 1),
    "high": ("high", pl.col("high") + 1),
    "value": ("value", pl.lit(Decimal(7)).cast(pl.Decimal(38, 9))),
    "unit": ("unit", pl.lit("EUR")),
    "start": ("start_char", pl.col("start_char") + 1),
    "end": ("end_char", pl.col("end_char") - 1),
}


@pytest.mark.parametrize(("column", "changed"), CHANGES.values(), ids=CHANGES)
def test_changed_figure_is_found(figures: pl.DataFrame, column: str, changed: pl.Expr) -> None:
    """A changed bound, value, unit or offset is reported with the key of its row."""
    row = figures.filter(pl.col("figure_text") == "$2.5 million")
    mutated = row.with_columns(changed.cast(row.schema[column]).alias(column))

    found = figure_mismatches(mutated, {"a" * 64: TEXT})

    assert found.height >= 1
    assert json.loads(found["row_key"][0]) == {"figure_id": row["figure_id"][0]}


def test_fingerprint_changes_with_model_and_settings() -> None:
    """The fingerprint is stable and changes with model and settings."""
    first = extraction_fingerprint("rules", max_document_chars=10)

    assert first == extraction_fingerprint("rules", max_document_chars=10)
    assert first != extraction_fingerprint("other", max_document_chars=10)
    assert first != extraction_fingerprint("rules", max_document_chars=11)
    assert len(first) == 16


def test_fingerprint_follows_the_files_of_the_packaged_model(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Other weights under the same name are another model; a document is then read anew."""
    monkeypatch.setattr(fingerprint, "packaged_folder", lambda: tmp_path)
    hashes = []
    for weights in (b"old", b"new"):
        (tmp_path / "encoder.onnx").write_bytes(weights)
        fingerprint.packaged_hash.cache_clear()
        hashes.append(extraction_fingerprint(PACKAGED, max_document_chars=10))
    fingerprint.packaged_hash.cache_clear()

    assert len(set(hashes)) == 2


def test_unknown_model_is_a_fault_of_the_environment() -> None:
    """A pipeline that is not installed is named in one clear sentence."""
    with pytest.raises(EnvironmentFault, match="no_such_model"):
        load_pipeline("no_such_model")

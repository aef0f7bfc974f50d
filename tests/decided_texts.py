"""A small text with figures, a quotation and a date, as a run holds it under decisions."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from tasks.corrections.anchors import Files
from tasks.corrections.applying import apply_overlay
from tasks.corrections.decisions import decisions_of
from tasks.corrections.ground import Ground
from tasks.corrections.overlays import OVERLAYS
from tasks.corrections.rows import tables_read
from tests.decided import decision
from tests.sample_rows import FINGERPRINT, frame_of, sha256
from warehouse.corrections_columns import SPAN_TEXTS
from warehouse.identifiers import entity_id, span_id

if TYPE_CHECKING:
    import polars as pl

    from tasks.corrections.outcomes import Outcome

Row = dict[str, Any]
TEXT = (
    "Harbour police said about 40 trucks left Mosul on 3 May 2021. He said “12 soldiers of 90 "
    "fell”, while Ada Korr counted 5."
)
DOCUMENT = sha256(TEXT)
PATH = "news/a.txt"
POLICE, MOSUL, KORR = (
    entity_id(*key) for key in (("ORG", "police"), ("GPE", "mosul"), ("PERSON", "korr"))
)
SENTENCE = TEXT.index("He said")


def place(text: str) -> Row:
    """Return the document and the place of words of the text."""
    start = TEXT.index(text)
    own = {"document_id": DOCUMENT, "start_char": start, "end_char": start + len(text)}
    return own | {"sentence_index": int(start >= SENTENCE), "rule": "test"}


def words(prefix: str, text: str) -> Row:
    """Return the span columns of words of the text."""
    start = TEXT.index(text)
    return {
        f"{prefix}_text": text,
        f"{prefix}_start_char": start,
        f"{prefix}_end_char": start + len(text),
    }


def figure(text: str, value: int, **values: object) -> Row:
    """Return a figure that states a point."""
    own = place(text)
    point = dict.fromkeys(("low", "high", "value"), Decimal(value))
    given = {"kind": "count", "qualifier": "exact", "category": "other", "household_unit": False}
    figure_id = span_id(DOCUMENT, own["start_char"], own["end_char"])
    return own | point | given | {"figure_id": figure_id, "figure_text": text} | values


def claimed(text: str, name: str, kind: str, entity: tuple[int, str] | None = None) -> Row:
    """Return the columns of somebody who claims a figure."""
    index, thing = entity or (None, None)
    found: Row = {"claimant_name": name, "claimant_type": kind, "claimant_rule": "verb"}
    return (
        words("claimant", text)
        | found
        | {"claimant_entity_index": index, "claimant_entity_id": thing, "stance": "stated"}
    )


def things() -> list[Row]:
    """Return what the document names."""
    named = (
        ("ORG", "Harbour police", POLICE),
        ("GPE", "Mosul", MOSUL),
        ("PERSON", "Ada Korr", KORR),
    )
    return [
        {
            "document_id": DOCUMENT,
            "entity_index": index,
            "label": label,
            "entity_name": name,
            "local_key": name.lower().replace(" ", "-"),
            "is_seeded": False,
            "entity_id": thing,
            "resolution_rule": "same_name",
        }
        for index, (label, name, thing) in enumerate(named)
    ]


def entities() -> list[Row]:
    """Return what the things are over all documents: Mosul has another name there."""
    counts = {"mention_count": 1, "document_count": 1, "is_seeded": False, "is_hidden": False}
    named = ((POLICE, "ORG", "police"), (MOSUL, "GPE", "mosul"), (KORR, "PERSON", "korr"))
    names = {POLICE: "Harbour police", MOSUL: "Mosul (city)", KORR: "Ada Korr"}
    return [
        {"entity_id": thing, "label": label, "canonical_key": key, "entity_name": names[thing]}
        | counts
        for thing, label, key in named
    ]


WHOLE = figure("90", 90)["figure_id"]
"""Of 90 soldiers 12 fell."""


def rows() -> dict[str, list[Row]]:
    """Return the rows of the document by table."""
    said = place("12 soldiers of 90 fell")
    return {
        "raw.documents": [
            {
                "document_id": DOCUMENT,
                "text": TEXT,
                "char_count": len(TEXT),
                "byte_count": len(TEXT.encode()),
                "encoding": "utf-8",
                "extraction_fingerprint": FINGERPRINT,
            }
        ],
        "raw.passages": [
            {"document_id": DOCUMENT, "passage_index": 0, "kind": "body", "rule": "test"}
            | {"start_char": 0, "end_char": len(TEXT)}
        ],
        "core.sentences": [
            {"document_id": DOCUMENT, "sentence_index": index, "passage_index": 0}
            | {"start_char": start, "end_char": end}
            for index, (start, end) in enumerate([(0, SENTENCE - 1), (SENTENCE, len(TEXT))])
        ],
        "core.document_entities": things(),
        "core.figures": [
            figure(
                "40",
                40,
                qualifier="about",
                **words("counted", "trucks"),
                counted_head="truck",
                counted_rule="head",
                place_entity_index=1,
                place_entity_id=MOSUL,
                **claimed("Harbour police", "Harbour police", "organisation", (0, POLICE)),
                **words("via", "Harbour"),
                via_name="Harbour",
            ),
            figure("12", 12, total_figure_id=WHOLE, **claimed("He", "He", "pronoun")),
            figure("90", 90),
            figure("5", 5),
        ],
        "core.quotes": [
            said
            | {"quote_id": span_id(*list(said.values())[:3]), "kind": "direct"}
            | {"quote_text": "12 soldiers of 90 fell", "speaker_rule": "subject"}
            | words("speaker", "He")
            | {"speaker_name": "He", "speaker_type": "pronoun"}
        ],
        "core.dates": [
            place("3 May 2021")
            | {"date_text": "3 May 2021", "value": "2021-05-03", "precision": "day"}
            | {"start_on": date(2021, 5, 3), "end_on": date(2021, 5, 3)}
        ],
    }


def ground(changed: dict[str, list[Row]] | None = None) -> Ground:
    """Return what a run holds of the document; ``changed`` has other rows of some tables."""
    present = rows() | (changed or {})
    frames = {
        table.qualified_name: frame_of(table.qualified_name, present.get(table.qualified_name, []))
        for table in tables_read()
    }
    return Ground(
        frames=frames
        | {"core.entities": frame_of("core.entities", present.get("core.entities", entities()))},
        files=Files(by_path={PATH: [DOCUMENT]}, document_ids=frozenset({DOCUMENT})),
        run_on=date(2026, 1, 2),
    )


def about(subject: str, action: str, text: str, **values: object) -> Row:
    """Return a decision about words of the text, named for what it says."""
    assert subject in SPAN_TEXTS
    start = TEXT.index(text)
    column, new = values.get("column_name", ""), values.get("new_value", "")
    spelled = "-".join(str(part) for part in (action, subject, text, column, new) if part)
    slug = "-".join("".join(c if c.isalnum() else " " for c in spelled.lower()).split())
    own: Row = {"name": text, "document_id": DOCUMENT, "path": PATH}
    own |= {"anchor_start_char": start, "anchor_end_char": start + len(text)}
    return decision(slug, action, subject, **(own | values))


def change(text: str, column_name: str, new_value: str, subject: str = "figure") -> Row:
    """Return a decision that gives a column of a row another value."""
    return about(subject, "correct", text, column_name=column_name, new_value=new_value)


def applied(
    *decisions: Row, changed: dict[str, list[Row]] | None = None
) -> tuple[dict[str, pl.DataFrame], dict[str, Outcome]]:
    """Return the corrected rows by table, and what became of each decision by its name."""
    held = ground(changed)
    frames: dict[str, pl.DataFrame] = {}
    outcomes: dict[str, Outcome] = {}
    for overlay in OVERLAYS:
        own = decisions_of(decisions, overlay.subjects)
        frames[overlay.corrected.name], found = apply_overlay(overlay, own, held)
        outcomes |= {outcome.correction_id: outcome for outcome in found}
    return frames, outcomes


def corrected(*decisions: Row, table: str = "corrected_figures") -> Row:
    """Return the only row of a table of corrected rows that decisions make."""
    frames, _ = applied(*decisions)
    [row] = frames[table].to_dicts()
    return row


def statuses(*decisions: Row) -> dict[str, str]:
    """Return the status of each decision by its name."""
    return {name: outcome.status for name, outcome in applied(*decisions)[1].items()}

"""``tallybook explain``: which rule did what with a text or a figure."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Annotated, Any, Final

import typer

from flows.cli.options import JsonOption, ModelOption, WarehouseOption, warehouse_path
from flows.cli.output import cell_text, message_console, write_facts, write_json, write_table
from flows.settings import load_settings
from warehouse.errors import UsageError

if TYPE_CHECKING:
    from pathlib import Path

FIGURE_ID: Final = re.compile(r"[0-9a-f]{16}")
SENTENCE: Final = """
    select
        documents.text,
        sentences.start_char,
        sentences.end_char,
    from core.figures as figures
    inner join raw.documents as documents using (document_id)
    inner join core.sentences as sentences using (document_id, sentence_index)
    where figures.figure_id = ?
"""
SPAN: Final = ("text", "start_char", "end_char")
CANDIDATE: Final = (*SPAN, "reading", "verdict", "rule")
ARC: Final = ("part_of_speech", "dependency", "head")
MEANING: Final = ("category", "change", "modality", "temporal_type", "share", "total", "place")
LOST: Final = (*SPAN, "label", "rule", "reason")
PARTY: Final = ("name", "type", "head")
OWN_VOICE: Final = "nobody: the article's own voice"
NOBODY: Final = "nobody who is named"
ROWS: Final = {
    "entities": (*SPAN, "label", "name", "rule", "link_rule"),
    "things": ("entity_name", "label", "context", "country_code", "admin_area", "place_rule"),
    "dates": (*SPAN, "value", "precision", "rule"),
    "quotes": (*SPAN, "kind", "speaker", "speaker_rule", "cue", "stance", "via", "rule"),
    "roles": (*SPAN, "person", "organisation", "place", "rule"),
    "relations": ("kind", "event", "subject", "verb", "object", "modality"),
    "rejected_numbers": (*SPAN, "reason", "rule"),
}


def explain(
    text: Annotated[str, typer.Argument(metavar="TEXT|FIGURE_ID", help="What to explain.")],
    *,
    model: ModelOption = None,
    warehouse: WarehouseOption = None,
    json: JsonOption = False,
) -> None:
    """Show tokens, candidates, the rules that fired, and the resulting rows.

    Examples:
    `tallybook explain "About 5,000 militants crossed the border, the ministry said."`

    `tallybook explain 0123456789abcdef` (a figure of the warehouse, with its sentence)
    """
    from tasks.nlp.explain import explain_text  # noqa: PLC0415 - imports spaCy
    from tasks.nlp.pipeline import load_pipeline  # noqa: PLC0415 - as above

    settings = load_settings(model=model)
    whole, start_char, end_char = text, 0, len(text)
    if FIGURE_ID.fullmatch(text):
        whole, start_char, end_char = sentence_of(warehouse_path(warehouse), text)
    explanation = explain_text(load_pipeline(settings.model), whole).as_json()
    shown = restrict(explanation, start_char, end_char)
    if json:
        write_json(shown)
    else:
        message_console().print(cell_text(whole[start_char:end_char]), style="bold", markup=False)
        show(shown)


def sentence_of(path: Path, figure_id: str) -> tuple[str, int, int]:
    """Return the document text of a figure, and where its sentence starts and ends.

    Raises:
        UsageError: If the warehouse has no such figure.
    """
    from warehouse.queries import query_published  # noqa: PLC0415 - keeps the help fast

    rows = query_published(path, SENTENCE, [figure_id]).rows()
    if not rows:
        msg = f"there is no figure {figure_id} in {path}; list them with `tallybook sql`"
        raise UsageError(msg)
    whole, start_char, end_char = rows[0]
    return whole, start_char, end_char


def restrict(explanation: dict[str, Any], start_char: int, end_char: int) -> dict[str, Any]:
    """Return the parts of an explanation that lie between two characters.

    Args:
        explanation: Tokens, candidates and rows of a whole text.
        start_char: First character, inclusive.
        end_char: Character after the last one.
    """

    def inside(items: list[dict[str, Any]]) -> list[dict[str, Any]]:
        return [
            item
            for item in items
            if any(
                s["start_char"] < end_char and s["end_char"] > start_char for s in spans_of(item)
            )
        ]

    rows = {
        name: inside(value) if isinstance(value, list) else value
        for name, value in explanation["rows"].items()
    }
    named = {mention["entity_index"] for mention in rows["entities"]}
    things = [one for one in explanation["rows"]["things"] if one["entity_index"] in named]
    return {
        "tokens": inside(explanation["tokens"]),
        "candidates": inside(explanation["candidates"]),
        "lost_names": inside(explanation["lost_names"]),
        "rows": rows | {"things": things},
    }


def spans_of(item: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the item, if it has a place of its own, else the spans in it: an event has several."""
    if "start_char" in item:
        return [item]
    return [value for value in item.values() if isinstance(value, dict)]


def show(explanation: dict[str, Any]) -> None:
    """Show an explanation as tables; a figure shows all fields that are set.

    What a parse tells has columns, and lines also where it is null, only if the model parses.
    """
    write_tokens(explanation["tokens"])
    write_items(explanation["candidates"], CANDIDATE, "Candidates")
    for figure in explanation["rows"]["figures"]:
        facts = facts_of(figure) | meaning_of(figure, explanation["candidates"])
        write_facts(facts, title="Figure")
    write_items(explanation["lost_names"], LOST, "Names that lost")
    for name, columns in ROWS.items():
        write_items(explanation["rows"][name], columns, name.replace("_", " ").capitalize())


def facts_of(figure: dict[str, Any]) -> dict[str, Any]:
    """Return the fields of a figure that are set, flat: of a span its characters, and who it is.

    A figure without a claimant is told to be the article's own.
    """
    facts: dict[str, Any] = {}
    for name, value in figure.items():
        if isinstance(value, dict):
            facts[name] = value["text"]
            known = {f"{name}_{part}": value.get(part) for part in PARTY}
            facts |= {part: said for part, said in known.items() if said is not None}
        elif value is not None:
            facts[name] = value
    return {"claimant": NOBODY if facts.get("claimant_rule") else OWN_VOICE} | facts


def write_tokens(tokens: list[dict[str, Any]]) -> None:
    """Show tokens as a table, their offsets in one column so that it fits a narrow terminal."""
    arcs = [name for name in ARC if any(name in token for token in tokens)]
    rows = [
        (
            token["text"],
            f"{token['start_char']}..{token['end_char']}",
            token["entity_label"],
            *(token[name] for name in arcs),
        )
        for token in tokens
    ]
    write_table(rows, ["token", "characters", "entity", *arcs], title="Tokens")


def meaning_of(figure: dict[str, Any], candidates: list[dict[str, Any]]) -> dict[str, Any]:
    """Return what the parse says of a figure, from its candidate; empty without a parse."""
    for candidate in candidates:
        if candidate["start_char"] < figure["end_char"] and (
            candidate["end_char"] > figure["start_char"]
        ):
            return {name: candidate[name] for name in MEANING if name in candidate}
    return {}


def shown_value(value: object) -> object:
    """Return a value as a table shows it: of a span its characters, and whom a pronoun means."""
    if not isinstance(value, dict):
        return value
    text, name = value["text"], value.get("name")
    return f"{text} = {name}" if name and name != text else text


def write_items(items: list[dict[str, Any]], columns: tuple[str, ...], title: str) -> None:
    """Show some fields of some items as a table; nothing when there are none."""
    if items:
        rows = [[shown_value(item.get(column)) for column in columns] for item in items]
        write_table(rows, columns, title=title)

"""``tallybook lineage``: a figure, the characters it came from, and the files that hold them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Final

import typer
from rich.text import Text

from flows.cli.options import JsonOption, WarehouseOption, warehouse_path
from flows.cli.output import cell_text, result_console, write_facts, write_frame, write_json
from warehouse.errors import UsageError

if TYPE_CHECKING:
    from pathlib import Path

CONTEXT_CHARS: Final = 160
FIGURE: Final = """
    select
        figures.figure_id,
        figures.document_id,
        figures.figure_text,
        figures.start_char,
        figures.end_char,
        figures.kind,
        figures.low,
        figures.high,
        figures.value,
        figures.qualifier,
        figures.unit,
        figures.counted_text,
        figures.rule,
        documents.text,
        documents.encoding,
        documents.extraction_fingerprint,
    from core.figures as figures
    inner join raw.documents as documents using (document_id)
    where figures.figure_id = ?
"""
FILES: Final = """
    select
        document_files.source,
        document_files.path,
        document_files.record_index,
        document_files.file_sha256,
        document_files.sidecar_sha256,
        max_by(file_outcomes.run_id, runs.started_at) as run_id,
    from raw.document_files as document_files
    left join ops.file_outcomes as file_outcomes
        on file_outcomes.source = document_files.source
        and file_outcomes.path = document_files.path
        and file_outcomes.file_sha256 = document_files.file_sha256
        and file_outcomes.outcome in ('new', 'changed')
    left join ops.runs as runs on runs.run_id = file_outcomes.run_id
    where document_files.document_id = ?
    group by all
    order by all
"""
CORRECTIONS: Final = """
    select
        correction_id,
        subject,
        action,
        status,
        column_name,
        old_value,
        new_value,
        decided_by,
        decided_on,
        reason,
        detail,
    from mart.corrections
    where row_id = ?
    order by decided_on, correction_id
"""
SHOWN: Final = ("figure_id", "kind", "low", "high", "value", "qualifier", "unit", "counted_text")
ORIGIN: Final = ("document_id", "encoding", "start_char", "end_char", "rule")


def lineage(
    figure_id: Annotated[str, typer.Argument(metavar="FIGURE_ID", help="core.figures.figure_id.")],
    *,
    warehouse: WarehouseOption = None,
    json: JsonOption = False,
) -> None:
    """Trace a figure back to its characters, files, hashes, run and extraction fingerprint.

    The figure is shown as it was read, with the decisions of analysts about it and its claimant.

    Example: `tallybook lineage 0123456789abcdef`
    """
    from warehouse.queries import query_published  # noqa: PLC0415 - keeps the help fast

    path = warehouse_path(warehouse)
    figure = find_figure(path, figure_id)
    files = query_published(path, FILES, [figure["document_id"]])
    decided = query_published(path, CORRECTIONS, [figure_id])
    before, surface, after = split_context(
        figure.pop("text"), figure["start_char"], figure["end_char"]
    )
    if json:
        context = {"before": before, "text": surface, "after": after}
        shown = {"figure": figure, "context": context, "files": files.to_dicts()}
        write_json({**shown, "corrections": decided.to_dicts()})
        return
    write_facts({name: figure[name] for name in SHOWN if figure[name] is not None}, title="Figure")
    around = [cell_text(part) for part in (before, surface, after)]
    result_console().print(
        Text.assemble("… ", around[0], (around[1], "bold reverse"), around[2], " …")
    )
    facts = {name: cell_text(figure[name]) for name in ORIGIN}
    facts["extraction_fingerprint"] = figure["extraction_fingerprint"]
    write_facts(facts, title="Characters")
    write_frame(files, title="Files")
    if not decided.is_empty():
        write_frame(decided, title="Corrections")


def find_figure(path: Path, figure_id: str) -> dict[str, Any]:
    """Return a figure with the text and fingerprint of its document.

    Raises:
        UsageError: If the warehouse has no such figure.
    """
    from warehouse.queries import query_published  # noqa: PLC0415 - keeps the help fast

    rows = query_published(path, FIGURE, [figure_id]).to_dicts()
    if not rows:
        msg = f"there is no figure {figure_id} in {path}; list them with `tallybook sql`"
        raise UsageError(msg)
    return rows[0]


def split_context(text: str, start_char: int, end_char: int) -> tuple[str, str, str]:
    """Return the characters before, of and after a span.

    Args:
        text: Text of the document.
        start_char: First character of the span, inclusive.
        end_char: Character after its last one.
    """
    before = text[max(0, start_char - CONTEXT_CHARS) : start_char]
    return before, text[start_char:end_char], text[end_char : end_char + CONTEXT_CHARS]

"""``tallybook extract``: texts to JSON lines, without a warehouse and without Prefect."""

import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, BinaryIO

import typer

from flows.cli.options import JsonOption, ModelOption
from flows.cli.output import message_console, render_json, write_json, write_line
from flows.settings import load_settings
from warehouse.errors import EnvironmentFault, UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.progress import Progress


def extract(
    files: Annotated[
        list[Path] | None, typer.Argument(metavar="[FILE]...", help="Texts to read.")
    ] = None,
    *,
    jsonl: Annotated[
        str | None,
        typer.Option(metavar="IN", help='Lines {"id", "text", "published", "title"}; - is stdin.'),
    ] = None,
    out: Annotated[
        Path | None, typer.Option("--out", metavar="OUT", help="Write here, not to stdout.")
    ] = None,
    model: ModelOption = None,
    json: JsonOption = False,
) -> None:
    """Extract figures, entities, dates and quotes as JSON lines; one bad line never stops it.

    With `--out`, a summary is printed at the end (as JSON with `--json`).

    Examples:
    `tallybook extract seeds/corpus/006-harbour-arms-seizure.txt`

    `tallybook extract --jsonl articles.jsonl --out extracted.jsonl`
    """
    if (jsonl is None) == (not files):
        msg = "give either files or --jsonl IN"
        raise UsageError(msg)
    objects = read_stream(jsonl, model) if jsonl is not None else read_files(files or [], model)
    if out is None:
        for extracted in objects:
            write_json(extracted)
        return
    show_counts(write_objects(objects, out), out, as_json=json)


def read_files(files: list[Path], model: str | None) -> "Iterator[dict[str, Any]]":
    """Yield the output objects of files and folders."""
    from tasks.lines import extract_files  # noqa: PLC0415 - imports spaCy
    from tasks.nlp.pipeline import load_pipeline  # noqa: PLC0415 - as above
    from tasks.sources.streams import ReadLimits  # noqa: PLC0415 - as above

    settings = load_settings(model=model)
    limits = ReadLimits(max_document_chars=settings.max_document_chars)
    with byte_progress(None) as (bars, task):
        for extracted in extract_files(load_pipeline(settings.model), files, limits):
            bars.advance(task)
            yield extracted


def read_stream(name: str, model: str | None) -> "Iterator[dict[str, Any]]":
    """Yield the output objects of a JSONL file, or of standard input.

    Raises:
        UsageError: If the file cannot be opened.
    """
    from tasks.lines import extract_lines  # noqa: PLC0415 - imports spaCy
    from tasks.nlp.pipeline import load_pipeline  # noqa: PLC0415 - as above
    from tasks.sources.streams import ReadLimits  # noqa: PLC0415 - as above

    settings = load_settings(model=model)
    limits = ReadLimits(max_document_chars=settings.max_document_chars)
    total = None if name == "-" else byte_size(Path(name))
    with opened(name) as stream, byte_progress(total) as (bars, task):
        for size, extracted in extract_lines(load_pipeline(settings.model), stream, limits):
            bars.advance(task, size if total else 1)
            yield extracted


def byte_size(path: Path) -> int:
    """Return the size of a file in bytes.

    Raises:
        UsageError: If there is no such file.
    """
    try:
        return path.stat().st_size
    except OSError as error:
        raise UsageError(unreadable(path, error)) from error


def unreadable(path: Path, error: OSError) -> str:
    """Return one sentence about a file that cannot be opened."""
    return f"{path} cannot be read ({error.strerror}); give another file"


@contextmanager
def opened(name: str) -> "Iterator[BinaryIO]":
    """Open a file, or standard input for ``-``.

    Raises:
        UsageError: If the file cannot be opened.
    """
    if name == "-":
        yield sys.stdin.buffer
        return
    try:
        stream = Path(name).open("rb")  # noqa: SIM115 - closed below; only opening may be blamed
    except OSError as error:
        raise UsageError(unreadable(Path(name), error)) from error
    with stream:
        yield stream


@contextmanager
def byte_progress(total: int | None) -> "Iterator[tuple[Progress, Any]]":
    """Show a bar on standard error, in bytes where the total is known, else in documents."""
    from rich.progress import Progress  # noqa: PLC0415 - keeps the help fast

    console = message_console()
    # Lines on the same terminal would tear the bar apart.
    is_hidden = not console.is_terminal or sys.stdout.isatty()
    with Progress(console=console, disable=is_hidden, transient=True) as bars:
        yield bars, bars.add_task("extract", total=total)


def write_objects(objects: "Iterator[dict[str, Any]]", out: Path) -> dict[str, int]:
    """Write the lines to a file, which appears under its name when it is complete.

    Returns:
        Number of documents and of errors.

    Raises:
        EnvironmentFault: If it cannot be written.
    """
    unfinished = out.with_name(f"{out.name}.unfinished")
    counts = {"documents": 0, "errors": 0}
    try:
        with unfinished.open("w", encoding="utf-8") as stream:
            for extracted in objects:
                stream.write(render_json(extracted) + "\n")
                counts["errors" if "error" in extracted else "documents"] += 1
        unfinished.replace(out)
    except OSError as error:
        msg = f"{out} cannot be written ({error.strerror}); choose another file or free space"
        raise EnvironmentFault(msg) from error
    finally:
        unfinished.unlink(missing_ok=True)
    return counts


def show_counts(counts: dict[str, int], out: Path, *, as_json: bool) -> None:
    """Show how many documents were written."""
    if as_json:
        write_json({**counts, "out": str(out)})
    else:
        errors = f", {counts['errors']} lines with an error" if counts["errors"] else ""
        write_line(f"{counts['documents']} documents written to {out}{errors}")

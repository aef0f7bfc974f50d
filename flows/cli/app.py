"""The ``tallybook`` command: registers the commands and turns errors into one sentence.

Each command lives in the module of its name and imports what is heavy only when it runs.
"""

from __future__ import annotations

import os
import sys
import traceback
from typing import Annotated, Final

import typer

from flows.cli.ask import ask
from flows.cli.corrections import corrections
from flows.cli.dashboard import dashboard
from flows.cli.deploy import deploy
from flows.cli.evaluate import evaluate
from flows.cli.explain import explain
from flows.cli.export import export
from flows.cli.extract import extract
from flows.cli.lineage import lineage
from flows.cli.output import cell_text, message_console, write_line
from flows.cli.quality import app as quality
from flows.cli.rollback import rollback
from flows.cli.run import run
from flows.cli.runs import runs
from flows.cli.serve import serve
from flows.cli.sql import sql
from flows.cli.verify import verify
from flows.interrupts import came_of_interrupt
from warehouse.code_version import code_version
from warehouse.errors import EnvironmentFault, TallybookError, UsageError

INTERRUPTED: Final = 130
TRACEBACK_VARIABLE: Final = "TALLYBOOK_TRACEBACK"
VERBOSE: Final = frozenset({"--verbose", "-v"})

app = typer.Typer(
    name="tallybook",
    no_args_is_help=True,
    rich_markup_mode="markdown",
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
READERS: Final = (explain, lineage, ask, sql, verify, runs, corrections)
for command in (run, extract, *READERS, rollback, export, dashboard, serve, deploy, evaluate):
    app.command()(command)
app.add_typer(quality)


def show_version(is_asked: bool) -> None:  # noqa: FBT001 - typer calls it so
    """Print the version and leave."""
    if is_asked:
        write_line(f"tallybook {code_version()}")
        raise typer.Exit


@app.callback()
def tallybook(
    *,
    version: Annotated[
        bool,
        typer.Option("--version", callback=show_version, is_eager=True, help="Show the version."),
    ] = False,
) -> None:
    """Turn folders of news and report texts into a warehouse of claims that can be audited.

    Start with `tallybook run seeds/corpus`, then `tallybook ask` and `tallybook sql`.
    """


def fail(message: str) -> None:
    """Write one sentence to standard error."""
    shown = cell_text(f"tallybook: {message}")
    message_console().print(shown, style="red", markup=False, soft_wrap=True)


def show_usage(error: typer.TyperException) -> int:
    """Show what is wrong with the command line and return the exit code of wrong usage."""
    show = getattr(error, "show", None)
    if show is None:
        fail(error.format_message())
    else:
        show()
    return UsageError.exit_code


def report_fault(error: Exception, arguments: list[str]) -> int:
    """Say in one sentence what went wrong that nobody expected; return its exit code.

    The traceback shows with ``--verbose`` among the arguments or with TALLYBOOK_TRACEBACK set.
    """
    if os.environ.get(TRACEBACK_VARIABLE, "0") != "0" or VERBOSE & set(arguments):
        sys.stderr.write("".join(traceback.format_exception(error)))
    reason = " ".join(str(error).split()) or "no message"
    fail(
        f"unexpected {type(error).__name__} ({reason}); please report it with its traceback, which "
        f"--verbose or {TRACEBACK_VARIABLE}=1 shows"
    )
    return EnvironmentFault.exit_code


def exit_code_of_error(error: Exception, arguments: list[str]) -> int:
    """Say in one sentence why a command failed and return its exit code."""
    if isinstance(error, typer.Abort) or came_of_interrupt(error):
        return INTERRUPTED
    if isinstance(error, TallybookError):
        fail(str(error))
        for note in getattr(error, "__notes__", ()):
            message_console().print(note, markup=False, soft_wrap=True)
        return error.exit_code
    if isinstance(error, typer.TyperException):
        return show_usage(error)
    return report_fault(error, arguments)


def exit_code_of(arguments: list[str]) -> int:
    """Run one command line and return its exit code: 0 fine, 1 data, 2 usage, 3 environment."""
    try:
        result = app(arguments, standalone_mode=False)
    except KeyboardInterrupt:
        result = INTERRUPTED
    except BrokenPipeError:
        # The reader (head, less) has seen enough; keep the interpreter's last flush quiet.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Exception as error:  # noqa: BLE001 - the last resort
        result = exit_code_of_error(error, arguments)
    if result == INTERRUPTED:
        fail("interrupted; what is published is untouched, and the next run takes up the rest")
    return result if isinstance(result, int) else 0


def main() -> None:
    """Run the command line and leave with its exit code."""
    exit_code = exit_code_of(sys.argv[1:])
    if "prefect" in sys.modules:
        # Prefect keeps threads, and with an error all frames that it passed; an orderly end of the
        # interpreter around them takes a second and complains about open handles.
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(exit_code)
    sys.exit(exit_code)

"""Progress bars of evaluation: one per set, on standard error."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from flows.cli.output import message_console

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


@contextmanager
def bars() -> Iterator[Callable[[str, int], Callable[[], None]]]:
    """Show a bar per set on standard error; gives what begins a bar, which gives what moves it."""
    from rich.progress import MofNCompleteColumn, Progress  # noqa: PLC0415 - keeps the help fast

    console = message_console()
    columns = (*Progress.get_default_columns(), MofNCompleteColumn())
    with Progress(
        *columns, console=console, disable=not console.is_terminal, transient=True
    ) as progress:

        def begin(title: str, total: int) -> Callable[[], None]:
            bar = progress.add_task(title, total=total)
            return lambda: progress.advance(bar)

        yield begin

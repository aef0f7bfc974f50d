"""Progress bars on standard error, from the first moment of a run to its end."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Self

from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    SpinnerColumn,
    TaskID,
    TextColumn,
    TimeElapsedColumn,
)

from flows.cli.output import message_console

if TYPE_CHECKING:
    from types import TracebackType

TITLES: Final = {
    "start": "start the engine",
    "find": "find files",
    "read": "read files",
    "extract": "extract documents",
    "collect": "collect refused rows",
    "validate": "validate rows",
    "resolve": "resolve entities",
    "load": "load the snapshot",
    "publish": "publish",
    "report": "write the quality report",
    "verify": "verify tables",
    "judge": "judge tables",
}


class RunProgress:
    """A bar per stage; without a terminal, one plain line per stage instead."""

    def __init__(self) -> None:
        """Prepare the bars; they show from entering the context on."""
        self.console = message_console()
        self.bars = Progress(
            SpinnerColumn(finished_text="✓"),
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            TimeElapsedColumn(),
            console=self.console,
            disable=not self.console.is_terminal,
        )
        self.stages: dict[str, TaskID] = {}

    def __enter__(self) -> Self:
        """Show the bars."""
        self.bars.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Leave the bars as they stand."""
        self.bars.stop()

    def begin(self, stage: str, total: int | None) -> None:
        """Start the bar of a stage; ``total`` counts its steps, None when unknown."""
        title = TITLES.get(stage, stage)
        if not self.console.is_terminal:
            self.console.print(f"{title} ({total})" if total else title, markup=False)
        self.stages[stage] = self.bars.add_task(title, total=total)

    def advance(self, stage: str, count: int = 1) -> None:
        """Move the bar of a stage on by ``count`` steps."""
        self.bars.advance(self.stages[stage], count)

    def finish(self, stage: str) -> None:
        """Fill the bar of a stage."""
        bar = self.stages[stage]
        done = next(task for task in self.bars.tasks if task.id == bar)
        total = done.total if done.total is not None else max(done.completed, 1)
        self.bars.update(bar, total=total, completed=total)

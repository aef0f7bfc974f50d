"""The group ``tallybook quality``: what the gate judged, and what to do about it.

Each subcommand lives in the module of its name and is registered below.
"""

from __future__ import annotations

import typer

from flows.cli.quality.data_docs import data_docs
from flows.cli.quality.overview import quality
from flows.cli.quality.replay import replay
from flows.cli.quality.report import report

__all__ = ["app"]

app = typer.Typer(name="quality", invoke_without_command=True, rich_markup_mode="markdown")
app.callback()(quality)
for command in (replay, report, data_docs):
    app.command()(command)

"""Ctrl-C ends a command with 130, whatever library it hits."""

import pytest
import typer

from flows.cli.app import INTERRUPTED, exit_code_of_error
from warehouse.errors import GateError


def raised_over(cause: BaseException, failure: Exception) -> Exception:
    """Return a failure as if it had been raised while another error was being handled."""
    failure.__context__ = cause
    return failure


@pytest.mark.parametrize(
    "failure",
    [ValueError("Task run is not set"), GateError("the server does not answer")],
)
def test_failure_over_an_interrupt_is_an_interrupt(failure: Exception) -> None:
    """What a library raises because it was interrupted is no error of its own."""
    assert exit_code_of_error(raised_over(KeyboardInterrupt(), failure), []) == INTERRUPTED


def test_interrupt_is_found_behind_other_failures() -> None:
    """The interrupt may lie several failures deep."""
    first = raised_over(KeyboardInterrupt(), ValueError("first"))

    assert exit_code_of_error(raised_over(first, ValueError("second")), []) == INTERRUPTED


def test_question_that_is_answered_with_ctrl_c_is_an_interrupt() -> None:
    """Typer's own way of saying it."""
    assert exit_code_of_error(typer.Abort(), []) == INTERRUPTED


def test_failure_over_another_failure_is_no_interrupt(capsys: pytest.CaptureFixture[str]) -> None:
    """Any other chain is told as the failure that it is."""
    failure = raised_over(OSError("gone"), ValueError("no state"))

    assert exit_code_of_error(failure, []) == 3
    assert "unexpected ValueError (no state)" in capsys.readouterr().err
    assert exit_code_of_error(GateError("refused"), []) == 1

"""What can be wrong with a file or a record, as data and as an exception."""

from __future__ import annotations

from dataclasses import dataclass


class UnreadableFile(ValueError):  # noqa: N818 - named for what it says about the file
    """The file as a whole cannot be read; the message is the reason, ready for the user."""

    def __init__(
        self, reason: str, outcome: str = "failed", *, is_unreachable: bool = False
    ) -> None:
        """Keep the reason and what it means for the file.

        Args:
            reason: What is wrong and what to do.
            outcome: ``failed`` or ``skipped``.
            is_unreachable: Whether the system stood in the way, so that nothing is known of the
                content; the rows of an earlier run then stay.
        """
        super().__init__(reason)
        self.outcome = outcome
        self.is_unreachable = is_unreachable


@dataclass(frozen=True, kw_only=True)
class Problem:
    """One thing that is wrong with a file, a record or a sidecar.

    ``outcome`` is ``failed`` or ``skipped`` when the record is not loaded (a row of
    ``ops.file_outcomes``), and None for a warning about something loaded all the same (a row of
    ``ops.issues``). ``path`` is below the source; ``record_index`` counts lines from 0.
    """

    path: str
    record_index: int
    rule: str
    reason: str
    outcome: str | None = None


def describe_os_error(error: OSError) -> str:
    """Return what the system says about a failed access, in lower case and without the path."""
    return (error.strerror or str(error) or type(error).__name__).lower()

"""A run counts the documents of a source that would go without a successor."""

import polars as pl

from tasks.sources.losses import count_losses
from tests.change_plans import files, outline, plan


def test_count_losses_counts_what_goes_without_a_successor() -> None:
    """An edited file loses nothing, a shorter one the difference, a missing one everything."""
    known = files(
        outline("edited.txt", "a"),
        outline("gone.txt", "b"),
        outline("moved.txt", "c"),
        outline("short.jsonl", "d", "e", "f"),
        outline("twin.jsonl", "b"),
    )
    changes = plan(
        outline("edited.txt", "1"),
        outline("new.txt", "c"),
        outline("short.jsonl", "2"),
        known_files=known,
    )

    assert count_losses(known, changes).rows() == [("/in", 6, 3)]


def test_count_losses_looks_at_each_given_source() -> None:
    """A source that is not given loses nothing and is not listed."""
    known = pl.concat(
        [
            files(outline("a.txt", "a", source="/one")),
            plan(outline("b.txt", "b", source="/two"), sources=("/two",)).document_files,
        ]
    )
    changes = plan(sources=("/two",), known_files=known)

    assert count_losses(known, changes).rows() == [("/two", 1, 1)]

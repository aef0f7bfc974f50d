"""The word lists of ``seeds/word_lists.csv``, by name."""

from functools import cache

from warehouse.seeds import read_seed_rows
from warehouse.tables.ref import WORD_LISTS


@cache
def all_word_lists() -> dict[str, frozenset[str]]:
    """Return every list by its name."""
    lists: dict[str, set[str]] = {}
    for row in read_seed_rows(WORD_LISTS):
        lists.setdefault(str(row["word_list"]), set()).add(str(row["word"]))
    return {name: frozenset(words) for name, words in lists.items()}


def word_list(name: str) -> frozenset[str]:
    """Return the words of a list.

    Raises:
        KeyError: If the seeds have no such list.
    """
    return all_word_lists()[name]

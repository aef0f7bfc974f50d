"""Numbers in sentences."""

from __future__ import annotations


def counted(count: int, one: str, many: str | None = None) -> str:
    """Return a number with what it counts.

    Args:
        count: The number.
        one: What one of them is called.
        many: What several are called; with an s without it.

    >>> counted(1, "figure"), counted(1_234, "figure"), counted(0, "entity", "entities")
    ('1 figure', '1,234 figures', '0 entities')
    """
    return f"{count:,} {one if count == 1 else many or f'{one}s'}"

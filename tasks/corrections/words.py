"""Words that an analyst states must stand in the text: where, nearest to what they belong to."""

import re

from tasks.corrections.decisions import Row


class EditRefusedError(Exception):
    """A row cannot have the value that a decision gives ``column_name``; the message says why."""

    def __init__(self, column_name: str, message: str) -> None:
        """Keep the column, whose decision is refused."""
        super().__init__(message)
        self.column_name = column_name


def spans_of(text: str, words: str) -> list[tuple[int, int]]:
    """Return where words stand in a text as words of their own, in order.

    >>> spans_of("Iranian forces left Iran.", "Iran")
    [(20, 24)]
    """
    pattern = re.compile(rf"(?<!\w){re.escape(words)}(?!\w)")
    return [match.span() for match in pattern.finditer(text)]


def find_words(
    text: str, words: str, near: tuple[int, int], sentence: tuple[int, int]
) -> tuple[int, int] | None:
    """Return where words stand in a text: in the sentence if they do, nearest to a span.

    Args:
        text: Text of the document.
        words: Words, exactly as written.
        near: First character of the span, and character after its last one.
        sentence: First character of its sentence, and character after its last one.

    Returns:
        First character, and character after the last one; None when they stand nowhere.

    >>> find_words("Ohm left. Ohm said 5 of 9 fell.", "Ohm", (19, 20), (10, 31))
    (10, 13)
    """
    found = spans_of(text, words)
    inside = [span for span in found if _lies_in(span, sentence)]
    return min(inside or found, key=lambda span: (_gap(span, near), span), default=None)


def stands_in(text: str, words: str, sentence: tuple[int, int]) -> bool:
    """Tell whether words stand in a sentence as words of their own.

    >>> stands_in("Iranian forces left. Iran fell.", "Iran", (0, 20))
    False
    """
    return any(_lies_in(span, sentence) for span in spans_of(text, words))


def _lies_in(span: tuple[int, int], sentence: tuple[int, int]) -> bool:
    return sentence[0] <= span[0] and span[1] <= sentence[1]


def _gap(one: tuple[int, int], other: tuple[int, int]) -> int:
    return max(one[0] - other[1], other[0] - one[1], 0)


def set_words(
    row: Row, prefix: str, words: str | None, text: str, sentence: tuple[int, int]
) -> None:
    """Put words and their place into the span columns of a row.

    Args:
        row: Row to change.
        prefix: First part of the names of the three columns.
        words: Words as written; None clears the columns.
        text: Text of the document.
        sentence: Sentence of the row.

    Raises:
        EditRefusedError: If the words do not stand in the text.
    """
    column_name = f"{prefix}_text"
    span: tuple[int, int] | tuple[None, None] = (None, None)
    if words is not None:
        found = find_words(text, words, (row["start_char"], row["end_char"]), sentence)
        if found is None:
            msg = f"column {column_name}: the text has no words {words!r}; give words as written"
            raise EditRefusedError(column_name, msg)
        span = found
    row[column_name] = words
    row[f"{prefix}_start_char"], row[f"{prefix}_end_char"] = span

"""Which expectation of Great Expectations judges what an ``Expectation`` of ours says."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from expectations.suites import Check, Expectation

if TYPE_CHECKING:
    from collections.abc import Sequence

RULE: Final = "rule"
"""Key of ``meta`` with ``Expectation.rule``, by which results find back."""


def translate(expectation: Expectation, columns: Sequence[str]) -> Any:  # noqa: ANN401 - it has no types
    """Return the counterpart in Great Expectations, with our name for it in ``meta``.

    Args:
        expectation: What is to be judged; ``HOLDS`` reads a helper column that is null where
            nothing is broken.
        columns: All columns of the frame that is judged, helpers included, in order.
    """
    from great_expectations import expectations as gxe  # noqa: PLC0415 - lazily, it costs seconds

    name, arguments = _counterpart(expectation, columns)
    meta = {RULE: expectation.rule}
    return getattr(gxe, name)(severity=expectation.severity, meta=meta, **arguments)


def _counterpart(expectation: Expectation, columns: Sequence[str]) -> tuple[str, dict[str, object]]:
    """Return the class of Great Expectations that judges this, and its arguments."""
    column = expectation.columns[0]
    arguments: dict[str, object]
    match expectation.check:
        case Check.COLUMN_ORDER:
            helpers = [name for name in columns if name not in expectation.columns]
            name = "ExpectTableColumnsToMatchOrderedList"
            arguments = {"column_list": [*expectation.columns, *helpers]}
        case Check.UNIQUE_KEY if len(expectation.columns) > 1:
            name = "ExpectCompoundColumnsToBeUnique"
            arguments = {"column_list": list(expectation.columns)}
        case Check.UNIQUE_KEY:
            name, arguments = "ExpectColumnValuesToBeUnique", {"column": column}
        case Check.NOT_NULL:
            name, arguments = "ExpectColumnValuesToNotBeNull", {"column": column}
        case Check.WITHIN_BOUNDS:
            name, arguments = "ExpectColumnValuesToBeBetween", {"column": column}
            arguments |= {"min_value": expectation.minimum, "max_value": expectation.maximum}
        case Check.IN_VOCABULARY:
            name, arguments = "ExpectColumnValuesToBeInSet", {"column": column}
            arguments |= {"value_set": list(expectation.vocabulary or ())}
        case Check.MATCHES_PATTERN:
            # \Z and not $, which lets a line break at the end pass
            name, arguments = "ExpectColumnValuesToMatchRegex", {"column": column}
            arguments |= {"regex": rf"^(?:{expectation.pattern})\Z"}
        case Check.HOLDS:
            name, arguments = "ExpectColumnValuesToBeNull", {"column": expectation.helper}
    return name, arguments

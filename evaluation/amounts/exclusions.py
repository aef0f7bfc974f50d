"""How much of a set of amounts may be left out."""

from typing import Final

from warehouse.errors import UsageError

LARGEST_SHARE: Final = 0.15
"""Of a set, at most this share may be left out."""


def check_share(set_name: str, excluded: int, inputs: int) -> None:
    """Refuse to leave out more of a set than is allowed.

    Raises:
        UsageError: If more is left out.
    """
    if excluded > LARGEST_SHARE * inputs:
        msg = f"{excluded} of {inputs} inputs of {set_name} are excluded; take some back in"
        raise UsageError(msg)

"""Addresses of one thing in one view; each can be shared and opens the same again."""

from __future__ import annotations

from typing import Final
from urllib.parse import urlencode

DOCUMENT: Final = "document"
ENTITIES: Final = "entities"
LEDGER: Final = "ledger"


def link_to(view: str, **parameters: str) -> str:
    """Return an address below that of the dashboard.

    Args:
        view: Address of a view.
        parameters: What the view is opened at.

    >>> link_to("document", figure="0123456789abcdef")
    'document?figure=0123456789abcdef'
    """
    return f"{view}?{urlencode(parameters)}" if parameters else view

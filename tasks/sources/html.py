"""A saved web page: mark-up in, the text that the extractor finds in it out.

The text is made once, here; every offset of the warehouse counts in it. Boilerplate that the
extractor leaves in is marked later, as in any other text.
"""

from __future__ import annotations

import logging
import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, BinaryIO, Final

from tasks.sources.markup import check_markup
from tasks.sources.plain_text import check_document, decode_document, hash_document, read_bytes
from tasks.sources.problems import UnreadableFile
from tasks.sources.readings import SourceRecord
from tasks.sources.records import add_page_metadata, declared_encoding

if TYPE_CHECKING:
    from types import ModuleType

    from tasks.sources.streams import ReadLimits

HINT_BYTES: Final = 4_096
HINT: Final = re.compile(
    rb"(?:<meta[^>]{0,200}charset|<\?xml[^>]{0,80}encoding)\s*=\s*[\"']?([\w-]{2,40})",
    re.IGNORECASE,
)
READING: Final = "html"
DATES: Final = {
    "original_date": True,
    "extensive_search": False,
    "min_date": "1000-01-01",
    "max_date": "9999-12-31",
}
"""Only dates that the page states as its own; without ``max_date`` the day of the run decides."""
FIELDS: Final = {
    "title": "title",
    "date": "published",
    "author": "authors",
    "sitename": "publisher",
    "url": "url",
}
"""Names of the extractor's fields and of ours."""


@dataclass(frozen=True, kw_only=True)
class Page:
    """Text of a page, and what it says of itself by the names of the metadata fields."""

    text: str
    fields: dict[str, object]


def read_page(stream: BinaryIO, stated_metadata: str | None, limits: ReadLimits) -> SourceRecord:
    """Read a stream of (expanded) HTML to its end as one document.

    Args:
        stream: Bytes of the page.
        stated_metadata: What its sidecar states, canonical JSON; wins over what the page says.
        limits: Sizes beyond which it is refused, of the mark-up and of the text.

    Raises:
        UnreadableFile: If it is no text, too large, or holds no article.
    """
    data = read_bytes(stream, limits)
    found = HINT.search(data[:HINT_BYTES])
    declared = declared_encoding(stated_metadata)
    decoded = decode_document(data, declared=declared, hint=found[1].decode() if found else None)
    page = extract_page(decoded.text)
    check_document(page.text, limits)
    return SourceRecord(
        record_index=0,
        document_id=hash_document(data, f"{READING} {declared}" if declared else READING),
        stated_metadata=add_page_metadata(stated_metadata, page.fields),
        text=page.text,
        encoding=decoded.encoding,
        byte_count=len(data),
    )


def extract_page(markup: str) -> Page:
    """Return the article of a page: its title, then the text that the extractor finds.

    Raises:
        UnreadableFile: If the mark-up is none that can be read, or holds no text.
    """
    check_document_markup(markup)
    found = run_extractor(markup)
    text = getattr(found, "text", None)
    if not isinstance(text, str) or not text.strip():
        msg = "holds no article that can be found (or is nested too deeply): save its text as .txt"
        raise UnreadableFile(msg)
    stated = {ours: getattr(found, theirs) for theirs, ours in FIELDS.items()}
    fields = {
        name: " ".join(value.split())
        for name, value in stated.items()
        # a page may state a list where a text belongs
        if isinstance(value, str) and value.strip()
    }
    return Page(text=with_title(fields.get("title"), text), fields=dict(fields))


def run_extractor(markup: str) -> object:
    """Return what the extractor finds, None when it finds nothing.

    Raises:
        UnreadableFile: If the mark-up breaks it: one page must not stop the others.
    """
    extractor = load_extractor()
    try:
        tree = extractor.load_html(markup)
        if tree is None:
            return None
        keep_captions(tree)
        return extractor.bare_extraction(
            tree, include_comments=False, with_metadata=True, date_extraction_params=DATES
        )
    except Exception as error:
        msg = f"breaks the extractor ({type(error).__name__}): save its text as .txt"
        raise UnreadableFile(msg) from error


def check_document_markup(markup: str) -> None:
    """Refuse mark-up that would cost the extractor more than its size explains.

    Raises:
        UnreadableFile: Saying what is wrong with it.
    """
    try:
        check_markup(markup)
    except ValueError as error:
        raise UnreadableFile(str(error)) from error


@cache
def load_extractor() -> ModuleType:
    """Return the extractor's module, silent: what it cannot read is recorded by us."""
    import trafilatura  # noqa: PLC0415 - a third of a second, and only pages need it

    for name in ("trafilatura", "htmldate"):
        logging.getLogger(name).setLevel(logging.CRITICAL)
    return trafilatura


def keep_captions(tree: Any) -> None:  # noqa: ANN401 - a tree of lxml, which has no types
    """Turn captions into paragraphs: the extractor drops figures with all that they hold."""
    for element in tree.iter("figure", "figcaption"):
        element.tag = "div" if element.tag == "figure" else "p"


def with_title(title: str | None, text: str) -> str:
    r"""Return the text below its title, unless it begins with it.

    >>> with_title("A raid", "Three died."), with_title("A raid", "A raid\nThree died.")
    ('A raid\n\nThree died.', 'A raid\nThree died.')
    """
    first_line = text.split("\n", maxsplit=1)[0]
    return text if not title or first_line.strip() == title else f"{title}\n\n{text}"

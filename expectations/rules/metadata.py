"""Rules on the metadata of documents: each field is stated beside the text or stands in it."""

from __future__ import annotations

import codecs
import re
from typing import TYPE_CHECKING, Any, Final

import polars as pl

from expectations.rules.rule import Context, Judge, Rule, parse_object
from expectations.suites import WARNING

if TYPE_CHECKING:
    from collections.abc import Callable

DOCUMENTS: Final = "raw.documents"
NAME_SEPARATOR: Final = "; "
MARKS: Final = {
    "utf-8-sig": codecs.BOM_UTF8,
    "utf-16": codecs.BOM_UTF16,
    "utf-32": codecs.BOM_UTF32,
}
"""Byte order marks that an encoder writes and a file need not have."""
Row = dict[str, Any]
Stated = dict[str, Any]


def judge_rows(columns: tuple[str, ...], is_broken: Callable[[Row, Context], bool]) -> Judge:
    """Return a judge that looks at one document after the other.

    Args:
        columns: Columns that it reads beside document_id.
        is_broken: True for a row that breaks the rule.
    """

    def judge(documents: pl.DataFrame, context: Context) -> pl.Series:
        rows = documents.select("document_id", *columns).iter_rows(named=True)
        return pl.Series([is_broken(row, context) for row in rows], dtype=pl.Boolean)

    return judge


def _is_no_object(row: Row, _context: Context) -> bool:
    stated = row["stated_metadata"]
    return stated is not None and parse_object(stated) is None


def _differs_from_stated(field: str, column: str) -> Callable[[Row, Context], bool]:
    """Return whether a field that is stated is another one in the row."""

    def is_broken(row: Row, context: Context) -> bool:
        stated = context.stated.get(row["document_id"], {}).get(field)
        return bool(stated) and row[column] != stated

    return is_broken


def _url_differs(row: Row, context: Context) -> bool:
    return bool(row["url"] != context.stated.get(row["document_id"], {}).get("url"))


def _title_differs(documents: pl.DataFrame, context: Context) -> pl.Series:
    titles = _first_passages(context, pl.col("kind") == "title")
    rows = documents.select("document_id", "title").iter_rows()
    broken = [
        title != (context.stated.get(name, {}).get("title") or titles.get(name))
        for name, title in rows
    ]
    return pl.Series(broken, dtype=pl.Boolean)


def _first_passages(context: Context, wanted: pl.Expr) -> dict[str, str]:
    """Return the text of the first passage of a sort in each document that has one."""
    passages = context.frames["raw.passages"].filter(wanted).drop_nulls(("start_char", "end_char"))
    first = passages.sort("passage_index").unique("document_id", keep="first", maintain_order=True)
    rows = first.select("document_id", "start_char", "end_char").iter_rows()
    return {name: context.texts.get(name, "")[start:end] for name, start, end in rows}


def _authors_differ(row: Row, context: Context) -> bool:
    stated = context.stated.get(row["document_id"], {}).get("authors")
    names = row["author_names"]
    if stated:
        return bool(names != NAME_SEPARATOR.join(stated))
    words = (names or "").replace(NAME_SEPARATOR, " ").split()
    text = context.texts.get(row["document_id"], "")
    return any(not stands_in(word, text) for word in words)


def _publisher_is_nowhere(row: Row, context: Context) -> bool:
    name = row["publisher_name"]
    if name is None or context.stated.get(row["document_id"], {}).get("publisher"):
        return False
    return not stands_in(name, context.texts.get(row["document_id"], ""))


def stands_in(words: str, text: str) -> bool:
    """Tell whether words stand in a text and are no part of longer ones there."""
    return re.search(rf"(?<!\w){re.escape(words)}(?!\w)", text) is not None


def _bytes_are_too_few(row: Row, context: Context) -> bool:
    name, encoding = row["document_id"], row["encoding"]
    if encoding is None or row["byte_count"] is None or name not in context.texts:
        return False
    try:
        encoded = context.texts[name].encode(encoding, "replace")
    except LookupError:
        return True
    return bool(row["byte_count"] < len(encoded.removeprefix(MARKS.get(encoding, b""))))


def document_rule(
    name: str,
    columns: tuple[str, ...],
    reason: str,
    is_broken: Callable[[Row, Context], bool],
) -> Rule:
    """Return a warning about single documents.

    Args:
        name: Name of the rule.
        columns: Columns that it reads.
        reason: What is true of a good row.
        is_broken: True for a row that breaks it.
    """
    return Rule(
        name=name,
        table=DOCUMENTS,
        columns=columns,
        severity=WARNING,
        reason=reason,
        broken=judge_rows(columns, is_broken),
    )


METADATA_RULES: Final = (
    document_rule(
        "stated_metadata_is_object",
        ("stated_metadata",),
        "What is stated about a document is a JSON object.",
        _is_no_object,
    ),
    Rule(
        name="title_is_stated_or_in_text",
        table=DOCUMENTS,
        columns=("title", "stated_metadata"),
        severity=WARNING,
        reason="The title is the stated one, else the first passage of that kind.",
        beside=("raw.passages",),
        broken=_title_differs,
    ),
    document_rule(
        "url_is_stated", ("url", "stated_metadata"), "The address is stated.", _url_differs
    ),
    document_rule(
        "language_is_stated",
        ("language_code", "stated_metadata"),
        "The language is the stated one, where one is.",
        _differs_from_stated("language", "language_code"),
    ),
    document_rule(
        "publisher_is_stated",
        ("publisher_name", "stated_metadata"),
        "The publisher is the stated one, where one is.",
        _differs_from_stated("publisher", "publisher_name"),
    ),
    document_rule(
        "publisher_stands_in_text",
        ("publisher_name", "stated_metadata"),
        "A publisher that is not stated stands in the text.",
        _publisher_is_nowhere,
    ),
    document_rule(
        "authors_are_stated_or_in_text",
        ("author_names", "stated_metadata"),
        "Authors are the stated ones, else their words stand in the text.",
        _authors_differ,
    ),
    document_rule(
        "bytes_hold_the_text",
        ("byte_count", "encoding"),
        "The bytes are enough for the text in its encoding.",
        _bytes_are_too_few,
    ),
    Rule(
        name="one_fingerprint",
        table=DOCUMENTS,
        columns=("extraction_fingerprint",),
        severity=WARNING,
        reason="All documents that one run reads have one fingerprint.",
        broken=pl.col("extraction_fingerprint") != pl.col("extraction_fingerprint").mode().min(),
    ),
)

"""Rules over all documents: entities count their mentions, files and documents belong together."""

from __future__ import annotations

from typing import Final

import polars as pl

from expectations.rules.lookup import compared_with, looked_up
from expectations.rules.rule import Context, Judge, Rule, parse_object
from expectations.suites import WARNING
from warehouse.names import normalise_name

ENTITIES: Final = "core.entities"
MENTIONS: Final = "core.entity_mentions"
THINGS: Final = "core.document_entities"
FILES: Final = "raw.document_files"
PLAIN: Final = r"\.(?:txt|md)$"
"""Files whose bytes are the document, unless something is stated about their encoding."""
ROOTED: Final = r"^(?:/|\\\\|[A-Za-z]:[\\/])"
"""Begin of an absolute path, here or on Windows."""
LIST_MARK: Final = ";"
ID: Final = {"entity_id": "entity_id"}


def _counts_differ(column: str, counted: pl.Expr) -> Judge:
    def judge(entities: pl.DataFrame, context: Context) -> pl.Series:
        counts = context.frames[MENTIONS].group_by("entity_id").agg(counted=counted)
        found = looked_up(entities, counts, ID, {"counted": "counted"})
        return found.select(pl.col(column) != pl.col("counted").fill_null(0)).to_series()

    return judge


def _name_is_nobodys(entities: pl.DataFrame, context: Context) -> pl.Series:
    names = context.frames[THINGS].group_by("entity_id").agg("entity_name")
    found = looked_up(entities, names, ID, {"names": "entity_name"})
    is_among = pl.col("names").list.contains(pl.col("entity_name"))
    is_decided = pl.col("entity_name").is_in(context.decided_values)
    return found.select(~pl.col("is_seeded") & ~is_among & ~is_decided).to_series()


def _is_hidden_by_nothing(entities: pl.DataFrame, context: Context) -> pl.Series:
    is_hiding = (pl.col("action") == "hide") & (pl.col("subject") == "entity")
    hiding = context.frames["ref.corrections"].filter(is_hiding)["name"]
    hidden = {_letters(normalise_name(name)) for name in hiding}
    names = (
        context.frames[THINGS]
        .group_by("entity_id")
        .agg(keys=pl.col("local_key").unique(), others=pl.col("other_names").drop_nulls().unique())
    )
    found = looked_up(entities, names, ID, {"keys": "keys", "others": "others"})
    rows = found.select("is_hidden", "entity_name", "keys", "others").iter_rows()
    return pl.Series(
        [is_hidden and not hidden & _forms(*forms) for is_hidden, *forms in rows],
        dtype=pl.Boolean,
    )


def _forms(name: str, keys: list[str] | None, others: list[str] | None) -> set[str]:
    """Return all names of an entity as letters."""
    further = (form for names in others or () for form in names.split(LIST_MARK))
    return {_letters(form) for form in (normalise_name(name), *(keys or ()), *further)}


def _letters(key: str) -> str:
    return key.replace("-", "")


def _bytes_differ() -> pl.Expr:
    states_nothing = ~pl.col("stated_metadata").str.contains('"encoding"', literal=True)
    is_plain = pl.coalesce(pl.col("path").replace("", None), "source").str.contains(PLAIN)
    is_bare = is_plain & states_nothing.fill_null(value=True)
    return is_bare & (pl.col("document_id") != pl.col("file_sha256"))


def _is_no_object(files: pl.DataFrame, _context: Context) -> pl.Series:
    stated = files["stated_metadata"]
    broken = [text is not None and parse_object(text) is None for text in stated]
    return pl.Series(broken, dtype=pl.Boolean)


def _entity_rule(
    name: str, columns: tuple[str, ...], reason: str, *, beside: tuple[str, ...], broken: Judge
) -> Rule:
    return Rule(
        name=name,
        table=ENTITIES,
        columns=columns,
        severity=WARNING,
        reason=reason,
        beside=beside,
        broken=broken,
    )


TOTAL_RULES: Final = (
    _entity_rule(
        "mention_count_agrees",
        ("mention_count",),
        "mention_count is the number of the entity's mentions in all documents.",
        beside=(MENTIONS,),
        broken=_counts_differ("mention_count", pl.len().cast(pl.Int64)),
    ),
    _entity_rule(
        "document_count_agrees",
        ("document_count",),
        "document_count is the number of documents that mention the entity.",
        beside=(MENTIONS,),
        broken=_counts_differ("document_count", pl.col("document_id").n_unique().cast(pl.Int64)),
    ),
    _entity_rule(
        "named_as_in_documents",
        ("entity_name", "is_seeded"),
        "The name of an unknown entity is one that a document has for it, or a correction.",
        beside=(THINGS,),
        broken=_name_is_nobodys,
    ),
    _entity_rule(
        "hidden_by_correction",
        ("is_hidden",),
        "An entity is hidden by a correction of one of its names and by nothing else.",
        beside=("ref.corrections", THINGS),
        broken=_is_hidden_by_nothing,
    ),
    Rule(
        name="source_is_absolute",
        table=FILES,
        columns=("source",),
        reason="A source is an absolute path.",
        broken=~pl.col("source").str.contains(ROOTED),
    ),
    Rule(
        name="document_is_its_bytes",
        table=FILES,
        columns=("document_id", "file_sha256", "path", "stated_metadata"),
        severity=WARNING,
        reason="The document of a plain text file without a stated encoding is named by the hash "
        "of the file.",
        broken=_bytes_differ(),
    ),
    Rule(
        name="file_has_one_hash",
        table=FILES,
        columns=("source", "path", "file_sha256", "sidecar_sha256"),
        severity=WARNING,
        reason="All records of a file have the hashes of that file.",
        broken=pl.any_horizontal(
            ~pl.col(name).eq_missing(pl.col(name).first().over("source", "path"))
            for name in ("file_sha256", "sidecar_sha256")
        ),
    ),
    Rule(
        name="stated_metadata_is_object",
        table=FILES,
        columns=("stated_metadata",),
        severity=WARNING,
        reason="What is stated about a document is a JSON object.",
        broken=_is_no_object,
    ),
    Rule(
        name="stated_of_one_document",
        table=FILES,
        columns=("stated_metadata", "document_id"),
        severity=WARNING,
        reason="What is stated with a document that no other file holds is what it was read with.",
        beside=("raw.documents",),
        broken=compared_with(
            "raw.documents",
            {"document_id": "document_id"},
            {"stated": "stated_metadata", "known": "document_id"},
            (pl.len().over("document_id") == 1)
            & pl.col("known").is_not_null()
            & ~pl.col("stated_metadata").eq_missing(pl.col("stated")),
        ),
    ),
)

"""Rules on mentions and the things of their document that they lead to."""

from __future__ import annotations

from typing import Final

import polars as pl

from expectations.rules.lookup import compared_with, looked_up, seed_frame
from expectations.rules.rule import Context, Rule
from expectations.suites import WARNING
from warehouse.tables.ref import ENTITY_ALIASES

MENTIONS: Final = "core.entity_mentions"
THINGS: Final = "core.document_entities"
TO_THING: Final = {"document_id": "document_id", "entity_index": "entity_index"}
GAZETTEER: Final = "gazetteer"
ARMAMENT: Final = "armament:"
ARMS: Final = ("WEAPON", "VEHICLE")
PLACE_FAMILY: Final = ("GPE", "LOC", "FAC")
PRECISIONS: Final = {
    "country": ("country", "region"),
    "area": ("area", "second_area"),
    "city": ("exact", "near", "area", "second_area"),
    "site": ("exact", "near"),
    "region": ("region",),
    "land": ("region",),
    "water": ("water",),
}
"""How exactly a mention may locate, by the class of its place."""


def _precision_unfit(place_class: pl.Expr) -> pl.Expr:
    fits = pl.lit(value=False)
    for name, codes in PRECISIONS.items():
        fits |= (place_class == name) & pl.col("precision_code").is_in(codes)
    is_unfit = pl.col("precision_code").is_not_null() & ~fits.fill_null(value=False)
    # what the name means was decided at the mention itself
    is_read = pl.col("link_rule").is_in(("place", "seed")) & pl.col("label").is_in(PLACE_FAMILY)
    return is_unfit | (is_read & place_class.is_not_null() & pl.col("precision_code").is_null())


def _label_strays(label: pl.Expr, is_seeded: pl.Expr) -> pl.Expr:
    are_places = pl.col("label").is_in(PLACE_FAMILY) & label.is_in(PLACE_FAMILY)
    return ~is_seeded & (pl.col("label") != label) & ~are_places


def _no_alias(mentions: pl.DataFrame, _context: Context) -> pl.Series:
    forms = seed_frame(ENTITY_ALIASES).select(
        "label", form=pl.col("alias").str.to_lowercase(), is_form=pl.lit(value=True)
    )
    found = mentions.select("rule", "label", form=_shown("mention_text")).join(
        forms.unique(["label", "form"]), on=["label", "form"], how="left", maintain_order="left"
    )
    return (found["rule"] == GAZETTEER) & found["is_form"].is_null()


def _shown(name: str) -> pl.Expr:
    """Return a name in lower case, with single spaces and nothing invisible."""
    spaced = pl.col(name).str.replace_all(r"\s+", " ")
    return spaced.str.replace_all(r"[\p{Cc}\p{Cf}]", "").str.to_lowercase()


def _first_mentions(context: Context) -> pl.DataFrame:
    mentions = context.frames[MENTIONS].group_by(*TO_THING)
    return mentions.agg(first=pl.col("start_char").min())


def _out_of_order(things: pl.DataFrame, context: Context) -> pl.Series:
    joined = looked_up(things, _first_mentions(context), TO_THING, {"first": "first"})
    place = pl.col("first").rank("ordinal").over("document_id").cast(pl.Int64) - 1
    is_unnamed = pl.col("first").is_null()
    return joined.select(is_unnamed | (pl.col("entity_index") != place)).to_series()


def _is_called_otherwise(things: pl.DataFrame, context: Context) -> pl.Series:
    mentions = context.frames[MENTIONS].group_by(*TO_THING)
    called = mentions.agg(
        names=_shown("mention_text").drop_nulls().unique(),
        labels=pl.col("label").unique(),
    )
    joined = looked_up(things, called, TO_THING, {"names": "names", "labels": "labels"})
    is_known = pl.col("is_seeded") | pl.col("place_key").is_not_null()
    is_misnamed = ~pl.col("names").list.contains(_shown("entity_name")) & ~is_known
    is_mislabelled = ~pl.col("labels").list.contains(pl.col("label")) & ~pl.col("is_seeded")
    return joined.select(is_misnamed | is_mislabelled).to_series()


LINK_RULES: Final = (
    Rule(
        name="label_agrees_with_thing",
        table=MENTIONS,
        columns=("label", "entity_index"),
        severity=WARNING,
        reason="A mention has the label of its thing; of known things and places it may differ.",
        beside=(THINGS,),
        broken=compared_with(
            THINGS,
            TO_THING,
            {"thing_label": "label", "is_known": "is_seeded"},
            _label_strays(pl.col("thing_label"), pl.col("is_known")),
        ),
    ),
    Rule(
        name="precision_agrees_with_place",
        table=MENTIONS,
        columns=("precision_code", "entity_index", "link_rule"),
        severity=WARNING,
        reason="The name of a known place says how exactly it locates, as its class allows.",
        beside=(THINGS,),
        broken=compared_with(
            THINGS,
            TO_THING,
            {"place_class": "feature_class"},
            _precision_unfit(pl.col("place_class")),
        ),
    ),
    Rule(
        name="link_agrees_with_thing",
        table=MENTIONS,
        columns=("link_rule", "entity_index"),
        severity=WARNING,
        reason="What is linked as a seed or place is one.",
        beside=(THINGS,),
        broken=compared_with(
            THINGS,
            TO_THING,
            {"is_known": "is_seeded", "known_place": "place_key"},
            ((pl.col("link_rule") == "seed") & ~pl.col("is_known"))
            | ((pl.col("link_rule") == "place") & pl.col("known_place").is_null()),
        ),
    ),
    Rule(
        name="armament_is_arms",
        table=MENTIONS,
        columns=("rule", "label"),
        severity=WARNING,
        reason="The grammar of arms finds weapons and vehicles.",
        broken=pl.col("rule").str.starts_with(ARMAMENT) & ~pl.col("label").is_in(ARMS),
    ),
    Rule(
        name="gazetteer_knows_form",
        table=MENTIONS,
        columns=("rule", "mention_text", "label"),
        severity=WARNING,
        reason="A form that the gazetteer finds stands in seeds/entity_aliases.csv.",
        broken=_no_alias,
    ),
    Rule(
        name="mentions_do_not_overlap",
        table=MENTIONS,
        columns=("start_char", "end_char"),
        severity=WARNING,
        reason="A name starts where the one before it has ended.",
        broken=pl.col("start_char")
        < pl.col("end_char").shift(1).over("document_id", order_by="start_char"),
    ),
    Rule(
        name="numbered_by_first_mention",
        table=THINGS,
        columns=("entity_index",),
        severity=WARNING,
        reason="Things are named, and numbered from 0 in the order of their first mentions.",
        beside=(MENTIONS,),
        broken=_out_of_order,
    ),
    Rule(
        name="thing_is_called_so",
        table=THINGS,
        columns=("entity_name", "label", "entity_index"),
        severity=WARNING,
        reason="Name and label of an unknown thing are those of one of its mentions.",
        beside=(MENTIONS,),
        broken=_is_called_otherwise,
    ),
    Rule(
        name="place_rule_agrees",
        table=THINGS,
        columns=("place_rule", "place_key", "is_seeded"),
        severity=WARNING,
        reason="Only a known thing is a place because the seeds say so.",
        broken=(pl.col("place_rule") == "seed") & ~pl.col("is_seeded"),
    ),
    Rule(
        name="resolution_rule_agrees",
        table=THINGS,
        columns=("resolution_rule", "is_seeded", "place_key"),
        severity=WARNING,
        reason="What is resolved as a seed or place is one, what is resolved by name is neither.",
        broken=((pl.col("resolution_rule") == "seed") & ~pl.col("is_seeded"))
        | ((pl.col("resolution_rule") == "place") & pl.col("place_key").is_null())
        | (
            pl.col("resolution_rule").is_in(("same_name", "other_form", "state_body"))
            & (pl.col("is_seeded") | pl.col("place_key").is_not_null())
        ),
    ),
)

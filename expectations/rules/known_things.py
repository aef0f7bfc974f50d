"""Rules on things that the seeds know: flag, name, label and identifiers are theirs."""

from __future__ import annotations

from typing import Final

import polars as pl

from expectations.rules.lookup import looked_up, seed_frame
from expectations.rules.places import KEY_OF_THING, known_places
from expectations.rules.rule import Context, Judge, Rule
from expectations.suites import WARNING
from warehouse.names import normalise_name
from warehouse.tables.ref import COUNTRIES, ENTITIES_SEED

ENTITIES: Final = "core.entities"
THINGS: Final = "core.document_entities"
BAR: Final = "|"
"""Stands in a key between the name and what tells the thing from others of that name."""
LIST_MARK: Final = ";"
CONTEXT: Final = r"(?:org|country|role):[^;]+(?:;(?:org|country|role):[^;]+)*"
_NAME: Final = pl.col("entity_name")


def _is_named_otherwise(key: str) -> Judge:
    """Return a judge that is true for a thing whose name and key are of two things.

    Args:
        key: Column that holds the key of a seed or place, else one that is made of the name.
    """

    def judge(things: pl.DataFrame, context: Context) -> pl.Series:
        based = things.with_columns(
            base=pl.col(key).str.split(BAR).list.first(),
            own_key=_NAME.map_elements(normalise_name, return_dtype=pl.String),
        )
        seeds, places = seed_frame(ENTITIES_SEED), known_places()
        known = looked_up(based, seeds, {"base": "entity_key"}, {"seed_name": "name"})
        named = looked_up(known, places, {"base": "place_key"}, {"place_name": "name"})
        # of bodies the key leaves out dots of acronyms and the legal form at the end
        is_own = _letters("own_key").str.starts_with(_letters("base"))
        return named.select(
            pl.when(_NAME.is_in(context.decided_values))
            .then(statement=False)
            .when("is_seeded")
            .then(~_NAME.eq_missing(pl.col("seed_name")))
            .when(pl.col("place_name").is_not_null())
            .then((pl.col("place_name") != _NAME) | ~pl.col("base").eq_missing(pl.col("place_key")))
            .otherwise(~is_own)
            .alias("broken")
        ).to_series()

    return judge


def _letters(key: str) -> pl.Expr:
    return pl.col(key).str.replace_all("-", "", literal=True)


def _label_differs(things: pl.DataFrame, _context: Context) -> pl.Series:
    known = looked_up(
        things, seed_frame(ENTITIES_SEED), {"local_key": "entity_key"}, {"seed_label": "label"}
    )
    broken = pl.col("is_seeded") & (pl.col("label") != pl.col("seed_label"))
    return known.select(broken).to_series()


def _item_differs(entities: pl.DataFrame, _context: Context) -> pl.Series:
    known = looked_up(
        entities,
        seed_frame(ENTITIES_SEED),
        {"canonical_key": "entity_key"},
        {"seed_item": "wikidata_id"},
    )
    wanted = pl.when(pl.col("is_seeded")).then(pl.col("seed_item"))
    return known.select(~pl.col("wikidata_id").eq_missing(wanted)).to_series()


def _is_no_sorted_list(column: str) -> pl.Expr:
    words = pl.col(column).str.split(LIST_MARK)
    return words != words.list.unique().list.sort()


def _country_unknown(things: pl.DataFrame, _context: Context) -> pl.Series:
    known = seed_frame(COUNTRIES)["country_code"].to_list()
    codes = pl.col("document_countries").str.split(LIST_MARK)
    return things.select(~codes.list.eval(pl.element().is_in(known)).list.all()).to_series()


def _list_rule(column: str) -> Rule:
    return Rule(
        name=f"{column}_sorted",
        table=THINGS,
        columns=(column,),
        severity=WARNING,
        reason="The parts of a list are sorted, and each stands once.",
        broken=_is_no_sorted_list(column),
    )


KNOWN_THING_RULES: Final = (
    *(
        Rule(
            name="name_agrees_with_key",
            table=table,
            columns=("entity_name", key, "is_seeded", "place_key"),
            severity=WARNING,
            reason="The name is that of the seed or place of the key, else the key is made of it; "
            "unless a correction gives it.",
            broken=_is_named_otherwise(key),
        )
        for table, key in KEY_OF_THING.items()
    ),
    Rule(
        name="label_agrees_with_seed",
        table=THINGS,
        columns=("label", "local_key", "is_seeded"),
        severity=WARNING,
        reason="A known thing has the label of the seeds.",
        broken=_label_differs,
    ),
    Rule(
        name="wikidata_id_agrees_with_seed",
        table=ENTITIES,
        columns=("wikidata_id", "canonical_key", "is_seeded"),
        severity=WARNING,
        reason="The item of Wikidata is that of the seeds, and unknown things have none.",
        broken=_item_differs,
    ),
    _list_rule("other_names"),
    _list_rule("context"),
    Rule(
        name="context_has_kinds",
        table=THINGS,
        columns=("context",),
        severity=WARNING,
        reason="Each word of the context says whether it is a body, a country or a role.",
        broken=~pl.col("context").str.contains(rf"^(?:{CONTEXT})$"),
    ),
    Rule(
        name="document_countries_known",
        table=THINGS,
        columns=("document_countries",),
        severity=WARNING,
        reason="The countries of a document stand in seeds/countries.csv.",
        broken=_country_unknown,
    ),
    Rule(
        name="document_countries_agree",
        table=THINGS,
        columns=("document_countries",),
        severity=WARNING,
        reason="All things of a document have the same countries around them.",
        broken=~pl.col("document_countries").eq_missing(
            pl.col("document_countries").mode().sort().first().over("document_id")
        ),
    ),
)

"""Rules on values that follow from words: the seeds give the word the value that the row has."""

from __future__ import annotations

from typing import Final

import polars as pl

from expectations.rules.lookup import looked_up, seed_frame
from expectations.rules.rule import Context, Judge, Rule
from expectations.suites import WARNING
from warehouse.tables.ref import (
    CUES,
    EVENT_WORDS,
    QUALIFIER_WORDS,
    REJECTION_PATTERNS,
    UNITS,
    WORD_LISTS,
)

FIGURES: Final = "core.figures"
TWO_BOUNDS: Final = ("range", "vague")
"""Qualifiers that a word beside the number does not give."""
WRITTEN_UNIT: Final = "/amount"
"""End of the rule of a figure that is written with its unit."""
WITH_UNIT_WORD: Final = ("measure", "percent", "duration", "multiple")
OWN_CATEGORY: Final = {"percent": "share", "duration": "duration", "age": "age"}
"""Category of each kind that has one of its own."""
MONEY: Final = "money_"
SHAPES: Final = {"range": "range", "vague": "vague"}
"""Second part of a figure's rule by its qualifier; it is ``point`` for every other one."""


def folded(column: str) -> pl.Expr:
    """Return a text in lower case with single spaces."""
    return pl.col(column).str.replace_all(r"\s+", " ").str.strip_chars().str.to_lowercase()


def _qualifier_differs(figures: pl.DataFrame, _context: Context) -> pl.Series:
    words = seed_frame(QUALIFIER_WORDS).group_by("qualifier_word").agg("qualifier")
    asked = figures.with_columns(word=folded("qualifier_text"))
    found = looked_up(asked, words, {"word": "qualifier_word"}, {"meant": "qualifier"})
    strays = ~pl.col("meant").list.contains(pl.col("qualifier"))
    return found.select(strays & ~pl.col("qualifier").is_in(TWO_BOUNDS)).to_series()


def stances_of_words() -> dict[str, set[str]]:
    """Return the stances that the first word of a cue, or a phrase as a whole, may have."""
    found: dict[str, set[str]] = {}
    names = ("cue", "part_of_speech", "stance", "forms")
    for cue, word_class, stance, forms in seed_frame(CUES).select(names).iter_rows():
        is_phrase = word_class == "phrase"
        further = (forms or "").split(";" if is_phrase else None)
        for word in (cue if is_phrase else cue.split()[0], *further):
            found.setdefault(word.strip(), set()).add(stance)
    return found


def _stance_differs(frame: pl.DataFrame, _context: Context) -> pl.Series:
    stances = stances_of_words()
    rows = frame.select("stance", folded("cue_text")).iter_rows()
    broken = [
        None not in row and row[0] not in (allowed := _allowed(row[1], stances)) and bool(allowed)
        for row in rows
    ]
    return pl.Series(broken, dtype=pl.Boolean)


def _allowed(cue: str, stances: dict[str, set[str]]) -> set[str]:
    """Return the stances of a cue as written; none where no word of it is known."""
    return stances.get(cue) or {stance for word in cue.split() for stance in stances.get(word, ())}


def _unit_is_unwritten(figures: pl.DataFrame, _context: Context) -> pl.Series:
    words: dict[str, list[str]] = {}
    for word, unit in seed_frame(UNITS).select("unit_word", "unit").iter_rows():
        words.setdefault(unit, []).append(word.lower())
    rows = figures.select("kind", "rule", "unit", folded("figure_text")).iter_rows()
    broken = [
        None not in row
        and row[0] in WITH_UNIT_WORD
        and row[1].endswith(WRITTEN_UNIT)
        and not any(word in row[3] for word in words.get(row[2], ()))
        for row in rows
    ]
    return pl.Series(broken, dtype=pl.Boolean)


def _si_unit_differs(figures: pl.DataFrame, _context: Context) -> pl.Series:
    units = seed_frame(UNITS).filter(pl.col("si_factor").is_not_null())
    key = {"kind": "kind", "unit": "unit"}
    found = looked_up(figures, units, key, {"unit_of_seed": "unit_si"})
    wanted = pl.when(pl.col("value").is_not_null()).then(pl.col("unit_of_seed"))
    is_other = ~pl.col("unit_si").eq_missing(wanted)
    is_missing = wanted.is_not_null() & pl.col("value_si").is_null()
    return found.select((is_other | is_missing).alias("broken")).to_series()


def _household_differs(figures: pl.DataFrame, _context: Context) -> pl.Series:
    words = seed_frame(WORD_LISTS).filter(pl.col("word_list") == "household")["word"]
    # without a parse the head is as written
    nouns = [form for word in words for form in (word, f"{word}s", f"{word[:-1]}ies")]
    counts_them = pl.col("counted_head").is_in(nouns).fill_null(value=False)
    return figures.select(pl.col("household_unit") != counts_them).to_series()


def _event_differs(relations: pl.DataFrame, _context: Context) -> pl.Series:
    words = seed_frame(EVENT_WORDS).group_by("part_of_speech", "event_word").agg("event")
    path = pl.col("rule").str.split("/")
    asked = relations.with_columns(word_class=path.list.first(), word=path.list.last())
    key = {"word_class": "part_of_speech", "word": "event_word"}
    found = looked_up(asked, words, key, {"meant": "event"})
    return found.select(~pl.col("meant").list.contains(pl.col("event"))).to_series()


def _reason_differs(numbers: pl.DataFrame, _context: Context) -> pl.Series:
    patterns = seed_frame(REJECTION_PATTERNS).group_by("pattern_name").agg("reason")
    found = looked_up(numbers, patterns, {"rule": "pattern_name"}, {"meant": "reason"})
    return found.select(~pl.col("meant").list.contains(pl.col("reason"))).to_series()


def _category_differs() -> pl.Expr:
    own = pl.col("kind").replace_strict(OWN_CATEGORY, default=None, return_dtype=pl.String)
    is_money = pl.col("category").str.starts_with(MONEY)
    belongs = pl.col("category").is_in(("duration", "age")) & own.is_null()
    return (
        (pl.col("category") != own).fill_null(value=False)
        | belongs
        | (is_money != (pl.col("kind") == "money"))
    )


def _shape_differs() -> pl.Expr:
    path = pl.col("rule").str.split("/")
    kind, shape = path.list.first(), path.list.get(1, null_on_oob=True)
    wanted = pl.col("qualifier").replace_strict(SHAPES, default="point", return_dtype=pl.String)
    is_other_kind = (kind != pl.col("kind")) & (pl.col("kind") != "rate")
    return shape.is_not_null() & (is_other_kind | (shape != wanted))


def _figure_rule(name: str, columns: tuple[str, ...], reason: str, broken: pl.Expr | Judge) -> Rule:
    return Rule(
        name=name, table=FIGURES, columns=columns, severity=WARNING, reason=reason, broken=broken
    )


WORDING_RULES: Final = (
    _figure_rule(
        "qualifier_agrees_with_words",
        ("qualifier", "qualifier_text"),
        "The words beside a number mean its qualifier in seeds/qualifier_words.csv.",
        _qualifier_differs,
    ),
    _figure_rule(
        "unit_is_written",
        ("unit", "figure_text", "rule"),
        "A figure that is written with its unit has a word of it in seeds/units.csv.",
        _unit_is_unwritten,
    ),
    Rule(
        name="si_unit_agrees_with_unit",
        table=FIGURES,
        columns=("unit_si", "value_si", "unit", "value"),
        reason="unit_si is that of the unit in seeds/units.csv; a point with a factor has a value "
        "in it.",
        broken=_si_unit_differs,
    ),
    _figure_rule(
        "household_unit_agrees_with_head",
        ("household_unit", "counted_head"),
        "Households are counted where the counted noun is one of them.",
        _household_differs,
    ),
    _figure_rule(
        "category_agrees_with_kind",
        ("category", "kind"),
        "Shares, durations and ages have categories of their own, and so has money.",
        _category_differs(),
    ),
    _figure_rule(
        "rule_agrees_with_amount",
        ("rule", "kind", "qualifier"),
        "The path of the rule begins with the kind, and says if it is a point, range or vague.",
        _shape_differs(),
    ),
    *(
        Rule(
            name="stance_agrees_with_cue",
            table=table,
            columns=("stance", "cue_text"),
            severity=WARNING,
            reason="The stance is one that seeds/cues.csv gives the cue.",
            broken=_stance_differs,
        )
        for table in (FIGURES, "core.quotes")
    ),
    Rule(
        name="event_agrees_with_rule",
        table="core.relations",
        columns=("event", "rule"),
        severity=WARNING,
        reason="The event is one that seeds/event_words.csv gives the word in the rule.",
        broken=_event_differs,
    ),
    Rule(
        name="reason_agrees_with_rule",
        table="core.rejected_numbers",
        columns=("reason", "rule"),
        severity=WARNING,
        reason="The reason is that of the pattern in seeds/rejection_patterns.csv.",
        broken=_reason_differs,
    ),
)

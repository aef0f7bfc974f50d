"""All rules of a table cost one expectation, and each row still says which ones it breaks."""

from __future__ import annotations

import polars as pl

from expectations.merging import BROKEN_RULES, merge_rules, name_broken_rules
from expectations.suites import Check, Expectation

NOT_NULL = Expectation(name=Check.NOT_NULL, check=Check.NOT_NULL, columns=("low",))


def rule(name: str) -> Expectation:
    """Return a domain rule as an expectation over its helper column."""
    return Expectation(name=name, check=Check.HOLDS, columns=("low",), helper=f"holds_{name}")


EXPECTATIONS = [NOT_NULL, rule("in_order"), rule("has_unit")]


def test_merge_rules_asks_once_for_all_rules() -> None:
    """Great Expectations is asked what the contract says, and one statement for the rules."""
    first, merged = merge_rules(EXPECTATIONS)

    assert first is NOT_NULL
    assert (merged.check, merged.helper) == (Check.HOLDS, BROKEN_RULES)
    assert merged.name == "no_rule_broken(in_order,has_unit)"


def test_merge_rules_adds_nothing_without_rules() -> None:
    """A table without domain rules has no statement about them."""
    assert merge_rules([NOT_NULL]) == [NOT_NULL]


def test_name_broken_rules_names_each_broken_rule_of_a_row() -> None:
    """One column takes the place of the helpers: null where all rules hold or cannot be told."""
    frame = pl.DataFrame(
        {
            "low": [1, 2, 3, 4],
            "holds_in_order": [True, False, False, None],
            "holds_has_unit": [True, True, False, True],
        }
    )

    named = name_broken_rules(frame, EXPECTATIONS)

    assert named.columns == ["low", BROKEN_RULES]
    assert named[BROKEN_RULES].to_list() == [None, "in_order", "in_order,has_unit", None]


def test_name_broken_rules_leaves_a_frame_without_rules_alone() -> None:
    """Without rules there is no helper column either."""
    frame = pl.DataFrame({"low": [1]})

    assert name_broken_rules(frame, [NOT_NULL]).columns == ["low"]

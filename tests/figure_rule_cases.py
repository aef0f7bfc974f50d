"""For each domain rule on figures, changes that it accepts and that it rejects."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from tests.gate_rows import id_of
from tests.rule_cases import Case

WHOLE, MONEY, SHARE = 1, 2, 3
FIGURE_CASES = [
    Case(
        rule="low_not_above_high",
        accepts={"low": Decimal(6), "high": Decimal(6)},
        rejects={"low": Decimal(6), "high": Decimal("5.999999999")},
    ),
    *(
        Case(
            rule="bounds_agree_with_qualifier",
            accepts={"qualifier": qualifier, "low": good[0], "high": good[1]},
            rejects={"qualifier": qualifier, "low": bad[0], "high": bad[1]},
        )
        for qualifier, good, bad in (
            ("exact", (Decimal(5), Decimal(5)), (Decimal(5), Decimal(6))),
            ("about", (Decimal(5), Decimal(5)), (None, None)),
            ("more_than", (Decimal(5), None), (Decimal(5), Decimal(5))),
            ("at_least", (Decimal(5), None), (None, Decimal(5))),
            ("less_than", (None, Decimal(5)), (Decimal(5), Decimal(5))),
            ("at_most", (None, Decimal(5)), (Decimal(5), None)),
            ("range", (Decimal(6), Decimal(8)), (Decimal(6), None)),
            ("vague", (Decimal(24), Decimal(119)), (None, Decimal(119))),
        )
    ),
    *(
        Case(
            rule="value_agrees_with_bounds",
            accepts={"qualifier": qualifier, "low": low, "high": high, "value": good},
            rejects={"qualifier": qualifier, "low": low, "high": high, "value": bad},
        )
        for qualifier, low, high, good, bad in (
            ("exact", Decimal(5), Decimal(5), Decimal(5), None),
            ("at_least", Decimal(5), None, Decimal(5), Decimal(6)),
            ("at_most", None, Decimal(5), Decimal(5), None),
            ("range", Decimal(6), Decimal(8), None, Decimal(7)),
            ("vague", Decimal(24), Decimal(119), None, Decimal(24)),
        )
    ),
    Case(
        rule="unit_agrees_with_kind",
        accepts={"kind": "count", "unit": None},
        rejects={"kind": "count", "unit": "kilometer"},
    ),
    Case(
        rule="unit_agrees_with_kind",
        accepts={"kind": "rate", "unit": None},
        rejects={"kind": "money", "unit": None},
    ),
    Case(
        row=MONEY,
        rule="currency_known",
        accepts={"unit": "EUR"},
        rejects={"unit": "XQZ"},
    ),
    Case(
        rule="unit_known",
        accepts={"kind": "age", "unit": "month"},
        rejects={"kind": "duration", "unit": "kilometer"},
    ),
    Case(
        rule="si_value_has_unit",
        accepts={"value_si": None, "unit_si": None},
        rejects={"unit_si": None},
    ),
    Case(
        rule="si_value_agrees_with_value",
        accepts={"kind": "duration", "unit": "hour", "value_si": Decimal("4.166666667")},
        rejects={"kind": "duration", "unit": "hour", "value_si": Decimal("4.17")},
    ),
    Case(
        row=SHARE,
        rule="percent_within_whole",
        accepts={"high": Decimal(100)},
        rejects={"high": Decimal("100.5")},
    ),
    Case(
        row=SHARE,
        rule="percent_within_whole",
        accepts={"value": Decimal(300), "change": "increase_by"},
        rejects={"value": Decimal(300), "change": "from"},
    ),
    Case(
        row=SHARE,
        rule="percent_within_whole",
        accepts={"low": None},
        rejects={"low": Decimal(-1), "high": None},
    ),
    Case(
        rule="amount_not_negative",
        accepts={"kind": "measure", "value": Decimal(-40)},
        rejects={"kind": "count", "low": Decimal(-40)},
    ),
    Case(
        rule="part_within_whole",
        accepts={"low": Decimal(200)},
        rejects={"low": Decimal(201)},
    ),
    Case(
        rule="part_within_whole",
        accepts={"low": Decimal(201), "unit": "mile"},
        rejects={"low": Decimal(201), "unit": "kilometer"},
    ),
    Case(
        row=WHOLE,
        rule="whole_is_another_figure",
        accepts={"total_figure_id": id_of("$40 million")},
        rejects={"total_figure_id": id_of("200 kilometers")},
    ),
    Case(
        rule="category_known",
        accepts={"category": "area"},
        rejects={"category": "distances"},
    ),
    Case(
        rule="counted_head_has_phrase",
        accepts={"counted_head": None, "counted_text": None},
        rejects={"counted_head": None},
    ),
    Case(
        rule="counted_phrase_has_rule",
        accepts={"counted_rule": None, "counted_text": None},
        rejects={"counted_rule": None},
    ),
    Case(
        rule="claimant_entity_has_text",
        accepts={"claimant_text": None, "claimant_entity_id": None, "via_text": None},
        rejects={"claimant_text": None, "via_text": None},
    ),
    Case(
        rule="claimant_has_rule",
        accepts={"claimant_rule": None, "claimant_text": None},
        rejects={"claimant_rule": None},
    ),
    Case(
        rule="as_of_end_not_before_start",
        accepts={"as_of_end": date(2015, 11, 3)},
        rejects={"as_of_end": date(2015, 11, 2)},
    ),
    Case(
        rule="as_of_columns_complete",
        accepts=dict.fromkeys(("as_of_start", "as_of_end", "as_of_precision", "as_of_rule")),
        rejects={"as_of_end": None},
    ),
]

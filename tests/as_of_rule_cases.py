"""For each domain rule on dates and on days of figures, what it accepts and what it rejects."""

from __future__ import annotations

from datetime import date

from tests.rule_cases import Case

DATES = "core.dates"
MONEY = 2
NO_DATE = dict.fromkeys(("as_of_start", "as_of_end", "as_of_precision"))
DAY_OF_TEXT = {"as_of_start": date(2015, 11, 3), "as_of_end": date(2015, 11, 3)}
LATER = {"as_of_start": date(2015, 11, 5), "as_of_end": date(2015, 11, 5)}

AS_OF_CASES = [
    *(
        Case(
            rule="as_of_days_agree_with_precision",
            accepts={"as_of_precision": precision, "as_of_start": start, "as_of_end": end},
            rejects={"as_of_precision": precision, "as_of_start": start, "as_of_end": wrong},
        )
        for precision, start, end, wrong in (
            ("day", date(2016, 2, 28), date(2016, 2, 28), date(2016, 2, 29)),
            ("month", date(2016, 2, 1), date(2016, 2, 29), date(2016, 2, 28)),
            ("year", date(2016, 1, 1), date(2016, 12, 31), date(2016, 12, 30)),
        )
    ),
    *(
        Case(
            rule="as_of_days_agree_with_precision",
            accepts={"as_of_precision": "week", "as_of_start": start, "as_of_end": end},
            rejects={"as_of_precision": precision, "as_of_start": start, "as_of_end": end},
        )
        for precision, start, end in (
            ("month", date(2016, 2, 2), date(2016, 2, 29)),
            ("year", date(2016, 2, 1), date(2017, 1, 31)),
        )
    ),
    *(
        Case(
            rule="as_of_not_after_publication",
            accepts=LATER | {"modality": modality},
            rejects=LATER | {"modality": "asserted"},
        )
        for modality in ("forecast", "planned", "hypothetical", None)
    ),
    Case(
        rule="as_of_not_after_publication",
        accepts={"as_of_start": date(2015, 11, 4)},
        rejects={"as_of_start": date(2015, 11, 5)},
    ),
    Case(
        rule="as_of_not_after_publication",
        accepts={"as_of_start": date(2015, 12, 1)},
        rejects={"as_of_start": date(2015, 12, 2)},
        beside={"raw.documents": (0, {"published_precision": "month"})},
    ),
    *(
        Case(
            rule="as_of_is_publication",
            accepts=changes | {"as_of_rule": "sentence"},
            rejects=changes,
        )
        for changes in (LATER, {"as_of_end": None}, {"as_of_precision": "week"})
    ),
    Case(
        row=MONEY,
        rule="as_of_stands_in_text",
        accepts=DAY_OF_TEXT | {"as_of_precision": "day", "as_of_rule": "clause"},
        rejects=DAY_OF_TEXT | {"as_of_precision": "day", "as_of_rule": "sentence_before"},
    ),
    Case(
        row=MONEY,
        rule="as_of_stands_in_text",
        accepts=LATER | {"as_of_precision": "day", "as_of_rule": "present_at_publication"},
        rejects=LATER | {"as_of_precision": "day", "as_of_rule": "sentence"},
    ),
    *(
        Case(
            rule="timeless_has_no_date",
            accepts={"kind": kind} | NO_DATE,
            rejects={"kind": kind},
        )
        for kind in ("duration", "age")
    ),
    *(
        Case(
            table=DATES,
            rule="precision_agrees_with_value",
            accepts={"value": value, "precision": precision},
            rejects={"value": value, "precision": other},
        )
        for value, precision, other in (
            ("2015", "year", "month"),
            ("2015-11", "month", "day"),
            ("2015-11-03", "day", "week"),
            ("2015-11-02/2015-11-08", "week", "day"),
        )
    ),
    Case(
        table=DATES,
        rule="precision_agrees_with_value",
        accepts={"value": None, "precision": "week"},
        rejects={"precision": "week"},
    ),
    Case(
        table=DATES,
        rule="time_stands_in_text",
        accepts={"time_text": "100"},
        rejects={"time_text": "10"},
    ),
]

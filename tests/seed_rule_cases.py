"""For each domain rule on the seeds, what it accepts and what it rejects."""

from __future__ import annotations

from decimal import Decimal

from tests.rule_cases import Case

SEED_CASES = [
    *(
        Case(
            table=table,
            rule="coordinates_inside_country",
            accepts={"country_code": None, "latitude": 0.0},
            rejects={"latitude": 0.0},
        )
        for table in ("ref.places", "ref.entities")
    ),
    Case(
        table="ref.places",
        rule="linked_thing_lies_there",
        accepts={"entity_key": "marseille"},
        rejects={"entity_key": "warsaw"},
    ),
    *(
        Case(
            table="ref.regions",
            rule="linked_thing_lies_there",
            accepts={"entity_key": sound},
            rejects={"entity_key": "marseille"},
        )
        for sound in ("warsaw", "baltic-sea")
    ),
    Case(
        table="ref.units",
        rule="factor_has_unit",
        accepts={"si_factor": None, "unit_si": None},
        rejects={"unit_si": None},
    ),
    Case(
        table="ref.units",
        rule="factor_is_positive",
        accepts={"si_factor": Decimal("0.000000001")},
        rejects={"si_factor": Decimal(0)},
    ),
    Case(
        table="ref.vague_words",
        rule="low_not_above_high",
        accepts={"low": Decimal(119)},
        rejects={"low": Decimal(120)},
    ),
    Case(
        table="ref.offices",
        rule="term_ends_after_start",
        accepts={"until_year": None},
        rejects={"until_year": 2000},
    ),
    Case(
        table="ref.country_boxes",
        rule="south_below_north",
        accepts={"west": 170.0, "east": -170.0},
        rejects={"south": 51.4},
    ),
    Case(
        table="ref.quality_limits",
        rule="minimum_not_above_maximum",
        accepts={"minimum": 0.2},
        rejects={"minimum": 0.21},
    ),
    *(
        Case(
            table=table,
            rule="pattern_is_regular_expression",
            accepts={column: "(a|b)"},
            rejects={column: "(a|b"},
        )
        for table, column in (
            ("ref.passage_patterns", "line_pattern"),
            ("ref.rejection_patterns", "text_pattern"),
        )
    ),
]

"""Texts that other extractors read wrongly, or that we once did, each with its right reading."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tasks.nlp.figures.sentences import find_figures

Stated = tuple[str, "float | int | None", "float | int | None", "str | None"]
"""Text of a figure, its bounds and its unit."""

CASES: dict[str, tuple[str, list[Stated]]] = {
    "code_glued_to_digits": (
        "The package is worth USD34.6 million.",
        [("USD34.6 million", 34_600_000, 34_600_000, "USD")],
    ),
    "bare_hundred": ("hundred dollars were paid", [("hundred dollars", 100, 100, "USD")]),
    "over_ten_million_is_open": (
        "The bill came to over ten million yuan.",
        [("ten million yuan", 10_000_000, None, "CNY")],
    ),
    "year_span": ("In 2012-13 the port handled 40 ships.", [("40", 40, 40, None)]),
    "space_groups": (
        "Farmers cut 816 000 t of wheat.",
        [("816 000 t", 816_000, 816_000, "metric_ton")],
    ),
    "several_hundred": ("Several hundred families left.", [("Several hundred", 200, 999, None)]),
    "a_couple_of_hundred": ("A couple hundred men came.", [("A couple hundred", 200, 200, None)]),
    "between_words": ("Between five and six men came.", [("five and six", 5, 6, None)]),
    "between_digits": ("Between 5 and 6 men came.", [("5 and 6", 5, 6, None)]),
    "open_plain_number": ("Over 90 villages burned.", [("90", 90, None, None)]),
    "words_are_no_money": ("More than sixty prisoners fled.", [("sixty", 60, None, None)]),
    "words_are_no_time": ("About 650 prisoners fled.", [("650", 650, 650, None)]),
    "speed_beside_weight": (
        "It moves 20 kg at 5 km/h.",
        [("20 kg", 20, 20, "kilogram"), ("5 km/h", 5, 5, "kilometer / hour")],
    ),
    "two_reports": ("The army says 3 KIA, it is now 6.", [("3", 3, 3, None), ("6", 6, 6, None)]),
    "one_half_miles": ("The post is one-half miles east.", [("one-half miles", 0.5, 0.5, "mile")]),
    "letters_for_magnitude": (
        "The fund grew from €2.5bn to 3bn and 40k people gave.",
        [
            ("€2.5bn", 2_500_000_000, 2_500_000_000, "EUR"),
            ("3bn", 3_000_000_000, 3_000_000_000, None),
            ("40k", 40_000, 40_000, None),
        ],
    ),
    "words_and_digits": (
        "They sent 1.25 million masks and two million gloves.",
        [("1.25 million", 1_250_000, 1_250_000, None), ("two million", 2_000_000, 2_000_000, None)],
    ),
    "tens_of_millions_is_an_interval": (
        "Tens of millions of people watched.",
        [("Tens of millions", 20_000_000, 99_999_999, None)],
    ),
    "dozens": ("Dozens of huts burned.", [("Dozens", 24, 119, None)]),
    "lakh_in_money": ("He owed Rs 35 lakh.", [("Rs 35 lakh", 3_500_000, 3_500_000, "INR")]),
    "at_least": ("At least 12 men died.", [("12", 12, None, None)]),
    "up_to": ("Up to 12 men died.", [("12", None, 12, None)]),
    "bound_behind": ("About 500 or more men came.", [("500", 500, None, None)]),
    "bounds_that_close_each_other": (
        "The unit has more than 10 but fewer than 20 tanks.",
        [("10 but fewer than 20", 10, 20, None)],
    ),
    "designations": ("AK-47s and T-72s under resolution 1701 of S-300 crews.", []),
    "section_in_lower_case": ("He was charged under section 327 of the code.", []),
    "page": ("The map stands on page 3.", []),
    "phone": ("Call +1-222-222-2222 now.", []),
    "address": ("The host 10.0.0.27 sent it.", []),
    "shared_unit_of_a_rise": (
        "Diesel rose from 617 to 1,030 naira.",
        [("617", 617, 617, "NGN"), ("1,030 naira", 1_030, 1_030, "NGN")],
    ),
    "shared_currency_of_a_rise": (
        "Exports rose from 310 million to 620 million euros.",
        [
            ("310 million", 310_000_000, 310_000_000, "EUR"),
            ("620 million euros", 620_000_000, 620_000_000, "EUR"),
        ],
    ),
    "shared_magnitude_and_unit": (
        "It costs between 5 and 6 million dollars.",
        [("5 and 6 million dollars", 5_000_000, 6_000_000, "USD")],
    ),
    "shared_unit_of_a_contrast": (
        "They were held for 72 hours instead of 48.",
        [("72 hours", 72, 72, "hour"), ("48", 48, 48, "hour")],
    ),
    "level_before_in_words_behind": (
        "Revenue was $3.2 billion, up from 2.9 billion.",
        [
            ("$3.2 billion", 3_200_000_000, 3_200_000_000, "USD"),
            ("2.9 billion", 2_900_000_000, 2_900_000_000, "USD"),
        ],
    ),
    "percent_is_not_shared": (
        "Shares fell 3 percent from 19.",
        [("3 percent", 3, 3, "percent"), ("19", 19, 19, None)],
    ),
    "pounds_of_money": ("He was paid 500 pounds a week.", [("500 pounds", 500, 500, "GBP")]),
    "pounds_of_weight": ("The shell weighs 500 pounds.", [("500 pounds", 500, 500, "pound")]),
    "pounds_of_a_substance": (
        "He sold 12 pounds of hashish.",
        [("12 pounds", 12, 12, "pound")],
    ),
    "millions_of_pounds": (
        "It spent 20 million pounds.",
        [("20 million pounds", 20_000_000, 20_000_000, "GBP")],
    ),
    "minus_glued": ("It was -4 degrees at dawn.", [("-4 degrees", -4, -4, "degree")]),
    "minus_in_words": ("It was minus 12 degrees.", [("minus 12 degrees", -12, -12, "degree")]),
    "minus_in_a_range": (
        "Nights ranged from -18 °C to -34 °C.",
        [("-18 °C to -34 °C", -34, -18, "degree_Celsius")],
    ),
    "dash_is_no_minus": (
        "He lost 12 - among them 3 boys.",
        [("12", 12, 12, None), ("3", 3, 3, None)],
    ),
    "bullet_is_no_minus": ("- 20 people were killed", [("20", 20, 20, None)]),
    "negative_test": ("He tested negative 12 times.", [("12", 12, 12, None)]),
    "rand": (
        "The grid lost R1.9 trillion.",
        [("R1.9 trillion", 1_900_000_000_000, 1_900_000_000_000, "ZAR")],
    ),
    "barrel_bombs": ("Helicopters dropped 50 barrel bombs.", [("50", 50, 50, None)]),
    "barrels": ("It pumps 50 barrels.", [("50 barrels", 50, 50, "oil_bbl")]),
    "foot_soldiers": ("He led 12 foot soldiers.", [("12", 12, 12, None)]),
    "word_in_capitals_is_no_currency": ("ALL 5 MEN DIED.", [("5", 5, 5, None)]),
    "number_and_its_digits": (
        "Payment is due in thirty (30) days.",
        [("thirty (30) days", 30, 30, "day")],
    ),
    "years_and_months": (
        "She got two years and six months in prison.",
        [("two years and six months", 30, 30, "month")],
    ),
    "hours_and_minutes": (
        "It took two hours and 30 minutes.",
        [("two hours and 30 minutes", 150, 150, "minute")],
    ),
    "step_and_level": (
        "Deaths rose by nine to 112.",
        [("nine", 9, 9, None), ("112", 112, 112, None)],
    ),
    "two_sides": (
        "The yard is 540 by 410 metres.",
        [("540", 540, 540, "meter"), ("410 metres", 410, 410, "meter")],
    ),
    "article_before_a_sign": (
        "A $325 million package came.",
        [("$325 million", 325_000_000, 325_000_000, "USD")],
    ),
    "several_hours": ("Power fails for several hours.", []),
    "hotline": ("Ring 0800 14 14 or 1800-233-4000 or +63 2 8555 0172.", []),
    "feet_and_inches": (
        "He is 5 feet 10 inches tall.",
        [("5 feet 10 inches", 70, 70, "inch")],
    ),
    "dollars_and_cents": (
        "It cost 3 dollars 50 cents.",
        [("3 dollars 50 cents", 3.5, 3.5, "USD")],
    ),
    "cents": ("A loaf costs 12 cents.", [("12 cents", 0.12, 0.12, "USD")]),
    "more_years": ("He stays three more years.", [("three more years", 3, 3, "year")]),
    "an_hour_and_a_half": (
        "It took an hour and a half.",
        [("an hour and a half", 1.5, 1.5, "hour")],
    ),
    "dots_as_groups": ("They took €2.500.000 away.", [("€2.500.000", 2_500_000, 2_500_000, "EUR")]),
    "mixed_fraction": ("It lies 10 1/2 miles north.", [("10 1/2 miles", 10.5, 10.5, "mile")]),
    "tolerance": ("It weighs 5 ± 0.5 kg.", [("5 ± 0.5 kg", 4.5, 5.5, "kilogram")]),
    "third_man": ("Two men died and a third was hurt.", [("Two", 2, 2, None)]),
    "at_one_point": ("At one point two men fired.", [("two", 2, 2, None)]),
    "a_couple": ("A couple of men fled.", [("A couple", 2, 2, None)]),
    "married_couple": ("A couple was arrested.", []),
}


def decimal(bound: float | None) -> Decimal | None:
    """Return a bound of a case as an exact number."""
    return None if bound is None else Decimal(str(bound))


@pytest.mark.parametrize(("text", "stated"), CASES.values(), ids=CASES)
def test_text_is_read_as_it_means(text: str, stated: list[Stated]) -> None:
    """A known failure gives exactly its right figures, with bounds and unit."""
    found = find_figures(text, 0, len(text)).figures

    assert [(f.span.text, f.low, f.high, f.unit) for f in found] == [
        (surface, decimal(low), decimal(high), unit) for surface, low, high, unit in stated
    ]

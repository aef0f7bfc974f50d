"""What a figure counts, per what it is said, and which numbers are ages."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tasks.nlp.figures.sentences import find_figures

if TYPE_CHECKING:
    from tasks.nlp.spans import Figure


def first_figure(text: str) -> Figure:
    """Return the first figure of a sentence."""
    return find_figures(text, 0, len(text)).figures[0]


COUNTED = {
    "noun": ("60 smuggling attempts were foiled", "smuggling attempts", "attempt"),
    "verb_behind": ("25 people need help", "people", "person"),
    "designation": ("40 AK-47 rifles burned", "AK-47 rifles", "rifle"),
    "of_phrase": (
        "5,000 members of terrorist groups came",
        "members of terrorist groups",
        "member",
    ),
    "two_nouns": (
        "hundreds of firearms and explosive devices",
        "firearms and explosive devices",
        "device",
    ),
    "participle": ("1,500 displaced people fled", "displaced people", "person"),
    "partitive": ("14 of the 120 patients died", "patients", "patient"),
    "plural_modifier": ("12 weapons caches were found", "weapons caches", "cache"),
    "compound": ("an 80-bed hospital", "bed", "bed"),
    "strong": ("the 1,300-strong garrison", "garrison", "garrison"),
    "label": ("police officers: 2", "police officers", "officer"),
    "measure": ("310 kilograms of plastic explosive", "plastic explosive", "explosive"),
    "dimensions": ("4 meter wide and 2 meter deep trenches", "trenches", "trench"),
    "share": ("60 percent of the 1,100 families", "families", "family"),
    "money": ("a $40 billion aid package", "aid package", "package"),
    "hyphen": ("3,000 asylum-seekers came", "asylum-seekers", "asylum-seeker"),
    "none_after_adverb": ("70 injured", None, None),
    "none_after_verb": ("6.3 shook the mountains", None, None),
    "none_for_place": ("one kilometre of the market", None, None),
    "none_for_time": ("33 the year before", None, None),
    "none_of_anything": ("72 of anything", None, None),
    "none_for_pronoun": ("a quarter of them", None, None),
}


@pytest.mark.parametrize(("text", "counted", "head"), COUNTED.values(), ids=COUNTED)
def test_counted_is_the_noun_phrase(text: str, counted: str | None, head: str | None) -> None:
    """A figure counts the noun phrase beside it, without verbs, adverbs and times."""
    figure = first_figure(text)

    assert (figure.counted.text if figure.counted else None, figure.counted_head) == (counted, head)


PER = {
    "per": ("$6 per cubic metre", "per cubic metre"),
    "per_number": ("42 deaths per 100,000 inhabitants", "per 100,000 inhabitants"),
    "two_denominators": ("6.5 litres per person per day", "per person per day"),
    "for_each": ("$178,000 for each Javelin missile", "each Javelin missile"),
    "each": ("2 million CFA francs each to keep quiet", "each"),
    "article": ("$1.5 billion a year", "a year"),
    "one_in_five": ("one in five households", "in five"),
    "noun_between": ("one lorry in ten is stopped", "in ten"),
    "out_of": ("nine out of ten", "out of ten"),
    "a_year_before": ("45 roubles a year before", None),
    "a_week_ago": ("$9 a week ago", None),
    "in_days": ("five in six months", None),
    "large_whole": ("killed 12 in 37 villages", None),
}


@pytest.mark.parametrize(("text", "per"), PER.values(), ids=PER)
def test_denominator_stands_in_per(text: str, per: str | None) -> None:
    """A denominator is kept with its figure and is no figure of its own."""
    figure = first_figure(text)

    assert (figure.per.text if figure.per else None) == per


def test_ratio_is_a_rate_of_its_numerator() -> None:
    """``one in five`` is a rate of value one."""
    found = find_figures("one in five households", 0, 22).figures

    assert [(f.kind, f.value, f.span.text) for f in found] == [("rate", 1, "one")]


AGES = {
    "aged": ("a man aged 57 was held", ["57"]),
    "aged_list": ("children aged 4, 7 and 11", ["4", "7", "11"]),
    "aged_range": ("militants, aged 20 to 25, fled", ["20 to 25"]),
    "apposition": ("Khalil Dawud, 46, sells fodder", ["46"]),
    "noun_apposition": ("The driver, 44, was among them", ["44"]),
    "pronoun": ("He is 26.", ["26"]),
    "children_under": ("37 children under five died", ["five"]),
    "age_of": ("under the age of 18", ["18"]),
    "decade": ("a man in his 40s", ["40s"]),
    "place_is_no_person": ("In Mosul, 24, mostly women, died", []),
    "count_of_people": ("He is 26 kilometres away", []),
    "plural_noun": ("The troops, 30, left", []),
    "decade_of_the_century": ("the 90s were worse", []),
}


@pytest.mark.parametrize(("text", "ages"), AGES.values(), ids=AGES)
def test_age_is_told_from_count(text: str, ages: list[str]) -> None:
    """Numbers that the context makes ages have the kind age and the unit year."""
    found = find_figures(text, 0, len(text)).figures

    assert [f.span.text for f in found if f.kind == "age" and f.unit == "year"] == ages


CATEGORIES = {
    "killed": ("17 people were killed", "people_killed"),
    "wounded": ("wounding 40", "people_injured"),
    "verb_before_wins": ("the blast killed 12 people and wounded 30", "people_killed"),
    "insertion": ("17 people, including three children, were killed", "people_killed"),
    "toll": ("the toll rose to 21", "people_killed"),
    "ratio_is_a_share": ("one in five died", "share"),
    "arrested": ("police arrested 212 suspects", "people_arrested"),
    "abducted": ("gunmen abducted nine others", "people_abducted"),
    "displaced": ("1,500 people were displaced", "people_displaced"),
    "seized": ("the navy seized 847 rifles", "weapons_seized"),
    "ammunition": ("61,200 rounds of ammunition", "ammunition"),
    "vehicles": ("32 trucks came", "vehicles"),
    "attacks": ("13 mass shootings", "attacks"),
    "aid": ("a $40 billion aid package", "money_aid"),
    "price": ("it costs $9", "money_price"),
    "distance": ("20 kilometres away", "distance"),
    "calibre_is_no_distance": ("a 155mm howitzer", "other"),
    "share": ("5 percent of it", "share"),
    "label": ("Killed: 12", "people_killed"),
}


@pytest.mark.parametrize(("text", "category"), CATEGORIES.values(), ids=CATEGORIES)
def test_category_follows_noun_and_verb(text: str, category: str) -> None:
    """Noun, governing verb and kind decide the category."""
    assert first_figure(text).category == category


def test_households_are_marked() -> None:
    """Families and households set the household flag, persons do not."""
    assert first_figure("1,200 families fled").household_unit
    assert not first_figure("1,200 people fled").household_unit

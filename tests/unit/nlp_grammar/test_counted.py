"""What a figure counts by the parse of its own sentence: each rule, and what it leaves alone."""

from __future__ import annotations

import pytest

from tasks.nlp.figures.grammar.counted import RULES, find_counted
from tests.counted_sentences import JET, PAID, RAISED, SPENT, TOLL
from tests.parsed import parsed, view_of

CASES = {
    "of_phrase behind a unit": (
        (
            "18/NUM/nummod>tonnes tonnes/NOUN/nsubj>came of/ADP/case>tiles tiles/NOUN/nmod>tonnes "
            "came/VERB/ROOT"
        ),
        "18 tonnes",
        ("tiles", "tile", "of_phrase"),
    ),
    "of_phrase behind a count, with an article": (
        (
            "14/NUM/nsubj>fled of/ADP/case>guards the/DET/det>guards guards/NOUN/nmod>14 "
            "fled/VERB/ROOT"
        ),
        "14",
        ("guards", "guard", "of_phrase"),
    ),
    "of_phrase behind a vague noun, without an article": (
        "Dozens/NOUN/nsubj>fell of/ADP/case>walls walls/NOUN/nmod>Dozens fell/VERB/ROOT",
        "Dozens",
        ("walls", "wall", "of_phrase"),
    ),
    "noun_modified": (
        "350/NUM/nummod>workers workers/NOUN/nsubj>left left/VERB/ROOT",
        "350",
        ("workers", "worker", "noun_modified"),
    ),
    "noun_modified past another amount": (
        (
            "They/PRON/nsubj>hid hid/VERB/ROOT 31,000/NUM/nummod>9 9/NUM/nummod>cartridges "
            "cartridges/NOUN/obj>hid"
        ),
        "31,000",
        ("cartridges", "cartridge", "noun_modified"),
    ),
    "unit_modified": (
        (
            "A/DET/det>conveyor 90/NUM/nummod>metre -/PUNCT/punct>90 metre/NOUN/compound>conveyor "
            "conveyor/NOUN/nsubj>broke broke/VERB/ROOT"
        ),
        "90-metre",
        ("conveyor", "conveyor", "unit_modified"),
    ),
    "dimension before its verb": (
        (
            "A/DET/det>road road/NOUN/nsubj>ends 310/NUM/nummod>km km/NOUN/obl:unmarked>long "
            "long/ADV/advmod>road ends/VERB/ROOT"
        ),
        "310 km",
        ("road", "road", "dimension"),
    ),
    "dimension as predicate": (
        (
            "The/DET/det>road road/NOUN/nsubj>long is/AUX/cop>long 310/NUM/nummod>km "
            "km/NOUN/obl:unmarked>long long/ADJ/ROOT"
        ),
        "310 km",
        ("road", "road", "dimension"),
    ),
    "victim": (
        "31/NUM/nsubj>came injured/ADJ/appos>31 came/VERB/ROOT",
        "31",
        ("injured", "injured", "victim"),
    ),
    "worth behind its noun": (
        (
            "A/DET/det>package package/NOUN/nsubj>came worth/ADJ/amod>package $/SYM/obj>worth "
            "90/NUM/nummod>$ came/VERB/ROOT"
        ),
        "$90",
        ("package", "package", "worth"),
    ),
    "worth as a verb of value": (
        (
            "A/DET/det>scheme scheme/NOUN/nsubj>failed valued=value/VERB/acl>scheme at/ADP/case>$ "
            "$/SYM/obl>valued 90/NUM/nummod>$ failed/VERB/ROOT"
        ),
        "$90",
        ("scheme", "scheme", "worth"),
    ),
    "price on which it is spent": (
        f"{SPENT}on/ADP/case>kitchen a/DET/det>kitchen kitchen/NOUN/obl>spent",
        "$90",
        ("kitchen", "kitchen", "price"),
    ),
    "price for which it is paid": (
        f"{PAID}for/ADP/case>park the/DET/det>park park/NOUN/obl>paid",
        "$90",
        ("park", "park", "price"),
    ),
    "noun_before": (
        (
            "The/DET/det>fee fee/NOUN/nsubj>fell of/ADP/case>$ $/SYM/nmod>fee 90/NUM/nummod>$ "
            "fell/VERB/ROOT"
        ),
        "$90",
        ("fee", "fee", "noun_before"),
    ),
    "noun_before that names a change": (
        (
            "A/DET/det>drop drop/NOUN/nsubj>hurt in/ADP/case>prices prices/NOUN/nmod>drop "
            "of/ADP/case>percent 9/NUM/nummod>percent percent/NOUN/nmod>drop hurt/VERB/ROOT"
        ),
        "9 percent",
        ("prices", "price", "noun_before"),
    ),
    "object_changed": (
        RAISED.format(lemma="raise"),
        "$90",
        ("outlays", "outlay", "object_changed"),
    ),
    "object_changed in the passive": (
        (
            "Its/PRON/nmod:poss>outlays outlays/NOUN/nsubj:pass>raised were/AUX/aux:pass>raised "
            "raised=raise/VERB/ROOT to/ADP/case>$ $/SYM/obl>raised 90/NUM/nummod>$"
        ),
        "$90",
        ("outlays", "outlay", "object_changed"),
    ),
    "subject of a change": (
        TOLL.format(verb="rise"),
        "34",
        ("toll", "toll", "subject"),
    ),
    "subject of a predicate number": (
        "The/DET/det>ships ships/NOUN/nsubj>34 are/AUX/cop>34 34/NUM/ROOT",
        "34",
        ("ships", "ship", "subject"),
    ),
    "subject that moves at a measure": (
        f"{JET}at/ADP/case>metres 900/NUM/nummod>metres metres/NOUN/obl>flies",
        "900 metres",
        ("jet", "jet", "subject"),
    ),
    "noun in a list without colons": (
        (
            "Dead/NOUN/ROOT :/PUNCT/punct>women women/NOUN/appos>Dead 71/NUM/nummod>women "
            ",/PUNCT/punct>women"
        ),
        "71",
        ("women", "woman", "noun_label"),
    ),
    "comparative of a subject": (
        (
            "Prices/NOUN/nsubj>higher were/AUX/cop>higher 8/NUM/nummod>percent "
            "percent/NOUN/obl:unmarked>higher higher/ADJ/ROOT"
        ),
        "8 percent",
        ("Prices", "price", "dimension"),
    ),
    "dimension behind the measure": (
        (
            "A/DET/det>mirror mirror/NOUN/ROOT 2/NUM/nummod>metres metres/NOUN/nmod>mirror "
            "in/ADP/case>diameter diameter/NOUN/nmod>metres"
        ),
        "2 metres",
        ("mirror", "mirror", "dimension"),
    ),
    "noun right before worth": (
        (
            "They/PRON/nsubj>hid hid=hide/VERB/ROOT arms/NOUN/obj>hid worth/ADP/case>$ "
            "$/SYM/obl>hid 90/NUM/nummod>$"
        ),
        "$90",
        ("arms", "arm", "worth"),
    ),
    "what is paid for before the amount": (
        (
            "The/DET/det>park park/NOUN/nsubj>opened for/ADP/case>which which/PRON:WDT/obl>paid "
            "we/PRON/nsubj>paid paid=pay/VERB/acl:relcl>park $/SYM/obj>paid 90/NUM/nummod>$ "
            "opened/VERB/ROOT"
        ),
        "$90",
        ("park", "park", "price"),
    ),
    "calibre belongs to the phrase": (
        "Forty/NUM/nummod>shells 155/NUM/nummod>mm mm/NOUN/compound>shells shells/NOUN/ROOT",
        "Forty",
        ("155 mm shells", "shell", "noun_modified"),
    ),
    "no amount in a phrase": (
        (
            "A/DET/det>pack pack/NOUN/nsubj>costs of/ADP/case>pills 30/NUM/nummod>pills "
            "pills/NOUN/nmod>pack costs=cost/VERB/ROOT $/SYM/obj>costs 9/NUM/nummod>$"
        ),
        "$9",
        ("pack", "pack", "subject"),
    ),
    "named price keeps its name": (
        (
            "Its/PRON/nmod:poss>price share/NOUN/compound>price price/NOUN/nsubj>rose "
            "of/ADP/case>May May/PROPN/nmod>price rose=rise/VERB/ROOT to/ADP/case>$ "
            "$/SYM/obl>rose 90/NUM/nummod>$"
        ),
        "$90",
        ("share price", "price", "subject"),
    ),
    "a label, which no rule of the parse finds": (
        (
            "Rifles/NOUN/nsubj>handed handed=hand/VERB/ROOT in/ADV/advmod>handed "
            ":/PUNCT/punct>318 318/NUM/obl>handed"
        ),
        "318",
        ("Rifles", "rifle", "label_before"),
    ),
}


@pytest.mark.parametrize(("notation", "figure", "expected"), CASES.values(), ids=CASES)
def test_counted_is_found_by_its_rule(
    notation: str, figure: str, expected: tuple[str, str, str]
) -> None:
    """Each rule finds the phrase without determiner, the head word, and leaves its name."""
    view = view_of(parsed(notation, {"Turkey": "GPE"} if "Turkey" in notation else None), figure)

    phrase = find_counted(view)

    assert phrase is not None
    assert (phrase.span.text, phrase.head, phrase.rule) == expected


def test_every_rule_has_a_case() -> None:
    """A rule that is added comes with a case."""
    tested = {expected[2] for _, _, expected in CASES.values()}

    assert tested == {*RULES, "label_before"}


def test_stronger_evidence_wins() -> None:
    """A figure that could be a share of one thing and said of another takes its of-phrase."""
    notation = (
        "Wages/NOUN/nsubj>reached reached=reach/VERB/ROOT 38/NUM/nummod>percent "
        "percent/NOUN/obj>reached of/ADP/case>budget the/DET/det>budget budget/NOUN/nmod>percent"
    )
    phrase = find_counted(view_of(parsed(notation), "38 percent"))

    assert phrase is not None
    assert phrase.span.text == "budget"

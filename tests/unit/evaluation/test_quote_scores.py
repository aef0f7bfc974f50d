"""What is right about quotations and claimants, on a passage made by hand."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from evaluation.quotes.claims import FoundClaim, score_claims
from evaluation.quotes.gold import read_passage
from evaluation.quotes.matching import counted_characters, names_agree, overlap, paired, same_party
from evaluation.quotes.report import score_gold
from evaluation.quotes.scoring import score_quotes
from evaluation.quotes.tallies import harmonic_mean
from tasks.nlp.pipeline import RULES, load_pipeline
from tasks.nlp.quotes.claimants import SILENT, Claim
from tasks.nlp.spans import Quote, Span, Speaker

if TYPE_CHECKING:
    from pathlib import Path

    from evaluation.quotes.tallies import Record

LINES = [
    "quotes-a-001",
    'Mayor Rein Kask told BNS that nine men were held. "We know all their names," he added.',
    "Two ran.",
    "> indirect | nine men were held | Rein Kask | told | stated",
    "> direct | We know all their names, | Rein Kask | added | stated",
    "= nine | Rein Kask | stated | BNS",
    "= Two | - | - | -",
]
PASSAGE = read_passage(LINES)
TEXT = PASSAGE.text


def span(words: str) -> Span:
    """Return the first occurrence of some words."""
    start = TEXT.index(words)
    return Span.cut(TEXT, start, start + len(words))


def speaker(words: str, name: str = "") -> Speaker:
    """Return a speaker with the name that the words stand for."""
    return Speaker(
        span=span(words), name=name or words, entity_index=None, kind="person", rule="name"
    )


REPORTED = Quote(
    span=span("nine men were held"),
    kind="indirect",
    rule="verb/clause",
    speaker=speaker("Rein Kask"),
    cue=span("told"),
    stance="stated",
)
SPOKEN = Quote(
    span=span("We know all their names"),
    kind="direct",
    rule="behind",
    speaker=speaker("he added", "Rein Kask"),
    cue=span("added"),
    stance="stated",
)
CLAIM = Claim(speaker("Mayor Rein Kask"), speaker("BNS"), span("told"), "stated", "verb/clause")


def quotes(*found: Quote) -> Record:
    """Return the scores of some quotations."""
    return score_quotes([(PASSAGE, found)])


def claims(nine: Claim, two: Claim = SILENT) -> Record:
    """Return the scores of the two figures."""
    places = [(span(word).start_char, span(word).end_char) for word in ("nine", "Two")]
    found = [FoundClaim(place, claim) for place, claim in zip(places, (nine, two), strict=True)]
    return score_claims([(PASSAGE, found)])


def test_spaces_and_marks_do_not_count() -> None:
    """A content with its marks is the same as one without them."""
    text = "“No, sir.” He left."

    assert counted_characters(text, [(0, 10)]) == counted_characters(text, [(1, 9)])
    assert len(counted_characters(text, [(0, 3), (14, 99)])) == 7


def test_overlap_is_a_share_of_the_larger_one() -> None:
    """Too much costs as much as too little, and nothing overlaps nothing."""
    assert overlap(frozenset({1, 2}), frozenset({2, 3, 4, 5})) == 0.25
    assert overlap(frozenset(), frozenset()) == 0.0


def test_most_alike_are_paired_first_and_once() -> None:
    """The first of the gold would take 5, but 6 needs it more."""

    def likeness(one: int, other: int) -> float:
        return max(0.0, 1 - abs(one - other) / 4)

    assert paired([3, 6], [5], likeness) == [(6, 5)]
    assert paired([3, 6], [5, 2], likeness) == [(3, 2), (6, 5)]
    assert paired([4, 6], [5], likeness) == [(4, 5)]
    assert paired([1], [5], likeness) == []


@pytest.mark.parametrize(
    ("gold", "found", "agree"),
    [
        ("Rein Kask", "Kask", True),
        ("police spokesman", "the Harju police", False),
        ("hospital records", "a record of the hospital", True),
        ("Gen. Ola Berg", "Gen. Rein Kask", False),
        ("minister", "the minister", True),
        ("minister", "Minister Berg", False),
        ("Minister Berg", "Minister Kask", False),
        ("Ministry of Defence", "Ministry of Health", False),
        ("UN relief agency", "UN agency for refugees", True),
        ("the", "an", False),
    ],
)
def test_names_agree_by_their_words(gold: str, found: str, *, agree: bool) -> None:
    """Part of each other, or half in common; function words and titles tell nothing."""
    assert names_agree(gold, found) is agree


def test_nobody_is_only_nobody() -> None:
    """A missing speaker is right where the gold has none."""
    assert same_party(None, None)
    assert not same_party("Rein Kask", None)
    assert not same_party(None, speaker("Rein Kask"))
    assert same_party("Rein Kask", speaker("he added", "Rein Kask"))
    assert same_party("BNS", speaker("BNS", "Baltic News Service"))


def test_right_quotations_have_all_points() -> None:
    """The name that a pronoun stands for is the speaker."""
    record = quotes(REPORTED, SPOKEN)

    assert (record["gold"], record["predicted"]) == (2, 2)
    assert {value for name, value in record.items() if name not in {"gold", "predicted"}} == {100.0}


def test_each_part_of_a_quotation_is_scored_alone() -> None:
    """Half of the pairs have another speaker, cue, stance and kind."""
    wrong = replace(
        SPOKEN, kind="mixed", speaker=speaker("BNS"), cue=span("told"), stance="claimed"
    )
    record = quotes(REPORTED, wrong)

    assert record["f1"] == 100.0
    assert [record[name] for name in ("speaker", "cue", "stance", "kind")] == [50.0] * 4


def test_part_of_a_quotation_counts_at_the_loose_overlap_only() -> None:
    """Its speaker is not asked for, and the other quotation is missed."""
    record = quotes(replace(REPORTED, span=span("nine men")))

    assert (record["f1"], record["precision"], record["recall"]) == (0.0, 0.0, 0.0)
    assert record["f1_at_0.3"] == 66.67
    assert record["speaker"] is None


def test_main_verb_is_the_cue() -> None:
    """Auxiliaries before it do not matter."""
    assert quotes(replace(SPOKEN, cue=span("he added")))["cue"] == 100.0
    assert quotes(replace(SPOKEN, cue=None))["cue"] == 0.0


def test_right_claims_have_all_points() -> None:
    """A title before the name is no error; the second figure is the article's own."""
    record = claims(CLAIM)

    assert (record["gold"], record["found"]) == (2, 2)
    assert {value for name, value in record.items() if name not in {"gold", "found"}} == {100.0}


def test_missed_claimant_costs_precision_of_the_own_voice() -> None:
    """One of two own voices is wrong; without a right claimant no stance is asked."""
    record = claims(SILENT)

    assert (record["claimant"], record["named"]) == (50.0, 0.0)
    assert (record["own_precision"], record["own_recall"]) == (50.0, 100.0)
    assert (record["stance"], record["via_precision"], record["via_recall"]) == (None, None, 0.0)


def test_claimant_too_many_costs_recall_of_the_own_voice() -> None:
    """The figure behind the reported speech is given to its speaker."""
    record = claims(CLAIM, replace(CLAIM, via=None))

    assert (record["claimant"], record["named"]) == (50.0, 100.0)
    assert (record["own_precision"], record["own_recall"]) == (None, 0.0)


def test_stance_and_chain_are_scored_alone() -> None:
    """Another stance, and a chain turned round in the second figure."""
    record = claims(replace(CLAIM, stance="claimed"), replace(SILENT, via=speaker("BNS")))

    assert (record["claimant"], record["stance"]) == (100.0, 0.0)
    assert (record["via_precision"], record["via_recall"]) == (50.0, 100.0)


def test_figure_that_is_not_found_is_not_asked() -> None:
    """How many were found stands beside the shares."""
    record = score_claims([(PASSAGE, [])])

    assert (record["gold"], record["found"], record["claimant"]) == (2, 0, None)


def test_harmonic_mean_needs_both() -> None:
    """A share of nothing has no F1."""
    assert harmonic_mean(None, 50.0) is None
    assert harmonic_mean(50.0, None) is None


def test_report_has_a_record_for_each_part_of_the_gold(tmp_path: Path) -> None:
    """Rules without a parse find the words between marks, and no speaker."""
    (tmp_path / "a.txt").write_text("== " + "\n".join(LINES), encoding="utf-8")

    tables = score_gold(load_pipeline(RULES), tmp_path)

    records = {name: {one["set"]: one for one in tables[name]} for name in tables}
    assert [one["set"] for one in tables["claimants"]] == ["dev", "test"]
    assert sum(one["gold"] for one in tables["quotations"]) == 2
    found = records["quotations"][PASSAGE.split]
    assert (found["precision"], found["recall"], found["speaker"]) == (100.0, 50.0, 0.0)
    assert records["claimants"][PASSAGE.split]["own_recall"] == 100.0

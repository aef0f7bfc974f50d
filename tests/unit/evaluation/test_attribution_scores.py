"""PolNeAR's format, its scores, and what its own contents score by our contract."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from evaluation.quotes.attributions import Row, score_attributions
from evaluation.quotes.matching import Place, counted_characters
from evaluation.quotes.oracle import contract_rows
from evaluation.quotes.polnear import GoldAttribution, PolnearText, read_polnear
from evaluation.quotes.polnear_report import row_of, score_polnear
from tasks.nlp.pipeline import RULES, load_pipeline
from tasks.nlp.spans import Quote, Span, Speaker

if TYPE_CHECKING:
    from pathlib import Path

    from evaluation.quotes.tallies import Record

TEXT = (
    '"We saw the boats," Ola Berg said, "and then they were gone." '
    "Police said the search would go on."
)


def place(words: str) -> Place:
    """Return where some words stand first."""
    start = TEXT.index(words)
    return start, start + len(words)


SPEECH = GoldAttribution(
    source=(place("Ola Berg"),),
    cue=(place("said"),),
    content=(place('"We saw the boats,"'), place('"and then they were gone."')),
    has_mark=True,
)
REPORT = GoldAttribution(
    source=(place("Police"),),
    cue=((69, 73),),
    content=(place("the search would go on"),),
    has_mark=False,
)
ARTICLE = PolnearText("a-1", TEXT, "2014-05-01", (SPEECH, REPORT))


def row(words: str, kind: str) -> Row:
    """Return a quotation without speaker and cue."""
    return Row(kind, counted_characters(TEXT, [place(words)]))


FIRST = replace(row("We saw the boats,", "direct"), speaker=place("Berg"), cue=place("said"))
SECOND = replace(row("and then they were gone.", "direct"), speaker_name="Berg", cue=(69, 73))
THIRD = replace(row("the search would go on", "indirect"), speaker_name="the police", cue=(72, 73))


def scored(*rows: Row, threshold: float = 0.3) -> Record:
    """Return the scores of some quotations."""
    return score_attributions([(ARTICLE, rows)], threshold)


def test_split_speech_costs_precision_but_no_cover() -> None:
    """The longer half is the speech, the other one is too many; together they cover it."""
    record = scored(FIRST, SECOND, THIRD)

    assert (record["direct_f1"], record["direct_p"], record["direct_r"]) == (66.67, 50.0, 100.0)
    assert (record["split_f1"], record["split_p"], record["split_r"]) == (100.0, 100.0, 100.0)
    assert (record["gold"], record["any_r"]) == (1, 100.0)


def test_half_of_a_speech_is_missed_at_the_strict_overlap() -> None:
    """Reported speech is found as before."""
    record = scored(FIRST, THIRD, threshold=0.8)

    assert (record["direct_f1"], record["split_r"], record["any_r"]) == (0.0, 0.0, 50.0)
    assert (record["split_p"], record["split_f1"]) == (100.0, 0.0)
    assert record["speaker"] is None


def test_speaker_is_right_by_place_or_name() -> None:
    """A touch is enough, and so is the name; a cue is right by its place only."""
    by_place = scored(FIRST, THIRD)
    by_name = scored(SECOND)

    assert (by_place["speaker"], by_place["cue"]) == (100.0, 100.0)
    assert (by_name["speaker"], by_name["cue"]) == (100.0, 0.0)
    assert (by_place["indirect_speaker"], by_place["indirect_cue"]) == (100.0, 100.0)
    assert scored(replace(THIRD, speaker_name="Ola Berg"))["indirect_speaker"] == 0.0


def test_content_without_source_or_cue_asks_for_none() -> None:
    """Only its place counts."""
    article = replace(ARTICLE, attributions=(replace(REPORT, source=(), cue=()),))
    record = score_attributions([(article, [THIRD])], 0.8)

    assert (record["indirect_r"], record["any_r"]) == (100.0, 100.0)
    assert (record["indirect_speaker"], record["indirect_cue"]) == (None, None)


def test_kinds_do_not_mix_but_indirect_precision_is_of_all_contents() -> None:
    """Speech found as reported is missed as speech, and is still something that somebody says."""
    record = scored(replace(SECOND, kind="indirect"), row("Police said", "indirect"))

    assert (record["direct_r"], record["indirect_r"], record["indirect_p_any"]) == (0.0, 0.0, 50.0)
    assert (record["direct_p"], record["split_p"], record["split_f1"]) == (None, None, None)


def test_content_of_nothing_but_marks_is_left_out() -> None:
    """It could be neither found nor missed."""
    article = replace(ARTICLE, attributions=(replace(SPEECH, content=((0, 1),)),))

    assert score_attributions([(article, [])], 0.8)["gold"] == 0


def test_oracle_splits_speech_around_its_reporting_clause() -> None:
    """Two direct quotations, and the reported one."""
    rows = contract_rows(ARTICLE)

    assert rows == [
        row("We saw the boats,", "direct"),
        row("and then they were gone.", "direct"),
        row("the search would go on", "indirect"),
    ]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ('the "long search" is over', [("mixed", "the long search is over"), "long search"]),
        ('the "search" is over', [("mixed", "the search is over")]),
        ('it "was the longest search ever"', [("mixed", "it was the longest search ever")]),
        (
            'after the many weeks of rain and wind it was "too late" to look for any of them',
            [
                (
                    "indirect",
                    "after the many weeks of rain and wind it was too late to look for any of them",
                ),
                "too late",
            ],
        ),
    ],
    ids=["nested", "one word", "nearly all", "below a fifth"],
)
def test_oracle_writes_quoted_words_as_the_contract_asks(
    content: str, expected: list[tuple[str, str] | str]
) -> None:
    """Two words below most of a content are a row beside it; a fifth in marks makes it mixed."""
    text = f"Berg said {content}."
    gold = GoldAttribution((), (), ((10, len(text) - 1),), has_mark=True)

    rows = contract_rows(PolnearText("a-2", text, None, (gold,)))

    found = [(one.kind, "".join(text[at] for at in sorted(one.characters))) for one in rows]
    wanted = [one if isinstance(one, tuple) else ("mixed", one) for one in expected]
    assert found == [(kind, words.replace(" ", "")) for kind, words in wanted]


def test_oracle_joins_parts_with_nothing_between_them() -> None:
    """Two parts that only a mark divides are one quotation."""
    text = '"No. We stay," he said.'
    gold = GoldAttribution((), (), ((0, 4), (5, 14)), has_mark=True)

    [joined] = contract_rows(PolnearText("a-3", text, None, (gold,)))

    assert joined == Row("direct", counted_characters(text, [(1, 13)]))


def test_row_has_the_places_of_its_quotation() -> None:
    """None for what a quotation lacks."""
    berg = Span.cut(TEXT, *place("Ola Berg"))
    speaker = Speaker(span=berg, name="Ola Berg", entity_index=0, kind="person", rule="name")
    said = Span.cut(TEXT, *place("said"))
    quote = Quote(span=Span.cut(TEXT, 1, 18), kind="direct", rule="x", speaker=speaker, cue=said)

    expected = replace(FIRST, speaker=place("Ola Berg"), speaker_name="Ola Berg")
    assert row_of(TEXT, quote) == expected
    assert row_of(TEXT, replace(quote, speaker=None, cue=None)).speaker is None


def as_record(article: PolnearText) -> dict[str, Any]:
    """Return an article as a line of the set."""

    def spans(places: tuple[Place, ...]) -> list[dict[str, int]]:
        return [{"start": start, "end": end} for start, end in reversed(places)]

    return {
        "id": article.key,
        "text": article.text,
        "published": article.published,
        "attributions": [
            {
                "source": spans(one.source),
                "cue": spans(one.cue),
                "content": spans(one.content),
                "has_quote_mark": one.has_mark,
            }
            for one in article.attributions
        ],
    }


@pytest.fixture
def corpora(tmp_path: Path) -> Path:
    """Write a set of one article."""
    folder = tmp_path / "benchmarks/polnear_dev"
    folder.mkdir(parents=True)
    (folder / "dev.jsonl").write_text(f"{json.dumps(as_record(ARTICLE))}\n", encoding="utf-8")
    return tmp_path


def test_articles_are_read_with_places_in_order(corpora: Path) -> None:
    """The set gives the parts of a content in any order."""
    assert list(read_polnear(corpora)) == [ARTICLE]


def test_report_stands_beside_the_oracle(corpora: Path) -> None:
    """Rules without a parse find both halves of the speech, as the contract asks."""
    records = {one["set"]: one for one in score_polnear(load_pipeline(RULES), corpora)}

    assert list(records) == ["polnear 0.8", "oracle 0.8", "polnear 0.3", "oracle 0.3"]
    assert records["polnear 0.3"]["direct_f1"] == records["oracle 0.3"]["direct_f1"] == 66.67
    assert records["oracle 0.8"]["any_r"] == 50.0
    assert records["oracle 0.8"]["speaker"] is None


def test_set_that_is_not_there_gives_nothing(tmp_path: Path) -> None:
    """A folder without the set is no error."""
    assert list(score_polnear(load_pipeline(RULES), tmp_path)) == []

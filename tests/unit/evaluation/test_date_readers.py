"""The readers of date sets give spans, days of publication and values in our form."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from evaluation.dates.exclusions import without_excluded
from evaluation.dates.gold import read_block, read_gold
from evaluation.dates.recognizers import read_recognizers
from evaluation.dates.wikiwars import read_wikiwars
from evaluation.exclusions import read_exclusions
from warehouse.errors import UsageError

if TYPE_CHECKING:
    from pathlib import Path

    from evaluation.dates.statements import DateInput


def written(folder: Path, name: str, record: dict[str, Any]) -> Path:
    """Write a set of one text and return the folder of the sets."""
    path = folder / name
    path.parent.mkdir(parents=True)
    path.write_text(json.dumps(record), encoding="utf-8")
    return folder


def timex(start: int, end: int, label: str, value: str | None, text: str) -> dict[str, Any]:
    """Return an annotation of WikiWars."""
    place = {"start": start, "end": end, "text": text}
    return place | {"label": label, "value": value, "mod": None, "anchor": None}


def test_gold_marks_have_places_values_and_splits() -> None:
    """Offsets count in the plain text; ``-`` is no day of publication, and a null value."""
    block = read_block(
        "== a-1 -", ["It began on [9 May 2019|2019-05-09 day].", "It ended [later|- month]."]
    )

    assert block.text == "It began on 9 May 2019. It ended later."
    assert block.published is None
    assert [block.text[slice(*mark.span)] for mark in block.expected] == ["9 May 2019", "later"]
    assert [mark.values for mark in block.expected] == [
        ((date(2019, 5, 9), date(2019, 5, 9)),),
        (None,),
    ]
    assert block.split in {"dev", "test"}


@pytest.mark.parametrize(
    ("head", "line", "message"),
    [
        ("== a-1", "Plain.", "needs an id and a day"),
        ("== a-1 -", "In [May|2019-13 month].", "block a-1: the mark '2019-13 month'"),
        ("== a-1 -", "In [May|2019-05 moon].", "block a-1: 'moon' is no precision"),
    ],
)
def test_slips_in_the_gold_name_their_block(head: str, line: str, message: str) -> None:
    """Neither heads nor values nor precisions are guessed."""
    with pytest.raises(ValueError, match=message):
        read_block(head, [line])


def test_blocks_of_all_files_are_read(tmp_path: Path) -> None:
    """A file holds several blocks; other files are left alone."""
    (tmp_path / "one.txt").write_text(
        "== a-1 2020-02-03\n[Today|2020-02-03 day].\n\n== a-2 -\nNo.\n"
    )
    (tmp_path / "README.md").write_text("== no block")

    assert [(one.key, one.published) for one in read_gold(tmp_path)] == [
        ("a-1", "2020-02-03"),
        ("a-2", None),
    ]


def test_histories_have_no_day_of_publication_and_no_date_in_a_date(tmp_path: Path) -> None:
    """The day of the copy is not used; of nested dates the outer one counts."""
    spans = [
        timex(3, 21, "DATE", "1916-SP", "the spring of 1916"),
        timex(17, 21, "DATE", "1916", "1916"),
        timex(29, 39, "DURATION", "P3M", "for months"),
    ]
    text = "In the spring of 1916, gone for months."
    record = {"id": "01_War", "dct": "2009-12-19", "text": text, "spans": spans}
    (one,) = read_wikiwars(written(tmp_path, "wikiwars/wikiwars.jsonl", record))

    assert one.published is None
    assert [mark.kind for mark in one.expected] == ["date", "duration"]


def result(start: int, end: int, value: dict[str, Any]) -> dict[str, Any]:
    """Return a result of Recognizers-Text."""
    kind = value["type"]
    words = {"start": start, "end": end, "text": "x" * (end - start), "label": f"datetimeV2.{kind}"}
    return words | {"resolution": {"values": [value, None]}}


def test_recognizers_scores_dates_and_sets_times_apart(tmp_path: Path) -> None:
    """The reference is the day of publication; a date with a time is apart but keeps its day."""
    values = [
        {"timex": "2018-W12", "type": "daterange", "start": "2018-03-19", "end": "2018-03-26"},
        {"timex": "2018-03-20T08", "type": "datetime", "value": "2018-03-20 08:00:00"},
        {"timex": "PT2H", "type": "duration", "value": "7200"},
        {"timex": "SY2018", "type": "daterange", "value": "not resolved"},
    ]
    spans = [result(10 * place, 10 * place + 5, value) for place, value in enumerate(values)]
    record = {"id": "D-0", "text": "x" * 50, "reference": "2018-03-21T09:00:00", "spans": spans}
    (one,) = read_recognizers(written(tmp_path, "recognizers_text/DateTimeModel.jsonl", record))

    assert one.published == "2018-03-21"
    kinds = [mark.kind for mark in one.expected]
    assert kinds == ["date", "datetime", "duration", "fiscal or school year"]
    assert one.expected[0].values == ((date(2018, 3, 19), date(2018, 3, 25)),)
    assert one.expected[1].values == ((date(2018, 3, 20), date(2018, 3, 20)),)


def blocks(number: int) -> list[DateInput]:
    """Return blocks of one date each."""
    return [read_block(f"== a-{key} -", ["In [2019|2019 year]."]) for key in range(number)]


def test_excluded_texts_and_expressions_are_not_scored() -> None:
    """A text leaves the set, an expression stays as another kind."""
    kept = without_excluded("gold", blocks(20), {"a-1": "reason", "a-2:3": "reason"})

    assert [one.key for one in kept[:2]] == ["a-0", "a-2"]
    assert [one.expected[0].kind for one in kept[:2]] == ["date", "excluded"]


def test_more_than_a_fifth_may_not_be_excluded() -> None:
    """Exclusions are for single inputs."""
    with pytest.raises(UsageError, match="2 of 5 dates"):
        without_excluded("gold", blocks(5), {"a-1": "reason", "a-2": "reason"})


def test_an_undeclared_reason_is_refused(tmp_path: Path) -> None:
    """Every reason has a meaning."""
    path = tmp_path / "exclusions.csv"
    path.write_text("set,input,reason\nwikiwars,01,too_hard\n")

    with pytest.raises(UsageError, match="too_hard"):
        read_exclusions(path, "evaluation.dates")

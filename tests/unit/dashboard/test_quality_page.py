"""What a run's quality comes to, and where the row of a ledger leads."""

from __future__ import annotations

from typing import Any

import pytest

from dashboard.quality.query import link_of_key
from dashboard.quality.verdict import verdict_of

FACTS: dict[str, Any] = {
    "status": "published",
    "error_text": None,
    "rejected_row_count": 0,
    "failed_file_count": 0,
    "failed_warning_count": 0,
    "failed_critical_measure_count": 0,
    "failed_warning_measure_count": 0,
    "is_forced": False,
}


def test_sound_run_is_good_and_asks_for_nothing() -> None:
    """Without anything odd there is nothing to do."""
    verdict = verdict_of(FACTS)

    assert (verdict.kind, verdict.hints) == ("good", ())


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"rejected_row_count": 1234}, "1,234 rows were refused"),
        ({"failed_file_count": 2}, "2 files could not be read"),
        ({"failed_critical_measure_count": 1, "failed_warning_measure_count": 2}, "3 measures lie"),
        ({"failed_warning_count": 5}, "5 rules warn"),
        ({"is_forced": True}, "scores too low"),
    ],
)
def test_each_trouble_of_a_published_run_is_a_hint(changes: dict[str, Any], words: str) -> None:
    """A run that was published in spite of something says of what, and is a warning."""
    verdict = verdict_of({**FACTS, **changes})

    assert verdict.kind == "warning"
    assert [hint for hint in verdict.hints if words in hint] == list(verdict.hints)


@pytest.mark.parametrize("status", ["failed", "failed_gate"])
def test_failed_run_is_an_error_and_says_why(status: str) -> None:
    """The reason of the ledger stands in the sentence."""
    verdict = verdict_of({**FACTS, "status": status, "error_text": "No space left."})

    assert verdict.kind == "error"
    assert verdict.words.endswith("No space left.")


@pytest.mark.parametrize(
    ("key", "link"),
    [
        ('{"figure_id": "0a"}', "document?figure=0a"),
        ('{"quote_id": "0a"}', "document?quote=0a"),
        ('{"document_id": "ff", "start_char": 3, "end_char": 9}', "document?id=ff&at=3-9"),
        ('{"document_id": "ff", "sentence_index": 3}', "document?id=ff"),
        ('{"document_id": "a&figure=b"}', "document?id=a%26figure%3Db"),
        ('{"entity_id": "e"}', None),
        ("{}", None),
        ("[1]", None),
        ("no json", None),
        ('{"figure_id": 5}', None),
    ],
)
def test_key_of_a_row_leads_to_its_characters(key: str, link: str | None) -> None:
    """Whatever names a document has a link; hostile values stay values."""
    assert link_of_key(key) == link

"""What the measurement of speed gives, and what happens where it cannot be made."""

from __future__ import annotations

import pytest

from evaluation.scores import speed
from warehouse.errors import EnvironmentFault


def test_speed_is_counted_in_words_of_our_own_texts(monkeypatch: pytest.MonkeyPatch) -> None:
    """Even the tokenizer alone has a speed."""
    monkeypatch.setattr(speed, "WORDS", 100)
    monkeypatch.setattr(speed, "pin_to_one_core", lambda: None)

    measured = speed.measure_here("rules")

    assert measured["words_per_second"] > 0
    assert set(measured) == {
        "words_per_second", "characters_per_second", "load_seconds", "peak_memory_mib",
    }  # fmt: skip


@pytest.mark.slow
def test_failing_measurement_is_a_fault() -> None:
    """The reason is the last line of the process."""
    with pytest.raises(EnvironmentFault, match="en_none"):
        speed.measure_speed("en_none")

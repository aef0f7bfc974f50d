"""Short texts with inline mark-up: every quotation, the claimant of every figure, nothing else."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tasks.nlp.document import DocumentInput, extract_document
from tasks.nlp.pipeline import load_pipeline
from tests.attribution_markup import Said, parse_said, said_in

if TYPE_CHECKING:
    from collections.abc import Iterator

CASES = Path(__file__).parent / "attribution"
BEHAVIOUR = "# "


def read_cases() -> Iterator[tuple[str, str]]:
    """Yield the behaviour and the marked text of each case; the behaviour stands above its text."""
    for path in sorted(CASES.glob("*.txt")):
        lines = [line for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
        for behaviour, text in zip(lines[::2], lines[1::2], strict=True):
            assert behaviour.startswith(BEHAVIOUR), f"{path.name}: no behaviour above {text!r}"
            yield f"{path.stem}: {behaviour.removeprefix(BEHAVIOUR)}", text


@pytest.mark.parametrize("marked", [pytest.param(text, id=name) for name, text in read_cases()])
def test_text_gives_exactly_its_marked_rows(marked: str) -> None:
    """A text gives the quotations and claims that its mark-up states, no more and no less."""
    text, expected = parse_said(marked)

    found = said_in(extract_document(load_pipeline(), DocumentInput("golden", text)))

    assert found == expected


def test_markup_gives_places_in_the_plain_text() -> None:
    """The parser counts characters of the plain text, also of marks that stand in each other."""
    text, rows = parse_said('He: "[We lost [5|claim "A B" stated].|direct - - said stated]" ¶ Oh.')

    assert text == 'He: "We lost 5."\n\nOh.'
    assert rows == [
        Said(5, "We lost 5.", "direct - - said stated"),
        Said(13, "5", "claim A B stated"),
    ]


@pytest.mark.parametrize("line", ["[Nine died.", "Nine] died.", "Nine|claim - -] died."])
def test_broken_markup_is_refused(line: str) -> None:
    """A case whose marks do not match cannot pass by accident."""
    with pytest.raises(ValueError, match="a mark is"):
        parse_said(line)

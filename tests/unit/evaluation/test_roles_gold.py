"""Reader and score of the gold of roles."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from evaluation.roles.gold import GoldRole, read_gold, read_passage
from evaluation.roles.scoring import RoleScore, score_roles

if TYPE_CHECKING:
    from pathlib import Path

LINES = ["roles-a-001", "Mayor Rein Kask of Harju left.", "> Rein Kask | Mayor | - | Harju | -"]
MAYOR = GoldRole("Rein Kask", "Mayor", None, "Harju", is_former=False)


def test_folder(tmp_path: Path) -> None:
    """Passages of all files, with and without roles."""
    text = "== roles-a-001\n" + "\n".join(LINES[1:]) + "\n== roles-a-002\nNobody.\n"
    (tmp_path / "one.txt").write_text(text, encoding="utf-8")
    first, second = read_gold(tmp_path)
    assert first.roles == (MAYOR,)
    assert (second.text, second.roles) == ("Nobody.", ())
    assert {first.split, second.split} <= {"dev", "test"}


@pytest.mark.parametrize("line", ["> Rein Kask | Mayor", "> Mai Tran | Mayor | - | - | -"])
def test_bad_line(line: str) -> None:
    """Too few fields, or a name that is not in the text."""
    with pytest.raises(ValueError, match="roles-a-001"):
        read_passage([*LINES[:2], line])


def test_score() -> None:
    """A right pair with a wrong place, and one too many."""
    passage = read_passage(LINES)
    found = [
        GoldRole("Rein Kask", "Mayor", None, None, is_former=False),
        GoldRole("Rein Kask", "head", None, None, is_former=False),
    ]
    score = score_roles([(passage, found)])
    assert (score.precision, score.recall) == (0.5, 1.0)
    assert score.f1 == pytest.approx(2 / 3)
    assert (score.share(score.places), score.share(score.organisations)) == (0.0, 1.0)


def test_empty_score() -> None:
    """Nothing wanted and nothing found."""
    score = RoleScore()
    assert (score.precision, score.recall, score.f1, score.share(0)) == (0.0, 0.0, 0.0, 0.0)

"""Scores of the roles of a pipeline on our own gold."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from spacy.language import Language

from evaluation.roles.gold import GoldRole, read_gold
from evaluation.roles.scoring import score_roles
from tasks.nlp.reading import make_pieces, read_text
from tasks.nlp.roles.role import Role

Record = dict[str, Any]
GOLD: Final = Path(__file__).parents[2] / "tests/golden/roles"
SPLITS: Final = ("dev", "test")


def roles_in(nlp: Language, text: str) -> list[GoldRole]:
    """Return the roles of a text in the form of the gold."""
    return [
        plain(role)
        for piece in make_pieces(nlp, read_text(text, "en"))
        for role in nlp(piece.doc)._.roles
    ]


def plain(role: Role) -> GoldRole:
    """Return the texts of a role."""
    return GoldRole(
        role.person.text,
        role.role.text,
        role.organisation.text if role.organisation else None,
        role.place.text if role.place else None,
        role.is_former,
    )


def score_gold(nlp: Language) -> Iterator[Record]:
    """Yield the scores of each part of the gold; shares and F1 in points from 0 to 100.

    Organisation, place and former are shares of the roles whose person and title are right.
    """
    pairs = [(passage, roles_in(nlp, passage.text)) for passage in read_gold(GOLD)]
    for split in SPLITS:
        score = score_roles([pair for pair in pairs if pair[0].split == split])
        values = {
            "precision": score.precision,
            "recall": score.recall,
            "f1": score.f1,
            "organisation": score.share(score.organisations),
            "place": score.share(score.places),
            "former": score.share(score.former),
        }
        points = {name: round(100 * value, 1) for name, value in values.items()}
        yield {"set": f"roles {split}", "gold": score.gold, **points}

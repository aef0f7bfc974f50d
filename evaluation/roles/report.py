"""Runs the pipeline over the gold of roles and prints the scores of a part.

``python -m evaluation.roles.report`` prints both parts; ``--wrong`` lists the errors in the
development part, never those in the test part.
"""

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from spacy.language import Language

from evaluation.roles.gold import GoldPassage, GoldRole, read_gold
from evaluation.roles.scoring import RoleScore, score_roles
from tasks.nlp.pipeline import load_pipeline
from tasks.nlp.reading import make_pieces, read_text
from tasks.nlp.roles.component import NAME
from tasks.nlp.roles.role import Role

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


def lines_of(split: str, score: RoleScore) -> Iterator[str]:
    """Yield the scores of a part as text."""
    yield (
        f"{split}: {score.gold} roles, precision {score.precision:.3f}, recall {score.recall:.3f},"
        f" F1 {score.f1:.3f}"
    )
    yield (
        f"  of the right ones: organisation {score.share(score.organisations):.3f},"
        f" place {score.share(score.places):.3f}, former {score.share(score.former):.3f}"
    )


def errors(passage: GoldPassage, found: list[GoldRole]) -> Iterator[str]:
    """Yield what is missing and what is too much in a passage."""
    if set(passage.roles) != set(found):
        yield f"{passage.key} {passage.text}"
        yield from (f"  - {role}" for role in passage.roles if role not in found)
        yield from (f"  + {role}" for role in found if role not in passage.roles)


def main() -> None:
    """Print scores, and errors when they are asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--wrong", action="store_true", help="list the errors in dev")
    wanted = parser.parse_args()
    nlp = load_pipeline()
    if NAME not in nlp.pipe_names:
        nlp.add_pipe(NAME)
    pairs = [(passage, roles_in(nlp, passage.text)) for passage in read_gold(GOLD)]
    for split in SPLITS:
        part = [pair for pair in pairs if pair[0].split == split]
        print("\n".join(lines_of(split, score_roles(part))))  # noqa: T201
        if wanted.wrong and split == "dev":
            print("\n".join(line for pair in part for line in errors(*pair)))  # noqa: T201


if __name__ == "__main__":
    main()

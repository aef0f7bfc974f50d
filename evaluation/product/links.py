"""What holds between entities: roles of persons, and events with their parties."""

from collections.abc import Iterable, Iterator
from typing import Final

from spacy.language import Language

from evaluation.product.gold_set import GOLD, GoldSet, Measured, Part, f1, of_part, share
from evaluation.relations import gold as relations_gold
from evaluation.relations.scoring import score as score_relations
from evaluation.roles import gold as roles_gold
from evaluation.roles.report import roles_in
from evaluation.roles.scoring import score_roles
from evaluation.scores.counts import Counts
from tasks.nlp.relations.relation import Relation

ROLE_NAME: Final = "roles"
RELATION_NAME: Final = "relations"
DETAILS: Final = ("subject", "object", "modality")


def read_roles(part: Part) -> list[roles_gold.GoldPassage]:
    """Return the passages with roles of a part."""
    return of_part(roles_gold.read_gold(GOLD / ROLE_NAME), part)


def measure_roles(nlp: Language, passages: Iterable[roles_gold.GoldPassage]) -> Iterator[Measured]:
    """Yield F1 of pairs of person and role, and what is right of the right ones."""
    score = score_roles((passage, roles_in(nlp, passage.text)) for passage in passages)
    yield f1(ROLE_NAME, "role_f1", Counts(score.same, score.found, score.gold))
    right = {
        "organisation": score.organisations,
        "place": score.places,
        "former": score.former,
    }
    for name, count in right.items():
        yield share(ROLE_NAME, f"{name}_accuracy", Counts(count, score.same, score.same))


def read_relations(part: Part) -> list[relations_gold.GoldPassage]:
    """Return the passages with events of a part."""
    return of_part(relations_gold.read_passages(GOLD / RELATION_NAME), part)


def measure_relations(
    nlp: Language, passages: Iterable[relations_gold.GoldPassage]
) -> Iterator[Measured]:
    """Yield F1 of events, and what is right of those with the right kind and verb."""

    def find(text: str) -> list[Relation]:
        return list(nlp(text)._.relations)

    scores = score_relations(passages, find)
    event, details = scores.get("event", Counts().report()), scores["details"]
    yield Measured(RELATION_NAME, "event_f1", event["gold"], event["f1"])
    for name in DETAILS:
        yield Measured(RELATION_NAME, f"{name}_accuracy", details["pairs"], details[name])


ROLES: Final = GoldSet(names=(ROLE_NAME,), read=read_roles, measure=measure_roles)
RELATIONS: Final = GoldSet(names=(RELATION_NAME,), read=read_relations, measure=measure_relations)

"""Parts of speech, lemmas and arcs, as spaCy's own Scorer counts them.

Only predicted tokens that cover exactly one gold word can be right: a wrong token boundary costs
recall, so each score is the F1 over words and equals the accuracy where all boundaries are right.
Arcs of punctuation are not counted; labels are compared with their subtype, in lower case.
"""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, Final

from spacy.scorer import Scorer
from spacy.tokens import Doc, Token
from spacy.training import Example

from evaluation.scores.counts import DECIMALS

TOKEN_MEASURES: Final = {"upos": "pos", "xpos": "tag", "lemma": "lemma"}
NOT_COUNTED: Final = ("p", "punct")


def score_tags(examples: Sequence[Example]) -> dict[str, Any]:
    """Return UPOS, XPOS and lemma scores in points, those that the pipeline predicts."""
    return {
        name: measure(
            Scorer.score_token_attr(examples, attribute)[f"{attribute}_acc"],
            count(examples, partial(is_annotated, attribute)),
        )
        for name, attribute in TOKEN_MEASURES.items()
        if is_predicted(examples, attribute)
    }


def score_arcs(examples: Sequence[Example]) -> dict[str, Any]:
    """Return unlabelled and labelled attachment scores in points, if the pipeline predicts arcs."""
    if not is_predicted(examples, "dep"):
        return {}
    whole = [joined(examples)]
    scores = Scorer.score_deps(whole, "dep", getter=label_of, ignore_labels=NOT_COUNTED)
    arcs = count(examples, lambda token: bool(token.dep_) and token.dep_ not in NOT_COUNTED)
    return {name: measure(scores[f"dep_{name}"], arcs) for name in ("uas", "las")}


def joined(examples: Sequence[Example]) -> Example:
    """Return all texts as one.

    spaCy's ``score_deps`` remembers the indices of gold words without an arc from one text to the
    next, and would leave out the words at these places in all later texts.
    """
    predicted, reference = (
        Doc.from_docs([getattr(example, side) for example in examples], ensure_whitespace=False)
        for side in ("predicted", "reference")
    )
    return Example(predicted, reference)


def measure(share: float | None, gold: int) -> dict[str, Any]:
    """Return a score with the number of gold words it is about."""
    return {"score": None if share is None else round(100 * share, DECIMALS), "gold": gold}


def is_predicted(examples: Sequence[Example], attribute: str) -> bool:
    """Tell whether a pipeline sets an attribute at all."""
    return any(has(example.predicted, attribute) for example in examples)


def has(doc: Doc, attribute: str) -> bool:
    """Tell whether a Doc with words has an annotation."""
    return len(doc) > 0 and doc.has_annotation(attribute.upper())


def is_annotated(attribute: str, token: Token) -> bool:
    """Tell whether a gold token has an annotation."""
    return bool(getattr(token, attribute))


def count(examples: Sequence[Example], is_gold: Callable[[Token], bool]) -> int:
    """Return the number of gold words of a kind."""
    return sum(is_gold(token) for example in examples for token in example.reference)


def label_of(token: Token, _attribute: str) -> str:
    """Return the label of the arc to a token's head."""
    return token.dep_.lower()

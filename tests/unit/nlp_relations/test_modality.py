"""In which mood an event is stated."""

import pytest

from tasks.nlp.relations.component import find_doc_relations
from tests.parsed import parsed

THEY = "They/PRON/nsubj>{0} "
GUNS = "guns/NOUN/obj>{0} "
CASES = {
    "asserted": (
        THEY.format("sold") + "sold=sell/VERB:VBD/ROOT " + GUNS.format("sold"),
        "asserted",
    ),
    "not": (
        THEY.format("sell")
        + "did=do/AUX/aux>sell not/PART/advmod>sell sell/VERB/ROOT "
        + GUNS.format("sell"),
        "denied",
    ),
    "denied that": (
        THEY.format("denied")
        + "denied=deny/VERB:VBD/ROOT having=have/AUX/aux>sold sold=sell/VERB:VBN/xcomp>denied "
        + GUNS.format("sold"),
        "denied",
    ),
    "failed to": (
        THEY.format("failed")
        + "failed=fail/VERB:VBD/ROOT to/PART/mark>sell sell/VERB/xcomp>failed "
        + GUNS.format("sell"),
        "denied",
    ),
    "nobody": ("Nobody/PRON/nsubj>sold sold=sell/VERB:VBD/ROOT " + GUNS.format("sold"), "denied"),
    "without": (
        THEY.format("left")
        + "left=leave/VERB:VBD/ROOT without/SCONJ/mark>selling selling=sell/VERB:VBG/advcl>left "
        + GUNS.format("selling"),
        "denied",
    ),
    "may": (
        THEY.format("sell") + "may/AUX/aux>sell sell/VERB/ROOT " + GUNS.format("sell"),
        "hypothetical",
    ),
    "had they": (
        "Had=have/AUX/aux>sold they/PRON/nsubj>sold sold=sell/VERB:VBN/advcl>lost "
        + GUNS.format("sold")
        + "we/PRON/nsubj>lost lost=lose/VERB:VBD/ROOT",
        "hypothetical",
    ),
    "plan to": (
        THEY.format("plan")
        + "plan/VERB/ROOT to/PART/mark>sell sell/VERB/xcomp>plan "
        + GUNS.format("sell"),
        "planned",
    ),
    "question": (
        "Did=do/AUX/aux>sell they/PRON/nsubj>sell sell/VERB/ROOT "
        + GUNS.format("sell")
        + "?/PUNCT/punct>sell",
        "asked",
    ),
    "a participle is no part of the mood above": (
        "guns/NOUN/nsubj>jam sold=sell/VERB:VBN/acl>guns may/AUX/aux>jam jam/VERB/ROOT",
        "asserted",
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_mood_is_that_of_the_clause(name: str) -> None:
    """Small words, governing verbs and the shape of the clause decide."""
    notation, mood = CASES[name]
    (relation,) = find_doc_relations(parsed(notation))._.relations

    assert relation.modality == mood

"""What ``tallybook explain`` tells of a text, with a model that parses and without one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
import spacy
from spacy.language import Language

from tasks.nlp.explain import explain_text
from tasks.nlp.pipeline import COMPONENTS, RULES, load_pipeline
from tests.parsed import parsed

if TYPE_CHECKING:
    from spacy.tokens import Doc

TEXT = "Twelve tanks, including three drones, burned in 2020."
ARCS = (
    "Twelve/NUM/nummod>tanks tanks/NOUN/nsubj>burned ,/PUNCT/punct>drones "
    "including/VERB/case>drones three/NUM/nummod>drones drones/NOUN/nmod>tanks "
    ",/PUNCT/punct>burned burned=burn/VERB:VBD/ROOT in/ADP/case>2020 2020/NUM/obl>burned "
    "./PUNCT/punct>burned"
)
ARC = {"part_of_speech", "dependency", "head", "head_start_char"}
MEANING = {"category", "change", "modality", "temporal_type", "share", "total", "place"}


@Language.component("test_parse_by_hand")
def parse_by_hand(doc: Doc) -> Doc:
    """Give a Doc of ``TEXT`` the arcs of ``ARCS``."""
    for word, model in zip(doc, parsed(ARCS), strict=True):
        word.pos_, word.tag_, word.lemma_, word.dep_ = (
            model.pos_,
            model.tag_,
            model.lemma_,
            model.dep_,
        )
        word.head = doc[model.head.i]
    return doc


@pytest.fixture(scope="module")
def explained() -> dict[str, Any]:
    """Give the explanation of a text that is parsed by hand."""
    nlp = spacy.blank("en")
    for name in ("test_parse_by_hand", *COMPONENTS):
        nlp.add_pipe(name)
    return explain_text(nlp, TEXT).as_json()


def test_token_has_its_arc(explained: dict[str, Any]) -> None:
    """A token tells its part of speech, its relation, and where its head stands."""
    token = explained["tokens"][1]

    assert {name: token[name] for name in sorted(ARC)} == {
        "dependency": "nsubj",
        "head": "burned",
        "head_start_char": TEXT.index("burned"),
        "part_of_speech": "NOUN",
    }


def test_root_has_no_head(explained: dict[str, Any]) -> None:
    """The root of a sentence hangs on nothing."""
    token = explained["tokens"][7]

    assert (token["dependency"], token["head"], token["head_start_char"]) == ("ROOT", None, None)


def test_figure_has_its_meaning(explained: dict[str, Any]) -> None:
    """A figure tells what the parse says of it; its whole in the words of the text."""
    candidate = explained["candidates"][1]

    assert {name: candidate[name] for name in sorted(MEANING)} == {
        "category": "vehicles",
        "change": None,
        "modality": "asserted",
        "place": None,
        "share": None,
        "temporal_type": "flow",
        "total": "Twelve",
    }


def test_refused_number_means_nothing(explained: dict[str, Any]) -> None:
    """What is no figure has the fields, so that all candidates have the same, and they are null."""
    candidate = explained["candidates"][2]

    assert (candidate["text"], candidate["verdict"]) == ("2020", "rejected")
    assert {candidate[name] for name in MEANING} == {None}


def test_without_a_parse_its_fields_are_absent() -> None:
    """With ``rules`` neither tokens nor candidates claim anything that only a parse can tell."""
    explained = explain_text(load_pipeline(RULES), TEXT).as_json()

    assert explained["tokens"]
    assert explained["candidates"]
    assert not any(ARC & set(token) for token in explained["tokens"])
    assert not any(MEANING & set(candidate) for candidate in explained["candidates"])

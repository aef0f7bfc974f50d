"""Names of the gazetteer: the longest match, its label, its thing, its case."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import pytest
from spacy.tokens import Doc, Span

from tasks.nlp.entities.gazetteer import NAME, seed_labels
from tasks.nlp.entities.mentions import find_mentions
from tasks.nlp.entities.merging import GAZETTEER, MODEL
from tasks.nlp.pipeline import RULES, load_model

if TYPE_CHECKING:
    from spacy.language import Language


def read(text: str, *found: tuple[str, str]) -> Doc:
    """Return a Doc with the names of the gazetteer, and those of a model: text and label."""
    doc = english().make_doc(text)
    doc.ents = [span_of(doc, *name) for name in found]
    return gazetteer(doc)


def gazetteer(doc: Doc) -> Doc:
    """Return the Doc after the component ran."""
    read_doc: Doc = english().get_pipe(NAME)(doc)
    return read_doc


@cache
def english() -> Language:
    """Return a pipeline of the gazetteer alone."""
    nlp = load_model(RULES)
    nlp.add_pipe(NAME)
    return nlp


def span_of(doc: Doc, text: str, label: str) -> Span:
    """Return the first place of a name in a Doc."""
    start = doc.text.index(text)
    span = doc.char_span(start, start + len(text), label=label)
    assert span is not None
    return span


def mentions(text: str, *found: tuple[str, str]) -> list[tuple[str, str, str | None]]:
    """Return text, label and seed key of each mention."""
    doc = read(text, *found)
    return [(m.span.text, m.label, m.known_key) for m in find_mentions(doc)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        pytest.param("He went to South Sudan.", ["South Sudan"], id="longest"),
        pytest.param("They joined Islamic State.", ["Islamic State"], id="several_words"),
        pytest.param("It is in the us now.", [], id="case_of_an_acronym"),
        pytest.param("It is in the US now.", ["US"], id="acronym"),
        pytest.param("Russia's army left.", ["Russia"], id="without_possessive"),
        pytest.param("", [], id="no_text"),
    ],
)
def test_mention_is_the_longest_known_name(text: str, names: list[str]) -> None:
    """The longest known name is the mention, in its own case, without the possessive."""
    assert [name for name, _, _ in mentions(text)] == names


def test_aliases_refer_to_one_thing() -> None:
    """ISIS, ISIL and Daesh are one organisation; US and United States one country."""
    found = mentions("ISIS, ISIL and Daesh fought the US. The United States won.")

    assert {key for _, label, key in found if label == "ORG"} == {"islamic-state"}
    assert {key for _, label, key in found if label == "GPE"} == {"united-states"}


def test_nationality_refers_to_its_country() -> None:
    """A nationality is a mention of its own label that refers to the country."""
    found = {label: key for _, label, key in mentions("Russian troops left Russia.")}

    assert found == {"NORP": "russia", "GPE": "russia"}


def test_every_known_name_leads_to_a_seed() -> None:
    """The key of a mention is that of a known thing; rule and place are those of the match."""
    doc = read("The FSB met the United Nations in Moscow.")
    found = list(find_mentions(doc))

    assert [mention.span.text for mention in found] == ["FSB", "United Nations", "Moscow"]
    for mention in found:
        span = mention.span
        assert doc.text[span.start_char : span.end_char] == span.text
        assert mention.known_key in seed_labels()
        assert mention.rule == GAZETTEER


def test_names_of_a_model_stay_beside_known_ones() -> None:
    """A name of the model has no key; titles and articles are taken off it."""
    doc = read("General Ada Korr left Mali.", ("General Ada Korr", "PERSON"))

    assert [(m.span.text, m.known_key, m.rule) for m in find_mentions(doc)] == [
        ("Ada Korr", None, MODEL),
        ("Mali", "mali", GAZETTEER),
    ]


def test_name_that_lost_is_handed_on() -> None:
    """What the model files otherwise than the seeds know it is kept with the reason."""
    [lost] = read("He left Mali.", ("Mali", "PERSON"))._.lost_names

    assert (lost.text, lost.label, lost.rule) == ("Mali", "PERSON", MODEL)
    assert "gazetteer" in lost.reason


def test_names_are_read_only_where_the_doc_says() -> None:
    """Outside of the stretches that are read for names there are none, of no source."""
    doc = english().make_doc("Ada left Mali. Jan left Niger.")
    doc.ents = [Span(doc, 0, 1, label="PERSON"), Span(doc, 4, 5, label="PERSON")]
    doc.spans["name_text"] = [doc[4:]]

    assert [ent.text for ent in gazetteer(doc).ents] == ["Jan", "Niger"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        pytest.param("The British Army left.", ["British Army"], id="as_known"),
        pytest.param("The British army left.", ["British"], id="noun_in_lower_case"),
        pytest.param("the british army left.", ["british army"], id="text_in_lower_case"),
        pytest.param("THE BRITISH ARMY LEFT HALDEN.", ["BRITISH ARMY"], id="capitals"),
        pytest.param("One kalashnikov was left.", ["kalashnikov"], id="weapon"),
    ],
)
def test_match_in_another_case_must_be_written_as_a_name(text: str, names: list[str]) -> None:
    """A body whose noun alone is in lower case is described, not named."""
    assert [name for name, _, _ in mentions(text)] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        pytest.param("THE BRIDGE IS DOWN IN MALI.", ["MALI"], id="verb_of_a_headline"),
        pytest.param("MALIAN TROOPS LEFT KIDAL.", ["MALIAN"], id="form_in_another_case"),
        pytest.param("They fight IS in Mali.", ["IS", "Mali"], id="acronym_in_a_plain_text"),
    ],
)
def test_sentence_in_capitals_is_read_in_the_ordinary_way(text: str, names: list[str]) -> None:
    """Known forms match there whatever their case, and common words are none."""
    found = [name for name, _, _ in mentions(text)]

    assert [name for name in found if name != "KIDAL"] == names

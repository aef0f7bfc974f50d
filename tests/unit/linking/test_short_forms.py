"""Short forms: "the Gorge" is the gorge that the document has named."""

from __future__ import annotations

import pytest

from tasks.nlp.linking.short_forms import missed_short_forms
from tasks.nlp.spans import Sentence
from tests.linked_texts import linked, read_marked, things_of


def missed(marked: str) -> list[tuple[str, str]]:
    """Return text and label of the short forms that a marked text, one sentence, has unmarked."""
    text, mentions = read_marked(marked)
    found = list(missed_short_forms(text, [Sentence(0, len(text), 0)], mentions))
    for mention in found:
        span = mention.span
        assert text[span.start_char : span.end_char] == span.text
    return [(mention.span.text, mention.label) for mention in found]


@pytest.mark.parametrize(
    ("marked", "found"),
    [
        pytest.param(
            "In [Tarsk Gorge|LOC] it rained; the Gorge flooded.", [("Gorge", "LOC")], id="site"
        ),
        pytest.param(
            "The [Kestrel Council|ORG] met. The Council voted.", [("Council", "ORG")], id="body"
        ),
        pytest.param(
            "The [Tarsk Treaty|LAW] holds. THE TREATY stands.", [("TREATY", "LAW")], id="capitals"
        ),
        pytest.param(
            "The [Kestrel Council|ORG] met; the Council's men left.",
            [("Council", "ORG")],
            id="possessive",
        ),
        pytest.param("The [Kestrel Council|ORG] met the Council-men.", [], id="compound"),
        pytest.param("In [Tarsk Gorge|LOC] the gorge flooded.", [], id="lower_case"),
        pytest.param("The Gorge flooded in [Tarsk Gorge|LOC].", [], id="before_it_is_introduced"),
        pytest.param(
            "The [Tarsk Bridge|FAC] and the [Ilm Bridge|FAC] fell; the Bridge is gone.",
            [],
            id="two_bridges",
        ),
        pytest.param(
            "The [Tarsk Bridge|FAC] fell; the [Tarsk Bridge|FAC] is gone, the Bridge too.",
            [("Bridge", "FAC")],
            id="one_bridge_named_twice",
        ),
        pytest.param("The [Kestrel Council|ORG] met the Council of Ilm.", [], id="council_of"),
        pytest.param("The [Kestrel Council|ORG] met the Council Hall.", [], id="longer_name"),
        pytest.param("The [Kestrel Council|ORG] met the [Council|ORG].", [], id="marked_already"),
        pytest.param("The [Kestrel Council|ORG] met; a Council voted.", [], id="no_article"),
        pytest.param("[Ada Council|PERSON] met the Council.", [], id="person"),
        pytest.param("The [Council|ORG] met; the Council voted.", [], id="noun_alone"),
    ],
)
def test_definite_short_forms_that_nobody_marked(marked: str, found: list[tuple[str, str]]) -> None:
    """A noun with its capital and its article is the only thing before it that ends in it."""
    assert missed(marked) == found


@pytest.mark.parametrize(
    "marked",
    [
        pytest.param("[Tarsk Gorge|LOC] lies high. The [Gorge|LOC] is cold.", id="site"),
        pytest.param("[Kestrel Council|ORG] met. The [Council|ORG] voted.", id="body"),
        pytest.param("[Kestrel Lake Council|ORG] met. [Kestrel Lake|ORG] voted.", id="beginning"),
        pytest.param("[Kestrel Lake Council|ORG] met. [Lake Council|ORG] voted.", id="end"),
    ],
)
def test_short_form_is_the_longer_name(marked: str) -> None:
    """Nouns of sites, and the beginning or end of a body's name, are the longer name."""
    found = linked(marked)

    assert len(found.entities) == 1
    assert found.mentions[1].link_rule == "short_form"


@pytest.mark.parametrize(
    "marked",
    [
        pytest.param("[New Halden|GPE] and [Halden|GPE] burned.", id="new_halden"),
        pytest.param("[Tarsk Gorge|LOC] and [Tarsk|LOC] burned.", id="name_of_a_site"),
        pytest.param("[Tarsk Bridge|FAC], [Ilm Bridge|FAC] and the [Bridge|FAC]", id="two_bridges"),
        pytest.param(
            "[Kestrel Council|ORG], [Ilm Council|ORG], the [Council|ORG]", id="two_bodies"
        ),
        pytest.param("[Kestrel Lake Council|ORG] met [Lake|ORG].", id="middle"),
        pytest.param("[Tarsk Gorge|LOC] and the [Gorge|ORG] met.", id="other_family"),
        pytest.param(
            "[United Nations|ORG united-nations] and [Nations Council|ORG] met.", id="overlap"
        ),
    ],
)
def test_doubtful_short_form_stays_by_itself(marked: str) -> None:
    """Names of places are never cut, and what fits two things fits none."""
    found = linked(marked)

    assert len(found.entities) == len(found.mentions)


def test_short_form_of_a_known_body_is_that_body() -> None:
    """The seeds' name counts where the document gives an acronym only."""
    found = linked(
        "[UNSC|ORG united-nations-security-council] met. The [Security Council|ORG] left."
    )

    assert things_of(found) == [["UNSC", "Security Council"]]
    assert found.entities[0].key == "united-nations-security-council"

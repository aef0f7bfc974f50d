"""What a document says of the persons and bodies that it names."""

from __future__ import annotations

import pytest

from tasks.nlp.linking.contexts import document_countries, mention_at
from tests.linked_texts import cut, linked, place, read_marked, role

SENTENCE = "[Ada Korr|PERSON], head of the [Kestrel Bureau|ORG] of [Mali|GPE mali], left."


@pytest.mark.parametrize(
    ("part", "position"),
    [("Ada Korr", 0), ("Korr, head", 0), ("Bureau", 1), ("of the", None), (".", None)],
)
def test_mention_is_found_by_any_shared_character(part: str, position: int | None) -> None:
    """A span that shares a character with a mention is at that mention."""
    text, mentions = read_marked(SENTENCE)

    assert mention_at(mentions, cut(text, part)) == position


def test_no_span_is_at_no_mention() -> None:
    """A role without a body has no mention of one."""
    assert mention_at(read_marked(SENTENCE)[1], None) is None


def test_person_has_role_body_and_country() -> None:
    """A role tells its noun, the key of its body and the country of its place."""
    text, _ = read_marked(SENTENCE)
    said = role(text, "Ada Korr", "head", organisation="Kestrel Bureau", place_name="Mali")

    person, *others = linked(SENTENCE, roles=[said]).entities

    assert person.context == ("country:ML", "org:kestrel-bureau", "role:head")
    assert [entity.context for entity in others] == [(), ()]


def test_role_of_any_mention_is_the_persons() -> None:
    """What is said where only the surname stands holds for the person, the title's last word."""
    marked = "[Ada Korr|PERSON] came. Prime minister [Korr|PERSON] left."
    text, _ = read_marked(marked)
    said = role(text, "Korr left", "Prime minister")

    assert linked(marked, roles=[said]).entities[0].context == ("role:prime-minister",)


@pytest.mark.parametrize(
    ("marked", "context"),
    [
        pytest.param("The [French|NORP france] [Lake Bureau|ORG]", ("country:FR",), id="adjective"),
        pytest.param("[France|GPE france]'s [Lake Bureau|ORG]", ("country:FR",), id="owner"),
        pytest.param("[France|GPE france]\u2019s [Lake Bureau|ORG]", ("country:FR",), id="curly"),
        pytest.param("[France|GPE france] and [Lake Bureau|ORG]", (), id="and"),
        pytest.param("[Halden|GPE] [Lake Bureau|ORG]", (), id="unknown_place"),
    ],
)
def test_country_right_before_a_body_is_its_own(marked: str, context: tuple[str, ...]) -> None:
    """A nationality or an owner in front of a body tells its country."""
    assert linked(marked).entities[-1].context == context


def test_country_before_a_person_tells_nothing() -> None:
    """Only bodies take the country that stands right before them."""
    assert linked("[France|GPE france]'s [Ada Korr|PERSON]").entities[-1].context == ()


@pytest.mark.parametrize(
    ("countries", "expected"),
    [
        pytest.param([], (), id="none"),
        pytest.param([None, None], (), id="unknown"),
        pytest.param(["ML", None, None, None], ("ML",), id="unknown_counts_nothing"),
        pytest.param(["NE", "ML"], ("ML", "NE"), id="sorted"),
        pytest.param(["ML"] * 3 + ["NE"], ("ML", "NE"), id="quarter"),
        pytest.param(["ML"] * 4 + ["NE"], ("ML",), id="less_than_a_quarter"),
    ],
)
def test_document_is_about_countries_with_a_quarter_of_the_mentions(
    countries: list[str | None], expected: tuple[str, ...]
) -> None:
    """A country named in passing is not what a document is about."""
    assert document_countries(countries) == expected


def test_places_give_the_document_its_countries() -> None:
    """A known city counts for its country."""
    found = linked("[Halden|GPE] burned.", places={"Halden": place("h-1", "NO")})

    assert found.countries == ("NO",)

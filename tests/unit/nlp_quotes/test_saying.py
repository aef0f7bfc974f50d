"""Who can say something, and whose wishes are news."""

import pytest

from tests.parsed_reports import NINE_DIED, said

POINTS = "{0}>points points=point/VERB:VBZ/ROOT to/ADP/case>raids raids/NOUN/obl>points"
COUNTED = "{0}>counted counted=count/VERB:VBD/ROOT nine/NUM/nummod>bodies bodies/NOUN/obj>counted"
CALLED = "{0}>called called=call/VERB:VBD/ROOT it/PRON/obj>called crimes/NOUN/xcomp>called"
SAID = "{0}>said said=say/VERB:VBD/ROOT " + NINE_DIED.format("ccomp>said")
SOURCES = {
    "person": "doctors/NOUN/nsubj",
    "role": "mayor/NOUN/nsubj",
    "body": "army/NOUN/nsubj",
    "document": "survey/NOUN/nsubj",
    "pronoun": "it/PRON/nsubj",
}
THINGS = {"thing": "river/NOUN/nsubj", "idea": "weather/NOUN/nsubj"}


@pytest.mark.parametrize("frame", [POINTS, COUNTED, CALLED])
@pytest.mark.parametrize("name", SOURCES)
def test_persons_bodies_and_texts_mention_and_count(name: str, frame: str) -> None:
    """They are sources in every frame."""
    assert len(said(frame.format(SOURCES[name]))) == 1


@pytest.mark.parametrize("frame", [POINTS, COUNTED, CALLED])
@pytest.mark.parametrize("name", THINGS)
def test_things_do_not_mention_or_count(name: str, frame: str) -> None:
    """``marks point to a raid`` is no speech."""
    assert said(frame.format(THINGS[name])) == []


@pytest.mark.parametrize("name", THINGS)
def test_what_has_a_clause_is_said_by_anything(name: str) -> None:
    """A verb of speech with its clause proves that the subject says it."""
    assert len(said(SAID.format(THINGS[name]))) == 1


@pytest.mark.parametrize("label", ["PERSON", "ORG", "GPE", "NORP", "FAC", "LOC"])
def test_names_of_parties_are_sources(label: str) -> None:
    """A name that the seeds do not know is one by its label."""
    assert len(said(POINTS.format("Orvu/PROPN/nsubj"), {"Orvu": label})) == 1
    assert said(POINTS.format("Orvu/PROPN/nsubj"), {"Orvu": "WEAPON"}) == []


@pytest.mark.parametrize("owner", ["Our", "My"])
def test_what_we_count_is_the_articles_own(owner: str) -> None:
    """``our team counted`` is the article's own voice; ``his team`` is a source."""
    team = "{}/PRON/nmod:poss>team team/NOUN/nsubj"

    assert said(COUNTED.format(team.format(owner))) == []
    assert len(said(COUNTED.format(team.format("His")))) == 1


WANTS = "wants=want/VERB:VBP/{} to/PART/mark>leave leave/VERB/xcomp>wants "
KNOWN = {
    "name": ("Osk/PROPN/nsubj>wants ", {"Osk": "GPE"}),
    "pronoun": ("They/PRON/nsubj>wants ", None),
    "official": ("The/DET/det>mayor mayor/NOUN/nsubj>wants ", None),
    "body": ("The/DET/det>army army/NOUN/nsubj>wants ", None),
    "official of somebody": ("His/PRON/nmod:poss>lawyer lawyer/NOUN/nsubj>wants ", None),
    "person with a name": (
        "A/DET/det>farmer farmer/NOUN/nsubj>wants ,/PUNCT/punct>Orvu Orvu/PROPN/appos>farmer ",
        {"Orvu": "PERSON"},
    ),
}
UNKNOWN = {
    "people": "Many/ADJ/amod>villagers villagers/NOUN/nsubj>wants ",
    "known people without an office": "The/DET/det>men men/NOUN/nsubj>wants ",
    "some official": "A/DET/det>mayor mayor/NOUN/nsubj>wants ",
    "everybody": "Everyone/PRON/nsubj>wants ",
}


@pytest.mark.parametrize("name", KNOWN)
def test_wishes_of_those_who_are_known_are_news(name: str) -> None:
    """Names and officials say what they want."""
    subject, names = KNOWN[name]

    assert [content for _, _, content in said(subject + WANTS.format("ROOT"), names)] == [
        "to leave"
    ]


@pytest.mark.parametrize("name", UNKNOWN)
def test_wishes_of_others_are_told_of_them(name: str) -> None:
    """``many villagers want to leave`` is the article's own statement."""
    assert said(UNKNOWN[name] + WANTS.format("ROOT")) == []


def test_wish_that_describes_a_noun_is_told_of_it() -> None:
    """``an army wanting to leave`` is described by the article."""
    notation = (
        "The/DET/det>army army/NOUN/nsubj>fell wanting=want/VERB:VBG/acl>army "
        "to/PART/mark>leave leave/VERB/xcomp>wanting fell=fall/VERB:VBD/ROOT"
    )

    assert said(notation) == []


def test_claims_of_unknown_people_are_said() -> None:
    """Only wishes are; ``villagers said nine died`` is a statement of theirs."""
    assert len(said(SAID.format("villagers/NOUN/nsubj"))) == 1

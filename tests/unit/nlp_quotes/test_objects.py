"""Contents that are noun phrases: put the toll at 45, called it a trap."""

import pytest

from tests.parsed_reports import ENVOY, joined, only, reports_of

THE_RAID = "the/DET/det>raid raid/NOUN/{} "
CALLED = ENVOY.format("called") + "called=call/VERB:VBD/ROOT "
CONFIRMED = ENVOY.format("confirmed") + "confirmed=confirm/VERB:VBD/ROOT "
COUNTED = ENVOY.format("counted") + "counted=count/VERB:VBD/ROOT "
PUT = ENVOY.format("put") + "put/VERB:VBD/ROOT "
NAMINGS = {
    "predicate": (
        CALLED + THE_RAID.format("obj>called") + "a/DET/det>crime crime/NOUN/xcomp>called",
        "the raid a crime",
    ),
    "predicate taken for a second object": (
        CALLED + THE_RAID.format("obj>called") + "a/DET/det>crime crime/NOUN/obj>called",
        "the raid a crime",
    ),
    "of a pronoun": (
        CALLED + "it/PRON/obj>called a/DET/det>crime crime/NOUN/xcomp>called",
        "a crime",
    ),
    "behind as": (
        ENVOY.format("described")
        + "described=describe/VERB:VBD/ROOT "
        + THE_RAID.format("obj>described")
        + "as/ADP/case>crimes crimes/NOUN/obl>described",
        "the raid as crimes",
    ),
    "behind its particle": (
        ENVOY.format("blamed") + "blamed=blame/VERB:VBD/ROOT rebels/NOUN/obj>blamed "
        "for/ADP/case>raid " + THE_RAID.format("obl>blamed"),
        "rebels for the raid",
    ),
    "passive": (
        THE_RAID.format("nsubj:pass>called") + "was=be/AUX/aux:pass>called "
        "called=call/VERB:VBN/ROOT a/DET/det>crime crime/NOUN/xcomp>called "
        "by/ADP/case>envoy the/DET/det>envoy envoy/NOUN/obl:agent>called",
        "a crime",
    ),
}
OBJECTS = {
    "noun phrase": (
        CONFIRMED + "the/DET/det>deaths deaths/NOUN/obj>confirmed of/ADP/case>men "
        "ten/NUM/nummod>men men/NOUN/nmod>deaths",
        "the deaths of ten men",
    ),
    "with the time right behind it": (
        CONFIRMED + "a/DET/det>visit visit/NOUN/obj>confirmed within/ADP/case>days "
        "days/NOUN/obl>confirmed",
        "a visit within days",
    ),
    "without the place of the speech": (
        CONFIRMED + "a/DET/det>visit visit/NOUN/obj>confirmed at/ADP/case>briefings "
        "briefings/NOUN/obl>confirmed",
        "a visit",
    ),
    "behind a preposition": (
        CALLED + "for/ADP/case>calm calm/NOUN/obl>called in/ADP/case>Osk Osk/PROPN/nmod>calm",
        "calm in Osk",
    ),
    "behind an adverb": (
        ENVOY.format("turned") + "turned=turn/VERB:VBD/ROOT down/ADP/compound:prt>turned "
        "an/DET/det>offer offer/NOUN/obj>turned",
        "an offer",
    ),
    "that a passive clause describes": (
        (
            "A/DET/det>truce truce/NOUN/nsubj>failed announced=announce/VERB:VBN/acl>truce "
            "by/ADP/case>envoys envoys/NOUN/obl:agent>announced failed=fail/VERB:VBD/ROOT"
        ),
        "A truce",
    ),
    "persons of whom more is said": (
        ENVOY.format("condemned") + "condemned=condemn/VERB:VBD/ROOT men/NOUN/obj>condemned "
        "behind/ADP/case>raid " + THE_RAID.format("nmod>men"),
        "men behind the raid",
    ),
}
AMOUNTS = {
    "number": (COUNTED + "nine/NUM/nummod>bodies bodies/NOUN/obj>counted", "nine bodies"),
    "magnitude": (
        COUNTED + "hundreds/NOUN/obj>counted of/ADP/case>bodies bodies/NOUN/nmod>hundreds",
        "hundreds of bodies",
    ),
    "behind a particle": (
        PUT + "the/DET/det>toll toll/NOUN/obj>put at/ADP/case>45 45/NUM/obl>put",
        "the toll at 45",
    ),
    "tied to a noun in the object": (
        PUT + "the/DET/det>number number/NOUN/obj>put of/ADP/case>dead dead/NOUN/nmod>number "
        "at/ADP/case>40 40/NUM/nmod>dead",
        "the number of dead at 40",
    ),
    "that a relative clause describes": (
        (
            "Nine/NUM/nummod>bodies bodies/NOUN/nsubj>lay police/NOUN/nsubj>counted "
            "counted=count/VERB:VBD/acl:relcl>bodies lay=lie/VERB:VBD/ROOT"
        ),
        "Nine bodies",
    ),
    "with the place right behind it": (
        COUNTED + "nine/NUM/nummod>bodies bodies/NOUN/obj>counted in/ADP/case>Osk "
        "Osk/PROPN/obl>counted",
        "nine bodies in Osk",
    ),
    "with the time right behind it": (
        COUNTED + "nine/NUM/nummod>bodies bodies/NOUN/obj>counted over/ADP/case>days "
        "two/NUM/nummod>days days/NOUN/obl>counted",
        "nine bodies over two days",
    ),
    "without another adverbial": (
        COUNTED + "nine/NUM/nummod>bodies bodies/NOUN/obj>counted with/ADP/case>care "
        "care/NOUN/obl>counted",
        "nine bodies",
    ),
    "that a passive clause describes": (
        (
            "Ten/NUM/nummod>deaths deaths/NOUN/nsubj>rose reported=report/VERB:VBN/acl>deaths "
            "by/ADP/case>police police/NOUN/obl:agent>reported rose=rise/VERB:VBD/ROOT"
        ),
        "Ten deaths",
    ),
}
NO_CONTENT = {
    "person": (ENVOY.format("praised") + "praised=praise/VERB:VBD/ROOT doctors/NOUN/obj>praised"),
    "pronoun": ENVOY.format("praised") + "praised=praise/VERB:VBD/ROOT it/PRON/obj>praised",
    "pronoun behind a preposition": CALLED + "for/ADP/case>it it/PRON/obl>called",
    "bare adverb": (
        ENVOY.format("turned") + "turned=turn/VERB:VBD/ROOT down/ADP/compound:prt>turned"
    ),
    "no amount": COUNTED + "bodies/NOUN/obj>counted",
    "no amount at all": PUT + "the/DET/det>flag flag/NOUN/obj>put at/ADP/case>gates "
    "gates/NOUN/obl>put",
    "noun without a number that a relative clause describes": (
        "Bodies/NOUN/nsubj>lay police/NOUN/nsubj>counted "
        "counted=count/VERB:VBD/acl:relcl>Bodies lay=lie/VERB:VBD/ROOT"
    ),
    "noun without a number that a participle describes": (
        "Bodies/NOUN/nsubj>lay counted=count/VERB:VBN/acl>Bodies by/ADP/case>police "
        "police/NOUN/obl:agent>counted lay=lie/VERB:VBD/ROOT"
    ),
    "noun without a number that is praised": (
        "Plans/NOUN/nsubj>fell envoys/NOUN/nsubj>praised "
        "praised=praise/VERB:VBD/acl:relcl>Plans fell=fall/VERB:VBD/ROOT"
    ),
    "object before the verb": "Deaths/NOUN/obj>praised "
    + ENVOY.format("praised")
    + "praised=praise/VERB:VBD/ROOT",
}


@pytest.mark.parametrize("name", NAMINGS)
def test_naming_goes_with_what_is_named(name: str) -> None:
    """A noun that is called so stands in the content, a pronoun or subject does not."""
    notation, expected = NAMINGS[name]
    report = only(notation)

    assert (report.rule, joined(report)) == ("verb/naming", expected)


@pytest.mark.parametrize("name", OBJECTS)
def test_object_is_content(name: str) -> None:
    """Time belongs to what is said, and a person only with what he is or did."""
    notation, expected = OBJECTS[name]
    report = only(notation)

    assert (report.rule, joined(report)) == ("verb/object", expected)


@pytest.mark.parametrize("name", AMOUNTS)
def test_amount_is_content(name: str) -> None:
    """Who counts is a source only with what he has counted, where and when."""
    notation, expected = AMOUNTS[name]
    report = only(notation)

    assert (report.rule, joined(report)) == ("verb/amount", expected)


@pytest.mark.parametrize("name", NO_CONTENT)
def test_other_objects_are_no_content(name: str) -> None:
    """Persons are spoken of, pronouns say nothing, and only amounts are counted."""
    assert reports_of(NO_CONTENT[name]) == []

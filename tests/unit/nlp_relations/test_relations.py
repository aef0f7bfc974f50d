"""Who did what to whom, in every shape that a clause takes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from spacy.tokens import Doc

from tasks.nlp.relations.component import find_doc_relations
from tests.parsed import english, parsed

if TYPE_CHECKING:
    from tasks.nlp.relations.relation import Relation

POLICE = "Police=police/NOUN/nsubj>{0} "
TWO_MEN = "two/NUM/nummod>men men=man/NOUN/{1}>{0} "
CASES = {
    "active": (
        POLICE.format("held") + "held=detain/VERB:VBD/ROOT " + TWO_MEN.format("held", "obj"),
        [("arrest", "Police", "held", "two men")],
    ),
    "passive with an agent": (
        TWO_MEN.format("shot", "nsubj:pass") + "were=be/AUX/aux:pass>shot "
        "shot=shoot/VERB:VBN/ROOT dead/ADJ/xcomp>shot by/ADP/case>rebels "
        "rebels/NOUN/obl:agent>shot",
        [("kill", "rebels", "shot", "two men")],
    ),
    "passive without an agent": (
        TWO_MEN.format("taken", "nsubj:pass") + "were=be/AUX/aux:pass>taken "
        "taken=take/VERB:VBN/ROOT into/ADP/case>custody custody/NOUN/obl>taken",
        [("arrest", None, "taken", "two men")],
    ),
    "relative clause": (
        (
            "The/DET/det>man man/NOUN/nsubj>fled who/PRON:WP/nsubj>killed "
            "killed=kill/VERB:VBD/acl:relcl>man a/DET/det>nun nun/NOUN/obj>killed "
            "fled=flee/VERB:VBD/ROOT"
        ),
        [("kill", "The man", "killed", "a nun")],
    ),
    "relative clause without pronoun": (
        (
            "The/DET/det>rifles rifles/NOUN/nsubj>broke Ruria/PROPN/nsubj>sold "
            "sold=sell/VERB:VBD/acl:relcl>rifles broke=break/VERB:VBD/ROOT"
        ),
        [("sell", "Ruria", "sold", "The rifles")],
    ),
    "coordinated verbs share both": (
        POLICE.format("caught") + "caught=detain/VERB:VBD/ROOT and/CCONJ/cc>jailed "
        "jailed=jail/VERB:VBD/conj>caught " + TWO_MEN.format("jailed", "obj"),
        [("arrest", "Police", "caught", "two men"), ("arrest", "Police", "jailed", "two men")],
    ),
    "coordinated subjects are one phrase": (
        (
            "Ann/PROPN/nsubj>shelled and/CCONJ/cc>Bo Bo/PROPN/conj>Ann shelled=shell/VERB:VBD/ROOT "
            "it/PRON/obj>shelled"
        ),
        [("attack", "Ann and Bo", "shelled", "it")],
    ),
    "result of a passive clause": (
        "Camps=camp/NOUN/nsubj:pass>hit were=be/AUX/aux:pass>hit hit/VERB:VBN/ROOT "
        "by/ADP/case>rockets rockets/NOUN/obl:agent>hit ,/PUNCT/punct>killing "
        "killing=kill/VERB:VBG/advcl>hit " + TWO_MEN.format("killing", "obj"),
        [("attack", "rockets", "hit", "Camps"), ("kill", "rockets", "killing", "two men")],
    ),
    "object that acts": (
        (
            "They/PRON/nsubj>accused accused=accuse/VERB:VBD/ROOT Ruria/PROPN/obj>accused "
            "of/SCONJ/mark>selling selling=sell/VERB:VBG/advcl>accused tanks/NOUN/obj>selling"
        ),
        [("sell", "Ruria", "selling", "tanks")],
    ),
    "fixed object, and its noun is no second event": (
        (
            "Ruria/PROPN/nsubj>imposed imposed=impose/VERB:VBD/ROOT sanctions/NOUN/obj>imposed "
            "on/ADP/case>bank the/DET/det>bank bank/NOUN/nmod>sanctions"
        ),
        [("sanction", "Ruria", "imposed", "the bank")],
    ),
    "target behind the preposition": (
        (
            "Gunmen=gunman/NOUN/nsubj>opened opened=open/VERB:VBD/ROOT fire/NOUN/obj>opened "
            "on/ADP/case>bus a/DET/det>bus bus/NOUN/obl>opened"
        ),
        [("attack", "Gunmen", "opened", "a bus")],
    ),
    "what is supplied goes before who gets it": (
        (
            "Ruria/PROPN/nsubj>supplied supplied=supply/VERB:VBD/ROOT rebels/NOUN/obj>supplied "
            "with/ADP/case>tents tents/NOUN/obl>supplied"
        ),
        [("supply", "Ruria", "supplied", "tents")],
    ),
    "possessor and on-phrase of a noun": (
        (
            "Ruria/PROPN/nmod:poss>attack 's/PART/case>Ruria attack/NOUN/nsubj>ended "
            "on/ADP/case>Osk Osk/PROPN/nmod>attack ended=end/VERB:VBD/ROOT"
        ),
        [("attack", "Ruria", "attack", "Osk")],
    ),
    "of-phrase and agent of a noun": (
        (
            "The/DET/det>arrest arrest/NOUN/nsubj>ended of/ADP/case>Bo Bo/PROPN/nmod>arrest "
            "by/ADP/case>police police/NOUN/nmod>arrest ended=end/VERB:VBD/ROOT"
        ),
        [("arrest", "police", "arrest", "Bo")],
    ),
}
NO_EVENTS = {
    "chance": "He/PRON/nsubj>seized seized=seize/VERB:VBD/ROOT chances=chance/NOUN/obj>seized",
    "bill": "They/PRON/nsubj>killed killed=kill/VERB:VBD/ROOT bills=bill/NOUN/obj>killed",
    "deal": "They/PRON/nsubj>struck struck=strike/VERB:VBD/ROOT deals=deal/NOUN/obj>struck",
    "idea": "They/PRON/nsubj>sold sold=sell/VERB:VBD/ROOT ideas=idea/NOUN/obj>sold",
    "itself": "It/PRON/nsubj>sold sold=sell/VERB:VBD/ROOT itself/PRON/obj>sold",
    "use": "It/PRON/nsubj>sanctioned sanctioned=sanction/VERB:VBD/ROOT "
    "use/NOUN/obj>sanctioned of/ADP/case>force force/NOUN/nmod>use",
    "letter": "It/PRON/nsubj>sent sent=send/VERB:VBD/ROOT letters=letter/NOUN/obj>sent",
    "particle": "They/PRON/nsubj>seized seized=seize/VERB:VBD/ROOT upon/ADP/case>it "
    "it/PRON/obl>seized",
    "feeling": "Panic=panic/NOUN/nsubj>seized seized=seize/VERB:VBD/ROOT crowds/NOUN/obj>seized",
    "no parties": "The/DET/det>attack attack/NOUN/nsubj>failed failed=fail/VERB:VBD/ROOT",
    "adjective": "arrested=arrest/VERB:VBN/amod>growth growth/NOUN/ROOT",
}


def relations(notation: str) -> list[Relation]:
    """Return the relations of a parsed Doc."""
    return list(find_doc_relations(parsed(notation))._.relations)


def texts(found: list[Relation]) -> list[tuple[str, str | None, str, str | None]]:
    """Return event, subject, verb and object as they are written."""
    return [
        (
            item.event,
            item.subject.text if item.subject else None,
            item.verb.text,
            item.object.text if item.object else None,
        )
        for item in found
    ]


@pytest.mark.parametrize("name", CASES)
def test_doer_and_target_are_found(name: str) -> None:
    """Voice, relative clauses, coordination and nouns do not hide who did it."""
    notation, expected = CASES[name]

    assert texts(relations(notation)) == expected


@pytest.mark.parametrize("name", NO_EVENTS)
def test_other_senses_are_no_events(name: str) -> None:
    """An object, particle or subject that does not fit the event rules it out."""
    assert relations(NO_EVENTS[name]) == []


def test_spans_count_in_the_text() -> None:
    """Offsets cut the surface out of the text, and move together."""
    doc = parsed(CASES["active"][0])
    (relation,) = find_doc_relations(doc)._.relations
    spans = [relation.subject, relation.verb, relation.object]

    assert relation.span == relation.verb
    assert all(doc.text[span.start_char : span.end_char] == span.text for span in spans)
    assert relation.moved(7).object.start_char == relation.object.start_char + 7


def test_only_named_sentences_are_read() -> None:
    """What stands outside of the span group holds no relation."""
    doc = parsed(CASES["active"][0])
    doc.spans["name_text"] = []

    assert find_doc_relations(doc)._.relations == []


def test_text_without_a_parse_has_none() -> None:
    """Words alone do not tell who acts."""
    assert find_doc_relations(english()("Police arrested two men."))._.relations == []


def test_endless_sentence_is_not_read() -> None:
    """Thousands of coordinated verbs cost no more than their words."""
    number = 5000
    doc = Doc(
        english().vocab,
        words=["killed"] * number,
        heads=[0] * number,
        deps=["ROOT", *["conj"] * (number - 1)],
        pos=["VERB"] * number,
        lemmas=["kill"] * number,
    )

    assert find_doc_relations(doc)._.relations == []

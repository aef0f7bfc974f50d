"""Which roles the rules give to which persons, without a trained model.

Names are marked as in the gold (``{PERSON Ola Berg}``); a word whose part of speech matters stands
as ``said/VERB:VBD``, the others get theirs from the table below or are nouns.
"""

from __future__ import annotations

import re

import pytest
from spacy.tokens import Doc, Span

from tasks.nlp.roles.component import find_doc_roles
from tests.parsed import english, spaces_of

TOKEN = re.compile(r"\{(\w+) ([^}]+)\}|(\S+)")
NOT_NOUNS = {
    "PUNCT": ", . ( ) \u2013 -",
    "DET": "the a an its his all",
    "ADP": "of for at in to with on as by until from",
    "CCONJ": "and",
    "AUX": "is was has been were",
    "ADJ": "former national foreign last senior deputy",
    "ADV": "then now also never",
    "PRON": "who he",
    "PART": "'s",
}
POS = {word: pos for pos, words in NOT_NOUNS.items() for word in words.split()}
KASK = "{PERSON Rein Kask}"
TRAN = "{PERSON Mai Tran}"


def marked(text: str, *, parsed: bool = True) -> Doc:
    """Return the Doc of a marked sentence."""
    words: list[str] = []
    tags: list[tuple[str, str]] = []
    names: list[tuple[str, int, int]] = []
    for match in TOKEN.finditer(text):
        label, name, plain = match.groups()
        first = len(words)
        for part in (name or plain).split():
            word, _, pos = part.partition("/")
            words.append(word)
            tags.append((pos or POS.get(word.lower(), "NOUN")).partition(":")[::2])
        if label:
            names.append((label, first, len(words)))
    pos = [pair[0] for pair in tags] if parsed else None
    doc = Doc(
        english().vocab, words, spaces_of(tuple(words)), tags=[pair[1] for pair in tags], pos=pos
    )
    doc.ents = tuple(Span(doc, start, end, label) for label, start, end in names)
    return doc


def roles_of(text: str, *, parsed: bool = True) -> list[str]:
    """Return the roles of a marked sentence, each as one line."""
    return [
        " | ".join(
            [role.person.text, role.role.text]
            + [part.text if part else "-" for part in (role.organisation, role.place)]
            + ["former" if role.is_former else "-"]
        )
        for role in find_doc_roles(marked(text, parsed=parsed))._.roles
    ]


ONE = {
    "apposition": (
        KASK + " , spokesman of the {ORG Reef Guard} , left",
        "Rein Kask | spokesman | Reef Guard | - | -",
    ),
    "past before nationality": (
        "Former {NORP Estonian} national security adviser " + KASK,
        "Rein Kask | national security adviser | - | Estonian | former",
    ),
    "body behind": (
        "Director of the {NORP Danish} {ORG Reef Guard} " + KASK + " left",
        "Rein Kask | Director | Reef Guard | Danish | -",
    ),
    "body and acronym": (
        "Director of the {ORG Reef Guard} ( {ORG RG} ) " + KASK + " left",
        "Rein Kask | Director | Reef Guard | - | -",
    ),
    "owner": (
        "{GPE Togo} 's foreign minister , " + KASK + " , left",
        "Rein Kask | foreign minister | - | Togo | -",
    ),
    "acronym before": (
        "the {ORG Reef Guard} ( {ORG RG} ) deputy director " + KASK,
        "Rein Kask | deputy director | Reef Guard | - | -",
    ),
    "rank": ("Brig. Gen. " + KASK + " left", "Rein Kask | Brig. Gen. | - | - | -"),
    "retired rank": ("Col. ( ret. ) " + KASK, "Rein Kask | Col. | - | - | former"),
    "age": (
        KASK + " , 45/NUM , a professor at {ORG Tartu University} , left",
        "Rein Kask | professor | Tartu University | - | -",
    ),
    "brackets": (
        KASK + " ( Director , {ORG Reef Guard} ) left",
        "Rein Kask | Director | Reef Guard | - | -",
    ),
    "dashes": (KASK + " \u2013 head of {ORG Aid} \u2013 left", "Rein Kask | head | Aid | - | -"),
    "then": (
        KASK + " , then head of {ORG Aid} , left",
        "Rein Kask | head | Aid | - | former",
    ),
    "as": ("As head of {ORG Aid} , " + KASK + " left", "Rein Kask | head | Aid | - | -"),
    "heads": (KASK + " , who heads {ORG Aid} , left", "Rein Kask | heads | Aid | - | -"),
    "led": (KASK + " led {ORG Aid}", "Rein Kask | led | Aid | - | former"),
    "is": (
        KASK + " is the governor of {GPE Harju} county",
        "Rein Kask | governor | - | Harju county | -",
    ),
    "was": (KASK + " was a member of {ORG Aid}", "Rein Kask | member | Aid | - | former"),
    "was appointed": (
        KASK + " was appointed governor of {GPE Harju}",
        "Rein Kask | governor | - | Harju | -",
    ),
    "has worked as": (
        KASK + " has worked/VERB as a lobbyist for {ORG Aid}",
        "Rein Kask | lobbyist | Aid | - | -",
    ),
    "across a date": (
        KASK + " , who until last year was mayor , left",
        "Rein Kask | mayor | - | - | former",
    ),
    "across an insertion": (
        KASK + " , 40/NUM , was mayor",
        "Rein Kask | mayor | - | - | former",
    ),
    "object": (
        "they named/VERB " + KASK + " head of {ORG Aid}",
        "Rein Kask | head | Aid | - | -",
    ),
    "named": ("a guard named/VERB " + KASK + " left", "Rein Kask | guard | - | - | -"),
    "the head is": (
        "the head of {ORG Aid} is Ms. " + KASK + " .",
        "Rein Kask | head | Aid | - | -",
    ),
    "origin": (
        "Foreign Minister " + KASK + " of {GPE Togo} left",
        "Rein Kask | Foreign Minister | - | Togo | -",
    ),
    "embassy": (
        KASK + " , {NORP Danish} ambassador to {GPE Togo} , left",
        "Rein Kask | ambassador | - | Danish | -",
    ),
    "subject of study": (
        KASK + " , professor of law at {ORG Tartu University} , left",
        "Rein Kask | professor of law | Tartu University | - | -",
    ),
    "thing between": (
        KASK + " , owner of a shipyard in {GPE Harju} , left",
        "Rein Kask | owner | - | - | -",
    ),
    "compound with a name": (
        "{NORP Danish} - backed/VERB rebel leader " + KASK,
        "Rein Kask | rebel leader | - | Danish | -",
    ),
    "title inside the mention": (
        "{PERSON Prime Minister Kask} left",
        "Kask | Prime Minister | - | - | -",
    ),
    "title taken for a body": (
        KASK + " , {ORG Representative of Tonga} , left",
        "Rein Kask | Representative | - | Tonga | -",
    ),
    "driver of a minister": (
        "minister " + KASK + " 's driver left",
        "Rein Kask | minister | - | - | -",
    ),
    "address": ("Mr Justice " + KASK, "Rein Kask | Justice | - | - | -"),
    "role inside the phrase of another": (
        "counsel for the applicant , Mr " + KASK + " , left",
        "Rein Kask | counsel | - | - | -",
    ),
}
SEVERAL = {
    "plural before": (
        "ministers " + KASK + " and " + TRAN + " left",
        ["Rein Kask | ministers | - | - | -", "Mai Tran | ministers | - | - | -"],
    ),
    "plural behind": (
        KASK + " and " + TRAN + " , co - founders of {ORG Aid} , left",
        ["Rein Kask | co-founders | Aid | - | -", "Mai Tran | co-founders | Aid | - | -"],
    ),
    "plural in apposition": (
        "two/NUM founders , " + KASK + " and " + TRAN + " , left",
        ["Rein Kask | founders | - | - | -", "Mai Tran | founders | - | - | -"],
    ),
    "shared body": (
        KASK + " , founder and director of {ORG Aid} , left",
        ["Rein Kask | founder | Aid | - | -", "Rein Kask | director | Aid | - | -"],
    ),
    "another role": (
        KASK + " , head of {ORG Aid} and a former mayor , left",
        ["Rein Kask | head | Aid | - | -", "Rein Kask | mayor | - | - | former"],
    ),
    "role and rank": (
        "the head of {ORG Aid} , General " + KASK + " , left",
        ["Rein Kask | head | Aid | - | -", "Rein Kask | General | - | - | -"],
    ),
    "role before rank": (
        "Commander of the {ORG Reef Guard} Admiral " + KASK,
        ["Rein Kask | Commander | Reef Guard | - | -", "Rein Kask | Admiral | - | - | -"],
    ),
    "two offices": (
        "President and Prime Minister " + KASK,
        ["Rein Kask | President | - | - | -", "Rein Kask | Prime Minister | - | - | -"],
    ),
    "successor": (
        KASK + " replaced/VERB:VBD " + TRAN + " as head of {ORG Aid}",
        ["Rein Kask | head | Aid | - | -", "Mai Tran | head | Aid | - | former"],
    ),
    "second clause": (
        KASK + " is a lawyer and was mayor",
        ["Rein Kask | lawyer | - | - | -", "Rein Kask | mayor | - | - | former"],
    ),
}
NONE = {
    "many by one name": "popes named/VERB " + KASK + " left",
    "met": "the minister met/VERB:VBD " + KASK,
    "subject of the next clause": "they saw/VERB " + KASK + " , a spokesman said/VERB:VBD",
    "owner": KASK + " , the minister 's son/NOUN , left",
    "negation": KASK + " was never a member of {ORG Aid}",
    "brother": "a son of " + KASK + " is governor",
    "aide of": "an aide to " + KASK + " left",
    "no person": "the head of {ORG Aid} left",
    "noun before the head": KASK + " , minister level talks , left",
    "one for many": "reporters , " + KASK + " , left",
    "title only": "the {PERSON Prime Minister} , a lawyer , left",
    "leads no body": KASK + " led the way",
}


@pytest.mark.parametrize("name", ONE)
def test_one_role(name: str) -> None:
    """One person with one role."""
    text, expected = ONE[name]
    assert roles_of(text) == [expected]


@pytest.mark.parametrize("name", SEVERAL)
def test_several_roles(name: str) -> None:
    """Persons who share a role, and persons with two."""
    text, expected = SEVERAL[name]
    assert roles_of(text) == expected


@pytest.mark.parametrize("name", NONE)
def test_no_role(name: str) -> None:
    """Role nouns beside a person who does not hold the role."""
    assert roles_of(NONE[name]) == []


def test_without_parts_of_speech() -> None:
    """Names and role nouns alone are enough for the common patterns."""
    text = "deputy foreign minister " + KASK + " , head of the {ORG Aid} in {GPE Harju} , left"
    assert roles_of(text, parsed=False) == [
        "Rein Kask | deputy foreign minister | - | - | -",
        "Rein Kask | head | Aid | Harju | -",
    ]


def test_only_sentences_that_are_read() -> None:
    """A sentence outside ``name_text`` gives no role, and offsets count from the Doc."""
    doc = marked("mayor " + KASK + " left . mayor " + TRAN + " left .")
    doc.spans["name_text"] = [doc[5:]]
    (role,) = find_doc_roles(doc)._.roles
    assert doc.text[role.person.start_char : role.person.end_char] == role.person.text == "Mai Tran"
    assert doc.text[role.role.start_char : role.role.end_char] == "mayor"


def test_long_lists_end() -> None:
    """A list of thousands of persons is read in time, and shares a title only at its start."""
    doc = marked("ministers " + (KASK + " , ") * 3000)
    assert len(find_doc_roles(doc)._.roles) < 20

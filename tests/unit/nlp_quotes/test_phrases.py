"""Phrases with their source behind them."""

import pytest

from tasks.nlp.quotes.phrases import phrase_at
from tests.parsed import tree_of
from tests.parsed_reports import only, reports_of, said

ACCORDING = "according/VERB:VBG/case>{0} to/ADP/fixed>according "
BY_POLICE = ACCORDING.format("police") + "police/NOUN/obl>{} "
DIED = "Nine/NUM/nsubj>died died=die/VERB:VBD/{} "
TEN_FLED = "ten/NUM/nsubj>fled fled=flee/VERB:VBD/conj>died "
SCOPES = {
    "at the end": (DIED.format("ROOT") + BY_POLICE.format("died"), "Nine died"),
    "at the start": (
        BY_POLICE.format("died") + ",/PUNCT/punct>police " + DIED.format("ROOT"),
        "Nine died",
    ),
    "in the middle": (
        "Nine/NUM/nsubj>died ,/PUNCT/punct>police "
        + BY_POLICE.format("died")
        + ",/PUNCT/punct>police died=die/VERB:VBD/ROOT",
        "Nine | died",
    ),
    "behind two clauses": (
        DIED.format("ROOT")
        + "and/CCONJ/cc>fled "
        + TEN_FLED
        + ",/PUNCT/punct>police "
        + BY_POLICE.format("fled"),
        "Nine died and ten fled",
    ),
    "behind two clauses set against each other": (
        DIED.format("ROOT")
        + "but/CCONJ/cc>fled "
        + TEN_FLED
        + ",/PUNCT/punct>police "
        + BY_POLICE.format("fled"),
        "ten fled",
    ),
    "between two clauses set against each other": (
        DIED.format("ROOT")
        + ",/PUNCT/punct>police "
        + BY_POLICE.format("died")
        + ",/PUNCT/punct>fled but/CCONJ/cc>fled "
        + TEN_FLED,
        "Nine died",
    ),
    "inside the second clause": (
        DIED.format("ROOT")
        + "and/CCONJ/cc>fled ten/NUM/nsubj>fled ,/PUNCT/punct>police "
        + BY_POLICE.format("fled")
        + ",/PUNCT/punct>police fled=flee/VERB:VBD/conj>died",
        "ten | fled",
    ),
    "before a clause that hangs on another": (
        BY_POLICE.format("died")
        + ",/PUNCT/punct>police as/SCONJ/mark>died "
        + DIED.format("advcl>fled")
        + "ten/NUM/nsubj>fled fled=flee/VERB:VBD/ROOT",
        "as Nine died ten fled",
    ),
    "before a predicate noun": (
        "It/PRON/nsubj>ruin is=be/AUX/cop>ruin a/DET/det>ruin ruin/NOUN/ROOT ,/PUNCT/punct>police "
        + BY_POLICE.format("ruin"),
        "It is a ruin",
    ),
}


@pytest.mark.parametrize("name", SCOPES)
def test_phrase_speaks_of_its_clause(name: str) -> None:
    """At an end of the sentence of all before or behind it, elsewhere of its own clause."""
    notation, expected = SCOPES[name]

    assert said(notation) == [("police", "according to", expected)]


def test_clause_with_a_source_of_its_own_is_left_to_it() -> None:
    """``doctors said nine died and ten fled, according to police``: police speak of ten."""
    notation = (
        "doctors/NOUN/nsubj>said said=say/VERB:VBD/ROOT "
        + NINE_OF_SAID
        + "and/CCONJ/cc>fled ten/NUM/nsubj>fled fled=flee/VERB:VBD/conj>said "
        ",/PUNCT/punct>police " + BY_POLICE.format("fled")
    )

    assert said(notation)[-1] == ("police", "according to", "ten fled")


NINE_OF_SAID = "nine/NUM/nsubj>died died=die/VERB:VBD/ccomp>said "
IN_WORDS = "in/ADP/case>words the/DET/det>words words/NOUN/obl>died of/ADP/case>police "


@pytest.mark.parametrize(
    ("phrase", "cue", "stance"),
    [
        (BY_POLICE.format("died"), "according to", "reported"),
        (IN_WORDS + "police/NOUN/nmod>words", "in the words of", "stated"),
        (
            (
                "as/SCONJ/mark>claimed claimed=claim/VERB:VBN/advcl>died by/ADP/case>police "
                "police/NOUN/obl:agent>claimed"
            ),
            "as claimed by",
            "claimed",
        ),
        (
            (
                "to/PART/mark>use use/VERB/advcl>died the/DET/det>words words/NOUN/obj>use "
                "of/ADP/case>police police/NOUN/nmod>words"
            ),
            "to use the words of",
            "stated",
        ),
    ],
)
def test_phrase_has_its_stance_and_takes_quoted_words(phrase: str, cue: str, stance: str) -> None:
    """The whole phrase is the cue, variants of it too."""
    report = only(DIED.format("ROOT") + ",/PUNCT/punct>died " + phrase)

    assert (report.cue.text, report.stance) == (cue, stance)
    assert report.takes_speech
    assert report.contents[0].text == "Nine died"


SOURCES = {
    "adjectives and articles": (
        ACCORDING.format("officials") + "two/NUM/nummod>officials senior/ADJ/amod>officials "
        "officials/NOUN/obl>died",
        "two senior officials",
    ),
    "owner": (
        ACCORDING.format("police") + "Osk/PROPN/compound>police police/NOUN/obl>died",
        "Osk police",
    ),
    "with an apposition that is closed": (
        ACCORDING.format("police") + "police/NOUN/obl>died ,/PUNCT/punct>eyes "
        "their/PRON/nmod:poss>eyes eyes/NOUN/appos>police ,/PUNCT/punct>eyes at/ADP/case>dawn "
        "dawn/NOUN/obl>died",
        "police",
    ),
}


@pytest.mark.parametrize("name", SOURCES)
def test_source_stands_behind_a_phrase(name: str) -> None:
    """What belongs to the source does not belong to the content."""
    notation, expected = SOURCES[name]
    report = only(DIED.format("ROOT") + ",/PUNCT/punct>died " + notation)

    assert report.source is not None
    assert report.source.span.text == expected
    assert report.contents[0].text == "Nine died"
    assert not any("their" in content.text for content in report.contents)


NO_SOURCES = {
    "mark behind it": ACCORDING.format("died") + ",/PUNCT/punct>died Monday/PROPN/obl>died",
    "end of the sentence": "according/VERB:VBG/advcl>died to/ADP/fixed>according",
    "clause behind it": (
        ACCORDING.format("believe") + "believe/VERB/ccomp>died this/PRON/obj>believe"
    ),
}


@pytest.mark.parametrize("name", NO_SOURCES)
def test_phrase_without_a_noun_reports_nothing(name: str) -> None:
    """Nobody is named."""
    assert said(DIED.format("ROOT") + NO_SOURCES[name]) == []


def test_longest_phrase_is_taken() -> None:
    """``in the words of`` is no ``in``; a phrase does not reach over the end of a sentence."""
    tree = tree_of(DIED.format("ROOT") + IN_WORDS + "police/NOUN/nmod>words")
    found = phrase_at(tree, 2)

    assert found is not None
    assert (found[0], found[1].text) == (6, "in the words of")
    assert phrase_at(tree, 3) is None
    assert phrase_at(tree_of("according/VERB/ROOT to/ADP/fixed>according"), 0) is None


def test_outlet_that_quotes_the_source_is_the_way() -> None:
    """``according to police quoted by SANA``: both are kept."""
    notation = (
        DIED.format("ROOT") + BY_POLICE.format("died") + "quoted=quote/VERB:VBN/acl>police "
        "by/ADP/case>SANA SANA/PROPN/obl:agent>quoted"
    )
    report = only(notation, {"SANA": "ORG"})

    assert report.source is not None
    assert report.via is not None
    assert (report.source.span.text, report.via.span.text) == ("police", "SANA")


def test_participle_below_a_verb_of_speech_is_read_with_it() -> None:
    """``SANA said, quoting police,`` is one chain and no second report."""
    notation = (
        "SANA/PROPN/nsubj>said said=say/VERB:VBD/ROOT ,/PUNCT/punct>quoting "
        "quoting=quote/VERB:VBG/advcl>said police/NOUN/obj>quoting ,/PUNCT/punct>quoting "
        + NINE_OF_SAID
    )

    assert said(notation) == [("police", "said", "nine died")]


@pytest.mark.parametrize("labels", ["case>police obl>died", "advcl>died obj>citing"])
def test_participle_without_a_verb_of_speech_is_a_phrase(labels: str) -> None:
    """``Nine died, citing police`` has nothing above that leans on police."""
    citing, police = labels.split()
    notation = DIED.format("ROOT") + f"citing=cite/VERB:VBG/{citing} police/NOUN/{police}"

    assert said(notation) == [("police", "citing", "Nine died")]


def test_each_phrase_has_its_own_clause() -> None:
    """Two sources of two clauses are two reports."""
    notation = (
        DIED.format("ROOT") + BY_POLICE.format("died") + "but/CCONJ/cc>fled "
        "ten/NUM/nsubj>fled fled=flee/VERB:VBD/conj>died as/ADP/case>doctors "
        "per/ADP/fixed>as doctors/NOUN/obl>fled"
    )

    assert [(r.cue.text, r.contents[0].text) for r in reports_of(notation)] == [
        ("according to", "Nine died"),
        ("as per", "ten fled"),
    ]

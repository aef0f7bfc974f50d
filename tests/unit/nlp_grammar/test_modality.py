"""In which mood a figure is stated, and how far a negation or condition reaches."""

from __future__ import annotations

import pytest

from tasks.nlp.figures.grammar.modality import find_modality
from tests.parsed import parsed, view_of

TANKS = "40/NUM/nummod>tanks tanks/NOUN/"
THAT_CAME = "that/SCONJ/mark>came 40/NUM/nummod>tanks tanks/NOUN/nsubj>came came=come/VERB/"
IF_THEY_WIN = "they/PRON/nsubj>win win/VERB/advcl>come ,/PUNCT/punct>win "
THEY_BUY = "to/PART/mark>buy buy/VERB/xcomp>{0} " + TANKS + "obj>buy"
CASES = {
    "asserted": ("They/PRON/nsubj>hit hit/VERB/ROOT " + TANKS + "obj>hit", "asserted"),
    "denied by a verb": (
        "They/PRON/nsubj>denied denied=deny/VERB/ROOT " + THAT_CAME + "ccomp>denied",
        "denied",
    ),
    "denied by no": ("No/DET/det>tanks " + TANKS + "nsubj>came came/VERB/ROOT", "denied"),
    "denied by not before it": (
        "Not/PART/advmod>tanks " + TANKS + "nsubj>came came/VERB/ROOT",
        "denied",
    ),
    "denied by not at the verb": (
        "They/PRON/nsubj>lose did/AUX/aux>lose not/PART/advmod>lose lose/VERB/ROOT "
        + TANKS
        + "obj>lose",
        "denied",
    ),
    "no evidence": (
        "No/DET/det>evidence evidence/NOUN/nsubj>is is=be/VERB/ROOT " + THAT_CAME + "acl>evidence",
        "denied",
    ),
    "some evidence": (
        "Some/DET/det>proof proof/NOUN/nsubj>is is=be/VERB/ROOT " + THAT_CAME + "acl>proof",
        "asserted",
    ),
    "not only": (
        "Not/PART/advmod>tanks only/ADV/advmod>tanks " + TANKS + "nsubj>came came=come/VERB/ROOT",
        "asserted",
    ),
    "not more than": (
        "They/PRON/nsubj>hit hit/VERB/ROOT not/PART/advmod>more more/ADJ/advmod>40 "
        "than/ADP/fixed>more " + TANKS + "obj>hit",
        "asserted",
    ),
    "not for so long": (
        "They/PRON/nsubj>slept have/AUX/aux>slept not/PART/advmod>slept slept=sleep/VERB/ROOT "
        "with/ADP/case>tanks " + TANKS + "obl>slept",
        "asserted",
    ),
    "those who deny": (
        "Those/PRON/nsubj>hit who/PRON:WP/nsubj>denied denied=deny/VERB/acl:relcl>Those "
        "it/PRON/obj>denied hit/VERB/ROOT " + TANKS + "obj>hit",
        "asserted",
    ),
    "the denial of a coordinated clause": (
        "They/PRON/nsubj>deny deny/VERB/ROOT it/PRON/obj>deny and/CCONJ/cc>came "
        + TANKS
        + "nsubj>came came=come/VERB/conj>deny",
        "asserted",
    ),
    "the denial goes on without a subject": (
        "They/PRON/nsubj>stay did/AUX/aux>stay never/ADV/advmod>hit stay/VERB/ROOT "
        "or/CCONJ/cc>hit hit/VERB/conj>stay " + TANKS + "obj>hit",
        "denied",
    ),
    "the denial of the clause above an adverbial one": (
        "They/PRON/nsubj>fled did/AUX/aux>fled not/PART/advmod>fled fled=flee/VERB/ROOT "
        "because/SCONJ/mark>came " + TANKS + "nsubj>came came=come/VERB/advcl>fled",
        "asserted",
    ),
    "asked": (
        "They/PRON/nsubj>asked asked=ask/VERB/ROOT for/ADP/case>tanks " + TANKS + "obl>asked",
        "asked",
    ),
    "planned by a verb": (
        "They/PRON/nsubj>plan plan/VERB/ROOT " + THEY_BUY.format("plan"),
        "planned",
    ),
    "planned by going to": (
        "They/PRON/nsubj>going are/AUX/aux>going going=go/VERB:VBG/ROOT "
        + THEY_BUY.format("going"),
        "planned",
    ),
    "planned by is to": (
        "It/PRON/nsubj>send is/AUX/aux>send to/PART/mark>send send/VERB/ROOT " + TANKS + "obj>send",
        "planned",
    ),
    "planned by will and a deed": (
        "It/PRON/nsubj>deliver will/AUX/aux>deliver deliver/VERB/ROOT " + TANKS + "obj>deliver",
        "planned",
    ),
    "forecast by will": (
        "It/PRON/nsubj>hit will/AUX/aux>hit hit/VERB/ROOT " + TANKS + "obj>hit",
        "forecast",
    ),
    "hypothetical by would": (
        "It/PRON/nsubj>deliver would/AUX/aux>deliver deliver/VERB/ROOT " + TANKS + "obj>deliver",
        "hypothetical",
    ),
    "planned by a would that is reported": (
        "They/PRON/nsubj>said said=say/VERB/ROOT it/PRON/nsubj>deliver would/AUX/aux>deliver "
        "deliver/VERB/ccomp>said " + TANKS + "obj>deliver",
        "planned",
    ),
    "hypothetical by could have": (
        "It/PRON/nsubj>hit could/AUX/aux>hit have/AUX/aux>hit hit/VERB/ROOT " + TANKS + "obj>hit",
        "hypothetical",
    ),
    "what somebody could find": (
        "They/PRON/nsubj>find could/AUX/aux>find find/VERB/ROOT " + TANKS + "obj>find",
        "asserted",
    ),
    "what is rejected was there": (
        "They/PRON/nsubj>rejected rejected=reject/VERB/ROOT " + TANKS + "obj>rejected",
        "asserted",
    ),
    "what a rejected claim says was not": (
        "They/PRON/nsubj>rejected rejected=reject/VERB/ROOT claims/NOUN/obj>rejected "
        "that/SCONJ/mark>came " + TANKS + "nsubj>came came=come/VERB/acl>claims",
        "denied",
    ),
    "verb of a meaning is no plan": (
        "It/PRON/nsubj>means means=mean/VERB/ROOT "
        + TANKS
        + "nsubj>came came=come/VERB/ccomp>means",
        "asserted",
    ),
    "how many of them": (
        "They/PRON/nsubj>asked asked=ask/VERB/ROOT how/ADV/advmod>many many/ADJ/nsubj>came "
        "of/ADP/case>tanks the/DET/det>tanks " + TANKS + "nmod>many came=come/VERB/ccomp>asked",
        "asked",
    ),
    "forecast by could": (
        "It/PRON/nsubj>hit could/AUX/aux>hit hit/VERB/ROOT " + TANKS + "obj>hit",
        "forecast",
    ),
    "forecast by a verb": (
        "They/PRON/nsubj>expect expect/VERB/ROOT " + TANKS + "obj>expect",
        "forecast",
    ),
    "hypothetical in the condition": (
        "If/SCONJ/mark>come " + TANKS + "nsubj>come come/VERB/advcl>win they/PRON/nsubj>win "
        "win/VERB/ROOT",
        "hypothetical",
    ),
    "hypothetical behind the condition": (
        "If/SCONJ/mark>win " + IF_THEY_WIN + TANKS + "nsubj>come come/VERB/ROOT",
        "hypothetical",
    ),
    "hypothetical behind should": (
        "Should/AUX/aux>win " + IF_THEY_WIN + TANKS + "nsubj>come come/VERB/ROOT",
        "hypothetical",
    ),
    "hypothetical by a verb": (
        "Suppose/VERB/ROOT " + TANKS + "nsubj>come come/VERB/ccomp>Suppose",
        "hypothetical",
    ),
    "the clause behind because": (
        "Because/SCONJ/mark>win " + IF_THEY_WIN + TANKS + "nsubj>come come/VERB/ROOT",
        "asserted",
    ),
    "denial of a plan": (
        "They/PRON/nsubj>denied denied=deny/VERB/ROOT that/SCONJ/mark>plan they/PRON/nsubj>plan "
        "plan/VERB/ccomp>denied " + THEY_BUY.format("plan"),
        "denied",
    ),
}


@pytest.mark.parametrize(("notation", "expected"), CASES.values(), ids=CASES)
def test_modality_comes_from_words_above(notation: str, expected: str) -> None:
    """The words that govern the clause of a figure decide, the strongest mood first."""
    assert find_modality(view_of(parsed(notation), "40")) == expected

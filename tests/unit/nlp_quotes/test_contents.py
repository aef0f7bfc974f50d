"""Where a content starts and ends."""

import pytest

from tests.parsed import tree_of
from tests.parsed_reports import ENVOY, NINE_DIED, reports_of, said

SAID = ENVOY.format("said") + "said=say/VERB:VBD/ROOT "
SAID_DIED = SAID + NINE_DIED.format("ccomp>said")
ENDS = {
    "semicolon": ";/PUNCT/punct>fled ten/NUM/nsubj>fled fled=flee/VERB:VBD/parataxis>died",
    "other source": (
        ",/PUNCT/punct>died according/VERB:VBG/case>doctors to/ADP/fixed>according "
        "doctors/NOUN/obl>died"
    ),
    "but somebody else says": (
        ",/PUNCT/punct>insist but/CCONJ/cc>insist doctors/NOUN/nsubj>insist "
        "insist/VERB:VBP/conj>died ten/NUM/nsubj>fled fled=flee/VERB:VBD/ccomp>insist"
    ),
    "while somebody else says": (
        "while/SCONJ/mark>insist doctors/NOUN/nsubj>insist insist/VERB:VBP/advcl>died "
        "ten/NUM/nsubj>fled fled=flee/VERB:VBD/ccomp>insist"
    ),
    "adding": (
        ",/PUNCT/punct>adding adding=add/VERB:VBG/advcl>died ten/NUM/nsubj>fled "
        "fled=flee/VERB:VBD/ccomp>adding"
    ),
    "that tied to the next cue": (
        "and/CCONJ/cc>stressed stressed=stress/VERB:VBD/conj>died that/SCONJ/mark>stressed "
        "ten/NUM/dep>stressed"
    ),
    "comment": (
        ",/PUNCT/punct>figure a/DET/det>figure low/ADJ/amod>figure figure/NOUN/parataxis>died "
        "that/PRON:WDT/nsubj>fell fell=fall/VERB:VBD/acl:relcl>figure"
    ),
    "comment with a comma of its own": (
        ",/PUNCT/punct>died a/DET/det>figure figure/NOUN/parataxis>died that/PRON:WDT/nsubj>fell "
        "fell=fall/VERB:VBD/acl:relcl>figure"
    ),
}
GOES_ON = {
    "and somebody else says": (
        (
            "and/CCONJ/cc>insist doctors/NOUN/nsubj>insist insist/VERB:VBP/conj>died "
            "ten/NUM/nsubj>fled fled=flee/VERB:VBD/ccomp>insist"
        ),
        "nine men died and doctors insist ten fled",
    ),
    "but something happened": (
        ",/PUNCT/punct>fled but/CCONJ/cc>fled ten/NUM/nsubj>fled fled=flee/VERB:VBD/conj>died",
        "nine men died , but ten fled",
    ),
    "a second that": (
        (
            ",/PUNCT/punct>fled and/CCONJ/cc>fled that/SCONJ/mark>fled ten/NUM/nsubj>fled "
            "fled=flee/VERB:VBD/conj>died"
        ),
        "nine men died , and that ten fled",
    ),
    "an apposition that is no comment": (
        ",/PUNCT/punct>boy a/DET/det>boy boy/NOUN/appos>men among/ADP/case>them them/PRON/nmod>boy",
        "nine men died , a boy among them",
    ),
    "a noun of comments without a comma": (
        "after/ADP/case>claim a/DET/det>claim claim/NOUN/obl>died",
        "nine men died after a claim",
    ),
    "a noun of comments that is known": (
        ",/PUNCT/punct>claim the/DET/det>claim claim/NOUN/parataxis>died goes=go/VERB/acl>claim",
        "nine men died , the claim goes",
    ),
    "a relative clause with who": (
        ",/PUNCT/punct>slept who/PRON:WP/nsubj>slept slept=sleep/VERB:VBD/acl:relcl>men",
        "nine men died , who slept",
    ),
    "a relative clause with which": (
        (
            ",/PUNCT/punct>angered which/PRON:WDT/nsubj>angered "
            "angered=anger/VERB:VBD/acl:relcl>men many/ADJ/obj>angered"
        ),
        "nine men died , which angered many",
    ),
    "a source without a comma": (
        "according/VERB:VBG/case>plans to/ADP/fixed>according plans/NOUN/obl>died",
        "nine men died according to plans",
    ),
}


@pytest.mark.parametrize("name", ENDS)
def test_content_ends(name: str) -> None:
    """What follows is another statement, another source, or a comment on the content."""
    [first, *_] = [row for row in said(SAID_DIED + ENDS[name]) if row[1] == "said"]

    assert first == ("envoy", "said", "nine men died")


@pytest.mark.parametrize("name", GOES_ON)
def test_content_goes_on(name: str) -> None:
    """What the parse ties to a content belongs to it unless a mark and a word speak against it."""
    behind, expected = GOES_ON[name]
    [first, *_] = [row for row in said(SAID_DIED + behind) if row[1] == "said"]

    assert first[2].replace(", ", " , ").replace("  ", " ") == expected


def test_claim_that_is_spoken_of_is_no_comment() -> None:
    """Only what a comma sets off comments on the content."""
    notation = (
        SAID
        + "it/PRON/nsubj>made made=make/VERB:VBD/ccomp>said a/DET/det>claim claim/NOUN/obj>made"
    )

    assert said(notation)[0] == ("envoy", "said", "it made a claim")


def test_clause_in_the_middle_is_no_remark() -> None:
    """What goes on behind a relative clause is still said."""
    notation = (
        SAID + "nine/NUM/nummod>men men/NOUN/nsubj>died ,/PUNCT/punct>hid "
        "which/PRON:WDT/nsubj>hid hid=hide/VERB:VBD/acl:relcl>men ,/PUNCT/punct>men "
        "died=die/VERB:VBD/ccomp>said"
    )

    assert said(notation) == [("envoy", "said", "nine men, which hid, died")]


def test_content_that_is_a_comment_noun_itself_is_whole() -> None:
    """``said a figure was wrong``: nothing stands before the noun that it could comment."""
    notation = (
        SAID
        + ",/PUNCT/punct>said a/DET/det>figure figure/NOUN/nsubj>fell fell=fall/VERB:VBD/ccomp>said"
    )

    assert said(notation) == [("envoy", "said", "a figure fell")]


ENVOY_SAID = "the/DET/det>envoy envoy/NOUN/nsubj>said said=say/VERB:VBD/{} "
FELL = "It/PRON/nsubj>fell fell=fall/VERB:VBD/{} "
BEFORE = {
    "whole clause": (
        FELL.format("ccomp>said") + ",/PUNCT/punct>fell " + ENVOY_SAID.format("ROOT"),
        "It fell",
    ),
    "without the and before it": (
        "And/CCONJ/cc>fell "
        + FELL.format("ccomp>said")
        + ",/PUNCT/punct>fell "
        + ENVOY_SAID.format("ROOT"),
        "It fell",
    ),
    "behind a semicolon": (
        "We/PRON/nsubj>left left=leave/VERB:VBD/ROOT ;/PUNCT/punct>fell "
        + FELL.format("parataxis>left")
        + ",/PUNCT/punct>said "
        + ENVOY_SAID.format("parataxis>fell"),
        "It fell",
    ),
    "before a semicolon": (
        FELL.format("ROOT")
        + ",/PUNCT/punct>said "
        + ENVOY_SAID.format("parataxis>fell")
        + ";/PUNCT/punct>left we/PRON/nsubj>left left=leave/VERB:VBD/parataxis>fell",
        "It fell",
    ),
    "around the cue": (
        FELL.format("ROOT")
        + ",/PUNCT/punct>said "
        + ENVOY_SAID.format("parataxis>fell")
        + ",/PUNCT/punct>said on/ADP/case>us us/PRON/obl>fell",
        "It fell | on us",
    ),
    "behind the adverbials of the cue": (
        "On/ADP/case>Monday Monday/PROPN/obl>said "
        + FELL.format("ccomp>said").replace("It", "it")
        + ",/PUNCT/punct>fell "
        + ENVOY_SAID.format("ROOT"),
        "it fell",
    ),
    "around a cue that has the full stop": (
        FELL.format("ROOT")
        + ",/PUNCT/punct>said "
        + ENVOY_SAID.format("parataxis>fell")
        + ",/PUNCT/punct>said on/ADP/case>us us/PRON/obl>fell ./PUNCT/punct>said",
        "It fell | on us",
    ),
    "without what no mark sets off": (
        FELL.format("ccomp>said")
        + ",/PUNCT/punct>fell "
        + ENVOY_SAID.format("ROOT")
        + "at/ADP/case>dawn dawn/NOUN/obl>fell",
        "It fell",
    ),
    "with the adverbials of the cue left out": (
        FELL.format("ccomp>said")
        + ",/PUNCT/punct>fell "
        + ENVOY_SAID.format("ROOT")
        + "on/ADP/case>Monday Monday/PROPN/obl>said",
        "It fell",
    ),
}


@pytest.mark.parametrize("name", BEFORE)
def test_content_before_its_cue(name: str) -> None:
    """It ends at the reporting clause and goes on behind it only between marks."""
    notation, expected = BEFORE[name]

    assert [content for _, _, content in said(notation)] == [expected]


CLAUSES_BEHIND = {
    "with a subject": (
        "and/CCONJ/cc>hid we/PRON/nsubj>hid hid=hide/VERB/conj>fell",
        " | and we hid",
    ),
    "set against it": ("but/CCONJ/cc>hid we/PRON/nsubj>hid hid=hide/VERB/conj>fell", ""),
    "next report": (
        (
            "and/CCONJ/cc>warned men/NOUN/nsubj>warned warned=warn/VERB:VBD/conj>fell "
            "that/SCONJ/mark>warned we/PRON/dep>warned"
        ),
        "",
    ),
}


@pytest.mark.parametrize("name", CLAUSES_BEHIND)
def test_content_goes_on_behind_an_insertion(name: str) -> None:
    """A further clause is said as well, but no contrast and no report of its own."""
    behind, expected = CLAUSES_BEHIND[name]
    notation = (
        FELL.format("ROOT")
        + ",/PUNCT/punct>said "
        + ENVOY_SAID.format("parataxis>fell")
        + ",/PUNCT/punct>said "
        + behind
    )

    assert said(notation)[0][2] == "It fell" + expected


def test_second_verb_of_the_speaker_is_no_content() -> None:
    """In ``It fell, the envoy said and left`` only what stands before is said."""
    notation = (
        FELL.format("ccomp>said")
        + ",/PUNCT/punct>fell "
        + ENVOY_SAID.format("ROOT")
        + "and/CCONJ/cc>left left=leave/VERB:VBD/conj>said"
    )

    assert said(notation) == [("envoy", "said", "It fell")]


def test_offsets_count_in_the_text() -> None:
    """Every content is cut out of the text as it stands there."""
    notation, _ = BEFORE["around the cue"]
    text = tree_of(notation).text
    [report] = reports_of(notation)

    assert all(text[part.start_char : part.end_char] == part.text for part in report.contents)

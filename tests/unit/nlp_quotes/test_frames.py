"""Which frame a verb reports in."""

import pytest

from tasks.nlp.quotes.frames import contents_of
from tasks.nlp.quotes.vocabulary import Cue
from tests.parsed_reports import ENVOY, NINE_DIED, THAT_SAFE, texts, word_of

SAID = "said=say/VERB:VBD/ROOT "
NOTATIONS = {
    "clause": SAID + THAT_SAFE.format("ccomp>said"),
    "infinitive": SAID + "to/PART/mark>leave leave/VERB:VB/xcomp>said",
    "addressee": SAID + "men/NOUN/obj>said to/PART/mark>leave leave/VERB:VB/xcomp>said",
    "gerund": SAID + "leaving=leave/VERB:VBG/xcomp>said",
    "naming": SAID + "men/NOUN/obj>said liars/NOUN/xcomp>said",
    "amount": SAID + "nine/NUM/nummod>men men/NOUN/obj>said",
    "object": SAID + "lies/NOUN/obj>said",
}
CONTENTS = {
    "clause": "it was safe",
    "infinitive": "to leave",
    "addressee": "men to leave",
    "gerund": "leaving",
    "naming": "men liars",
    "amount": "nine men",
    "object": "lies",
}


def cue(*frames: str) -> Cue:
    """Return a cue with some frames."""
    return Cue("say", "", "stated", frozenset(frames))


@pytest.mark.parametrize("frame", CONTENTS)
def test_each_frame_finds_its_content(frame: str) -> None:
    """A cue that can report in one way only reports in that way."""
    found, contents = contents_of(word_of(NOTATIONS[frame], "said"), cue(frame))

    assert (found, texts(contents)) == (frame, CONTENTS[frame])


@pytest.mark.parametrize("frame", CONTENTS)
def test_frames_that_a_cue_lacks_are_not_tried(frame: str) -> None:
    """A verb of speech alone reports only what stands in quotation marks."""
    assert contents_of(word_of(NOTATIONS[frame], "said"), cue("speech")) == ("speech", [])


@pytest.mark.parametrize("weaker", ["naming", "amount", "object"])
def test_clause_goes_before_nouns(weaker: str) -> None:
    """``told nine men it was safe`` says that it was safe."""
    notation = (
        ENVOY.format("told")
        + "told=tell/VERB:VBD/ROOT nine/NUM/nummod>men men/NOUN/obj>told "
        + NINE_DIED.format("ccomp>told")
    )

    assert contents_of(word_of(notation, "told"), cue("clause", weaker))[0] == "clause"


def test_amount_goes_before_a_mere_noun() -> None:
    """What states an amount is a figure of its source."""
    verb = word_of(SAID + "nine/NUM/nummod>lies lies/NOUN/obj>said", "said")

    assert contents_of(verb, cue("object", "amount"))[0] == "amount"

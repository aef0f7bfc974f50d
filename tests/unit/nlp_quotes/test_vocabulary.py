"""The words that report speech: their forms, frames and stances."""

import pytest

from tasks.nlp.quotes import vocabulary
from tasks.nlp.quotes.frames import FRAMES
from tasks.nlp.quotes.vocabulary import cue_forms, document_nouns, source_phrases
from warehouse.seeds import read_seed_rows
from warehouse.tables.ref import CUES
from warehouse.vocabularies import STANCES

READ_ELSEWHERE = {
    "verb": {vocabulary.SPEECH, *(frame for frame, _ in FRAMES)},
    "noun": {vocabulary.CLAUSE, vocabulary.INFINITIVE, vocabulary.OBJECT, vocabulary.DOCUMENT},
    "adjective": {vocabulary.CLAUSE, vocabulary.INFINITIVE},
    "phrase": {"source"},
}


@pytest.mark.parametrize("form", ["say", "says", "said", "saying"])
def test_every_form_leads_to_its_verb(form: str) -> None:
    """Tense and number do not hide a cue."""
    assert [cue.text for cue in cue_forms("verb")[form]] == ["say"]


def test_verbs_with_a_particle_are_tried_before_the_bare_one() -> None:
    """``call for`` is another thing than ``call``."""
    found = [(cue.text, cue.particle) for cue in cue_forms("verb")["called"]]

    assert ("call for", "for") in found
    assert found[-1] == ("call", "")


def test_verb_without_a_sense_of_its_own_needs_its_particle() -> None:
    """``pointed`` alone reports nothing; the particle is no part of the form."""
    assert all(cue.particle for cue in cue_forms("verb")["pointed"])
    assert "point out" not in cue_forms("verb")


def test_word_classes_are_kept_apart() -> None:
    """``report`` is a verb and a noun with other frames; ``accuse`` is no noun."""
    [verb], [noun] = cue_forms("verb")["reports"], cue_forms("noun")["reports"]

    assert vocabulary.DOCUMENT in noun.frames - verb.frames
    assert "accuses" not in cue_forms("noun")
    assert "sure" not in {*cue_forms("verb"), *cue_forms("noun")}


def test_variants_of_a_phrase_are_one_cue() -> None:
    """Phrases are found by their first word, and each variant by its own."""
    in_words = source_phrases()["in"]["in", "the", "words", "of"]

    assert source_phrases()["to"]["to", "use", "the", "words", "of"] == in_words
    assert in_words.text == "in the words of"


def test_phrase_has_no_particle() -> None:
    """The words behind the first one belong to the phrase itself."""
    assert source_phrases()["according"]["according", "to"].particle == ""


@pytest.mark.parametrize("noun", ["report", "reports", "figures", "data", "statement"])
def test_texts_and_data_are_sources(noun: str) -> None:
    """A document says things by itself, in singular and plural."""
    assert noun in document_nouns()


@pytest.mark.parametrize("noun", ["claim", "vow", "fears"])
def test_acts_of_speech_are_no_sources(noun: str) -> None:
    """A claim has somebody who makes it."""
    assert noun in cue_forms("noun")
    assert noun not in document_nouns()


@pytest.mark.parametrize("part_of_speech", READ_ELSEWHERE)
def test_every_frame_of_the_seed_is_read(part_of_speech: str) -> None:
    """A misspelt frame or stance would silently lose a cue."""
    rows = [row for row in read_seed_rows(CUES) if row["part_of_speech"] == part_of_speech]
    frames = {frame for row in rows for frame in str(row["frames"]).split()}

    assert frames == READ_ELSEWHERE[part_of_speech]
    assert {row["stance"] for row in rows} <= set(STANCES)

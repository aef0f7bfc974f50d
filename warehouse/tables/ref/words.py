"""Words of the running text: of speech, of change, and those that a rule names as a group."""

from typing import Final

from warehouse.columns import STANCE
from warehouse.contract import Column, DType, Table
from warehouse.tables.ref.columns import required

CUES: Final = Table(
    schema="ref",
    name="cues",
    grain="one row per inflected form",
    description="Verbs and nouns that report speech.",
    columns=(
        required("cue", "Form as written, lower case."),
        required("lemma", "Dictionary form."),
        Column(
            name="part_of_speech",
            dtype=DType.TEXT,
            vocabulary=("verb", "noun", "preposition"),
            description="Word class of the cue.",
        ),
        STANCE,
        Column(
            name="is_prefix",
            dtype=DType.BOOLEAN,
            description="True when the speaker follows the cue (according to).",
        ),
    ),
    key=("cue",),
)
CHANGE_WORDS: Final = Table(
    schema="ref",
    name="change_words",
    grain="one row per word",
    description="Words that say a level goes up or down.",
    columns=(
        required("change_word", "Word in lower case."),
        Column(
            name="direction",
            dtype=DType.TEXT,
            vocabulary=("increase", "decrease"),
            description="Which way.",
        ),
    ),
    key=("change_word",),
)
WORD_LISTS: Final = Table(
    schema="ref",
    name="word_lists",
    grain="one row per list and word",
    description="Words that a rule names as a group: determiners, abbreviations, stop words ...",
    columns=(
        required("word_list", "Name of the list, as the rule asks for it."),
        required("word", "Word, in lower case unless its case matters."),
    ),
    key=("word_list", "word"),
)

"""Words of the running text: of speech, of change, and those that a rule names as a group."""

from typing import Final

from warehouse.columns import STANCE
from warehouse.contract import Column, DType, Table
from warehouse.tables.ref.columns import required

CUES: Final = Table(
    schema="ref",
    name="cues",
    grain="one row per expression and word class",
    description="Verbs, nouns and phrases that report speech, and what they may report.",
    columns=(
        required(
            "cue",
            "Dictionary form, lower case, with the particle that must stand beside it: say, "
            "point out, according to.",
        ),
        Column(
            name="part_of_speech",
            dtype=DType.TEXT,
            vocabulary=("verb", "noun", "adjective", "phrase"),
            description="Word class; a phrase has its speaker behind it.",
        ),
        STANCE,
        required(
            "frames",
            "What may be its content: speech, clause, infinitive, addressee, gerund, object, "
            "amount, naming; document: a source by itself; source: its speaker stands behind it.",
        ),
        Column(
            name="forms",
            dtype=DType.TEXT,
            description="Other forms of the first word; of a phrase its variants, divided by ;.",
            nullable=True,
        ),
    ),
    key=("cue", "part_of_speech"),
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

"""Words for what a person is: ranks, offices, jobs, and the words that stand around them."""

from typing import Final

from warehouse.contract import Column, DType, Table
from warehouse.tables.ref.columns import required

ROLE_NOUNS: Final = Table(
    schema="ref",
    name="role_nouns",
    grain="one row per noun, fixed phrase or abbreviation",
    description="Nouns that name the role of a person, and the styles of address.",
    columns=(
        required("role", "Singular in lower case; a space stands for a hyphen, too."),
        Column(
            name="kind",
            dtype=DType.TEXT,
            vocabulary=("rank", "office", "job", "expert", "membership", "address"),
            description="What sort of role; address is none (Mr), it only precedes a name.",
        ),
        Column(
            name="gender",
            dtype=DType.TEXT,
            vocabulary=("male", "female"),
            nullable=True,
            description="Gender of the person, where the word says it.",
        ),
        Column(
            name="plural",
            dtype=DType.TEXT,
            nullable=True,
            description="Plural in lower case; null where there is none in use.",
        ),
    ),
    key=("role",),
)
ROLE_WORDS: Final = Table(
    schema="ref",
    name="role_words",
    grain="one row per class and word",
    description="Words that stand around a role and say something of it.",
    columns=(
        Column(
            name="word_class",
            dtype=DType.TEXT,
            vocabulary=(
                "past",
                "past_adverb",
                "present_adverb",
                "named_verb",
                "name_or_title",
                "kept_title",
                "dropped_modifier",
                "deputy",
                "replacing_verb",
                "leading_verb",
                "appointing_verb",
                "being_verb",
                "serving_verb",
                "complement_case",
                "region_noun",
            ),
            description=(
                "past, past_adverb: the role is over; present_adverb: stands before a role, too; "
                "dropped_modifier: belongs to no title (current, new); deputy: opens the title of "
                "a second man; replacing_verb: succeeded; leading_verb: who heads; "
                "appointing_verb: was named; being_verb: copula; serving_verb: served as; "
                "named_verb: a man named; complement_case: preposition before what the role is "
                "held in; region_noun: Kharkiv region; name_or_title: alone or in front it may be "
                "a name (Baker); kept_title: stays in the name."
            ),
        ),
        required("word", "Word in lower case."),
    ),
    key=("word_class", "word"),
)
GIVEN_NAMES: Final = Table(
    schema="ref",
    name="given_names",
    grain="one row per given name",
    description="Given names that only men or only women bear, for whom he and she mean.",
    columns=(
        required("given_name", "Name in lower case."),
        Column(
            name="gender",
            dtype=DType.TEXT,
            vocabulary=("male", "female"),
            description="Gender of who bears it.",
        ),
    ),
    key=("given_name",),
)

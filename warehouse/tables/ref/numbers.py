"""Words that make up numbers, and words that bound or approximate them."""

from typing import Final

from warehouse.contract import Column, DType, Table
from warehouse.tables.ref.columns import number, required
from warehouse.vocabularies import QUALIFIERS

NUMBER_WORDS: Final = Table(
    schema="ref",
    name="number_words",
    grain="one row per word",
    description="Words and suffixes that make up numbers.",
    columns=(
        required("number_word", "Word in lower case."),
        number("number_value", "What it stands for."),
        Column(
            name="role",
            dtype=DType.TEXT,
            vocabulary=(
                "unit",
                "teen",
                "ten",
                "hundred",
                "scale",
                "suffix",
                "fraction",
                "ordinal",
                "article",
                "point",
                "sign",
            ),
            description="Place of the word in the grammar of numbers.",
        ),
    ),
    key=("number_word",),
)
VAGUE_WORDS: Final = Table(
    schema="ref",
    name="vague_words",
    grain="one row per vague expression",
    description="Published bounds of words such as 'dozens'.",
    columns=(
        required("vague_word", "Expression in lower case."),
        number("low", "Lower bound, inclusive."),
        number("high", "Upper bound, inclusive."),
        Column(
            name="is_factor",
            dtype=DType.BOOLEAN,
            description="True when the word stands before a magnitude word (several thousand).",
        ),
    ),
    key=("vague_word",),
)
QUALIFIER_WORDS: Final = Table(
    schema="ref",
    name="qualifier_words",
    grain="one row per expression",
    description="Words before or after a number that bound or approximate it.",
    columns=(
        required("qualifier_word", "Expression in lower case."),
        Column(
            name="qualifier",
            dtype=DType.TEXT,
            vocabulary=QUALIFIERS,
            description="What it does to the bounds.",
        ),
        Column(
            name="position",
            dtype=DType.TEXT,
            vocabulary=("before", "after"),
            description="On which side of the number it stands.",
        ),
    ),
    key=("qualifier_word", "position"),
)

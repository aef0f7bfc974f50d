"""What figures are about, and the words that decide it."""

from typing import Final

from warehouse.contract import Column, DType, Table
from warehouse.tables.ref.columns import required

FIGURE_CATEGORIES: Final = Table(
    schema="ref",
    name="figure_categories",
    grain="one row per category",
    description="What a figure can be about.",
    columns=(
        required("category", "Name of the category."),
        required("meaning", "What belongs to it."),
    ),
    key=("category",),
)
CATEGORY_WORDS: Final = Table(
    schema="ref",
    name="category_words",
    grain="one row per word and role",
    description="Words that decide the category of a figure.",
    columns=(
        required("category_word", "Word in lower case."),
        Column(
            name="role",
            dtype=DType.TEXT,
            vocabulary=("head", "verb", "money"),
            description="Counted noun, governing word in the clause, or word beside money.",
        ),
        required("category", "Category, or 'person' when the governing word decides."),
    ),
    key=("category_word", "role"),
)

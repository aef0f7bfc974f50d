"""Words of the running text that say who did what to whom, and what their objects may be."""

from typing import Final

from warehouse.contract import Column, DType, Table
from warehouse.tables.ref.columns import required
from warehouse.vocabularies import EVENT_KINDS


def optional(name: str, description: str) -> Column:
    """Return a text column that may be null."""
    return Column(name=name, dtype=DType.TEXT, description=description, nullable=True)


EVENT_WORDS: Final = Table(
    schema="ref",
    name="event_words",
    grain="one row per expression, word class and event",
    description="Verbs and nouns of events, with what must stand beside them.",
    columns=(
        required("event_word", "The expression in its dictionary form: open fire, take over."),
        Column(
            name="part_of_speech",
            dtype=DType.TEXT,
            vocabulary=("verb", "noun"),
            description="Word class of the lemma.",
        ),
        Column(
            name="event",
            dtype=DType.TEXT,
            vocabulary=EVENT_KINDS,
            description="What happens.",
        ),
        required(
            "lemma",
            "Dictionary form of the verb or noun itself, lower case; or a past form of it that "
            "the lemmatizer does not know (overran).",
        ),
        optional("fixed_object", "Lemma that the verb's object must have: fire, sanction."),
        optional("particle", "What else must stand behind the verb: over, dead, into custody."),
        required(
            "target",
            "Where the target stands, best first: object, subject, compound, or a preposition; "
            "possessor where a possessor of the noun is the target, and not the doer.",
        ),
        optional(
            "barred", "Particles and prepositions beside the verb that give it another meaning."
        ),
        optional("needs", "Classes of event_objects, one of which the target must belong to."),
        optional("excludes", "Classes of event_objects of which the target is none."),
    ),
    key=("event_word", "part_of_speech", "event"),
)
EVENT_OBJECTS: Final = Table(
    schema="ref",
    name="event_objects",
    grain="one row per class and noun",
    description="Nouns by what can be done to the things that they name.",
    columns=(
        required("object_class", "Name of the class, as event_words asks for it."),
        required("noun", "Noun in the singular, lower case."),
    ),
    key=("object_class", "noun"),
)

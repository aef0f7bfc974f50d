"""What follows from a corrected claimant or speaker: words, name, entity and sort of the source."""

from collections.abc import Sequence
from typing import Any, Final

from tasks.corrections.anchors import Place
from tasks.corrections.decisions import Row
from tasks.corrections.places import set_thing, thing_named
from tasks.corrections.words import EditRefusedError, set_words, stands_in
from tasks.nlp.quotes.scene import KINDS

CORRECTION_RULE: Final = "correction"
"""What a row names as the rule that found what an analyst has said."""
VIA: Final = "via"
PARTY: Final = ("text", "start_char", "end_char", "name", "entity_index", "entity_id")


def settle_source(row: Row, given: dict[str, Any], source: str, place: Place) -> None:
    """Make who says something agree with what decisions give: words, name, entity and type.

    Args:
        row: Row of core.figures or core.quotes with the given values, to change.
        given: Values by column that decisions give.
        source: First part of the columns of who says it: ``claimant``, ``speaker``.
        place: Its document.

    Raises:
        EditRefusedError: If words do not stand in the text.
    """
    names = (f"{source}_text", f"{source}_name")
    if any(name in given and given[name] is None for name in names):
        clear_source(row, source)
        return
    if set(names) & given.keys():
        thing = settle_party(row, given, source, place)
        row[f"{source}_rule"] = CORRECTION_RULE
        if thing is not None and f"{source}_type" not in given:
            row[f"{source}_type"] = KINDS.get(thing["label"], row[f"{source}_type"])
    settle_via(row, given, place)


def settle_via(row: Row, given: dict[str, Any], place: Place) -> None:
    """Make who passes something on agree with what decisions give."""
    names = (f"{VIA}_text", f"{VIA}_name")
    if any(name in given and given[name] is None for name in names):
        clear_party(row, VIA)
    elif set(names) & given.keys():
        settle_party(row, given, VIA, place)


def settle_party(row: Row, given: dict[str, Any], prefix: str, place: Place) -> Row | None:
    """Set words, name and entity of a party; return the thing that it is in the document.

    Words that are not given are the name itself where the sentence has it, else those that were
    read: "he" may be anybody; where none were read, the name where the text has it.
    """
    text, name = f"{prefix}_text", f"{prefix}_name"
    sentence = place.sentences[row["sentence_index"]]
    if text in given:
        set_words(row, prefix, given[text], place.text, sentence)
    elif row[text] is None or stands_in(place.text, given[name], sentence):
        try:
            set_words(row, prefix, given[name], place.text, sentence)
        except EditRefusedError as error:
            msg = f"column {name}: nobody was read there, so give the words of the text in {text}"
            raise EditRefusedError(name, msg) from error
    wanted = str(given.get(name, row[text]))
    thing = thing_named(place.things, wanted)
    row[name] = thing["entity_name"] if thing else wanted
    set_thing(row, prefix, thing)
    return thing


def clear_source(row: Row, source: str) -> None:
    """Make what a row says the article's own words, or those of nobody."""
    for prefix in (source, VIA):
        clear_party(row, prefix)
    cue = ("cue_text", "cue_start_char", "cue_end_char")
    row |= dict.fromkeys((f"{source}_type", f"{source}_rule", "stance", *cue))


def clear_party(row: Row, prefix: str, parts: Sequence[str] = PARTY) -> None:
    """Leave the columns of a party empty."""
    row |= dict.fromkeys(f"{prefix}_{part}" for part in parts)

"""Quotations between marks: direct ones, and the quoted words inside reported speech."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from tasks.nlp.quotes.attachment import Attachment
from tasks.nlp.quotes.pairing import QuotedRange
from tasks.nlp.quotes.quoted_text import QuotedText
from tasks.nlp.quotes.runs import Stretch
from tasks.nlp.quotes.speech import MARKS_AND_SPACES, inner, is_speech, is_title, word_count
from tasks.nlp.quotes.vocabulary import NAMING
from tasks.nlp.quotes.voices import Voices
from tasks.nlp.spans import Quote, Span

DIRECT_SHARE: Final = 0.95
"""Share of a content between marks from which it is nothing but a quotation."""
NESTED_BELOW: Final = 0.8
"""Share below which the quoted words of a content are a quotation of their own."""
MIN_NESTED_WORDS: Final = 2
"""Words of a quotation inside reported speech at least; a single one is a choice of words."""
REACH_BEFORE: Final = 30
"""Characters before a quotation in which the word before it stands."""
BEHIND: Final = "behind"


@dataclass(frozen=True, slots=True)
class Marked:
    """A quoted range with the number of its report and how it belongs to it, None without one."""

    found: QuotedRange
    attached: Attachment | None
    number: int | None


def stretches(marked: list[Marked], quoted: QuotedText, voices: Voices) -> Iterator[Stretch]:
    """Yield the quotations between marks, with the speaker where a report tells it.

    Args:
        marked: The quoted ranges that stand in no other one, in order.
        quoted: The text with them.
        voices: Who speaks in the reports.
    """
    for one in marked:
        quote = marked_quote(one, quoted, voices)
        if quote is not None:
            yield Stretch(one.found, quote)


def marked_quote(one: Marked, quoted: QuotedText, voices: Voices) -> Quote | None:
    """Return the quotation of a quoted range, None for scare quotes and titles."""
    text, found = quoted.text, one.found
    start, end = inner(text, found)
    if end <= start:
        return None
    if one.attached is None or one.number is None:
        rule = "marks" if found.is_closed else "unclosed_marks"
        is_quote = found.is_opened and is_speech(text, start, end)
        return (
            Quote(span=Span.cut(text, start, end), kind="direct", rule=rule) if is_quote else None
        )
    is_direct = stands_alone(found, one.attached, quoted)
    if not is_own(found, one.attached, quoted, is_direct=is_direct):
        return None
    kind = "direct" if is_direct else "mixed"
    return voices.quote(one.number, (start, end), kind, rule_of(one.attached))


def inner_quotes(marked: list[Marked], text: str, voices: Voices) -> Iterator[Quote]:
    """Yield the quotations inside others that have a cue there, too.

    Args:
        marked: The quoted ranges inside others with their reports.
        text: Text of the document.
        voices: Who speaks in the reports.
    """
    for one in marked:
        if one.attached is not None and one.number is not None:
            is_mixed = is_woven_in(text, one.found, one.attached)
            kind = "mixed" if is_mixed else "direct"
            place = inner(text, one.found)
            if is_mixed and word_count(text[slice(*place)]) < MIN_NESTED_WORDS:
                continue
            if not one.attached.report.takes_speech or "phrase/" in rule_of(one.attached):
                continue
            yield voices.quote(one.number, place, kind, rule_of(one.attached))


def rule_of(attached: Attachment) -> str:
    """Return the rule of a quotation: where its cue stands, and what the cue is."""
    return f"{attached.rule}/{attached.report.rule}"


def stands_alone(found: QuotedRange, attached: Attachment, quoted: QuotedText) -> bool:
    """Tell whether a content is nothing but the words between marks."""
    if attached.report.rule.endswith(f"/{NAMING}") or is_woven_in(quoted.text, found, attached):
        return False
    is_whole = attached.whole == (found.start_char, found.end_char)
    return is_whole or quoted.share(*attached.whole) >= DIRECT_SHARE


def is_woven_in(text: str, found: QuotedRange, attached: Attachment) -> bool:
    """Tell whether quoted words go on with a sentence: ``said that "..."``, ``had "..."``."""
    if attached.rule == BEHIND:
        return False
    before = text[max(0, found.start_char - REACH_BEFORE) : found.start_char]
    before = before.rstrip(MARKS_AND_SPACES)
    if not before or not before[-1].isalpha():
        return False
    cue = attached.report.cue
    return cue.end_char < found.start_char - REACH_BEFORE or not before.endswith(cue.text)


def is_own(
    found: QuotedRange, attached: Attachment, quoted: QuotedText, *, is_direct: bool
) -> bool:
    """Tell whether quoted words are a quotation of their own."""
    start, end = inner(quoted.text, found)
    words = word_count(quoted.text[start:end])
    if attached.rule != BEHIND and is_title(quoted.text, start, end):
        return False
    if is_direct:
        return found.is_opened or words > 1
    is_whole = attached.whole == (found.start_char, found.end_char)
    share = quoted.share(*attached.whole)
    is_part = is_whole or share < NESTED_BELOW or share >= DIRECT_SHARE
    return words >= MIN_NESTED_WORDS and is_part

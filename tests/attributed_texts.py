"""Documents before attribution, without a pipeline: names, roles, sources, cues and contents.

``[Ada Korr|PERSON]`` is a mention as in ``tests.linked_texts``. Braces mark what a report says,
with its number: ``{s1 [Ada Korr|PERSON]} {c1 said} {r1 nine men had died}`` has source, cue and
content, ``{v1 ..}`` is who passes it on, ``{n1 ..}`` a name that does not stand in the source
itself, ``{a ..}`` a subject that reports nothing. ``{c1:denied denied}`` gives another stance than
``stated``, ``{c1:mute wanted}`` a verb that takes no words in marks beside it, and
``{s1:plural two men}`` says that a source is several. Braces may stand in each other.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Final

from tasks.nlp.figures.nouns import singular
from tasks.nlp.linking.linking import link_mentions
from tasks.nlp.quotes.attribution import attribute
from tasks.nlp.quotes.report import Report, Source
from tasks.nlp.quotes.scene import Scene
from tasks.nlp.quotes.vocabulary import document_nouns
from tasks.nlp.quotes.voices import Voices
from tasks.nlp.spans import Mention, Sentence, Span
from tasks.nlp.word_lists import word_list
from tests.linked_texts import role

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from tasks.nlp.quotes.attribution import Attribution
    from tasks.nlp.spans import Quote

Known = tuple[str, str, str]
"""Name, kind and rule of a speaker."""
PIECE: Final = re.compile(
    r"\{(?P<kind>[a-z])(?P<number>\d*)(?::(?P<option>\w+))? |(?P<end>\})"
    r"|\[(?P<name>[^\[\]|]+)\|(?P<label>[A-Z]+)\]|(?P<words>[^{}\[\]]+)"
)
PARAGRAPH: Final = re.compile(r"\S(?:.|\n(?!\n))*")
SENTENCE: Final = re.compile(r"\S(?:[^.!?\n]|\n(?!\n))*(?:[.!?]+[\"'\u201d\u2019]*|(?=\n\n|\Z))")
LAST_OF_HEAD: Final = re.compile(r"\S+(?= (?:of|by|from|on|in|close|who)\b)|\S+$")
VERB: Final = "verb/clause"
SPEAKING: Final = ("verb", "phrase")
STATED, MUTE = "stated", "mute"


@dataclass(frozen=True, slots=True)
class Part:
    """A piece in braces."""

    kind: str
    number: str
    option: str | None
    span: Span


@dataclass(frozen=True, slots=True)
class AttributedText:
    """A document before attribution, its reports in order of their cues and by their numbers."""

    text: str
    scene: Scene
    reports: Sequence[Report]
    numbered: Mapping[str, Report]


def attributed(
    marked: str,
    *,
    roles: Sequence[tuple[str, ...]] = (),
    rules: Mapping[int, str] | None = None,
) -> AttributedText:
    """Return a document with its names and reports.

    Args:
        marked: Text with mentions in brackets and parts of reports in braces.
        roles: Name and title of each role, and the body that it is held in where there is one, all
            by the first place of their words.
        rules: Rules of the reports that are no ``verb/clause``, by number; only those of verbs and
            phrases take words in marks beside them.
    """
    text, mentions, parts = read_marked(marked)
    titles = [
        role(text, person, title, organisation="".join(body)) for person, title, *body in roles
    ]
    known = {str(number): rule for number, rule in (rules or {}).items()}
    numbered = {
        number: make_report(text, mentions, list(group), known.get(number, VERB))
        for number, group in groupby(sorted(parts, key=number_of), key=number_of)
        if number
    }
    scene = Scene(
        text,
        sentences_of(text),
        [match.span() for match in PARAGRAPH.finditer(text)],
        link_mentions(text, mentions, {}, titles),
        titles,
        list(acting(text, mentions, parts)),
    )
    reports = sorted(numbered.values(), key=lambda report: report.cue.start_char)
    return AttributedText(text, scene, reports, numbered)


def read_marked(marked: str) -> tuple[str, list[Mention], list[Part]]:
    """Return the plain text of a marked one, with its mentions and what stands in braces."""
    text, mentions, parts = "", [], []
    opened: list[tuple[int, re.Match[str]]] = []
    for match in PIECE.finditer(marked):
        if match["kind"]:
            opened.append((len(text), match))
        elif match["end"]:
            start, tag = opened.pop()
            span = Span.cut(text, start, len(text))
            parts.append(Part(tag["kind"], tag["number"], tag["option"], span))
        elif match["name"]:
            span = Span(len(text), len(text) + len(match["name"]), match["name"])
            mentions.append(Mention(span, match["label"], None, "test"))
            text += match["name"]
        else:
            text += match["words"]
    return text, mentions, parts


def number_of(part: Part) -> str:
    """Return the number of the report that a part belongs to."""
    return part.number


def make_report(text: str, mentions: Sequence[Mention], parts: Sequence[Part], rule: str) -> Report:
    """Return the report of the parts with one number."""
    by_kind = {part.kind: part for part in parts}
    source, via, name, cue = (by_kind.get(kind) for kind in "svnc")
    assert cue is not None, f"a report without a cue in {text!r}"
    is_mute = cue.option == MUTE
    return Report(
        cue=cue.span,
        stance=STATED if is_mute else cue.option or STATED,
        source=make_source(text, mentions, source, name) if source else None,
        via=make_source(text, mentions, via) if via else None,
        contents=tuple(part.span for part in parts if part.kind == "r"),
        takes_speech=rule.startswith(SPEAKING) and not is_mute,
        rule=rule,
    )


def acting(text: str, mentions: Sequence[Mention], parts: Sequence[Part]) -> Iterator[Source]:
    """Yield the subjects in order: pronouns are none."""
    for part in sorted(parts, key=lambda part: part.span.start_char):
        if part.kind in {"a", "s"}:
            source = make_source(text, mentions, part)
            if not source.is_pronoun:
                yield source


def make_source(
    text: str, mentions: Sequence[Mention], part: Part, name: Part | None = None
) -> Source:
    """Return the source of a phrase; its head is its last word before a preposition.

    A name elsewhere in the phrase says who the source is only if that is a document.

    Args:
        text: The plain text.
        mentions: All mentions.
        part: The phrase.
        name: Who it is, where the name stands outside of the phrase.
    """
    span = part.span
    match = LAST_OF_HEAD.search(span.text)
    head = Span.cut(text, *(span.start_char + place for place in match.span())) if match else span
    word = head.text.lower()
    named = name_at(mentions, head)
    is_document = word in document_nouns() and not named
    pointing = word_list("pointing") | word_list("possessive")
    before = text[: span.start_char].lower().split()[-1:]
    return Source(
        span=span,
        head=head,
        named=name_at(mentions, name.span if name else span if is_document else head),
        lemma=singular(word),
        is_pronoun=not named and word in word_list("personal_pronoun"),
        is_plural=part.option == "plural" or word in {"they", "we"},
        is_definite=not pointing.isdisjoint([*before, *span.text.lower().split()[:1]]),
        is_document=is_document,
    )


def name_at(mentions: Sequence[Mention], place: Span) -> Span | None:
    """Return the first name that shares a character with a place."""
    spans = (mention.span for mention in mentions)
    return next((one for one in spans if one.overlaps(place.start_char, place.end_char)), None)


def sentences_of(text: str) -> list[Sentence]:
    """Return the sentences: each ends with a stop, with the marks behind it, or its paragraph."""
    return [Sentence(*match.span(), 0) for match in SENTENCE.finditer(text)]


def attribution(
    marked: str,
    *,
    roles: Sequence[tuple[str, ...]] = (),
    rules: Mapping[int, str] | None = None,
) -> Attribution:
    """Return what a marked text says by others; the arguments are those of ``attributed``."""
    found = attributed(marked, roles=roles, rules=rules)
    return attribute(found.scene, found.reports)


def summaries(quotes: Iterable[Quote]) -> list[tuple[str, str, str | None]]:
    """Return kind, content and speaker of quotations."""
    return [(q.kind, q.span.text, q.speaker.name if q.speaker else None) for q in quotes]


def speakers(marked: str, *roles: tuple[str, ...]) -> list[Known]:
    """Return the speakers of a marked text in order of their cues."""
    found = attributed(marked, roles=roles)
    voices = Voices(found.scene, found.reports, [])
    known = [voices.speakers[number] for number in range(len(found.reports))]
    return [(who.name, who.kind, who.rule) for who in known if who is not None]

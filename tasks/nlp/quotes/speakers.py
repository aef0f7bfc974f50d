"""From the phrase of a source to who it is: a name, a pronoun's person, a role, a text."""

from bisect import bisect_left, insort
from collections.abc import Sequence
from typing import Final

from tasks.nlp.linking.document_entity import LinkedMention
from tasks.nlp.quotes.antecedents import (
    GENDERS,
    Antecedent,
    resolve_body,
    resolve_person,
    resolve_several,
    start_of,
)
from tasks.nlp.quotes.report import Report, Source
from tasks.nlp.quotes.scene import Scene
from tasks.nlp.quotes.sources import subject_form
from tasks.nlp.roles.vocabulary import gender_of, role_nouns
from tasks.nlp.spans import Span, Speaker
from tasks.nlp.word_lists import word_list

FIRST_PERSON: Final = frozenset({"i", "we", "you"})
SEVERAL: Final = "they"
MAX_SPOKEN: Final = 40
"""Speakers before a phrase that ``the spokesman`` is looked for among."""


def resolve_speaker(
    scene: Scene,
    source: Source,
    report: Report | None,
    outer: Speaker | None,
    *,
    own: Sequence[tuple[int, int]] = (),
) -> Speaker:
    """Return who a source is.

    Args:
        scene: Document, with the memory of who has spoken so far.
        source: The phrase.
        report: What it says, None for the one who passes on.
        outer: Speaker of the words that the phrase stands in, None outside of reported speech.
        own: Start and end of what it says; whom it speaks of there is not the one who speaks.
    """
    if source.is_pronoun:
        found = resolve_pronoun(scene, source, report, outer, own)
        return found or unresolved(source)
    name = scene.mention(source.named)
    if name is not None and not (source.is_document and name.label != "PERSON"):
        return scene.speaker(name, "author" if source.is_document else "name")
    pointed = resolve_definite(scene, source) if source.is_definite else None
    return pointed or holder_of(scene, source) or phrase_speaker(scene, source)


def resolve_pronoun(
    scene: Scene,
    source: Source,
    report: Report | None,
    outer: Speaker | None,
    own: Sequence[tuple[int, int]],
) -> Speaker | None:
    """Return whom a pronoun means, at its own place; None where it is not sure."""
    word = subject_form(source.head.text.lower())
    start, sentence = source.head.start_char, scene.sentence_at(source.head.start_char)
    goes_on = report is not None and report.cue.text.lower() in word_list("going_on")
    if word in FIRST_PERSON:
        found = outer if word == "i" else None
    elif outer is not None and suits(scene, outer, word):
        found = outer
    elif word in {"he", "she"}:
        found = resolve_person(scene.memory.outside(own), word, start, sentence, goes_on=goes_on)
    elif word == SEVERAL:
        found = resolve_several(scene.memory.outside(own), start, sentence)
    else:
        found = resolve_body(scene.memory, start, sentence)
    return at(source.head, found, "pronoun") if found else None


def suits(scene: Scene, outer: Speaker, word: str) -> bool:
    """Tell whether a pronoun in somebody's reported words may mean the one who says them."""
    if word in {"he", "she"}:
        gender = scene.genders.get(outer.entity_index) if outer.entity_index is not None else None
        wanted = "male" if word == "he" else "female"
        return outer.kind in {"person", "role", "anonymous"} and gender in {None, wanted}
    return word == "it" and outer.kind in {"organisation", "place", "document"}


def resolve_definite(scene: Scene, source: Source) -> Speaker | None:
    """Return whom ``the minister`` or ``the report`` means: who has spoken, or bears the role."""
    start = source.span.start_char
    if source.is_document and (author := author_before(scene, source)):
        return at(source.span, author, "author")
    for one in reversed(scene.memory.spoken[-MAX_SPOKEN:]):
        if one.start_char < start and last_word(one.speaker.name) == source.lemma:
            return at(source.span, one.speaker, "definite")
    if source.span.text.lower() != source.head.text.lower():
        return None
    return bearer_of(scene, source) or body_named(scene, source)


def holder_of(scene: Scene, source: Source) -> Speaker | None:
    """Return the person before a phrase who has a role in the body that it names: the FSB chief."""
    body = scene.mention(Span.cut(scene.text, source.span.start_char, source.head.start_char))
    is_body = body is not None and body.label == "ORG" and not source.is_plural
    if body is None or not is_body or (source.lemma,) not in role_nouns():
        return None
    found = {
        mention.entity_index: mention
        for mention in scene.members.get(body.entity_index, ())
        if mention.span.start_char < source.span.start_char
    }
    if len(found) != 1:
        return None
    return at(source.span, scene.speaker(found.popitem()[1], "role"), "role")


def author_before(scene: Scene, source: Source) -> Speaker | None:
    """Return the person who wrote the text that ``the report`` means."""
    if source.lemma in scene.memory.documents:
        return scene.memory.documents[source.lemma]
    last = scene.memory.last_speaker(
        source.span.start_char, scene.sentence_at(source.head.start_char)
    )
    if last is None or last.speaker.kind != "person":
        return None
    sentence = scene.sentences[last.sentence]
    words = scene.text[sentence.start_char : last.start_char].lower().split()
    is_by = source.lemma in words and "by" in words[words.index(source.lemma) :]
    return last.speaker if is_by else None


def bearer_of(scene: Scene, source: Source) -> Speaker | None:
    """Return the only person before a phrase who has its role."""
    found = {
        mention.entity_index: mention
        for mention in scene.bearers.get(source.lemma, ())
        if mention.span.start_char < source.span.start_char
    }
    if len(found) != 1:
        return None
    return at(source.span, scene.speaker(found.popitem()[1], "role"), "role")


def body_named(scene: Scene, source: Source) -> Speaker | None:
    """Return the last body named before a phrase that ``the ministry`` can mean."""
    bodies = scene.bodies.get(source.lemma, ())
    place = bisect_left(bodies, source.span.start_char, key=first_char_of) - 1
    return at(source.span, scene.speaker(bodies[place], "body"), "body") if place >= 0 else None


def first_char_of(mention: LinkedMention) -> int:
    """Return where a name stands."""
    return mention.span.start_char


def phrase_speaker(scene: Scene, source: Source) -> Speaker:
    """Return an unnamed source: its phrase is its name."""
    mention = scene.mention(source.head) or (scene.mention(source.named) if source.named else None)
    return Speaker(
        span=source.span,
        name=" ".join(source.span.text.split()),
        entity_index=mention.entity_index if mention else None,
        kind=scene.kind_of(source),
        rule="phrase",
    )


def unresolved(source: Source) -> Speaker:
    """Return a pronoun of which it is not sure whom it means."""
    return Speaker(
        span=source.head,
        name=source.head.text,
        entity_index=None,
        kind="pronoun",
        rule="unresolved",
    )


def at(span: Span, speaker: Speaker, rule: str) -> Speaker:
    """Return a speaker at another place of the text."""
    return Speaker(
        span=span,
        name=speaker.name,
        entity_index=speaker.entity_index,
        kind=speaker.kind,
        rule=rule,
    )


def remember(scene: Scene, speaker: Speaker, source: Source) -> None:
    """Keep who has spoken, for the pronouns behind."""
    if speaker.kind == "pronoun":
        return
    index = speaker.entity_index
    gender = scene.genders.get(index) if index is not None else None
    gender = gender or GENDERS.get(subject_form(source.head.text.lower()))
    gender = gender or gender_of(source.head.text) or gender_of(source.span.text)
    if speaker.rule == "author":
        scene.memory.documents[source.lemma] = speaker
    insort(
        scene.memory.spoken,
        Antecedent(
            start_char=speaker.span.start_char,
            sentence=scene.sentence_at(speaker.span.start_char),
            speaker=speaker,
            gender=gender,
            is_plural=source.is_plural and speaker.kind != "person",
            is_acting=True,
        ),
        key=start_of,
    )


def last_word(name: str) -> str:
    """Return the last word of a name in lower case."""
    words = name.lower().split()
    return words[-1] if words else ""

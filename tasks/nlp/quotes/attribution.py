"""Who says what in a document: quotations and reported speech with their speakers.

Each stretch between quotation marks takes the report around or beside it. Then the sources of the
reports are resolved in the order of the text, so that a pronoun finds who has spoken before it; one
that stands in somebody's words is resolved behind that one. Stretches without a report take the
speaker of their run.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from tasks.nlp.quotes.attachment import Attachment, Cues
from tasks.nlp.quotes.nesting import innermost
from tasks.nlp.quotes.pairing import QuotedRange, pair_marks
from tasks.nlp.quotes.report import Report
from tasks.nlp.quotes.runs import Stretch, with_runs
from tasks.nlp.quotes.scene import Scene
from tasks.nlp.quotes.speakers import remember, resolve_speaker
from tasks.nlp.quotes.speech import (
    MARKS_AND_SPACES,
    inner,
    is_speech,
    is_title,
    word_count,
)
from tasks.nlp.quotes.vocabulary import AMOUNT, CLAUSE, NAMING, OBJECT
from tasks.nlp.spans import Quote, Span, Speaker

MIXED_SHARE: Final = 0.2
"""Share of a content in quotation marks from which it is mixed, and not indirect."""
NESTED_BELOW: Final = 0.8
"""Share below which the quoted words of a mixed content are a quotation of their own."""
DIRECT_SHARE: Final = 0.95
MIN_NESTED_WORDS: Final = 2
"""Words of a quotation inside reported speech at least; a single one is a choice of words."""
REACH_BEFORE: Final = 30
"""Characters before a quotation in which the word before it stands."""
FIRST_PERSON: Final = frozenset({"i", "we", "you"})


@dataclass(frozen=True, slots=True)
class Attribution:
    """What a document says by others.

    Attributes:
        quotes: The quotations, each span once, in order.
        statements: Those and the contents that are no quotation by themselves: too short, or told
            in somebody's words. Whatever is in one is said by its speaker.
    """

    quotes: list[Quote]
    statements: list[Quote]


class Attributor:
    """Attributes the words of one document."""

    def __init__(self, scene: Scene, reports: Sequence[Report]) -> None:
        """Take a document and its reports in order of their cues."""
        self.scene = scene
        self.reports = list(reports)
        ranges = list(pair_marks(scene.text, scene.paragraphs))
        self.ranges = [found for found in ranges if not found.is_inner]
        cues = Cues(scene.text, self.reports)
        self.inner = dict(self.attached_inside(cues, ranges))
        self.attached = [cues.attach(found) for found in self.ranges]
        self.numbers = {id(report): number for number, report in enumerate(self.reports)}
        self.speakers: dict[int, Speaker | None] = {}
        self.outer = innermost(
            [report.cue.start_char for report in self.reports], self.places_said()
        )
        for number in range(len(self.reports)):
            self.resolve(number, 0)

    def attached_inside(
        self, cues: Cues, ranges: Sequence[QuotedRange]
    ) -> Iterator[tuple[QuotedRange, Attachment]]:
        """Yield the quoted ranges inside others that have a cue there, too."""
        around: QuotedRange | None = None
        for found in ranges:
            if not found.is_inner:
                around = found
            elif around is not None and around.holds(found.start_char, found.end_char):
                attached = cues.attach(found)
                cue = attached.report.cue if attached else None
                if attached and cue and around.holds(cue.start_char, cue.end_char):
                    yield found, attached

    def places_said(self) -> Iterator[tuple[int, int, int]]:
        """Yield start, end and number of the report for each content and quoted range."""
        for number, report in enumerate(self.reports):
            for content in report.contents:
                yield content.start_char, content.end_char, number
        for found, attached in zip(self.ranges, self.attached, strict=True):
            if attached is not None:
                yield found.start_char, found.end_char, self.numbers[id(attached.report)]
        for found, attached in self.inner.items():
            yield found.start_char, found.end_char, self.numbers[id(attached.report)]

    def resolve(self, number: int, depth: int) -> Speaker | None:
        """Return the speaker of a report; that of the words around it is resolved before."""
        if number in self.speakers:
            return self.speakers[number]
        self.speakers[number] = None
        report, above = self.reports[number], self.outer[number]
        outer = self.resolve(above, depth + 1) if above is not None else None
        if report.source is None:
            return None
        speaker = resolve_speaker(self.scene, report.source, report, outer)
        if speaker.kind == "pronoun" and outer is not None:
            speaker = outer
        self.speakers[number] = speaker
        remember(self.scene, speaker, report.source)
        return speaker

    def via(self, number: int) -> Speaker | None:
        """Return who passes a report on: by its own words, or as the speaker around it."""
        report, above = self.reports[number], self.outer[number]
        if report.via is not None:
            return resolve_speaker(self.scene, report.via, None, None)
        outer = self.speakers[above] if above is not None else None
        inner_speaker = self.speakers[number]
        if outer is None or inner_speaker is None or is_same(outer, inner_speaker):
            return None
        return outer

    def quote(self, number: int, place: tuple[int, int], kind: str, rule: str) -> Quote:
        """Return the quotation of a report at a place."""
        report = self.reports[number]
        return Quote(
            span=Span.cut(self.scene.text, *place),
            kind=kind,
            speaker=self.speakers[number],
            via=self.via(number),
            cue=report.cue,
            stance=report.stance,
            rule=rule,
        )

    def statements(self) -> Iterator[tuple[Quote, bool]]:
        """Yield all that is said by somebody, and whether it is a quotation of the document."""
        stretches = [*self.stretches()]
        yield from ((stretch.quote, True) for stretch in with_runs(self.scene, stretches))
        for found, attached in self.inner.items():
            place = inner(self.scene.text, found)
            kind = "mixed" if self.is_woven_in(found, attached) else "direct"
            rule = f"{attached.rule}/{attached.report.rule}"
            yield self.quote(self.numbers[id(attached.report)], place, kind, rule), True
        for quote, is_row in self.contents():
            yield quote, is_row and word_count(quote.span.text) >= MIN_NESTED_WORDS

    def stretches(self) -> Iterator[Stretch]:
        """Yield what stands between quotation marks, with its speaker where a report tells it."""
        for found, attached in zip(self.ranges, self.attached, strict=True):
            start, end = inner(self.scene.text, found)
            if end <= start:
                continue
            if attached is None:
                if found.is_opened and is_speech(self.scene.text, start, end):
                    rule = "marks" if found.is_closed else "unclosed_marks"
                    quote = Quote(
                        span=Span.cut(self.scene.text, start, end), kind="direct", rule=rule
                    )
                    yield Stretch(found, quote)
            elif self.is_own(found, attached):
                number = self.numbers[id(attached.report)]
                kind = "direct" if self.is_direct(found, attached) else "mixed"
                rule = f"{attached.rule}/{attached.report.rule}"
                yield Stretch(found, self.quote(number, (start, end), kind, rule))

    def is_direct(self, found: QuotedRange, attached: Attachment) -> bool:
        """Tell whether a content is nothing but the words between marks."""
        whole = attached.whole
        if attached.report.rule.endswith(f"/{NAMING}") or self.is_woven_in(found, attached):
            return False
        return whole == (found.start_char, found.end_char) or self.share(whole) >= DIRECT_SHARE

    def is_woven_in(self, found: QuotedRange, attached: Attachment) -> bool:
        """Tell whether quoted words go on with a sentence: ``said that "..."``, ``had "..."``."""
        if attached.rule == "behind":
            return False
        before = self.scene.text[max(0, found.start_char - REACH_BEFORE) : found.start_char]
        before = before.rstrip(MARKS_AND_SPACES)
        if not before or not before[-1].isalpha():
            return False
        cue = attached.report.cue
        return cue.end_char < found.start_char - REACH_BEFORE or not before.endswith(cue.text)

    def is_own(self, found: QuotedRange, attached: Attachment) -> bool:
        """Tell whether quoted words are a quotation of their own."""
        start, end = inner(self.scene.text, found)
        words = word_count(self.scene.text[start:end])
        if attached.rule != "behind" and is_title(self.scene.text, found.start_char):
            return False
        if self.is_direct(found, attached):
            return found.is_opened or words > 1
        is_whole = attached.whole == (found.start_char, found.end_char)
        return words >= MIN_NESTED_WORDS and (is_whole or self.share(attached.whole) < NESTED_BELOW)

    def share(self, whole: tuple[int, int]) -> float:
        """Return the share of a content's letters that stand between marks, 0 to 1."""
        text = self.scene.text
        first = self.range_behind(whole[0])
        quoted = 0
        for found in self.ranges[first:]:
            if found.start_char >= whole[1]:
                break
            if found.start_char < whole[0] and whole[1] < found.end_char:
                continue
            start, end = max(found.start_char, whole[0]), min(found.end_char, whole[1])
            quoted += letters(text[start:end])
        return quoted / max(1, letters(text[whole[0] : whole[1]]))

    def range_behind(self, start: int) -> int:
        """Return the position of the first quoted range that ends behind a place."""
        low, high = 0, len(self.ranges)
        while low < high:
            middle = (low + high) // 2
            if self.ranges[middle].end_char <= start:
                low = middle + 1
            else:
                high = middle
        return low

    def contents(self) -> Iterator[tuple[Quote, bool]]:
        """Yield the contents that are more than the words between marks, and if they are rows."""
        for number, report in enumerate(self.reports):
            if self.is_own_view(number) or self.is_nobodys(number) or self.is_told(number):
                continue
            for content in report.contents:
                whole = self.widened(content)
                share = self.share(whole)
                if share < DIRECT_SHARE and not self.is_covered(report, content):
                    kind = "mixed" if share >= MIXED_SHARE else "indirect"
                    is_row = self.is_row(number, is_mixed=kind == "mixed")
                    yield self.quote(number, whole, kind, report.rule), is_row

    def is_row(self, number: int, *, is_mixed: bool) -> bool:
        """Tell whether a content is a quotation of the document.

        Of what somebody is called or praises only the quoted words are; and in somebody's words
        between marks only what another one is said to have said.
        """
        report = self.reports[number]
        frame = report.rule.rpartition("/")[2]
        if is_mixed and frame in {NAMING, OBJECT}:
            return False
        if not self.is_between_marks(report.cue):
            return True
        speaker = self.speakers[number]
        return (
            frame == CLAUSE
            and report.takes_speech
            and self.via(number) is not None
            and (speaker is not None and speaker.kind != "pronoun")
        )

    def widened(self, content: Span) -> tuple[int, int]:
        """Return a content up to the end of the quoted range that it begins or ends in."""
        start, end = content.start_char, content.end_char
        first = self.range_behind(start)
        for found in self.ranges[first:]:
            if found.start_char >= end:
                break
            if not (found.start_char <= start and end <= found.end_char):
                start, end = min(start, found.start_char), max(end, found.end_char)
        return start, end

    def is_own_view(self, number: int) -> bool:
        """Tell ``I think`` in somebody's words: they are the words of the same speaker."""
        source = self.reports[number].source
        if source is None or not source.is_pronoun or self.outer[number] is None:
            return False
        return source.head.text.lower() in FIRST_PERSON

    def is_nobodys(self, number: int) -> bool:
        """Tell whether it is not sure that anybody speaks: ``it regretted the dead``."""
        speaker, frame = self.speakers[number], self.reports[number].rule.rpartition("/")[2]
        return speaker is not None and speaker.kind == "pronoun" and frame in {OBJECT, AMOUNT}

    def is_told(self, number: int) -> bool:
        """Tell whether a deed of counting or naming is told in somebody's words between marks."""
        report = self.reports[number]
        frame = report.rule.rpartition("/")[2]
        return frame in {AMOUNT, OBJECT, NAMING} and self.is_between_marks(report.cue)

    def is_between_marks(self, cue: Span) -> bool:
        """Tell whether a cue stands between quotation marks."""
        place = self.range_behind(cue.start_char)
        near = self.ranges[place : place + 1]
        return any(found.holds(cue.start_char, cue.end_char) for found in near)

    def is_covered(self, report: Report, content: Span) -> bool:
        """Tell whether a content is a part of the words between marks that are its report's."""
        place = self.range_behind(content.start_char)
        near = list(zip(self.ranges, self.attached, strict=True))[place : place + 1]
        if any(
            found.holds(content.start_char, content.end_char)
            and attached is not None
            and attached.report is report
            for found, attached in near
        ):
            return True
        return any(
            attached.report is report and content.overlaps(found.start_char, found.end_char)
            for found, attached in self.inner.items()
        )


def attribute(scene: Scene, reports: Sequence[Report]) -> Attribution:
    """Return what a document says by others.

    Args:
        scene: The document.
        reports: Its reports in order of their cues.
    """
    found = list(Attributor(scene, reports).statements())
    best: dict[tuple[int, int], Quote] = {}
    for quote, is_row in found:
        if is_row:
            best.setdefault((quote.span.start_char, quote.span.end_char), quote)
    quotes = [best[place] for place in sorted(best, key=lambda place: (place[0], -place[1]))]
    return Attribution(quotes, [quote for quote, _ in found])


def is_same(one: Speaker, other: Speaker) -> bool:
    """Tell whether two speakers are one."""
    if one.entity_index is not None or other.entity_index is not None:
        return one.entity_index == other.entity_index
    return one.name.lower() == other.name.lower()


def letters(text: str) -> int:
    """Return the number of letters and digits of a text."""
    return sum(character.isalnum() for character in text)

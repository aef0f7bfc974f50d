"""Who speaks in each report of a document, and in whose words it stands."""

from collections.abc import Iterable, Sequence

from tasks.nlp.quotes.nesting import innermost
from tasks.nlp.quotes.report import Report
from tasks.nlp.quotes.scene import Scene
from tasks.nlp.quotes.speakers import remember, resolve_speaker
from tasks.nlp.quotes.vocabulary import DENIED
from tasks.nlp.spans import Quote, Span, Speaker


class Voices:
    """The reports of a document with their speakers.

    The sources are resolved in the order of the text, so that a pronoun finds who has spoken before
    it; one that stands in somebody's words is resolved behind that one.
    """

    def __init__(
        self, scene: Scene, reports: Sequence[Report], marked: Iterable[tuple[int, int, int]]
    ) -> None:
        """Resolve every source.

        Args:
            scene: Document.
            reports: Its reports in order of their cues.
            marked: Start, end and number of the report of words between marks.
        """
        self.scene = scene
        self.reports = reports
        marked = list(marked)
        contents = [
            (content.start_char, content.end_char, number)
            for number, report in enumerate(reports)
            for content in report.contents
        ]
        cues = [report.cue.start_char for report in reports]
        said = [*contents, *marked]
        self.outer = innermost(cues, said)
        self.own: dict[int, list[tuple[int, int]]] = {}
        for start, end, number in said:
            self.own.setdefault(number, []).append((start, end))
        self.speakers: dict[int, Speaker | None] = {}
        for number in range(len(reports)):
            self._resolve(number)

    def _resolve(self, number: int) -> Speaker | None:
        """Return the speaker of a report; that of the words around it is resolved before."""
        if number in self.speakers:
            return self.speakers[number]
        self.speakers[number] = None
        source, above = self.reports[number].source, self.outer[number]
        outer = self._resolve(above) if above is not None else None
        if source is None:
            return None
        speaker = resolve_speaker(
            self.scene, source, self.reports[number], outer, own=self.own.get(number, ())
        )
        if speaker.kind == "pronoun" and outer is not None:
            speaker = outer
        self.speakers[number] = speaker
        remember(self.scene, speaker, source)
        return speaker

    def via(self, number: int) -> Speaker | None:
        """Return who passes a report on: by its own words, or as the speaker around it."""
        report, above = self.reports[number], self.outer[number]
        if report.via is not None:
            return resolve_speaker(self.scene, report.via, None, None)
        outer = self.speakers[above] if above is not None else None
        speaker = self.speakers[number]
        is_chain = outer is not None and speaker is not None and not is_same(outer, speaker)
        is_chain = is_chain and self.reports[above or 0].stance != DENIED
        return outer if is_chain else None

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


def is_same(one: Speaker, other: Speaker) -> bool:
    """Tell whether two speakers are one."""
    if one.entity_index is not None or other.entity_index is not None:
        return one.entity_index == other.entity_index
    return one.name.lower() == other.name.lower()

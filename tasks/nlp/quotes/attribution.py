"""Who says what in a document: quotations and reported speech with their speakers.

Each stretch between quotation marks takes the report around or beside it (``attachment``); the
sources of the reports are resolved (``voices``); then come the quotations between marks
(``quoted``; ``runs`` for those without a report) and the contents of reports (``reported``).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tasks.nlp.quotes.attachment import Cues
from tasks.nlp.quotes.pairing import QuotedRange, pair_marks
from tasks.nlp.quotes.quoted import Marked, inner_quotes, stretches
from tasks.nlp.quotes.quoted_text import QuotedText
from tasks.nlp.quotes.report import Report
from tasks.nlp.quotes.reported import Reported
from tasks.nlp.quotes.runs import with_runs
from tasks.nlp.quotes.scene import Scene
from tasks.nlp.quotes.voices import Voices
from tasks.nlp.spans import Quote


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


def attribute(scene: Scene, reports: Sequence[Report]) -> Attribution:
    """Return what a document says by others.

    Args:
        scene: The document.
        reports: Its reports in order of their cues.
    """
    found = list(statements(scene, reports))
    best: dict[tuple[int, int], Quote] = {}
    for quote, is_row in found:
        if is_row:
            best.setdefault((quote.span.start_char, quote.span.end_char), quote)
    quotes = [best[place] for place in sorted(best, key=outer_first)]
    return Attribution(quotes, [quote for quote, _ in found])


def statements(scene: Scene, reports: Sequence[Report]) -> Iterator[tuple[Quote, bool]]:
    """Yield all that is said by somebody, and whether it is a quotation of the document."""
    ranges = list(pair_marks(scene.text, scene.paragraphs))
    numbers = {id(report): number for number, report in enumerate(reports)}
    cues = Cues(scene.text, reports)
    outer = [mark(cues, found, numbers) for found in ranges if not found.is_inner]
    inside = list(with_cues_inside(ranges, cues, numbers))
    places = [
        (one.found.start_char, one.found.end_char, one.number)
        for one in (*outer, *inside)
        if one.number is not None
    ]
    voices = Voices(scene, reports, places)
    quoted = QuotedText(scene.text, [one.found for one in outer])
    runs = with_runs(scene, list(stretches(outer, quoted, voices)))
    yield from ((stretch.quote, True) for stretch in runs)
    yield from ((quote, True) for quote in inner_quotes(inside, scene.text, voices))
    yield from Reported(quoted, voices, [*outer, *inside]).contents()


def mark(cues: Cues, found: QuotedRange, numbers: dict[int, int]) -> Marked:
    """Return a quoted range with its report."""
    attached = cues.attach(found)
    return Marked(found, attached, numbers[id(attached.report)] if attached else None)


def with_cues_inside(
    ranges: Sequence[QuotedRange], cues: Cues, numbers: dict[int, int]
) -> Iterator[Marked]:
    """Yield the quoted ranges inside others whose cue stands in the other one, too."""
    around: QuotedRange | None = None
    for found in ranges:
        if not found.is_inner:
            around = found
        elif around is not None and around.holds(found.start_char, found.end_char):
            one = mark(cues, found, numbers)
            cue = one.attached.report.cue if one.attached else None
            if cue is not None and around.holds(cue.start_char, cue.end_char):
                yield one


def outer_first(place: tuple[int, int]) -> tuple[int, int]:
    """Return a sort key: by start, the longer one of two first."""
    return place[0], -place[1]

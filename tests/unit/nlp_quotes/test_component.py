"""What the component sets on a Doc."""

from tasks.nlp.quotes.component import find_doc_reports
from tests.parsed import english, parsed
from tests.parsed_reports import ENVOY, NINE_DIED

SAID = ENVOY.format("said") + "said=say/VERB:VBD/ROOT " + NINE_DIED.format("ccomp>said")


def test_reports_and_who_acts_are_set() -> None:
    """Both are lists of one reading."""
    doc = find_doc_reports(parsed(SAID))

    assert [report.cue.text for report in doc._.reports] == ["said"]
    assert [source.span.text for source in doc._.acting] == ["envoy", "nine men"]


def test_text_without_a_parse_has_none() -> None:
    """Words alone do not tell who speaks."""
    doc = find_doc_reports(english()("The envoy said nine men died."))

    assert (doc._.reports, doc._.acting) == ([], [])


def test_only_sentences_of_the_span_group_are_read() -> None:
    """What stands outside of it is furniture of the page."""
    doc = parsed(SAID)
    doc.spans["figure_text"] = []
    find_doc_reports(doc)

    assert (doc._.reports, doc._.acting) == ([], [])


def test_sentences_of_the_span_group_are_read() -> None:
    """The group, not the sentences of the parse, says what is read."""
    doc = parsed(SAID)
    doc.spans["figure_text"] = [doc[0:3]]
    find_doc_reports(doc)

    assert [report.cue.text for report in doc._.reports] == ["said"]
    assert [source.span.text for source in doc._.acting] == ["envoy"]


def test_spans_count_in_the_text_and_move_together() -> None:
    """Offsets cut cue, source and contents out of the text."""
    doc = find_doc_reports(parsed(SAID))
    [report] = doc._.reports
    spans = [report.cue, report.source.span, report.source.head, *report.contents]
    moved = report.moved(7)

    assert all(doc.text[span.start_char : span.end_char] == span.text for span in spans)
    assert report.span == report.cue
    assert moved.source.span.start_char == report.source.span.start_char + 7
    assert moved.contents[0].end_char == report.contents[0].end_char + 7


def test_chain_and_name_move_as_well() -> None:
    """Pieces of a long text are read one by one and moved to their places."""
    notation = (
        "Orvu/PROPN/nsubj>told told=tell/VERB:VBD/ROOT Reuters/PROPN/iobj>told "
        + NINE_DIED.format("ccomp>told")
    )
    [report] = find_doc_reports(parsed(notation, {"Orvu": "PERSON", "Reuters": "ORG"}))._.reports
    moved = report.moved(7)

    assert moved.via.span.start_char == report.via.span.start_char + 7
    assert moved.source.named.start_char == report.source.named.start_char + 7
    assert moved.span.start_char == report.span.start_char + 7

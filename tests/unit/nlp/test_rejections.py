"""Numbers that state no amount are kept with the reason and give no figure."""

from __future__ import annotations

import pytest

from tasks.nlp.document import DocumentInput, extract_document
from tasks.nlp.pipeline import load_pipeline

CASES = {
    "rifle": ("He carried an AK-47 home.", "AK-47", "designation"),
    "tank": ("A T-72 burned.", "T-72", "designation"),
    "missile": ("An S-300 was hit.", "S-300", "designation"),
    "flight": ("MH17 was shot down.", "MH17", "designation"),
    "letters_and_digits": ("The M1A2 stood there.", "M1A2", "designation"),
    "nine_eleven": ("It recalls 9/11 to many.", "9/11", "designation"),
    "group": ("The G7 met again.", "G7", "designation"),
    "resolution": ("It broke Resolution 2231 again.", "Resolution 2231", "designation"),
    "road": ("It drove down Route 66 alone.", "Route 66", "designation"),
    "section": ("See Section 427 of the act.", "Section 427", "designation"),
    "disease": ("The COVID-19 ward closed.", "COVID-19", "designation"),
    "drive": ("They used a 4x4 there.", "4x4", "designation"),
    "drink": ("He had 7UP there.", "7", "designation"),
    "rank": ("He is number two at the agency.", "number two", "name"),
    "version_in_name": ("They call it ISIS 2.0 now.", "ISIS 2.0", "version"),
    "version": ("It runs version 3.11.4 now.", "version 3.11.4", "version"),
    "phone": ("Call +1 202 555 0143 now.", "+1 202 555 0143", "phone"),
    "phone_short": ("Call 555-0142 now.", "Call 555-0142", "phone"),
    "coordinates": ("It lies at 48.8566 N there.", "48.8566 N", "coordinate"),
    "coordinate_pair": ("It lies at 48.8566, 2.3522.", "48.8566, 2.3522", "coordinate"),
    "score": ("The team won 3-1 there.", "won 3-1", "score"),
    "bare_score": ("It was 12-3 in the end.", "12", "score"),
    "list_number": ("2. The second truck.", "2.", "list_number"),
    "far_year": ("It ends in the year 379480 then.", "year 379480", "year"),
    "glued_date": ("It was signed on 2882015 there.", "2882015", "date"),
    "clock": ("It began at 14:30 there.", "14:30", "time"),
    "afternoon": ("It began at 5 p.m. there.", "5 p.m.", "time"),
    "ordinal": ("On the 22nd try.", "22nd", "ordinal"),
    "ordinal_word": ("A third country was hit.", "A third", "ordinal"),
    "url": ("See www.example.org/2024/17.", "www.example.org/2024/17", "url"),
    "once": ("It happened once there.", "once", "once_twice"),
    "pronoun": ("One of the leaders left.", "One", "pronoun"),
    "article": ("One leader left.", "One", "pronoun"),
}


@pytest.mark.parametrize(("text", "surface", "reason"), CASES.values(), ids=CASES)
def test_number_without_amount_is_rejected(text: str, surface: str, reason: str) -> None:
    """A number in a name, a code or a score gives a rejection with its reason and no figure."""
    found = extract_document(load_pipeline(), DocumentInput("d", text))

    assert (surface, reason) in [(r.span.text, r.reason) for r in found.rejected_numbers]
    assert [f.span.text for f in found.figures if surface in f.span.text] == []


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("They found 5-6 men.", id="range_is_no_score"),
        pytest.param("USD34.6 million was paid.", id="currency_code_is_no_name"),
        pytest.param("One soldier was killed.", id="one_that_counts"),
        pytest.param("They live on 1500000 acres of land.", id="land_is_no_date"),
        pytest.param("Two thirds of the aid came.", id="share"),
        pytest.param("The 12 T-72 tanks left.", id="count_beside_a_name"),
    ],
)
def test_number_that_states_an_amount_is_kept(text: str) -> None:
    """A rule that refuses names does not swallow the amount beside them."""
    assert len(extract_document(load_pipeline(), DocumentInput("d", text)).figures) == 1


def test_page_furniture_is_rejected() -> None:
    """Digits of a font-size line are recorded as page furniture."""
    text = "A title stands here\n\n100% Font Size\n\nThe army counted 5 men.\n"
    found = extract_document(load_pipeline(), DocumentInput("d", text))

    assert [f.span.text for f in found.figures] == ["5"]
    assert [(r.span.text, r.reason) for r in found.rejected_numbers] == [("100", "page_furniture")]


def test_foreign_text_gives_no_figures() -> None:
    """German digit groups would be misread, so they are refused with the reason language."""
    text = (
        "Die Polizei hat am Mittwoch in der Nähe von Gransee 12.500 Schuss gefunden. "
        "Der Mann und die Frau sind nicht mit dem Auto in das Dorf von nebenan gefahren. "
        "Das ist eine Menge, und die Ermittler zahlten 84.000 Euro an den Mann."
    )

    found = extract_document(load_pipeline(), DocumentInput("d", text))

    assert found.figures == []
    assert {r.reason for r in found.rejected_numbers} == {"language"}
    assert [r.span.text for r in found.rejected_numbers][:1] == ["12.500"]

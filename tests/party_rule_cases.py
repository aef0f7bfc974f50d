"""For each domain rule on who says something, what it accepts and what it rejects."""

from __future__ import annotations

from tests.gate_rows import TEXT, span
from tests.rule_cases import Case

NOBODY = 1
"""Row of a figure in the article's own voice."""
QUOTES = "core.quotes"
QUOTE_START = TEXT.index("about")
TABLES = (("core.figures", "claimant"), (QUOTES, "speaker"))
PARTIES = [(table, party) for table, source in TABLES for party in (source, "via")]

PARTY_CASES = [
    *(
        case
        for table, party in PARTIES
        for case in (
            Case(
                table=table,
                rule="party_has_name",
                accepts={f"{party}_text": None, f"{party}_name": None},
                rejects={f"{party}_name": None},
            ),
            Case(
                table=table,
                rule="party_has_name",
                accepts={f"{party}_name": "someone else"},
                rejects={f"{party}_text": None},
            ),
        )
    ),
    *(
        case
        for table, source in TABLES
        for case in (
            Case(
                table=table,
                rule="source_has_type",
                accepts={f"{source}_text": None, f"{source}_type": None},
                rejects={f"{source}_type": None},
            ),
            Case(
                table=table,
                rule="source_has_type",
                accepts={f"{source}_type": "anonymous"},
                rejects={f"{source}_text": None},
            ),
        )
    ),
    Case(
        rule="own_voice_has_no_stance",
        accepts={"claimant_text": None, "stance": None},
        rejects={"claimant_text": None},
    ),
    *(
        Case(
            row=NOBODY,
            rule="own_voice_has_no_stance",
            accepts={"stance": "claimed", "claimant_rule": accepted},
            rejects={"stance": "claimed", "claimant_rule": rejected},
        )
        for accepted, rejected in (
            ("impersonal/clause", None),
            ("around/impersonal/clause", "verb/clause"),
            ("impersonal", "verb/impersonally"),
        )
    ),
    Case(
        table=QUOTES,
        rule="reported_speech_has_speaker",
        accepts={"kind": "direct", "speaker_text": None},
        rejects={"kind": "indirect", "speaker_text": None},
    ),
    Case(
        table=QUOTES,
        rule="reported_speech_has_speaker",
        accepts={"kind": "mixed", "speaker_text": None, "rule": "around/impersonal/clause"},
        rejects={"kind": "mixed", "speaker_text": None, "rule": "around/verb/clause"},
    ),
    Case(
        table=QUOTES,
        rule="speaker_outside_quotation",
        accepts={"speaker_start_char": 0, "speaker_end_char": QUOTE_START},
        rejects={"speaker_start_char": 0, "speaker_end_char": QUOTE_START + 1},
    ),
    Case(
        table=QUOTES,
        rule="speaker_outside_quotation",
        accepts={"speaker_start_char": None, "speaker_end_char": None},
        rejects=span("deep", "speaker_"),
    ),
]

"""For each domain rule on copies and on what is counted over all documents, what it accepts."""

from __future__ import annotations

from datetime import date

from tests.gate_frames import STATED, WHOLE_SIGNATURE
from tests.gate_rows import sha256
from tests.rule_cases import Case

ENTITIES = "core.entities"
FILES, COPIES, SIGNATURES = "raw.document_files", "core.near_duplicates", "core.signatures"
OFFICE, WRITER = 0, 1

COPY_CASES = [
    Case(
        table=SIGNATURES,
        rule="minhash_is_whole",
        accepts={"minhash": WHOLE_SIGNATURE.replace("A", "z")},
        rejects={"minhash": WHOLE_SIGNATURE[1:]},
    ),
    Case(
        table=SIGNATURES,
        rule="shingle_count_agrees_with_text",
        accepts={"shingle_count": 30},
        rejects={"shingle_count": 32},
    ),
    Case(
        table=SIGNATURES,
        rule="shingle_count_agrees_with_text",
        accepts={"document_id": sha256("b")},
        rejects={"shingle_count": 29},
    ),
    Case(
        table=COPIES,
        rule="reference_is_in_group",
        accepts={"common_share": 0.5},
        rejects={"reference_document_id": sha256("b")},
    ),
    Case(
        table=COPIES,
        rule="reference_is_whole",
        accepts={"reference_document_id": sha256("b"), "common_share": 0.9},
        rejects={"common_share": 0.9},
    ),
    Case(
        table=COPIES,
        rule="shares_agree_with_lengths",
        accepts={"common_share": 0.8, "reference_share": 0.801},
        rejects={"common_share": 0.8, "reference_share": 0.803},
    ),
    Case(
        table=COPIES,
        rule="shares_agree_with_lengths",
        accepts={"reference_document_id": sha256("b"), "reference_share": 0.8},
        rejects={"reference_share": 0.8},
    ),
    Case(
        table=COPIES,
        rule="reference_came_first",
        accepts={"document_id": max(sha256("a"), sha256("b"))}
        | {"reference_document_id": min(sha256("a"), sha256("b"))},
        rejects={"document_id": min(sha256("a"), sha256("b"))}
        | {"reference_document_id": max(sha256("a"), sha256("b"))},
        seeds=("a", "b"),
    ),
    *(
        Case(
            table=COPIES,
            rule="reference_came_first",
            accepts={"document_id": sha256("b"), "reference_document_id": sha256("a")},
            rejects={"document_id": sha256("a"), "reference_document_id": sha256("b")},
            seeds=("a", "b"),
            beside={"raw.documents": (1, {"published_on": later})},
        )
        for later in (date(2015, 11, 4), None)
    ),
]
TOTAL_CASES = [
    Case(
        table=ENTITIES,
        rule="mention_count_agrees",
        accepts={"document_count": 9},
        rejects={"mention_count": 2},
    ),
    Case(
        table=ENTITIES,
        rule="document_count_agrees",
        accepts={"mention_count": 9},
        rejects={"document_count": 2},
    ),
    Case(
        table=ENTITIES,
        row=WRITER,
        rule="named_as_in_documents",
        accepts={"entity_name": "Lyon", "is_seeded": True},
        rejects={"entity_name": "Lyon"},
    ),
    Case(
        table=ENTITIES,
        row=WRITER,
        rule="named_as_in_documents",
        accepts={"entity_name": "The Writer"},
        rejects={"entity_name": "A Writer"},
        beside={"ref.corrections": (0, {"new_value": "The Writer"})},
    ),
    Case(
        table=ENTITIES,
        rule="hidden_by_correction",
        accepts={"is_hidden": False},
        rejects={"is_hidden": True},
        beside={"ref.corrections": (0, {"action": "hide", "name": "AFP"})},
    ),
    Case(
        table=ENTITIES,
        row=WRITER,
        rule="hidden_by_correction",
        accepts={"is_hidden": False},
        rejects={"is_hidden": True},
        beside={
            ENTITIES: (OFFICE, {"is_hidden": True}),
            "ref.corrections": (0, {"subject": "entity", "action": "hide", "name": "A.F.P."}),
        },
    ),
    *(
        Case(
            table=FILES,
            rule="source_is_absolute",
            accepts={"source": good},
            rejects={"source": bad},
        )
        for good, bad in (("/news", "news"), ("C:\\news", "C:news"), ("\\\\host\\news", ""))
    ),
    *(
        Case(
            table=FILES,
            rule="document_is_its_bytes",
            accepts=changes,
            rejects={"file_sha256": sha256("file")},
        )
        for changes in (
            {"file_sha256": sha256("file"), "path": "trench.txt.gz"},
            {"file_sha256": sha256("file"), "stated_metadata": '{"encoding":"cp1252"}'},
            {"file_sha256": sha256("file"), "path": "", "source": "/news/trench.html"},
        )
    ),
    Case(
        table=FILES,
        row=1,
        rule="file_has_one_hash",
        accepts={"path": "2015/other.txt", "file_sha256": sha256("file")},
        rejects={"file_sha256": sha256("file")},
        seeds=("a", "a"),
    ),
    Case(
        table=FILES,
        rule="stated_metadata_is_object",
        accepts={"stated_metadata": None},
        rejects={"stated_metadata": STATED[:-1]},
    ),
    Case(
        table=FILES,
        rule="stated_of_one_document",
        accepts={"document_id": sha256("b"), "stated_metadata": None},
        rejects={"stated_metadata": None},
    ),
]

"""Schema ``raw``: the texts as read, where they came from, and their parts."""

from typing import Final

from warehouse.columns import (
    DOCUMENT_ID,
    END_CHAR,
    PASSAGE_INDEX,
    PATH,
    SHA256_PATTERN,
    SHORT_HASH_PATTERN,
    SOURCE,
    START_CHAR,
    TO_DOCUMENT,
    count_column,
    text_column,
)
from warehouse.contract import Column, DType, Table
from warehouse.vocabularies import DATE_PRECISIONS, PASSAGE_KINDS

METADATA_RULES: Final = ("record", "sidecar", "page", "header", "dateline", "file_name")

DOCUMENTS: Final = Table(
    schema="raw",
    name="documents",
    grain="one row per distinct text (equal bytes are one document)",
    description="Texts exactly as decoded, with the metadata that the file or its sidecar states.",
    columns=(
        DOCUMENT_ID,
        Column(
            name="text",
            dtype=DType.TEXT,
            description="The text as decoded: no newline translation, BOM removed, never edited.",
        ),
        count_column("char_count", "Length of the text in Unicode code points.", "characters"),
        count_column("byte_count", "Length of the (expanded) raw bytes.", "bytes"),
        Column(
            name="encoding",
            dtype=DType.TEXT,
            description="Encoding that the bytes were decoded with, as Python names it.",
        ),
        text_column("title", "Title that the file or its sidecar states."),
        Column(
            name="published_on",
            dtype=DType.DATE,
            description="First day of the stated publication date.",
            nullable=True,
        ),
        Column(
            name="published_precision",
            dtype=DType.TEXT,
            vocabulary=DATE_PRECISIONS,
            description="How precisely the publication date is stated.",
            nullable=True,
        ),
        Column(
            name="published_rule",
            dtype=DType.TEXT,
            vocabulary=METADATA_RULES,
            description="Where the publication date was found.",
            nullable=True,
        ),
        text_column("author_names", "Names of the authors, joined by '; '."),
        text_column("publisher_name", "Publisher as stated."),
        Column(
            name="language_code",
            dtype=DType.TEXT,
            pattern="[a-z]{2,3}",
            description="ISO 639 code of the language, when stated or recognised.",
            nullable=True,
        ),
        text_column("url", "Address that the record or sidecar states; never fetched."),
        text_column(
            "stated_metadata",
            "Canonical JSON of the metadata in the JSONL record or sidecar that was used.",
        ),
        Column(
            name="extraction_fingerprint",
            dtype=DType.TEXT,
            pattern=SHORT_HASH_PATTERN,
            description="Hash of code, seeds, model and settings that decide the extracted rows.",
        ),
    ),
    key=("document_id",),
)

DOCUMENT_FILES: Final = Table(
    schema="raw",
    name="document_files",
    grain="one row per file, or per record of a JSONL file",
    description="Which file holds which document; one document may have several paths.",
    columns=(
        SOURCE,
        PATH,
        Column(
            name="record_index",
            dtype=DType.INTEGER,
            unit="ordinal",
            minimum=0,
            description="Line of the record in a JSONL file, from 0; 0 for any other file.",
        ),
        DOCUMENT_ID,
        Column(
            name="file_sha256",
            dtype=DType.TEXT,
            pattern=SHA256_PATTERN,
            description="SHA-256 of the file's bytes as stored.",
        ),
        Column(
            name="sidecar_sha256",
            dtype=DType.TEXT,
            pattern=SHA256_PATTERN,
            description="SHA-256 of the sidecar's bytes, null when there is none.",
            nullable=True,
        ),
        text_column("stated_metadata", "Canonical JSON of what record or sidecar state."),
    ),
    key=("source", "path", "record_index"),
    references=(TO_DOCUMENT,),
)

PASSAGES: Final = Table(
    schema="raw",
    name="passages",
    grain="one row per passage of a document",
    description="Title, byline, body, captions, page furniture ...: marks over the text, no edits.",
    columns=(
        DOCUMENT_ID,
        PASSAGE_INDEX,
        Column(
            name="kind",
            dtype=DType.TEXT,
            vocabulary=PASSAGE_KINDS,
            description="What part of the page the passage is.",
        ),
        START_CHAR,
        END_CHAR,
        Column(name="rule", dtype=DType.TEXT, description="Rule that named the kind."),
        Column(
            name="words_hash",
            dtype=DType.TEXT,
            pattern=SHORT_HASH_PATTERN,
            description="Hash of its words, equal where a passage is repeated; null if short.",
            nullable=True,
        ),
    ),
    key=("document_id", "passage_index"),
    references=(TO_DOCUMENT,),
)

RAW_TABLES: Final = (DOCUMENTS, DOCUMENT_FILES, PASSAGES)

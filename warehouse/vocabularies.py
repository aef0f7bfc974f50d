"""Closed vocabularies of the contract that are part of its meaning (``FIGURES`` of the docs).

Open or growing vocabularies (units, categories, aliases) are data in ``seeds/``.
"""

from typing import Final

FIGURE_KINDS: Final = (
    "count",
    "money",
    "percent",
    "measure",
    "duration",
    "age",
    "multiple",
    "rate",
)
QUALIFIERS: Final = (
    "exact",
    "about",
    "more_than",
    "at_least",
    "less_than",
    "at_most",
    "range",
    "vague",
)
CHANGES: Final = ("increase_by", "increase_to", "decrease_by", "decrease_to", "from")
TEMPORAL_TYPES: Final = ("stock", "flow", "cumulative", "unknown")
MODALITIES: Final = ("asserted", "denied", "hypothetical", "forecast", "planned", "asked")
STANCES: Final = (
    "stated",
    "claimed",
    "reported",
    "estimated",
    "admitted",
    "denied",
    "warned",
    "asked",
    "ordered",
)
ENTITY_LABELS: Final = (
    "PERSON",
    "NORP",
    "ORG",
    "GPE",
    "LOC",
    "FAC",
    "PRODUCT",
    "EVENT",
    "WORK_OF_ART",
    "LAW",
    "WEAPON",
    "VEHICLE",
)
FEATURE_CLASSES: Final = ("country", "area", "city", "region", "water", "land", "site")
"""What a place is: ``area`` is an administrative one, ``region`` any other named one."""
PRECISION_CODES: Final = ("exact", "near", "second_area", "area", "country", "region", "water")
"""How exactly a mention locates, after UCDP's where_prec."""
EVENT_KINDS: Final = (
    "arrest",
    "kill",
    "attack",
    "seize",
    "supply",
    "sell",
    "recruit",
    "sanction",
)
RELATION_KINDS: Final = ("event", "co_mention")
ENTITY_CHANGES: Final = ("merged", "split", "renamed")
CORRECTION_SUBJECTS: Final = ("entity", "figure", "claimant", "date", "quote")
CORRECTION_ACTIONS: Final = ("accept", "correct", "hide", "merge", "split", "relabel")
CORRECTION_STATUSES: Final = ("applied", "stale", "idle", "refused")
PASSAGE_KINDS: Final = (
    "title",
    "byline",
    "dateline",
    "heading",
    "body",
    "caption",
    "credit",
    "bio",
    "disclaimer",
    "related",
    "feed",
    "chrome",
    "metadata",
)
QUOTE_KINDS: Final = ("direct", "mixed", "indirect")
SPEAKER_KINDS: Final = (
    "person",
    "organisation",
    "place",
    "group",
    "role",
    "document",
    "anonymous",
    "pronoun",
)
DATE_PRECISIONS: Final = (
    "day",
    "week",
    "month",
    "quarter",
    "season",
    "half",
    "year",
    "decade",
    "interval",
)
REJECTION_REASONS: Final = (
    "date",
    "year",
    "time",
    "ordinal",
    "name",
    "designation",
    "phone",
    "list_number",
    "url",
    "page_furniture",
    "language",
    "version",
    "coordinate",
    "score",
    "pronoun",
    "once_twice",
    "identifier",
    "out_of_range",
)
FILE_OUTCOMES: Final = ("new", "changed", "unchanged", "removed", "skipped", "failed")
RUN_STATUSES: Final = ("published", "unchanged", "failed_gate", "failed")
SEVERITIES: Final = ("critical", "warning")

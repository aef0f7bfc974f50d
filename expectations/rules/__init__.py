"""Named domain rules: statements over several columns, rows or tables, one module per family.

A new rule is one more entry in the tuple of its family, with a frame that it accepts and one that
it rejects in ``tests/unit/expectations/``; nothing else has to know of it.
"""

from collections.abc import Container
from typing import Final

from expectations.rules.amounts import AMOUNT_RULES
from expectations.rules.as_of import AS_OF_RULES
from expectations.rules.copies import COPY_RULES
from expectations.rules.corrected import CORRECTED_RULES
from expectations.rules.documents import DOCUMENT_RULES
from expectations.rules.identifiers import IDENTIFIER_RULES
from expectations.rules.judgement_rows import JUDGEMENT_RULES
from expectations.rules.known_things import KNOWN_THING_RULES
from expectations.rules.layout import LAYOUT_RULES
from expectations.rules.ledger_rows import LEDGER_RULES
from expectations.rules.links import LINK_RULES
from expectations.rules.mentions import MENTION_RULES
from expectations.rules.metadata import METADATA_RULES
from expectations.rules.naming import NAMING_RULES
from expectations.rules.outcomes import OUTCOME_RULES
from expectations.rules.parties import PARTY_RULES
from expectations.rules.places import PLACE_RULES
from expectations.rules.publication import PUBLICATION_RULES
from expectations.rules.relations import RELATION_RULES
from expectations.rules.rule import Context, Judge, Rule
from expectations.rules.seed_rows import SEED_RULES
from expectations.rules.sources import SOURCE_RULES
from expectations.rules.spans import span_rules
from expectations.rules.statements import STATEMENT_RULES
from expectations.rules.things import THING_RULES
from expectations.rules.totals import TOTAL_RULES
from expectations.rules.wording import WORDING_RULES

__all__ = ["RULES", "Context", "Judge", "Rule", "rules_for"]

RULES: Final[tuple[Rule, ...]] = (
    *span_rules(),
    *DOCUMENT_RULES,
    *AMOUNT_RULES,
    *STATEMENT_RULES,
    *MENTION_RULES,
    *PARTY_RULES,
    *THING_RULES,
    *RELATION_RULES,
    *IDENTIFIER_RULES,
    *LAYOUT_RULES,
    *METADATA_RULES,
    *PUBLICATION_RULES,
    *AS_OF_RULES,
    *WORDING_RULES,
    *SOURCE_RULES,
    *LINK_RULES,
    *NAMING_RULES,
    *KNOWN_THING_RULES,
    *PLACE_RULES,
    *COPY_RULES,
    *TOTAL_RULES,
    *SEED_RULES,
    *LEDGER_RULES,
    *JUDGEMENT_RULES,
    *CORRECTED_RULES,
    *OUTCOME_RULES,
)


def rules_for(table_name: str, given: Container[str] | None = None) -> list[Rule]:
    """Return the domain rules of a table, in the order of judgement.

    Args:
        table_name: Schema and name, e.g. ``core.figures``.
        given: Names of the frames that are at hand; all when None.

    Returns:
        All its rules, without those that look at a frame beside it that is not given.
    """
    return [
        rule
        for rule in RULES
        if rule.table == table_name
        and (given is None or all(name in given for name in rule.beside))
    ]

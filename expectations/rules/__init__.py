"""Named domain rules: statements over several columns, rows or tables, one module per family.

A new rule is one more entry in the tuple of its family, with a frame that it accepts and one that
it rejects in ``tests/unit/expectations/``; nothing else has to know of it.
"""

from typing import Final

from expectations.rules.amounts import AMOUNT_RULES
from expectations.rules.documents import DOCUMENT_RULES
from expectations.rules.mentions import MENTION_RULES
from expectations.rules.parties import PARTY_RULES
from expectations.rules.relations import RELATION_RULES
from expectations.rules.rule import Context, Judge, Rule
from expectations.rules.spans import span_rules
from expectations.rules.statements import STATEMENT_RULES
from expectations.rules.things import THING_RULES

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
)


def rules_for(table_name: str) -> list[Rule]:
    """Return the domain rules of a table, in the order of judgement.

    Args:
        table_name: Schema and name, e.g. ``core.figures``.
    """
    return [rule for rule in RULES if rule.table == table_name]

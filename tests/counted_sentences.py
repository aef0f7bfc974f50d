"""Parsed sentences that more than one test of counted phrases begins with."""

from __future__ import annotations

SPENT = "He/PRON/nsubj>spent spent=spend/VERB/ROOT $/SYM/obj>spent 90/NUM/nummod>$ "
PAID = "They/PRON/nsubj>paid paid=pay/VERB/ROOT $/SYM/obj>paid 90/NUM/nummod>$ "
TOLL = "The/DET/det>toll toll/NOUN/nsubj>{verb} {verb}/VERB/ROOT to/ADP/case>34 34/NUM/obl>{verb}"
JET = "The/DET/det>jet jet/NOUN/nsubj>flies flies=fly/VERB/ROOT "
RAISED = (
    "The/DET/det>city city/NOUN/nsubj>raised raised={lemma}/VERB/ROOT its/PRON/nmod:poss>outlays "
    "outlays/NOUN/obj>raised to/ADP/case>$ $/SYM/obl>raised 90/NUM/nummod>$"
)

"""Figures: every numeric expression that states an amount, with bounds, unit and what it counts.

Reading guide, in the order of the work: ``lexemes`` (characters to lexemes), ``numbers``
(lexemes to a number), ``units`` (what the number measures), ``amounts`` (number, range and unit
together), ``qualifiers`` (words that bound it), ``rejections`` (what is no amount), ``counted``
and ``categories`` (what it is about), ``component`` (all of it over a spaCy Doc).
Vocabularies are data in ``seeds/``; ``vocabulary`` reads them.
"""

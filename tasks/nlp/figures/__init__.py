"""Figures: every numeric expression that states an amount, with bounds, unit and what it counts.

Reading guide, in the order of the work: ``lexemes`` (characters to lexemes), ``cardinals`` and
``fractions`` under ``numbers`` (lexemes to a number), ``vague`` (hundreds, tenfold), ``units`` and
``compounds`` (what the number measures), ``ranges`` and ``sharing`` (two amounts together),
``amounts`` (all of that as one ``amount``), ``qualifiers`` (words that bound it), ``rejections``
(what is no amount), ``context`` with ``ages``, ``lone_shares`` and ``lone_ones`` (what depends on
its neighbours), ``counted`` and ``categories`` (what it is about, by words alone), ``families``
(money whose name the text settles),
``component`` (all of it over a spaCy Doc). Where the Doc has a parse, ``grammar`` goes over the
result.
Vocabularies are data in ``seeds/``; ``vocabulary`` reads them.
"""

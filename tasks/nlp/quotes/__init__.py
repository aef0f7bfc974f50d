"""Quotes and claimants: who says so, for every quotation and every figure.

Reading guide, in the order of the work. Over a parsed Doc: ``component`` sets what it reports
(``report``) and who acts (``acting``); ``reading`` finds the cues of ``vocabulary``: ``verbs`` (the
content by ``frames``, with ``clauses``, ``objects``, ``asides`` and ``particles``; the source by
``subjects`` and ``sources``; ``saying`` tells who can say something), ``nouns``, ``adjectives`` and
``phrases``; ``contents`` cuts the characters. Over the document: ``pairing`` with ``marks`` and
``single_marks`` (words between quotation marks), ``attachment`` (their cue), ``voices`` with
``speakers``, ``antecedents``, ``genders`` and ``scene`` (who the sources are), ``quoted`` with
``speech`` and ``runs``, ``reported`` (the rows), ``attribution`` (all of that), ``claimants`` (who
claims a figure). The words are data in ``seeds/cues.csv``.
"""

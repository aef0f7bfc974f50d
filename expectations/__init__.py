"""Judgement of every frame before it is loaded; nothing else imports great_expectations.

Start reading in ``runner.validate_frames``. What a table's declaration says becomes expectations
in ``suites``; what spans several columns or tables are the named rules in ``rules``; ``engine``
hands both to Great Expectations; ``cascade`` follows references to refused rows; ``ledger`` writes
it all down as frames of the schema ``ops``; ``validated`` stops a run that lost too much. Seeds,
ledger and marts, which no document brings, come in through ``reference_tables`` and ``mart_rows``.
"""

"""Pure spaCy: a document's text in, spans out; no Prefect, DuckDB or Great Expectations.

Reading guide: ``document.py`` (one document), ``extraction.py`` (a batch as frames),
``reading.py`` (text to Doc), then one folder per component. Offsets everywhere are code points of
the document's text.
"""

"""The dashboard: what is published, in the browser; reads only, for moments, from one snapshot.

Start reading in ``app`` (what Streamlit runs), then ``pages`` (the views and their links) and
``published`` (the only access to the warehouse). Each view is a folder: ``page`` draws, ``query``
holds its SQL. Text of documents reaches the browser through ``safe_html`` or as a cell, never as
Markdown or markup. ``launch`` starts it, for ``tallybook dashboard``.
"""

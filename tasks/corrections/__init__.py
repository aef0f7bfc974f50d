"""Decisions of analysts about what stands at one place of a text: an overlay, anew in every run.

Read in this order: ``decisions`` (rows of ref.corrections), ``overlays`` (which table they are
about), ``ground`` (what a run holds of the documents they name), ``anchors`` (is what they name
still there), ``edits`` and its parts ``amounts``, ``days``, ``parties``, ``places`` and ``words``
(the row after them), ``judging`` (does it keep the rules), ``drafts`` (which decisions stand),
``applying`` (the corrected rows), ``outcomes`` (what became of each), ``run`` (all of it).

Decisions about entities are applied by ``tasks/resolution``; ``things`` gives entities other values
and tells what became of those decisions.
"""

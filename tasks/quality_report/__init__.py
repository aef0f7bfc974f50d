"""The quality report: one HTML file about one run that needs nothing but itself.

Start reading in ``page`` (what stands on it, in order), then ``advice`` (the status in words and
what to do), the sections in ``judged``, ``delivered`` and ``measured``, and ``figures`` (the
charts). All markup is made in ``markup``, which escapes whatever it is given; ``document`` puts the
page, its style and its scripts under a policy that lets nothing else run and nothing be fetched;
``file`` writes it, as the step of a run that ``tasks.report`` is.
"""

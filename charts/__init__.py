"""Charts: polars frames in, Altair charts out; the report and the dashboard draw the same ones.

Start reading in ``theme`` (colours and sizes), then ``layout`` (what every chart has: title, text
for screen readers, width of its container) and ``inline`` (how rows get into a chart). The other
modules each draw one subject. Texts are data only: no field name, expression or title is made of
one, and ``inline`` bounds their length.
"""

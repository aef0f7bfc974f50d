"""What the dependency parse says of figures: what is counted, what happens to it, in which mood.

Arcs have the labels of Universal Dependencies, as the packaged model gives them. Without a parse
none of this runs, and figures keep what ``tasks.nlp.figures.sentences`` has read from words.

Reading guide: ``tree`` (the parse as plain words), ``view`` (a figure and its place in it),
``arcs`` and ``phrases`` (ways through it), ``reading`` (the order of the rules); then a file a
concern.
"""

"""The nodes of the DAG: thin tasks over pure functions, one module per node.

``sources`` finds and reads files, ``nlp`` turns texts into spans, ``resolution`` turns mentions
into entities. Nothing here imports ``flows``.
"""

"""Scores what ``tallybook extract`` gives, on the project's own gold.

``inventory`` lists the sets, one module each; ``scoring`` runs them and gives one flat list of
records. The language model apart, on annotated corpora, is scored by ``evaluation.scoring``.
"""

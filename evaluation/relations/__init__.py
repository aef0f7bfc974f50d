"""Relations scored against our own gold; start reading in ``scoring.py``."""

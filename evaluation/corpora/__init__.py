"""Readers of annotated corpora: each gives texts with words, sentences and names by offset."""

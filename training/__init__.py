"""The recipe of the packaged language model; see ``training/README.md``."""

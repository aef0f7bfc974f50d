"""The packaged language model: an encoder with heads for tags, arcs, sentences and names."""

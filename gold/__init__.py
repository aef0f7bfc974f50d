"""Our own annotated texts: data, no code."""

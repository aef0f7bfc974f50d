"""Names and the things that they mean, over several documents, against our own gold."""

"""Names: gazetteer phrases now; the language model and rules join them here."""

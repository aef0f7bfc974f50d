"""How well dates are read: annotated war histories, Recognizers-Text, and our own gold."""

"""How well roles of named persons are read, against our own gold."""

"""From the names of places to the places they mean."""

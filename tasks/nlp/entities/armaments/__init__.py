"""Mentions of weapons and military vehicles: designations, nouns with their type, ships."""

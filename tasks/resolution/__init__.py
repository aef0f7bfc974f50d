"""From mentions to entities, over all documents; pure polars."""

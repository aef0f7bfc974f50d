"""From the mentions of a document to what they refer to: one entity per thing that it names."""

"""The contract, and everything that reads or writes the DuckDB file behind it."""

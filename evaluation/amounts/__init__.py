"""Scores how well numbers, units and bounds are read, on the public sets and beside others."""

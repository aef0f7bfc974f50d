"""The view Ledger: every figure, filtered, with the way to its characters."""

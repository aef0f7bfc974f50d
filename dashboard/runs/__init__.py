"""The view Runs: every run with its status, and all that is recorded of the chosen one."""

"""The DAG: each flow readable on one screen, its settings, its engine and its command line."""

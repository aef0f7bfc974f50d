"""Quotations: what stands between quotation marks; speakers and indirect speech join here."""

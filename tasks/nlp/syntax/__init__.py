"""The parse of a Doc as plain objects, and the ways through it that several components take."""

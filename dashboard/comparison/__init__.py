"""The view Comparison: amounts of the same thing on one axis, whoever states them."""

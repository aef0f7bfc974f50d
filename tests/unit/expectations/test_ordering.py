"""Rows of one key are judged in an order of their own, whatever order they come in."""

from __future__ import annotations

import polars as pl
from polars.testing import assert_frame_equal

from expectations.ordering import in_fixed_order
from tests.gate_frames import document_frames, many_documents
from tests.gate_rows import change_row
from warehouse.tables.core import SENTENCES

NAME = SENTENCES.qualified_name


def test_in_fixed_order_leaves_rows_of_distinct_keys_alone() -> None:
    """Without a repeated key nothing is sorted."""
    sentences = many_documents(["a", "b"])[NAME].reverse()

    ordered, given_positions = in_fixed_order(SENTENCES, sentences)

    assert_frame_equal(ordered, sentences)
    assert given_positions is None


def test_in_fixed_order_does_not_depend_on_the_given_order() -> None:
    """Two rows of one key come in one order, and each knows where it stood."""
    sentences = document_frames()[NAME]
    twice = pl.concat([sentences, change_row(sentences, 0, {"end_char": 9})])

    ordered, given_positions = in_fixed_order(SENTENCES, twice)
    turned, _ = in_fixed_order(SENTENCES, twice.reverse())

    assert_frame_equal(ordered, turned)
    assert given_positions is not None
    assert_frame_equal(twice[given_positions.to_list()], ordered)

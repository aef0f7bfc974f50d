"""Graphs in 8 bits compute nearly what they computed in floats (needs the extra ``train``)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from onnxruntime import InferenceSession

onnx = pytest.importorskip("onnx", reason="the extra `train` is not installed")

from onnx import TensorProto, helper, numpy_helper  # noqa: E402 - may be missing

from training.quantise import (  # noqa: E402 - onnx first
    LARGE,
    WIDEST,
    quantise,
    rounded_columns,
    rounded_rows,
)

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

WIDTH, COLUMNS = 64, 24
LARGEST_BYTE, LARGEST_SHORT = 255, 32_767
random = np.random.default_rng(7)
WEIGHT = random.normal(size=(WIDTH, COLUMNS)).astype(np.float32) * np.logspace(
    -3, 1, COLUMNS, dtype=np.float32
)
TABLE = random.normal(size=(LARGE // WIDTH, WIDTH)).astype(np.float32) * np.logspace(
    -3, 1, LARGE // WIDTH, dtype=np.float32
).reshape(-1, 1)
ROWS = random.normal(size=(1, 9, WIDTH)).astype(np.float32)


def save(
    path: Path,
    nodes: list[object],
    weights: dict[str, Floats],
    inputs: dict[str, int],
    outputs: tuple[str, ...] = ("y",),
) -> Path:
    """Write a graph whose inputs are of the given types; shapes are left open."""
    graph = helper.make_graph(
        nodes,
        "tiny",
        [helper.make_tensor_value_info(name, kind, None) for name, kind in inputs.items()],
        [helper.make_tensor_value_info(name, TensorProto.FLOAT, None) for name in outputs],
        [numpy_helper.from_array(value, name) for name, value in weights.items()],
    )
    opsets = [helper.make_opsetid("", 18)]
    onnx.save(helper.make_model(graph, opset_imports=opsets, ir_version=9), path)
    return path


def save_product(folder: Path) -> Path:
    """Write a graph that multiplies its input with ``WEIGHT``."""
    product = helper.make_node("MatMul", ["x", "weight"], ["y"])
    return save(folder / "float.onnx", [product], {"weight": WEIGHT}, {"x": TensorProto.FLOAT})


def save_lookup(folder: Path, table: Floats) -> Path:
    """Write a graph that looks up rows of a table."""
    lookup = helper.make_node("Gather", ["table", "x"], ["y"])
    return save(folder / "float.onnx", [lookup], {"table": table}, {"x": TensorProto.INT64})


def small(source: Path) -> Path:
    """Return the graph in 8 bits."""
    target = source.with_name("small.onnx")
    quantise(source, target)
    return target


def run(path: Path, **inputs: NDArray[np.generic]) -> Floats:
    """Return the first output of a graph."""
    found: Floats = InferenceSession(path, providers=["CPUExecutionProvider"]).run(None, inputs)[0]
    return found


def stored(path: Path) -> dict[str, NDArray[np.generic]]:
    """Return the weights of a graph."""
    return {found.name: numpy_helper.to_array(found) for found in onnx.load(path).graph.initializer}


def operations(path: Path) -> list[str]:
    """Return the operations of a graph, in order."""
    return [node.op_type for node in onnx.load(path).graph.node]


def test_weights_of_a_product_fit_into_seven_bits_with_a_scale_per_column() -> None:
    """The largest weight of each column becomes the widest number; none is off by over half."""
    columns, scales = rounded_columns(WEIGHT)

    assert columns.dtype == np.int8
    assert scales.shape == (COLUMNS,)
    assert np.abs(columns).max(axis=0).tolist() == [WIDEST] * COLUMNS
    assert WIDEST < 2**6
    assert (np.abs(columns * scales - WEIGHT) <= 0.501 * scales).all()


def test_pairs_of_products_fit_into_sixteen_bits() -> None:
    """Processors without VNNI add two products of a byte and a weight in a short number."""
    columns, _ = rounded_columns(np.array([[1.0], [1.0]], np.float32))

    assert LARGEST_BYTE * int(columns.sum()) <= LARGEST_SHORT


def test_rows_of_a_table_fit_into_eight_bits_with_a_scale_per_row() -> None:
    """A row of small numbers keeps its digits beside one of large numbers."""
    rows, scales = rounded_rows(TABLE)

    assert rows.dtype == np.int8
    assert scales.shape == (len(TABLE), 1)
    assert np.abs(rows.astype(int)).max(axis=1).tolist() == [127] * len(TABLE)
    assert (np.abs(rows * scales - TABLE) <= 0.501 * scales).all()


@pytest.mark.parametrize("rounded", [rounded_columns, rounded_rows])
def test_zeros_stay_zeros(rounded: object) -> None:
    """Nothing is divided by the largest of a column or row that has none."""
    assert callable(rounded)

    whole, scales = rounded(np.zeros((3, 3), np.float32))

    assert not whole.any()
    assert np.isfinite(scales).all()


def test_product_is_near_the_float_one(tmp_path: Path) -> None:
    """No number is further off than half a step of each factor allows, most are far nearer."""
    source = save_product(tmp_path)

    exact, found = run(source, x=ROWS), run(small(source), x=ROWS)

    largest = np.abs(ROWS).max(axis=2, keepdims=True) * np.abs(WEIGHT).max(axis=0)
    bound = WIDTH * largest * (0.5 / WIDEST + 0.5 / 127)
    off = np.abs(found - exact)
    assert found.shape == exact.shape
    assert (off <= bound).all()
    assert (np.sqrt((off**2).mean(axis=(0, 1)) / (exact**2).mean(axis=(0, 1))) < 0.03).all()
    assert off.any()


def test_row_does_not_feel_which_others_are_run_with_it(tmp_path: Path) -> None:
    """Each row has a scale of its own, so a loud neighbour changes no digit."""
    target = small(save_product(tmp_path))
    loud = np.concatenate([ROWS, ROWS * 1000, np.zeros_like(ROWS)], axis=1)

    found = run(target, x=loud)

    count = ROWS.shape[1]
    assert (found[:, :count] == run(target, x=ROWS)).all()
    assert not found[:, 2 * count :].any()


def test_products_of_one_input_round_it_once(tmp_path: Path) -> None:
    """Query, key and value of an attention read the same rounded rows."""
    nodes = [helper.make_node("MatMul", ["x", f"weight_{name}"], [name]) for name in "abc"]
    weights = {f"weight_{name}": WEIGHT for name in "abc"}
    inputs = {"x": TensorProto.FLOAT}
    target = small(save(tmp_path / "float.onnx", nodes, weights, inputs, ("a", "b", "c")))

    assert operations(target).count("QuantizeLinear") == 1
    assert operations(target).count("MatMulIntegerToFloat") == 3


def test_product_without_a_weight_stays_as_it_was(tmp_path: Path) -> None:
    """What two activations give is computed in floats."""
    product = helper.make_node("MatMul", ["x", "z"], ["y"])
    inputs = {"x": TensorProto.FLOAT, "z": TensorProto.FLOAT}
    source = save(tmp_path / "float.onnx", [product], {}, inputs)

    target = small(source)

    assert operations(target) == ["MatMul"]
    assert (run(target, x=ROWS, z=WEIGHT) == run(source, x=ROWS, z=WEIGHT)).all()


def test_large_table_is_stored_in_whole_numbers(tmp_path: Path) -> None:
    """Rows that are looked up are off by half a step of their own scale at most."""
    source = save_lookup(tmp_path, TABLE)
    index = np.array([[0, 5, len(TABLE) - 1]])

    target = small(source)

    weights = stored(target)
    assert weights["table_rows"].dtype == np.int8
    assert weights["table_scales"].shape == (len(TABLE), 1)
    assert "table" not in weights
    assert target.stat().st_size < 0.3 * source.stat().st_size
    step = np.abs(TABLE[index]).max(axis=2, keepdims=True) / 127
    assert (np.abs(run(target, x=index) - TABLE[index]) <= 0.501 * step).all()


def test_small_table_stays_as_it_was(tmp_path: Path) -> None:
    """Tables of a few rows are no weight, so they keep their digits."""
    table = TABLE[:-1]
    source = save_lookup(tmp_path, table)

    target = small(source)

    assert (stored(target)["table"] == table).all()
    assert operations(target) == ["Gather"]


def test_quantise_writes_a_graph_beside_the_source(tmp_path: Path) -> None:
    """The source is not changed; the target has no float weight, and names what it needs once."""
    source = save_product(tmp_path)
    before = source.read_bytes()

    target = small(source)

    weights, opsets = stored(target), onnx.load(target).opset_import
    assert source.read_bytes() == before
    assert (weights["weight_columns"].dtype, weights["weight_scales"].size) == (np.int8, COLUMNS)
    assert all(value.size < WIDTH for value in weights.values() if value.dtype == np.float32)
    assert [found.domain for found in opsets].count("com.microsoft") == 1

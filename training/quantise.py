"""Stores the weights of a graph in 8 bits and lets it compute products in whole numbers.

Activations are rounded when the graph runs, each word piece by a scale of its own. That halves the
error of one scale for a whole run, and no piece feels which others are run with it.
"""

from pathlib import Path
from typing import Final

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import NodeProto, TensorProto, helper, numpy_helper

LARGE: Final = 65_536
"""Numbers from which a table of embeddings is stored in 8 bits."""
WIDEST: Final = 63
"""Largest weight of a product, 7 bits with its sign. Processors without VNNI add pairs of products
in 16 bits, which 8 bits overflow; with 7 all processors compute the same."""
WIDEST_ACTIVATION: Final = 127
CENTRE: Final = 128
"""Activations are stored without a sign, so this stands for 0."""
SHARED: Final = {
    "one": np.array(1, np.float32),
    "centre": np.array(CENTRE, np.uint8),
    "tiny": np.array(1e-9, np.float32),
    "step": np.array(1 / WIDEST_ACTIVATION, np.float32),
    "last": np.array([-1], np.int64),
}


def quantise(source: Path, target: Path) -> None:
    """Write a graph with 8-bit weights.

    Args:
        source: Graph in 32-bit floats.
        target: File to write.
    """
    model = with_small_tables(onnx.load(source))
    model = with_whole_products(model)
    if all(found.domain != "com.microsoft" for found in model.opset_import):
        model.opset_import.append(helper.make_opsetid("com.microsoft", 1))
    onnx.save(model, target)


def with_whole_products(model: onnx.ModelProto) -> onnx.ModelProto:
    """Return a graph whose products with weights are products of whole numbers."""
    graph = model.graph
    weights = {found.name: found for found in graph.initializer}
    graph.initializer.extend(numpy_helper.from_array(value, name) for name, value in SHARED.items())
    nodes: list[NodeProto] = []
    rounded_inputs: set[str] = set()
    for node in graph.node:
        weight = weights.get(node.input[1]) if node.op_type == "MatMul" else None
        if weight is None:
            nodes.append(node)
            continue
        if node.input[0] not in rounded_inputs:
            nodes.extend(rounding(node.input[0]))
            rounded_inputs.add(node.input[0])
        columns, scales = rounded_columns(numpy_helper.to_array(weight))
        graph.initializer.remove(weight)
        graph.initializer.append(numpy_helper.from_array(columns, f"{weight.name}_columns"))
        graph.initializer.append(numpy_helper.from_array(scales, f"{weight.name}_scales"))
        nodes.extend(product(node.input[0], weight.name, node.output[0]))
    del graph.node[:]
    graph.node.extend(nodes)
    return model


def rounded_columns(
    weight: NDArray[np.float32],
) -> tuple[NDArray[np.int8], NDArray[np.float32]]:
    """Return columns of whole numbers up to ``WIDEST``, and what to multiply each column with."""
    largest = np.maximum(np.abs(weight).max(axis=0), np.finfo(np.float32).tiny)
    scales = (largest / WIDEST).astype(np.float32)
    return np.rint(weight / scales).astype(np.int8), scales


def rounding(name: str) -> list[NodeProto]:
    """Return the nodes that round each row of an activation by its own scale."""
    size, largest, safe, scale, inverse, stretched = (
        f"{name}_{part}" for part in ("size", "largest", "safe", "scale", "inverse", "stretched")
    )
    return [
        helper.make_node("Abs", [name], [size]),
        helper.make_node("ReduceMax", [size, "last"], [largest], keepdims=1),
        helper.make_node("Max", [largest, "tiny"], [safe]),
        helper.make_node("Mul", [safe, "step"], [scale]),
        helper.make_node("Reciprocal", [scale], [inverse]),
        helper.make_node("Mul", [name, inverse], [stretched]),
        helper.make_node("QuantizeLinear", [stretched, "one", "centre"], [f"{name}_whole"]),
    ]


def product(name: str, weight: str, output: str) -> list[NodeProto]:
    """Return the nodes that multiply a rounded activation with a rounded weight."""
    inputs = [f"{name}_whole", f"{weight}_columns", "one", f"{weight}_scales", "centre"]
    return [
        helper.make_node(
            "MatMulIntegerToFloat", inputs, [f"{output}_rows"], domain="com.microsoft"
        ),
        helper.make_node("Mul", [f"{output}_rows", f"{name}_scale"], [output]),
    ]


def with_small_tables(model: onnx.ModelProto) -> onnx.ModelProto:
    """Return a graph whose large tables of embeddings are 8-bit rows with a scale each."""
    graph = model.graph
    tables = {
        table.name: table
        for table in graph.initializer
        if len(table.dims) == 2 and np.prod(table.dims) >= LARGE  # noqa: PLR2004 - a matrix
    }
    nodes: list[NodeProto] = []
    for node in graph.node:
        table = tables.get(node.input[0]) if node.op_type == "Gather" else None
        if table is None:
            nodes.append(node)
            continue
        rows, scales = rounded_rows(numpy_helper.to_array(table))
        graph.initializer.remove(table)
        graph.initializer.append(numpy_helper.from_array(rows, f"{table.name}_rows"))
        graph.initializer.append(numpy_helper.from_array(scales, f"{table.name}_scales"))
        nodes.extend(lookup(table.name, node.input[1], node.output[0]))
    del graph.node[:]
    graph.node.extend(nodes)
    return model


def rounded_rows(
    table: NDArray[np.float32],
) -> tuple[NDArray[np.int8], NDArray[np.float32]]:
    """Return rows of whole numbers from -127 to 127, and what to multiply each row with."""
    largest = np.abs(table).max(axis=1, keepdims=True)
    scales = (np.maximum(largest, np.finfo(np.float32).tiny) / 127).astype(np.float32)
    return np.rint(table / scales).astype(np.int8), scales


def lookup(name: str, index: str, output: str) -> list[NodeProto]:
    """Return the nodes that look rows up and multiply them with their scales."""
    rows, scales, wide = (f"{output}_{part}" for part in ("rows", "scales", "wide"))
    return [
        helper.make_node("Gather", [f"{name}_rows", index], [rows]),
        helper.make_node("Gather", [f"{name}_scales", index], [scales]),
        helper.make_node("Cast", [rows], [wide], to=TensorProto.FLOAT),
        helper.make_node("Mul", [wide, scales], [output]),
    ]

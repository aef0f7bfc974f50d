"""Takes out of an ONNX graph what tells where and how it was made: paths, stack traces."""

from pathlib import Path

import onnx


def without_traces(path: Path) -> None:
    """Rewrite a graph without metadata and documentation; what it computes stays the same."""
    model = onnx.load(path)
    parts = [model, model.graph, *model.graph.node, *model.graph.initializer]
    values = [*model.graph.input, *model.graph.output, *model.graph.value_info]
    for part in (*parts, *values, *model.functions):
        del part.metadata_props[:]
        part.doc_string = ""
    for function in model.functions:
        for node in function.node:
            del node.metadata_props[:]
            node.doc_string = ""
    onnx.save(model, path)

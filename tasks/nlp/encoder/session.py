"""Runs the graph of the encoder with onnxruntime, on the CPU and with bounded memory."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Protocol, TypeAlias

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from onnxruntime import SessionOptions

Floats: TypeAlias = NDArray[np.float32]
Numbers: TypeAlias = NDArray[np.int64]
INPUTS: Final = ("pieces", "cases", "gaps", "mask", "words")
OUTPUTS: Final = ("names", "pos", "tag", "start", "arc", "dependent", "head")


@dataclass(frozen=True, slots=True)
class Scores:
    """What the network says of the words of one window; shapes as in ``training/network.py``."""

    names: Floats
    pos: Floats
    tag: Floats
    start: Floats
    arc: Floats
    dependent: Floats
    head: Floats


class Runner(Protocol):
    """Computes the outputs of the graph, in the order of ``OUTPUTS``."""

    def __call__(self, inputs: dict[str, Numbers]) -> list[Floats]:
        """Return the outputs for ``INPUTS``."""
        ...


class OnnxRunner:
    """A graph that is loaded."""

    def __init__(self, graph: bytes, threads: int = 1) -> None:
        """Load a graph.

        Args:
            graph: A serialised ONNX model.
            threads: Threads within one operation.

        Raises:
            ValueError: If the bytes are no graph with our inputs and outputs.
        """
        import onnxruntime  # noqa: PLC0415 - heavy, and the pipeline `rules` has no graph

        try:
            self.session = onnxruntime.InferenceSession(
                graph, session_options(threads), providers=["CPUExecutionProvider"]
            )
        except Exception as error:  # onnxruntime raises many types of its own
            msg = f"the graph of the encoder cannot be loaded: {error}"
            raise ValueError(msg) from error
        inputs = {found.name for found in self.session.get_inputs()}
        outputs = {found.name for found in self.session.get_outputs()}
        if inputs != set(INPUTS) or outputs != set(OUTPUTS):
            msg = f"not the graph of an encoder: inputs {sorted(inputs)}, outputs {sorted(outputs)}"
            raise ValueError(msg)

    def __call__(self, inputs: dict[str, Numbers]) -> list[Floats]:
        """Return the outputs for ``INPUTS``."""
        found: list[Floats] = self.session.run(list(OUTPUTS), inputs)
        return found


def session_options(threads: int) -> SessionOptions:
    """Return options for a steady use of memory and a fixed order of operations."""
    import onnxruntime  # noqa: PLC0415 - heavy, and the pipeline `rules` has no graph

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.execution_mode = onnxruntime.ExecutionMode.ORT_SEQUENTIAL
    # Windows differ in length; an arena would keep a block for each length that it has met.
    options.enable_cpu_mem_arena = False
    options.enable_mem_pattern = False
    # The fused kernels of higher levels cost a fifth more on this graph (measured, one core).
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_BASIC
    options.log_severity_level = 3
    return options

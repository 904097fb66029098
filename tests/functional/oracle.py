"""ONNX Runtime, asked for one operator at a time: what the functions are held against."""

from __future__ import annotations

from functools import cache
from typing import Any

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from onnx import helper

Array = NDArray[Any]

OPSET = 22
"""Of operators: since this one, a mean of ceil mode counts nothing beyond the padding."""


def onnx(op: str, *inputs: Array | None, outputs: int = 1, **attributes: Any) -> Any:
    """The output of an ONNX operator, or a list of `outputs` of them; None leaves an optional input out."""
    signature = tuple(None if x is None else (x.dtype.name, _known(x)) for x in inputs)
    frozen = tuple((name, tuple(v) if isinstance(v, list) else v) for name, v in attributes.items())
    session = _session(op, signature, outputs, frozen)
    results = session.run(None, {f"x{n}": x for n, x in enumerate(inputs) if x is not None})
    return results if outputs > 1 else results[0]


def _known(x: Array) -> tuple[int | None, ...]:
    """The shape as far as the model is told: of a list of sizes its length, of images nothing."""
    return x.shape if x.ndim == 1 and x.dtype.kind == "i" else (None,) * x.ndim


@cache
def _session(op: str, signature: tuple[Any, ...], outputs: int, attributes: tuple[Any, ...]) -> Any:
    names = ["" if kind is None else f"x{n}" for n, kind in enumerate(signature)]
    results = [f"y{n}" for n in range(outputs)]
    values = [
        helper.make_tensor_value_info(name, helper.np_dtype_to_tensor_dtype(np.dtype(kind[0])), list(kind[1]))
        for name, kind in zip(names, signature, strict=True)
        if kind is not None
    ]
    graph = helper.make_graph(
        [helper.make_node(op, names, results, **dict(attributes))],
        "one",
        values,
        [helper.make_empty_tensor_value_info(name) for name in results],
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", OPSET)], ir_version=10)
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(model.SerializeToString(), options)


def ones(*shape: int, dtype: Any = np.float32) -> Array:
    return np.ones(shape, dtype)


def counted(*shape: int, dtype: Any = np.float32) -> Array:
    """The numbers 1, 2, 3 … in an array."""
    return np.arange(1, 1 + np.prod(shape)).reshape(shape).astype(dtype)

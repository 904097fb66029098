"""The libraries that are held against: each gives the work of one convolution, or None when it is missing.

All are given the same arrays and return the same numbers, in a buffer that is used again where the library
can write into one; torch cannot. Of bytes, those that compute floats make floats first, in a buffer too.
"""

from __future__ import annotations

import importlib
import os
from collections.abc import Callable
from importlib.util import find_spec
from typing import Any

import numpy as np

from convviz.core.cv import cv2
from convviz.core.fast import STRATEGIES, convolve
from convviz.core.fast.layer import Layer
from convviz.core.fast.scratch import Scratch
from convviz.core.sizes import conv_shape
from convviz.core.spec import ConvSpec
from tests.bench.cases import Peer, Work

Array = np.ndarray
THREADS = os.cpu_count() or 1
MODES = {"zeros": "constant", "reflect": "mirror", "replicate": "nearest"}
"""scipy's names of borders."""
ROUNDING = 1e-4
"""Of the largest number, what two ways of adding may differ by."""
COSTLY = 16
"""Strategies expected to take so many times the least are not tried: some would take seconds, each time."""


def installed(name: str, module: str, make: Callable[[], Work]) -> Peer:
    """The peer, without its work when the module is not there."""
    return Peer(name, make if find_spec(module) else None)


def torch(spec: ConvSpec, x: Array, weight: Array) -> Peer:
    """torch.nn.functional.conv2d without gradients, on as many threads as there are cores."""

    def make() -> Work:
        library: Any = importlib.import_module("torch")
        library.set_num_threads(THREADS)
        floats, refill = _floats(x)
        image, filters = library.from_numpy(floats), library.from_numpy(weight.astype(np.float32))
        conv2d, pads = library.nn.functional.conv2d, (spec.pads[0], spec.pads[2])

        def work() -> object:
            refill()
            with library.no_grad():
                return conv2d(image, filters, None, spec.stride, pads, spec.dilation, spec.groups)[0].numpy()

        return work

    return installed("torch", "torch", make)


def onnx(spec: ConvSpec, x: Array, weight: Array) -> Peer:
    """onnxruntime's Conv, in a model of that one node, on the CPU."""

    def make() -> Work:
        helper: Any = importlib.import_module("onnx.helper")
        numpy_helper: Any = importlib.import_module("onnx.numpy_helper")
        runtime: Any = importlib.import_module("onnxruntime")
        top, bottom, left, right = spec.pads
        node = helper.make_node(
            "Conv",
            ["x", "w"],
            ["y"],
            kernel_shape=spec.kernel_size,
            strides=spec.stride,
            dilations=spec.dilation,
            pads=[top, left, bottom, right],
            group=spec.groups,
        )
        graph = helper.make_graph(
            [node],
            "convolution",
            [helper.make_tensor_value_info("x", 1, [1, *x.shape])],
            [helper.make_tensor_value_info("y", 1, [1, *conv_shape(spec, x.shape)])],
            [numpy_helper.from_array(weight.astype(np.float32), "w")],
        )
        model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 13)], ir_version=8)
        options = runtime.SessionOptions()
        options.intra_op_num_threads = THREADS
        session = runtime.InferenceSession(
            model.SerializeToString(), options, providers=["CPUExecutionProvider"]
        )
        floats, refill = _floats(x)
        binding, out = session.io_binding(), np.empty((1, *conv_shape(spec, x.shape)), np.float32)
        binding.bind_cpu_input("x", floats)
        binding.bind_output("y", "cpu", 0, np.float32, out.shape, out.ctypes.data)

        def work() -> object:
            refill()
            session.run_with_iobinding(binding)
            return out[0]

        return work

    there = find_spec("onnx") is not None
    return installed("onnxruntime", "onnxruntime" if there else "onnx", make)


def _floats(x: Array) -> tuple[Array, Callable[[], object]]:
    """What torch and onnxruntime read, float32 (1, C, H, W), and what makes it of x each time if need be."""
    if x.dtype == np.float32:
        return x[None], lambda: None
    floats = np.empty((1, *x.shape), np.float32)
    return floats, lambda: np.copyto(floats[0], x)


def scipy(spec: ConvSpec, x: Array, weight: Array) -> Peer:
    """scipy.ndimage.correlate with the kernel stuffed with zeros, then every stride-th cell."""

    def make() -> Work:
        ndimage: Any = importlib.import_module("scipy.ndimage")
        kernel, out = stuffed(spec, weight), np.empty(x.shape[1:], np.float32)
        (sh, sw), plane, mode = spec.stride, x[0], MODES[spec.padding_mode]

        def work() -> object:
            ndimage.correlate(plane, kernel, out, mode)
            return out[None, ::sh, ::sw]

        return work

    return installed("scipy.ndimage", "scipy", make)


def stuffed(spec: ConvSpec, weight: Array) -> Array:
    """The kernel with the gaps of its dilation filled with zeros."""
    kernel = np.zeros(spec.span, np.float32)
    kernel[:: spec.dilation[0], :: spec.dilation[1]] = weight[0, 0]
    return kernel


def stuffed_filter2d(spec: ConvSpec, x: Array, weight: Array, border: int = cv2.BORDER_CONSTANT) -> Peer:
    """A bare filter2D into a buffer of its own, with the stuffed kernel, then every stride-th cell."""

    def make() -> Work:
        kernel, whole = stuffed(spec, weight), np.empty(x.shape[1:], np.float32)
        (sh, sw), plane = spec.stride, x[0]
        small = np.empty(whole[::sh, ::sw].shape, np.float32)

        def work() -> object:
            cv2.filter2D(plane, cv2.CV_32F, kernel, whole, (-1, -1), 0, border)
            if (sh, sw) != (1, 1):
                np.copyto(small, whole[::sh, ::sw])
            return (small if (sh, sw) != (1, 1) else whole)[None]

        return work

    return Peer("filter2D" if spec.stride == spec.dilation == (1, 1) else "filter2D, stuffed, sliced", make)


def strategies(spec: ConvSpec, x: Array, weight: Array) -> tuple[Peer, ...]:
    """Every strategy that suits, into its own buffer; one far from the best is soon given up (cases.FAR)."""
    layer = Layer(spec, x, weight, conv_shape(spec, x.shape), Scratch())
    suited = [strategy for strategy in STRATEGIES if strategy.suits(layer)]
    most = COSTLY * min(strategy.cost(layer) for strategy in suited)

    def peer(strategy: Any) -> Peer:
        def make() -> Work:
            out = np.empty(layer.shape, np.float32)

            def work() -> object:
                strategy.run(layer, out)
                return out

            return work

        return Peer(strategy.name, make)

    return tuple(peer(strategy) for strategy in suited if strategy.cost(layer) <= most)


def ours(spec: ConvSpec, x: Array, weight: Array) -> Callable[[], Work]:
    """The operation as the program calls it, checks and planning and all, into a reused buffer."""
    bias = np.zeros(spec.out_channels)

    def make() -> Work:
        from convviz.core.operations.conv2d import Conv2d

        operation, out = Conv2d(), np.empty(conv_shape(spec, x.shape), np.float32)
        return lambda: operation.fast(spec, x, weight, bias, out=out)

    return make


def chosen(spec: ConvSpec, x: Array, weight: Array) -> str:
    """The strategy that the planner takes."""
    return convolve.plan(Layer(spec, x, weight, conv_shape(spec, x.shape))).name


def same(ours: Any, theirs: Any) -> bool:
    """Whether two outputs are the same numbers, float32's rounding aside."""
    if ours.shape != theirs.shape:
        return False
    return bool(cv2.norm(ours[0], theirs[0], cv2.NORM_INF) <= ROUNDING * cv2.norm(ours[0], cv2.NORM_INF))

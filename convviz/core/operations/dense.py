"""A layer as a table of weights: y[n] = b[n] + Σ x[m] · w[n, m], over the inputs m that output n reads.

Dense, that is all of them. Local, a window's; the table has zeros elsewhere. Shared, every row of the table
holds the same window's weights, each moved to its place: a convolution.
"""

from __future__ import annotations

from math import prod
from typing import Any

import numpy as np
from numpy.typing import NDArray

from convviz.core.dense_spec import DenseSpec, parameters
from convviz.core.errors import SpecError
from convviz.core.sizes import Cost, Shape
from convviz.core.trace import Cell, Step, Trace

Array = NDArray[Any]


class Dense:
    """(C, H, W) with weights (see DenseSpec.weight_shape) and a bias for each of them."""

    id = "dense"
    spec_type: type = DenseSpec

    def output_shape(self, spec: DenseSpec, shape: Shape) -> Shape:
        """(1, rows, columns).

        Raises: SpecError("dense_shape") for an input of another shape than the layer's.
        """
        if shape != spec.input_shape:
            raise SpecError("dense_shape", shape=shape, expected=spec.input_shape)
        return spec.output_shape

    def cost(self, spec: DenseSpec, shape: Shape) -> Cost:
        """Parameters, see dense_spec.parameters; sharing weights saves none of the multiplications."""
        outputs, taps = prod(self.output_shape(spec, shape)), prod(spec.weight_shape[1:])
        learned, biases = parameters(spec.connections, prod(shape), outputs, taps)
        return Cost(weights=learned, biases=biases, macs=outputs * taps, output_cells=outputs)

    def trace(self, spec: DenseSpec, *operands: Array) -> DenseTrace:
        """The outputs one by one."""
        return DenseTrace(spec, *operands)

    def reference(self, spec: DenseSpec, *operands: Array) -> Array:
        """The whole table, zeros and all, times the input, in float64."""
        x, weight, bias = _checked(spec, *operands)
        y = matrix(spec, weight) @ x.astype(np.float64).ravel() + bias
        return y.reshape(spec.output_shape).astype(np.float32)

    def fast(self, spec: DenseSpec, *operands: Array, out: Array | None = None) -> Array:
        """A product with the inputs, or with every window as a view of them."""
        x, weight, bias = _checked(spec, *operands)
        planes, (_, rows, cols) = x.astype(np.float64), spec.output_shape
        if spec.connections == "dense":
            sums = (weight.reshape(rows * cols, -1) @ planes.ravel() + bias).reshape(rows, cols)
        else:
            windows = np.lib.stride_tricks.sliding_window_view(planes, spec.window, axis=(1, 2))
            own = np.broadcast_to(weight, (rows * cols, *weight.shape[1:])).reshape(
                rows, cols, *weight.shape[1:]
            )
            sums = np.einsum("crsuv,rscuv->rs", windows, own) + np.broadcast_to(bias, rows * cols).reshape(
                rows, cols
            )
        fits = out is not None and out.shape == spec.output_shape and out.dtype == np.float32
        y: Array = out if fits and out is not None else np.empty(spec.output_shape, np.float32)
        y[0] = sums
        return y

    def sample(self, spec: DenseSpec, rows: Array, cols: Array, *operands: Array) -> Array:
        """The outputs at rows × cols; there are so few that all are computed."""
        return self.fast(spec, *operands)[:, rows[:, None], cols]

    def strategy(self, spec: DenseSpec, *operands: Array) -> str:
        """What is multiplied with the weights."""
        return "matrix × input" if spec.connections == "dense" else "weights × every window"

    def why(self, spec: DenseSpec, *operands: Array) -> str:
        """The name says it."""
        return self.strategy(spec, *operands)


def matrix(spec: DenseSpec, weight: Array) -> Array:
    """The layer as a matrix, float64 (outputs, inputs): 0 where there is no connection."""
    _, rows, cols = spec.output_shape
    table = np.zeros((rows * cols, *spec.input_shape))
    (down, along), (kh, kw) = spec.stride, spec.kernel_size
    for n, (r, c) in enumerate(np.ndindex(rows, cols)):
        table[n, :, r * down : r * down + kh, c * along : c * along + kw] = weight[n % len(weight)]
    return table.reshape(rows * cols, -1)


class DenseTrace(Trace):
    """Random access to the outputs of one layer."""

    def __init__(self, spec: DenseSpec, *operands: Array) -> None:
        self.spec = spec
        self.x, self.weight, self.bias = _checked(spec, *operands)
        self.shape = spec.output_shape

    def step(self, index: int, cell: Cell) -> Step:
        """The inputs of one output and the weights it has for them."""
        spec = self.spec
        rows = cell[1] * spec.stride[0] + np.arange(spec.kernel_size[0])
        cols = cell[2] * spec.stride[1] + np.arange(spec.kernel_size[1])
        values = self.x[:, rows[:, None], cols].astype(np.float64)
        weights = self.weight[index % len(self.weight)]
        products = values * weights
        bias = float(self.bias[index % len(self.bias)])
        total = float(products.sum()) + bias
        return Step(
            index=index,
            cell=cell,
            channels=range(spec.input_shape[0]),
            rows=rows,
            cols=cols,
            source_rows=rows,
            source_cols=cols,
            values=values,
            weights=weights,
            products=products,
            bias=bias,
            total=total,
            value=float(np.float32(total)),
        )


def _checked(spec: DenseSpec, x: Array, weight: Array, bias: Array) -> tuple[Array, Array, Array]:
    """The operands, or a SpecError naming the shape that does not fit."""
    if x.shape != spec.input_shape:
        raise SpecError("dense_shape", shape=x.shape, expected=spec.input_shape)
    if weight.shape != spec.weight_shape:
        raise SpecError("weight_shape", shape=weight.shape, expected=spec.weight_shape)
    if bias.shape != weight.shape[:1]:
        raise SpecError("bias_shape", shape=bias.shape, expected=weight.shape[0])
    return x, weight, bias

"""1-D convolution: y[o, n] = b[o] + Σ x[i, n·s + k·d − p] · w[o, i, k], along every row by itself.

With spec.flip it is what signal processing calls convolution, y(n) = Σ x(n − k) g(k). With spec.binary the
numbers are bits and the sum is taken modulo 2: a convolutional encoder, one output channel for each
generator sequence (Elias, "Coding for noisy channels", IRE Convention Record 1955).
"""

from __future__ import annotations

from dataclasses import replace
from math import prod
from typing import Any

import numpy as np
from numpy.typing import NDArray

from convviz.core.errors import SpecError
from convviz.core.nd.boxes import boxes
from convviz.core.operations.conv2d import Conv2d, ConvTrace
from convviz.core.sizes import Cost, Shape, conv_cost
from convviz.core.spec import ConvSpec
from convviz.core.spec_1d import Conv1dSpec
from convviz.core.trace import Cell, Step

Array = NDArray[Any]


class Conv1d(Conv2d):
    """Convolution of the rows of (C, H, W) with weight (O, C/groups, 1, k) and bias (O,)."""

    id = "conv1d"
    spec_type: type = Conv1dSpec

    def cost(self, spec: ConvSpec, shape: Shape) -> Cost:
        """Weights and multiply-accumulates; signals and codes have no bias."""
        return conv_cost(spec, shape, bias=False)

    def trace(self, spec: ConvSpec, *operands: Array) -> ConvTrace:
        """The windows one by one."""
        _check_bits(spec, operands)
        return Conv1dTrace(spec, *operands)

    def reference(self, spec: ConvSpec, *operands: Array) -> Array:
        """All windows in float64: the definition, written out."""
        _check_bits(spec, operands)
        return _reduced(spec, super().reference(spec, *operands))

    def fast(self, spec: ConvSpec, *operands: Array, out: Array | None = None) -> Array:
        """As a 2-D convolution with windows one row high."""
        _check_bits(spec, operands)
        return _reduced(spec, super().fast(spec, *operands, out=out))

    def sample(self, spec: ConvSpec, rows: Array, cols: Array, *operands: Array) -> Array:
        """The output at rows × cols, each tap one gather over them all."""
        return _reduced(spec, super().sample(spec, rows, cols, *operands))


class Conv1dTrace(ConvTrace):
    """Random access to the windows of one convolution; of bits, a step's value is its total modulo 2."""

    def step(self, index: int, cell: Cell) -> Step:
        """The window of one output cell."""
        step = super().step(index, cell)
        return replace(step, value=step.total % 2) if _binary(self.spec) else step


def _binary(spec: ConvSpec) -> bool:
    return isinstance(spec, Conv1dSpec) and spec.binary


def _reduced(spec: ConvSpec, y: Array) -> Array:
    """The sums modulo 2 where they are sums of bits, in place."""
    if _binary(spec):
        np.rint(y, out=y)
        np.mod(y, 2, out=y)
    return y


def _check_bits(spec: ConvSpec, operands: tuple[Array, ...]) -> None:
    """Refuses numbers other than 0 and 1 where bits are meant; asked box by box: they may be a photo's."""
    for numbers in operands if _binary(spec) else ():
        for box in boxes(numbers.shape, prod):
            others = numbers[box][(numbers[box] != 0) & (numbers[box] != 1)]
            if others.size:
                raise SpecError("not_binary", value=float(others.flat[0]))

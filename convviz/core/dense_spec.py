"""A layer on few cells whose outputs read all of them, or only their neighbourhood, or that with one kernel.

All three make the same output cells of the same input: as many as a convolution without padding has. What
differs is which weights there are: dense, every output has one for every input; local, one for each cell of
its window; shared, all outputs have the same window's weights, which is convolution.

Source of the counts: CS231n, "Convolutional Networks", parameter sharing.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from math import prod
from typing import Any, ClassVar

import numpy as np
from numpy.typing import NDArray

from convviz.core.along import Along, Everything, Strided
from convviz.core.errors import SpecError
from convviz.core.sizes import Shape, output_size
from convviz.core.spec import Pads, Pair, check_choice, check_positive

Array = NDArray[Any]

CONNECTIONS = ("dense", "local", "shared")
MOST_CELLS = 16
"""Rows or columns of an input; a dense layer on more has more weights than anyone can look at."""
LARGEST_WEIGHT, LARGEST_BIAS = 2, 9


@dataclass(frozen=True)
class DenseSpec:
    """Which outputs of a layer read which inputs, and which of them share their weights.

    Attributes:
        connections: one of CONNECTIONS.
        input_shape: (channels, rows, columns), at most MOST_CELLS rows and columns.
        window: (rows, columns) of the neighbourhood; a dense layer has as many outputs as the window places.
        seed: of the weights that `weights` makes.

    Raises:
        SpecError: when a number alone, or a pair of them, describes no layer.
    """

    padding_mode: ClassVar[str] = "zeros"
    border_value: ClassVar[float] = 0.0
    activation: ClassVar[str] = "none"
    groups: ClassVar[int] = 1
    pads: ClassVar[Pads] = (0, 0, 0, 0)

    connections: str = "dense"
    input_shape: Shape = (1, 6, 6)
    window: Pair = (3, 3)
    seed: int = 0

    def __post_init__(self) -> None:
        check_choice("connections", self.connections, CONNECTIONS)
        for name, numbers in (("input_shape", self.input_shape), ("window", self.window)):
            for number in numbers:
                check_positive(name, number)
        _, height, width = self.input_shape
        if max(height, width) > MOST_CELLS:
            raise SpecError("dense_too_large", height=height, width=width, most=MOST_CELLS)
        check_natural("seed", self.seed)
        _ = self.output_shape  # refuses a window that is larger than the input

    @property
    def output_shape(self) -> Shape:
        """(1, rows, columns): a cell for every place of the window."""
        (_, height, width), (kh, kw) = self.input_shape, self.window
        return (1, output_size(height, kh), output_size(width, kw))

    @property
    def kernel_size(self) -> Pair:
        """(rows, columns) of the cells that one output reads."""
        return self.input_shape[1:] if self.connections == "dense" else self.window

    @property
    def span(self) -> Pair:
        """The same: there are no holes."""
        return self.kernel_size

    @property
    def stride(self) -> Pair:
        """Cells from what one output reads to what the next reads; 0 where all read everything."""
        return (0, 0) if self.connections == "dense" else (1, 1)

    def along(self, size: Pair, out: Pair) -> tuple[Along, Along]:
        """How rows and columns are read: all of them by every output, or by a window without padding."""
        (rows, cols), (kh, kw) = zip(size, out, strict=True), self.window
        if self.connections == "dense":
            return Everything(*rows), Everything(*cols)
        return Strided(*rows, kh, 1, 1, 0, 0), Strided(*cols, kw, 1, 1, 0, 0)

    @property
    def weight_shape(self) -> tuple[int, int, int, int]:
        """(outputs, channels, rows, columns); one kernel for all outputs where they share it."""
        kernels = 1 if self.connections == "shared" else prod(self.output_shape)
        return (kernels, self.input_shape[0], *self.kernel_size)


def check_natural(name: str, value: object) -> None:
    """Refuses what is not a whole number of at least 0."""
    if not isinstance(value, int) or isinstance(value, bool):
        raise SpecError("not_integer", name=name, value=value)
    if value < 0:
        raise SpecError("negative", name=name, value=value)


def parameters(connections: str, inputs: int, outputs: int, taps: int, maps: int = 1) -> tuple[int, int]:
    """How many weights and biases a layer has.

    Args:
        connections: one of CONNECTIONS.
        inputs: numbers it reads, channels included.
        outputs: cells of one feature map.
        taps: numbers in one window, channels included.
        maps: feature maps.

    Source: CS231n, "Convolutional Networks".
    Example: 32 × 32 cells of ten 5 × 5 × 3 windows each have 768,000 weights of their own; shared, 750.
    """
    if connections == "dense":
        return inputs * outputs * maps, outputs * maps
    if connections == "local":
        return taps * outputs * maps, outputs * maps
    return taps * maps, maps


def weights(spec: DenseSpec) -> tuple[Array, Array]:
    """Small whole numbers as weights (see weight_shape) and biases, float64.

    A local layer's are the dense layer's of that seed where it is connected; the kernel that all cells
    share is the local layer's first.
    """
    whole, bias = _dense(spec.input_shape, spec.output_shape, spec.seed)
    if spec.connections == "dense":
        return whole, bias
    kh, kw = spec.window
    places = np.ndindex(spec.output_shape[1:])
    local = np.stack(
        [kernel[:, r : r + kh, c : c + kw] for kernel, (r, c) in zip(whole, places, strict=True)]
    )
    return (local, bias) if spec.connections == "local" else (local[:1], bias[:1])


@lru_cache(maxsize=8)
def _dense(shape: Shape, output_shape: Shape, seed: int) -> tuple[Array, Array]:
    outputs, random = prod(output_shape), np.random.default_rng(seed)
    whole = random.integers(-LARGEST_WEIGHT, LARGEST_WEIGHT + 1, (outputs, *shape)).astype(np.float64)
    bias = random.integers(-LARGEST_BIAS, LARGEST_BIAS + 1, outputs).astype(np.float64)
    whole.flags.writeable = bias.flags.writeable = False
    return whole, bias

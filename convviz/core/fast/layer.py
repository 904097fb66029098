"""What every strategy of the fast path is given: one layer on one input, its borders ready to be made."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from convviz.core.cv import cv2
from convviz.core.sizes import Shape
from convviz.core.spec import ConvSpec

Array = NDArray[Any]

BORDERS = {
    "zeros": "BORDER_CONSTANT",
    "constant": "BORDER_CONSTANT",
    "reflect": "BORDER_REFLECT_101",
    "replicate": "BORDER_REPLICATE",
    "circular": "BORDER_WRAP",
}
"""What OpenCV calls each padding mode."""


def border(padding_mode: str) -> int:
    """OpenCV's number for a padding mode."""
    return int(getattr(cv2, BORDERS[padding_mode]))


@dataclass(frozen=True, eq=False)
class Layer:
    """A convolution about to be computed.

    Attributes:
        x: the input (C, H, W) in a depth OpenCV reads: uint8, uint16 or float32.
        filters: float64 (O, C/groups, kh, kw) in window order.
        shape: the output's.
    """

    spec: ConvSpec
    x: Array
    filters: Array
    shape: Shape

    @cached_property
    def exact(self) -> bool:
        """Whether every sum is a whole number, so that rounding makes any way of adding exact."""
        whole = self.x.dtype.kind in "ui" and float(self.spec.border_value).is_integer()
        return whole and bool(np.all(self.filters == np.rint(self.filters)))

    @cached_property
    def padded(self) -> Array:
        """The input with its border made, (C, top + H + bottom, left + W + right)."""
        top, bottom, left, right = self.spec.pads
        if not any(self.spec.pads):
            return self.x
        x, value = self.x, self.spec.border_value
        if x.dtype.kind == "u" and not (value == int(value) and 0 <= value <= np.iinfo(x.dtype).max):
            x = x.astype(np.float32)  # a border of −1 or 0.5 does not fit the picture's own depth
        mode = border(self.spec.padding_mode)
        return np.stack(
            [cv2.copyMakeBorder(plane, top, bottom, left, right, mode, value=value) for plane in x]
        )

    def inputs(self, channel: int) -> range:
        """The input channels that an output channel reads."""
        spec = self.spec
        ins = spec.in_channels // spec.groups
        first = channel // (spec.out_channels // spec.groups) * ins
        return range(first, first + ins)


@dataclass(frozen=True)
class Strategy:
    """One way to compute a layer. `run` writes the sums, without bias and activation, into out (O, H, W)."""

    name: str
    suits: Callable[[Layer], bool]
    run: Callable[[Layer, Array], None]

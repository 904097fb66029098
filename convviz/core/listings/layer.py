"""What a listing computes, and the lines that NumPy and OpenCV share."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from convviz.core.listings.source import Source
from convviz.core.listings.text import literal, number
from convviz.core.sizes import Shape
from convviz.core.spec import ConvSpec

Array = NDArray[Any]

WEIGHTS = "# Weights: filters, channels, rows, columns."
ROTATED = "# true convolution: rotated by 180°"


@dataclass(frozen=True, eq=False)
class Layer:
    """A convolution layer on its input; `shape` is the output's."""

    spec: ConvSpec
    weight: Array
    bias: Array
    source: Source
    shape: Shape

    @property
    def biased(self) -> bool:
        """Whether any filter has a bias."""
        return bool(np.any(self.bias))

    @property
    def per_group(self) -> tuple[int, int]:
        """Filters and input channels of one group."""
        return self.spec.out_channels // self.spec.groups, self.spec.in_channels // self.spec.groups

    @property
    def copies(self) -> int:
        """How many filters there are where all are alike, else 1."""
        return len(self.weight) if bool((self.weight == self.weight[:1]).all()) else 1

    @property
    def weights(self) -> str:
        """The weights as nested lists; of filters that are all alike, one."""
        return literal(self.weight[:1] if self.copies > 1 else self.weight)

    @property
    def border_value(self) -> str:
        """What the constant border holds, "" for 0."""
        return number(self.spec.border_value) if self.spec.border_value else ""


def weight_lines(layer: Layer, dtype: str) -> list[str]:
    """`w`, a numpy array (filters, channels, rows, columns), in window order."""
    copies = f".repeat({layer.copies}, axis=0)" if layer.copies > 1 else ""
    lines = ["", WEIGHTS, f"w = np.array({layer.weights}, {dtype}){copies}"]
    return [*lines, f"w = w[:, :, ::-1, ::-1]  {ROTATED}"] if layer.spec.flip else lines


def bias_lines(layer: Layer) -> list[str]:
    """The bias added to `y`; nothing where there is none."""
    if not layer.biased:
        return []
    if bool((layer.bias == layer.bias[0]).all()):
        return [f"y += {number(layer.bias[0])}  # bias"]
    return [f"y += np.array({literal(layer.bias)}, np.float32)[:, np.newaxis, np.newaxis]  # bias"]


ACTIVATIONS = {
    "none": "",
    "relu": "y = np.maximum(y, 0)",
    "leaky_relu": "y = np.where(y >= 0, y, {slope} * y)",
    "sigmoid": "y = (1 + np.tanh(y / 2)) / 2  # 1 / (1 + exp(-y)), without overflow",
    "tanh": "y = np.tanh(y)",
}


def activation_lines(layer: Layer, table: dict[str, str]) -> list[str]:
    """The activation of `y`, in the words of a table such as ACTIVATIONS; nothing where there is none."""
    line = table[layer.spec.activation].format(slope=number(layer.spec.negative_slope))
    return [line] if line else []

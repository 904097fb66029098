"""The functions a layer may apply to each sum, by PyTorch's names."""

from __future__ import annotations

from collections.abc import Callable
from math import prod
from typing import Any

import numpy as np
from numpy.typing import NDArray

from convviz.core.nd.boxes import boxes

Array = NDArray[Any]


def activate(name: str, z: Array, negative_slope: float = 0.01) -> Array:
    """The named activation of every cell of z (any shape, float32 or float64); "none" gives z itself.

    relu max(0, z) · leaky_relu z or slope·z below 0 · sigmoid 1 / (1 + e⁻ᶻ) · tanh.
    """
    return FUNCTIONS[name](z, negative_slope)


def activate_into(out: Array, name: str, z: Array, negative_slope: float = 0.01) -> None:
    """Writes the activation of z into `out`, which may be z itself, box by box.

    A sigmoid makes four arrays on the way: of a box they stay in the cache, of a photo they are gigabytes.
    """
    if out is z and name == "none":
        return
    for box in boxes(z.shape, prod):
        out[box] = activate(name, z[box], negative_slope)


def _sigmoid(z: Array, _: float) -> Array:
    # 1 / (1 + e^−z) overflows for very negative z; with t = e^−|z| both halves stay finite.
    t = np.exp(-np.abs(z))
    return np.where(z >= 0, 1 / (1 + t), t / (1 + t)).astype(z.dtype, copy=False)


FUNCTIONS: dict[str, Callable[[Array, float], Array]] = {
    "none": lambda z, _: z,
    "relu": lambda z, _: np.maximum(z, 0),
    "leaky_relu": lambda z, slope: np.where(z > 0, z, (z * slope).astype(z.dtype, copy=False)),
    "sigmoid": _sigmoid,
    "tanh": lambda z, _: np.tanh(z),
}

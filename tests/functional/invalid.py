"""Arguments that describe nothing, for every public function: what is asked, and what the answer names."""

from __future__ import annotations

from typing import Any

import numpy as np

from tests.functional.oracle import ones

Call = tuple[tuple[Any, ...], dict[str, Any], str]
"""Arguments, arguments by name, and a part of the sentence that refuses them."""


def x(axes: int, *, channels: int = 2, side: int = 5, dtype: Any = np.float32) -> Any:
    """One image of so many axes."""
    return ones(1, channels, *[side] * axes, dtype=dtype)


def _convolution(axes: int) -> list[Call]:
    weight = ones(4, 2, *[3] * axes)
    return [
        ((x(axes, channels=3), weight), {}, "The input has 3 channels, but the layer reads 2"),
        ((x(axes), weight), {"stride": 0}, "stride must be at least 1, not 0"),
        ((x(axes), weight), {"padding": -1}, "padding must not be negative, but is -1"),
        ((x(axes, side=2), weight), {}, "The window spans 3 cells"),
        ((x(axes), weight), {"padding": "same", "stride": 2}, "padding 'same' needs stride 1, not 2"),
        ((x(axes), weight, ones(3)), {}, "(3,)"),
    ]


def _transposed(axes: int) -> list[Call]:
    weight = ones(2, 4, *[3] * axes)
    return [
        ((x(axes, channels=3), weight), {}, "The input has 3 channels, but the layer reads 2"),
        ((x(axes), weight), {"output_padding": 2}, "output_padding 2 must be less than the stride (1)"),
        ((x(axes, dtype=np.int64), weight), {}, "int64"),
        ((x(axes), weight), {"dilation": 0}, "dilation must be at least 1, not 0"),
        ((x(axes, side=1), weight), {"padding": 2}, "make -1 cells"),
    ]


def _pooling(axes: int) -> list[Call]:
    return [
        ((x(axes), 3), {"padding": 2}, "Padding of 2 is more than half of a pooling window of 3"),
        ((x(axes), 0), {}, "kernel_size must be at least 1, not 0"),
        ((x(axes), 6), {}, "6"),
        ((x(axes), 2), {"stride": -1}, "stride must be at least 1, not -1"),
    ]


def _adaptive(axes: int) -> list[Call]:
    return [
        ((x(axes), -1), {}, "-1"),
        ((x(axes), 2.5), {}, "2.5"),
        ((x(axes, dtype=np.uint8), 2), {}, "uint8"),
    ]


def _unpooling(axes: int) -> list[Call]:
    places = np.zeros((1, 2, *[5] * axes), np.int64)
    return [
        ((x(axes), places.astype(np.int32), 2), {}, "indices must be of type int64, not int32"),
        ((x(axes), places + 10**6, 2), {}, "The index 1000000 lies outside"),
        ((x(axes), places[0], 2), {}, f"indices have shape {places[0].shape}"),
        ((x(axes), places, 2), {"output_size": (99,) * axes}, "not 99"),
    ]


TABLE: dict[str, list[Call]] = {
    f"{name}{axes}d": make(axes)
    for name, make in (
        ("conv", _convolution),
        ("conv_transpose", _transposed),
        ("max_pool", _pooling),
        ("avg_pool", _pooling),
        ("adaptive_max_pool", _adaptive),
        ("adaptive_avg_pool", _adaptive),
        ("max_unpool", _unpooling),
    )
    for axes in (1, 2, 3)
}

_FLOATS_ONLY: list[Call] = [
    ((ones(3, dtype=dtype),), {}, np.dtype(dtype).name) for dtype in (np.int64, np.uint8, np.complex64)
]
_ALONG: list[Call] = [
    ((ones(2, 3), 2), {}, "dim must be from -2 to 1, not 2"),
    ((ones(2, 3), -3), {}, "not -3"),
    ((ones(2, 3, dtype=np.int64), 1), {}, "int64"),
]
_CLASSES: list[Call] = [
    ((ones(2, 3), np.array([0, 3])), {}, "There is no class 3: there are 3"),
    ((ones(2, 3), np.array([0, 1, 2])), {}, "(3,)"),
    ((ones(2, 3), np.array([0, 1])), {"weight": ones(2)}, "2"),
    ((ones(2, 3), np.array([0, 1])), {"reduction": "most"}, "not 'most'"),
]

TABLE |= {
    "relu": _FLOATS_ONLY,
    "leaky_relu": [*_FLOATS_ONLY[:2], ((ones(3), "0.1"), {}, "0.1")],
    "sigmoid": _FLOATS_ONLY,
    "tanh": _FLOATS_ONLY,
    "softmax": _ALONG,
    "log_softmax": _ALONG,
    "linear": [
        ((ones(2, 3), ones(4, 5)), {}, "5"),
        ((ones(2, 3), ones(4, 3), ones(5)), {}, "(5,)"),
        ((ones(2, 3), ones(4, 3, dtype=np.float64)), {}, "float64"),
    ],
    "cross_entropy": [*_CLASSES, ((ones(2, 3), np.array([0, 1])), {"label_smoothing": 1.5}, "1.5")],
    "nll_loss": _CLASSES,
    "mse_loss": [
        ((ones(2, 3), ones(4, 5)), {}, "(4, 5)"),
        ((ones(2), ones(2)), {"reduction": "most"}, "not 'most'"),
        ((ones(2, dtype=np.int64), ones(2, dtype=np.int64)), {}, "int64"),
    ],
    "fold": [
        ((ones(1, 2, 5), 5, (2, 2)), {}, "2 rows are no whole number of channels of 2 × 2 taps"),
        ((ones(1, 2, 5), 3, (1, 2)), {}, "There are 5 columns, but 3 × 2 windows"),
        ((ones(1, 4, 4), 3, 2), {"stride": 0}, "stride must be at least 1, not 0"),
    ],
    "unfold": [
        ((x(2), 0), {}, "kernel_size must be at least 1, not 0"),
        ((x(2), 6), {}, "6"),
        ((x(2), 2), {"padding": -1}, "padding must not be negative, but is -1"),
    ],
    "pad": [
        ((x(2), (1, 2, 3)), {}, "3"),
        ((x(2), (5, 0)), {"mode": "reflect"}, "5"),
        ((x(2), (1, 1)), {"mode": "mirror"}, "not 'mirror'"),
        ((x(2), (-3, -3)), {}, "-3"),
    ],
    "interpolate": [
        ((x(2),), {}, "not neither"),
        ((x(2),), {"scale_factor": 0.1}, "5 cells scaled by 0.1 are no cells"),
        ((x(2), 3), {"mode": "linear"}, "Mode linear needs an input of 3 dimensions"),
        ((x(2), 3), {"align_corners": True}, "not for mode nearest"),
        ((x(2), 0), {}, "0"),
    ],
}

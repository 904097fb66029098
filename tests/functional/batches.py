"""Every public function on a batch of n images, in each of its ways that has code of its own."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

import numpy as np

from convviz import functional as F  # noqa: N812  (as torch's is known)
from tests.functional.oracle import Array, counted, ones

Call = Callable[[int, Any], Any]
"""The result, or a pair of results, from the number of images and a dtype."""


def images(n: int, axes: int, dtype: Any, side: int = 5) -> Array:
    return counted(n, 2, *[side] * axes, dtype=dtype)


def _convolved(name: str, axes: int, n: int, dtype: Any) -> Array:
    weight = ones(2, 2, *[3] * axes, dtype=dtype)
    return F.FUNCTIONS[f"{name}{axes}d"](images(n, axes, dtype), weight, ones(2, dtype=dtype), stride=2)


def _pooled(name: str, options: dict[str, Any], axes: int, n: int, dtype: Any) -> Any:
    return F.FUNCTIONS[f"{name}{axes}d"](images(n, axes, dtype), 2, **options)


def _unpooled(axes: int, n: int, dtype: Any) -> Array:
    x = images(n, axes, dtype)
    return F.FUNCTIONS[f"max_unpool{axes}d"](x, np.zeros(x.shape, np.int64), 2)


def _resized(axes: int, mode: str, antialias: bool, n: int, dtype: Any) -> Array:
    return F.interpolate(images(n, axes, dtype), scale_factor=1.5, mode=mode, antialias=antialias)


def _each(name: str, n: int, dtype: Any) -> Array:
    return F.FUNCTIONS[name](images(n, 2, dtype) - 9)


def _lost(name: str, n: int, dtype: Any) -> Array:
    return F.FUNCTIONS[name](images(n, 1, dtype), np.zeros((n, 5), np.int64), reduction="none")


def _apart(loss: Any, n: int, dtype: Any) -> Array:
    return loss(images(n, 1, dtype), ones(n, 2, 5, dtype=dtype), reduction="none")


INDICES = {"return_indices": True}
POOLS = (("max_pool", {}), ("max_pool", INDICES), ("avg_pool", {}))
ADAPTIVE = (("adaptive_max_pool", {}), ("adaptive_max_pool", INDICES), ("adaptive_avg_pool", {}))
MODES = (
    *((axes, mode, False) for mode in ("nearest", "nearest-exact", "area") for axes in (1, 2, 3)),
    *((1, "linear", False), (2, "bilinear", False), (2, "bicubic", False), (3, "trilinear", False)),
    *((2, "bilinear", True), (2, "bicubic", True)),
)
PADS = ("constant", "reflect", "replicate", "circular")

BATCHES: list[tuple[str, Call]] = [
    *(
        (f"{name}{axes}d", partial(_convolved, name, axes))
        for name in ("conv", "conv_transpose")
        for axes in (1, 2, 3)
    ),
    *(
        (f"{name}{axes}d", partial(_pooled, name, options, axes))
        for name, options in POOLS + ADAPTIVE
        for axes in (1, 2, 3)
    ),
    *((f"max_unpool{axes}d", partial(_unpooled, axes)) for axes in (1, 2, 3)),
    ("unfold", lambda n, dtype: F.unfold(images(n, 2, dtype), 2)),
    ("fold", lambda n, dtype: F.fold(counted(n, 8, 16, dtype=dtype), 5, 2)),
    *(("pad", lambda n, dtype, mode=mode: F.pad(images(n, 2, dtype), (1, 2, 2, 1), mode)) for mode in PADS),
    *(("interpolate", partial(_resized, *mode)) for mode in MODES),
    *((name, partial(_each, name)) for name in ("relu", "leaky_relu", "sigmoid", "tanh")),
    *(
        (name, lambda n, dtype, name=name: F.FUNCTIONS[name](images(n, 2, dtype), 1))
        for name in ("softmax", "log_softmax")
    ),
    ("linear", lambda n, dtype: F.linear(images(n, 1, dtype), ones(3, 5, dtype=dtype))),
    *((name, partial(_lost, name)) for name in ("nll_loss", "cross_entropy")),
    *((loss.__name__, partial(_apart, loss)) for loss in (F.cross_entropy, F.mse_loss)),
]

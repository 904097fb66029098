"""torch.nn.functional.interpolate: pictures, rows and volumes of another size."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

import numpy as np

from convviz.core import resize_places
from convviz.core.errors import SpecError
from convviz.core.nd import pool, resize
from convviz.core.nd.windows import Adaptive
from convviz.core.resize_places import Reader, Scaling, scaled_size
from convviz.core.spec import check_choice
from convviz.functional import arguments
from convviz.functional.arguments import Array
from convviz.i18n import listed

SMOOTH: dict[str, tuple[Callable[[Array], Array], int]] = {
    "bilinear": (resize_places.triangle, 1),
    "bicubic": (partial(resize_places.keys_cubic, a=-0.5), 2),
}
"""The filters of antialias, and how far they reach; Pillow's cubic is not the other one's."""

DIMENSIONS = {"linear": 3, "bilinear": 4, "bicubic": 4, "trilinear": 5}
"""How many dimensions a mode wants; the others take 3 to 5."""

MODES = (*resize_places.READINGS, "area")


def interpolate(
    input: Array,
    size: int | Sequence[int] | None = None,
    scale_factor: float | Sequence[float] | None = None,
    mode: str = "nearest",
    align_corners: bool | None = None,
    recompute_scale_factor: bool | None = None,
    antialias: bool = False,
) -> Array:
    """Resizes a batch, as torch.nn.functional.interpolate.

    Args:
        input: (N, channels, W), (N, channels, H, W) or (N, channels, D, H, W); float32 or float64; N may
            be 0.
        size: of the output's axes: one number, or one for each. Either this or scale_factor is given.
        scale_factor: output cells per input cell: one number, or one for each axis; the size is rounded down.
        mode: "nearest" (⌊place⌋, OpenCV's), "nearest-exact" (the cell that the centre lies in, Pillow's),
            "linear" for rows, "bilinear" and "bicubic" for pictures, "trilinear" for volumes, or "area", the
            mean of the cells that lie beneath, as adaptive_avg_pool2d.
        align_corners: of the linear and cubic modes: whether the outermost cells' centres stay in place,
            rather than their outer edges.
        recompute_scale_factor: whether the places are computed from the rounded size, not from scale_factor.
        antialias: of bilinear and bicubic: whether the filter is widened where the picture is made smaller.

    Returns:
        (N, channels, …) of the input's dtype.

    Raises:
        SpecError: for arguments that do not go together, sizes of nothing, other dtypes and dimensions.
    """
    x = arguments.floats(input)
    _check_mode(x, mode)
    _check_options(mode, align_corners, antialias)
    arguments.check_cells(x, x)
    least = 0 if mode == "area" else 1  # adaptive pooling makes nothing of something
    shape, factors = _sizes(x, size, scale_factor, recompute_scale_factor, least)
    aligned = bool(align_corners)
    axes = [Scaling(n, o, f, aligned) for n, o, f in zip(x.shape[2:], shape, factors, strict=True)]
    return _resized(x, shape, mode, axes, antialias)


def _check_mode(x: Array, mode: str) -> None:
    check_choice("mode", mode, MODES)
    if x.ndim not in (3, 4, 5) or x.ndim != DIMENSIONS.get(mode, x.ndim):
        raise SpecError("mode_dimensions", mode=mode, expected=DIMENSIONS.get(mode, "3 to 5"), shape=x.shape)


def _check_options(mode: str, align_corners: bool | None, antialias: bool) -> None:
    if align_corners is not None and mode not in DIMENSIONS:
        raise SpecError("align_corners_unused", mode=mode, allowed=listed(DIMENSIONS))
    if antialias and mode not in SMOOTH:
        raise SpecError("antialias_unused", mode=mode)


def _sizes(
    x: Array, size: Any, scale_factor: Any, recompute: bool | None, least: int
) -> tuple[tuple[int, ...], list[float | None]]:
    """The output's sizes, and the factors its places are computed from; None for n / o."""
    axes = x.ndim - 2
    if (size is None) == (scale_factor is None):
        raise SpecError("size_or_scale", given="both" if size is not None else "neither")
    if size is not None:
        if recompute:
            raise SpecError("recompute_needs_scale", size=size)
        arguments.check_not_single(axes, size=size)
        read = arguments.positive if least else arguments.not_negative
        return read("size", size, axes), [None] * axes
    arguments.check_not_single(axes, scale_factor=scale_factor)
    factors: tuple[Any, ...] = arguments.numbers("scale_factor", scale_factor, axes)
    for factor in factors:
        if not isinstance(factor, int | float | np.floating) or isinstance(factor, bool):
            raise SpecError("not_number", name="scale_factor", value=factor)
    shape = tuple(scaled_size(n, float(f), least) for n, f in zip(x.shape[2:], factors, strict=True))
    return shape, [None if recompute else float(f) for f in factors]


def _resized(x: Array, shape: tuple[int, ...], mode: str, axes: list[Scaling], antialias: bool) -> Array:
    """A batch (N, channels, …) resized to `shape` along the axes that follow."""
    y = np.empty((*x.shape[:2], *shape), x.dtype)
    for planes, out in arguments.stacks(x, y, len(axes)):
        _resize(planes, mode, axes, antialias, out)
    return y


def _resize(x: Array, mode: str, axes: list[Scaling], antialias: bool, out: Array) -> None:
    """Planes (P, …) into planes of another size."""
    quick = not antialias and resize.opencv_agrees(mode, x.dtype, axes)
    reader = _reader(mode, axes, antialias, x.dtype.type)
    with np.errstate(all="ignore"):
        if mode == "area":
            pool.averages(x, [Adaptive(axis.n, axis.o) for axis in axes], out)
        elif quick:
            for plane, resized in zip(x, out, strict=True):
                if np.isfinite(plane.sum()) and resize.in_bands(plane, resized):
                    resize.by_opencv(plane, mode, resized)
                else:  # OpenCV adds in another order, and so it differs in what becomes of 0 · ∞
                    resize.read(plane[None], axes, reader, resized[None])
        else:
            resize.read(x, axes, reader, out)


def _reader(mode: str, axes: list[Scaling], antialias: bool, dtype: Any) -> Reader:
    """What the cells of an axis read in this mode."""
    if antialias:
        weigh, support = SMOOTH[mode]
        return lambda axis, part: resize_places.smooth(axis, part, weigh, support)
    return resize_places.reader(mode, axes, dtype)
